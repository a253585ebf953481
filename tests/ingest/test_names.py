import pytest

from ingest.names import full_names
from tests.ingest.actors import entities_of, person_in


def names_in(text: str) -> list[str]:
    return [person.name for person in entities_of(text).persons]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Prof. Dr.-Ing. Jochen Adler sprach.", "Jochen Adler", "Prof. Dr.-Ing."),
        ("Dr. Ute von der Heyden sprach.", "Ute von der Heyden", "Dr."),
        ("Anna-Lena Groß-Bölting lud ein.", "Anna-Lena Groß-Bölting", None),
        ("Es kam Jan van den Berg, Gast.", "Jan van den Berg", None),
        ("Es kam Karl P. Schuster.", "Karl P. Schuster", None),
        ("Es kam Luis Martinez Garcia.", "Luis Martinez Garcia", None),
        ("Dr. Quirinius Aschenbrenner kam.", "Quirinius Aschenbrenner", "Dr."),
    ],
)
def test_a_name_is_found_whole_and_its_title_apart(text: str, name: str, title: str | None) -> None:
    found = next(iter(full_names(text)))
    assert (found.name, found.title) == (name, title)


@pytest.mark.parametrize(
    "text",
    [
        "Im Sabine Sommer Museum wurde getagt.",
        "Das Georg Huber Klinikum ist dabei.",
        "Die Ländliche Entwicklung ist wichtig.",
        "Open Data und Smart City helfen.",
        "Foto: Peter Zander",
        "Fotos: Peter Zander und Jutta Kraus",
        "Bild: Stadt Aalen/Peter Zander",
        "© Peter Zander",
        "Von Peter Zander\n\nDer Rat stimmte zu.",
    ],
)
def test_namesakes_nouns_and_credits_are_nobody(text: str) -> None:
    assert names_in(text) == []


def test_lists_that_put_the_surname_first_are_turned_round() -> None:
    text = "Anwesend:\n\nKruse, Petra | Stadt Aalen\nDr. Wolters, Hans-Jürgen | Stadt Ulm"
    assert names_in(text) == ["Petra Kruse", "Hans-Jürgen Wolters"]


def test_particles_do_not_swallow_the_employer() -> None:
    assert names_in("Rainer Albert von der Stadt Aalen sprach.") == ["Rainer Albert"]


def test_later_mentions_by_surname_become_evidence_of_the_person() -> None:
    text = "Petra Kruse leitet das Projekt. Nach Ansicht von Kruse lohnt es sich."
    quotes = [one.quote for one in person_in(text, "Petra Kruse").evidence]
    assert quotes == ["Petra Kruse", "Kruse"]


def test_a_shared_surname_is_given_to_nobody() -> None:
    text = "Petra Kruse und Jan Kruse kamen. Kruse lobte die Runde."
    assert [len(one.evidence) for one in entities_of(text).persons] == [1, 1]


def test_someone_named_by_surname_alone_is_a_person() -> None:
    text = "- Herr Brandes, Kommunalberatung Nord GmbH\n\nHerr Brandes berichtet."
    person = person_in(text, "Brandes")
    assert len(person.evidence) == 2
    assert person.roles[0].organisation is not None
    assert person.roles[0].organisation.name == "Kommunalberatung Nord GmbH"


def test_those_who_are_missing_are_persons_too() -> None:
    text = "Es fehlen: Petra Kruse (Stadt Aalen), Jan Wolters (entschuldigt)"
    assert names_in(text) == ["Petra Kruse", "Jan Wolters"]


def test_address_and_number_beside_a_name_are_its_contact() -> None:
    text = "Kontakt: Petra Kruse, Telefon 07361 52-0, petra.kruse(at)aalen.de"
    contact = person_in(text, "Petra Kruse").contact
    assert (contact.email, contact.phone) == ("petra.kruse@aalen.de", "07361 52-0")


def test_the_next_persons_address_is_not_taken() -> None:
    text = "Petra Kruse und Jan Wolters, Telefon 07361 52-0"
    assert person_in(text, "Petra Kruse").contact.phone is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Es kam Baubürgermeister Holm Zander.", "Holm Zander"),
        ("Es kam Projektleiterin Mai Linh Tran.", "Mai Linh Tran"),
        ("Anwesend: Kruse, Petra (Aalen); Wolters, Jan (Ulm)", "Jan Wolters"),
    ],
)
def test_an_office_or_a_list_vouches_for_names_that_are_also_words(text: str, name: str) -> None:
    assert name in names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Offen | Di, Do | Mi, Fr",
        "Foto (Stadt Aalen / Petra Kruse): Blick in den Keller",
        "Das Gespräch führte Petra Kruse.",
        "Redaktion: Petra Kruse",
        "Der Landrat von Dithmarschen schwieg.",
    ],
)
def test_days_and_writers_are_nobody(text: str) -> None:
    assert names_in(text) == []
