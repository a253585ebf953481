import numpy as np
import pytest

from search.encoder import Encoded
from search.late import TokenMatch
from search.passage_store import StoredPassage
from search.quotes import choose_quote, cover, reads_as_text
from search.retrieval import RankedPassage

FIRST = "Der Rat tagte am Montag im großen Saal."
SECOND = "Zwei Städte teilen sich nun eine Kehrmaschine und sparen Geld."


def ranked(text: str, place: int, *, start: int = 0) -> RankedPassage:
    """A passage of which one token, at `place`, answers the question."""
    passage = StoredPassage(1, "d", 0, start, start + len(text), text, None, None)
    likeness = np.array([0.9], np.float32)
    match = TokenMatch(0.9, likeness, np.ones((1, 1), np.int32), np.array([place], np.int32))
    return RankedPassage(passage, 1.0, match, {"late": 1.0})


def question() -> Encoded:
    one = np.ones((1, 2), np.float32)
    return Encoded(one[0], one, np.ones(1, np.float32), np.zeros(1, np.int32))


def test_a_quote_is_what_stands_at_its_place() -> None:
    before = "Vorspann. "
    text = f"{FIRST} {SECOND}"
    quote = choose_quote(ranked(text, 50, start=len(before)), question(), rights="cc-by-4.0")
    assert (before + text)[quote.start : quote.end] == quote.text == text


def test_of_reserved_text_only_the_answering_sentences_are_shown() -> None:
    long = "Es folgten viele weitere Worte zur Geschichte des Hauses und seiner Bewohner. " * 5
    text = f"{long}{SECOND} {long}"
    place = text.index("Kehrmaschine")
    quote = choose_quote(ranked(text, place), question(), rights="all-rights-reserved")
    assert SECOND in quote.text
    assert len(quote.text) <= 300
    assert len(choose_quote(ranked(text, place), question(), rights="cc-by-4.0").text) > 300


@pytest.mark.parametrize(
    "begin", ["Bei der 23. Auflage", "Am 3. Mai", "Mit Frau Dr. Vidal", "In Orten wie z. B. Lemgo"]
)
def test_a_quote_does_not_end_within_a_sentence(begin: str) -> None:
    long = f"{begin} wurde noch viel mehr beraten{', beschlossen und bedacht' * 12}."
    text = f"{SECOND} {long}"
    quote = choose_quote(ranked(text, 5), question(), rights="all-rights-reserved")
    assert quote.text == SECOND


def test_a_number_that_ends_a_line_ends_a_sentence() -> None:
    text = f"Die Sitzung begann um 18.\n{SECOND} {'Es folgten weitere Worte. ' * 20}"
    quote = choose_quote(ranked(text, 60), question(), rights="all-rights-reserved")
    assert quote.text.startswith(SECOND)


def test_a_sentence_longer_than_allowed_ends_at_a_word() -> None:
    text = "Kehrmaschine " + "und so weiter " * 60
    quote = choose_quote(ranked(text, 0), question(), rights="all-rights-reserved")
    assert 280 < len(quote.text) <= 300
    assert text[quote.end] == " "


def test_addresses_and_numbers_are_covered_and_offsets_stay() -> None:
    text = "Fragen beantwortet Frau Beispiel, bauhof@lemgo.example, Telefon 05261 213-0."
    quote = choose_quote(ranked(text, 0), question(), rights="cc-by-4.0")
    assert "@" not in quote.text
    assert "213-0" not in quote.text
    assert len(quote.text) == quote.end - quote.start == len(text)


@pytest.mark.parametrize(
    ("asked", "text", "terms"),
    [
        pytest.param(
            "gemeinsamer Bauhof", "die Bauhofkooperation", ("Bauhof",), id="in a compound"
        ),
        pytest.param(
            "Bauhofkooperation", "ein Bauhof", ("Bauhofkooperation",), id="holds the part"
        ),
        pytest.param("Wer teilt Bauhöfe?", "ein Bauhof", ("Bauhöfe",), id="inflected"),
        pytest.param("Rat der Stadt", "sofort beraten", (), id="short words by chance"),
    ],
)
def test_matched_terms_are_words_of_the_question(
    asked: str, text: str, terms: tuple[str, ...]
) -> None:
    assert cover(asked, [text]).terms == terms


def test_covered_share_is_by_letters() -> None:
    assert cover("Bauhof Archiv", ["ein Bauhof"]).share == pytest.approx(0.5)
    assert cover("Wer hat das?", ["ein Bauhof"]).share == 0.0


@pytest.mark.parametrize(
    ("quote", "is_text"),
    [
        pytest.param(f"3. Aussprache\n\n{FIRST}", True, id="sentence under a heading"),
        pytest.param("Sie sagte: „Wir teilen alles.“", True, id="quotation"),
        pytest.param(
            "TOP 1 Begrüßung\nTOP 2 Kehrmaschine\nTOP 3 Verschiedenes", False, id="agenda"
        ),
        pytest.param("M1 | Bauhof | läuft gut.\nM2 | Archiv | ruht.", False, id="rows"),
        pytest.param("Stichworte: Bauhof\nBeteiligte: Lemgo, Lage", False, id="labels"),
    ],
)
def test_rows_agendas_and_lists_of_words_do_not_read_as_text(quote: str, is_text: bool) -> None:  # noqa: FBT001 - a parametrized value
    assert reads_as_text(quote) is is_text
