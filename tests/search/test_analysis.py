import pytest

from search.analysis import analyse, content_words, fold, is_english, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Bünde", "Buende", id="umlaut spelt out"),
        pytest.param("Bünde", "Bu\u0308nde", id="decomposed umlaut"),
        pytest.param("Straße", "STRASSE", id="sharp s"),
        pytest.param("Köln", "koln", id="umlaut left out"),
    ],
)
def test_spellings_of_one_word_give_the_same_grams(one: str, other: str) -> None:
    grams = [{token for token in analyse(word).split() if token[0] != "="} for word in (one, other)]
    assert grams[0] == grams[1] != set()


@pytest.mark.parametrize("word", ["neue", "Steuer", "Quelle", "bauen"])
def test_an_e_after_a_vowel_or_q_stays(word: str) -> None:
    assert fold(word) == word.casefold()


def test_a_compound_shares_tokens_with_its_part() -> None:
    compound, part = (set(analyse(text).split()) for text in ("Bauhofkooperation", "Bauhof"))
    assert {"_bau", "bauh", "auho", "uhof"} <= compound & part


def test_inflected_words_share_their_stem() -> None:
    assert "=kommun" in analyse("Kommunen").split()
    assert "=kommun" in analyse("Kommune").split()


def test_words_that_only_ask_give_no_tokens() -> None:
    assert analyse("Hat das schon jemand bei euch? Who does that?") == ""


def test_content_words_stand_once_and_in_order() -> None:
    assert content_words("Wer hat den Bauhof, den Bauhof und das Archiv?") == ("Bauhof", "Archiv")


def test_stems_keep_the_word_as_written() -> None:
    assert stems("die Bauhöfe") == {"Bauhöfe": "bauhof"}


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("joint digital strategy of a whole district", True),
        ("Wer hat in der Verwaltung Smart City eingeführt?", False),
        ("DMS E-Akte", False),
    ],
)
def test_the_language_of_a_question_shows_in_its_function_words(text: str, english: bool) -> None:  # noqa: FBT001 - a parametrised value
    assert is_english(text) is english
