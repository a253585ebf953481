import pytest

from search.spelling import Correction, Speller, Vocabulary, corrected

TEXTS = (
    "Die Innenstadt lebt, der Bauhof räumt Schnee. Die Digitalisierung der Verwaltung kostet Geld.",
    "Die Feuerwehr kauft ein Fahrzeug, Wärmeplanung und Straßenreinigung bleiben beim Bauhof.",
    "Gemeinsame Vergabe, ausgegeben wurde wenig.",
)
# How rare the pieces of each word are to the model; words not named are one frequent piece.
PIECES = {"aufgegeben": [6.0, 6.0], "ausgegeben": [6.0, 6.0]}


def pieces(word: str) -> list[float]:
    known = {"innenstadt", "bauhof", "digitalisierung", "feuerwehr", "wärmeplanung", "verwaltung"}
    return PIECES.get(word, [7.0] if word.casefold() in known else [5.0, 5.0, 5.0])


def meant(question: str) -> list[str]:
    speller = Speller(lambda: Vocabulary.of(TEXTS, names=["Kassel"]), pieces)
    return [each.meant for each in speller.corrections(question)]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Innnenstadt", "Innenstadt"),
        ("Digitalisirung", "Digitalisierung"),
        ("Bauhoff", "Bauhof"),
        ("Feuerwer", "Feuerwehr"),
        ("Wärmplanung", "Wärmeplanung"),
        ("Verwalltung", "Verwaltung"),
        ("bauhfo", "Bauhof"),
    ],
)
def test_a_word_that_nobody_knows_becomes_the_one_it_is_nearest_to(typed: str, word: str) -> None:
    assert meant(f"Wer hat {typed} schon gemeinsam?") == [word]


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("Bauhöfe", id="inflected"),
        pytest.param("Schneefahrzeug", id="compound of known words"),
        pytest.param("Verwaltungsgeld", id="compound with a linking letter"),
        pytest.param("Reinigung", id="part of a compound"),
        pytest.param("Vergaben", id="plural"),
        pytest.param("Kassel", id="town"),
        pytest.param("Bauhof", id="known"),
        pytest.param("Drohnen", id="unknown, yet near to nothing"),
        pytest.param("aufgegeben", id="as frequent as its neighbour"),
        pytest.param("BAUHFO", id="may be an abbreviation"),
        pytest.param("Geld", id="too short"),
    ],
)
def test_what_may_be_a_word_is_left_as_it_is(word: str) -> None:
    assert meant(f"Wer hat {word} gemeinsam?") == []


def test_a_word_with_two_neighbours_is_left_as_it_is() -> None:
    speller = Speller(lambda: Vocabulary.of(["Laufbus und Kaufbus, Laufrad und Laufbad"]), pieces)
    assert speller.corrections("Wo fährt ein Laufrbd?") == ()


def test_only_the_words_typed_wrong_are_replaced() -> None:
    text = "Innnenstadt, auch Innnenstadthandel"
    found = [Correction("Innnenstadt", "Innenstadt")]
    assert corrected(text, found) == "Innenstadt, auch Innnenstadthandel"
