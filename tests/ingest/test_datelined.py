"""The meeting of which a report without a day tells, and where it was."""

import pytest

from ontology.model import DocumentKind, Event
from tests.ingest.texts import facts_of


def events_of(text: str, kind: DocumentKind = "zeitungsartikel") -> list[Event]:
    return list(facts_of(text, kind=kind).events)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        pytest.param(
            "Ein Klärwerk\n\nCELLE Es wurde spät. Celle, Lachendorf und Wathlingen haben den "
            "Zweckverband Abwasser Allertal aus der Taufe gehoben.\n",
            "sitzung",
            "Celle",
            id="a founding where the dateline says",
        ),
        pytest.param(
            "Ein Klärwerk\n\nCELLE Es wurde spät. Celle, Lachendorf und Wathlingen haben im "
            "Gasthof den Zweckverband Abwasser Allertal aus der Taufe gehoben.\n",
            "sitzung",
            "Gasthof",
            id="a founding in a house",
        ),
        pytest.param(
            "Der Bus fährt weiter\n\nUelzen. Der Kreistag stimmte am Montagabend dafür, den Bus "
            "weiter zu bezahlen.\n",
            "sitzung",
            "Uelzen",
            id="a vote",
        ),
        pytest.param(
            "Zwei Räte, ein Saal\n\nUelzen. Die Räte von Uelzen und Bad Bevensen tagten zur selben "
            "Stunde, und beide sagten Ja.\n",
            "sitzung",
            "Uelzen",
            id="councils that sat together",
        ),
    ],
)
def test_a_report_without_a_day_tells_of_its_meeting(text: str, kind: str, place: str) -> None:
    (event,) = events_of(text)
    assert (event.kind, event.place, event.date) == (kind, place, None)


def test_a_release_without_a_day_tells_of_a_visit() -> None:
    text = (
        "Lob aus Hannover\n\nUelzen. Ministerin Dr. Jutta Wolters sah bei ihrem Besuch, wie die "
        "Städte ihr Archiv teilen.\n"
    )
    (event,) = events_of(text, "pressemitteilung")
    assert (event.name, event.kind, event.place) == ("Besuch", "treffen", "Uelzen")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Uelzen. Celle und Lachendorf haben 2017 den Zweckverband Aller ins Leben gerufen.\n",
            id="another year",
        ),
        pytest.param(
            "Uelzen. Der Zweckverband soll am Montag gegründet und beschlossen werden.\n",
            id="still to come",
        ),
    ],
)
def test_what_was_or_will_be_at_another_time_is_no_report(text: str) -> None:
    assert [event for event in events_of(f"Nachbarn\n\n{text}") if event.date is None] == []


def test_a_report_with_a_day_is_read_by_its_day() -> None:
    text = "Uelzen. Der Kreistag stimmte vorige Woche zu, am Montag stimmte auch der Stadtrat zu.\n"
    events = facts_of(f"Nachbarn\n\n{text}", kind="zeitungsartikel", date="2023-05-20").events
    assert all(event.date for event in events)
