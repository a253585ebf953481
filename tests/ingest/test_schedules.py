"""Events of calendars, stations of a council paper, and days dated by a masthead."""

from ontology.model import DocumentKind, Event
from tests.ingest.texts import facts_of


def events(text: str, kind: DocumentKind = "newsletter", title: str = "Rundbrief") -> list[Event]:
    return list(facts_of(text, kind=kind, title=title).events)


def test_lines_of_a_calendar_are_events_with_day_and_place() -> None:
    text = (
        "# Rundbrief Nr. 4 – 15.03.2024\n\n# Termine\n\n"
        "- 11. April 2024, Soltau: Praxistag Rufbus\n"
        "- 24./25. Mai 2024, Munster: 2. Heidecamp\n"
    )
    found = [(event.name, event.date, event.place) for event in events(text)]
    assert ("Praxistag Rufbus", "2024-04-11", "Soltau") in found
    assert ("2. Heidecamp", "2024-05-24", "Munster") in found
    assert "2024-05-25" not in [event.date for event in events(text)]


def test_rows_of_a_calendar_take_the_year_of_the_masthead() -> None:
    text = (
        "# Heide kompakt | Ausgabe 3/2023 | 28. September 2023\n\n# Termine\n\n"
        "| Wann | Was | Wo |\n|---|---|---|\n| 12.10. | Runder Tisch Bus | Soltau |\n"
        "| 07.11. | Fachtag Glasfaser | Munster |\n"
    )
    found = [(event.name, event.date) for event in events(text)]
    assert ("Runder Tisch Bus", "2023-10-12") in found
    assert ("Fachtag Glasfaser", "2023-11-07") in found


def test_every_station_of_a_council_paper_is_a_session() -> None:
    text = (
        "Durchlauf: Magistrat 03.02.2020 – Hauptausschuss 18.02.2020 – "
        "Stadtverordnetenversammlung 02.03.2020\n\nGegenstand: Beitritt zum Zweckverband.\n"
    )
    found = [(event.name, event.date) for event in events(text, kind="ratsvorlage")]
    assert found == [
        ("Magistrat", "2020-02-03"),
        ("Hauptausschuss", "2020-02-18"),
        ("Stadtverordnetenversammlung", "2020-03-02"),
    ]


def test_a_year_in_the_middle_of_a_text_dates_no_meeting() -> None:
    text = (
        "Wer Pläne von 1961 sucht, wird fündig. Die Übergabe fand am 9. März im Rathaus statt. "
        "Die Verbandsversammlung hat 2016 ein Konzept bestellt."
    )
    assert {event.date for event in events(text, kind="pressemitteilung")} <= {None}
