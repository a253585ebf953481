"""Meetings told without a day, where they were, and days that are no meeting."""

import pytest

from ontology.model import DocumentKind, Event
from tests.ingest.texts import facts_of


def events_of(
    text: str, kind: DocumentKind = "zeitungsartikel", date: str | None = None
) -> list[Event]:
    return list(facts_of(text, kind=kind, date=date).events)


@pytest.mark.parametrize(
    ("sentence", "kind", "place"),
    [
        pytest.param(
            "Bei der Schlusskonferenz in der Stadthalle dankte Landrat Jens Arndt allen.",
            "konferenz",
            "Stadthalle",
            id="in a hall",
        ),
        pytest.param(
            "Beim Bürgerabend im „Roten Ochsen“ hatte Bürgermeisterin Anke Holm gesprochen.",
            "treffen",
            "Roten Ochsen",
            id="in an inn",
        ),
        pytest.param(
            "Eine Vereinbarung haben die drei Städte in der Feuerwache 2 unterschrieben.",
            "treffen",
            "Feuerwache 2",
            id="by what was done there",
        ),
        pytest.param(
            "Die Partner trafen sich in Celle zur Schlussrunde.",
            "treffen",
            "Celle",
            id="the town before the noun",
        ),
        pytest.param(
            "Vertragsunterzeichnung im Verdener Rathaus (v. l.): Landrat Jens Arndt und "
            "Bürgermeisterin Anke Holm.",
            "treffen",
            "Verdener Rathaus",
            id="a caption",
        ),
        pytest.param(
            "Bei der Bürgerinformation in der Stader Festhalle stritt man lange.",
            "treffen",
            "Stade",
            id="a town by its adjective",
        ),
        pytest.param(
            "Landrat Jens Arndt nahm in Hannover die Urkunde für den dritten Platz entgegen.",
            "preisverleihung",
            "Hannover",
            id="a prize",
        ),
        pytest.param(
            "Überreicht wurde die Auszeichnung bei der Klimakonferenz in Bonn.",
            "preisverleihung",
            "Bonn",
            id="a prize handed over at a conference",
        ),
        pytest.param(
            "Unterschriften im Kreishaus, von links nach rechts: Landrat Jens Arndt und "
            "Bürgermeisterin Anke Holm.",
            "treffen",
            "Kreishaus",
            id="a caption without brackets",
        ),
        pytest.param(
            "Handschlag im Ratssaal (v. l.): Landrat Jens Arndt, Bürgermeisterin Anke Holm.",
            "treffen",
            "Ratssaal",
            id="a caption of a handshake",
        ),
        pytest.param(
            "Am Montag kam die Verbandsversammlung in der Festhalle zum ersten Mal zusammen.",
            "sitzung",
            "Festhalle",
            id="a body that came together",
        ),
        pytest.param(
            "Ihre neun Vertreter traten erstmals im Gemeindehaus zusammen.",
            "sitzung",
            "Gemeindehaus",
            id="representatives that came together",
        ),
        pytest.param(
            "Am Mittwoch haben Celle und Uelzen im „Heidekrug“ den Klimapakt Lüneburger Heide "
            "geschlossen.",
            "treffen",
            "Heidekrug",
            id="a pact concluded",
        ),
        pytest.param(
            "Verliehen wurden die Urkunden bei einem Kongress in Bonn.",
            "preisverleihung",
            "Bonn",
            id="certificates awarded at a congress",
        ),
    ],
)
def test_a_scene_with_its_place_is_an_event_without_a_day(
    sentence: str, kind: str, place: str
) -> None:
    (event,) = events_of(f"# Nachbarn\n\n{sentence}\n")
    assert (event.kind, event.place, event.date) == (kind, place, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Für Fragen steht Kämmerin Anke Holm in der Sitzung zur Verfügung.",
        "Bürgermeister Jens Arndt sagte wegen einer Ratssitzung ab.",
        "Der Landkreis wird zu jeder Sitzung im Kreishaus eingeladen.",
        "Uelzen unterschrieb noch am selben Tag.",
    ],
)
def test_what_is_only_spoken_of_is_no_event(sentence: str) -> None:
    assert events_of(f"# Nachbarn\n\n{sentence}\n") == []


def test_a_meeting_is_dated_by_its_month() -> None:
    (event,) = events_of(
        "# Rückblick\n\nBei der Fachtagung im November 2022 in Celle war die Stimmung gut.\n"
    )
    assert (event.kind, event.date, event.place) == ("konferenz", "2022-11", "Celle")


@pytest.mark.parametrize(
    ("sentence", "kind", "date"),
    [
        pytest.param(
            "Kämmerin Anke Holm verteidigte das Anfang Februar 2023 im Gemeinderat.",
            "sitzung",
            "2023-02",
            id="a council heard somebody",
        ),
        pytest.param(
            "Nein, antwortete Jens Arndt im Ausschuss für Soziales im Juni 2022.",
            "sitzung",
            "2022-06",
            id="a committee heard somebody",
        ),
        pytest.param(
            "Die Idee ist bei einer Planübung entstanden, die im November 2022 in Celle war.",
            "workshop",
            "2022-11",
            id="a meeting with its place",
        ),
        pytest.param(
            "Bereits 2018 lud der Landkreis alle Vereine zum „Verkehrsgipfel“ in die Stadthalle.",
            "konferenz",
            "2018",
            id="a meeting in quotes",
        ),
    ],
)
def test_months_and_years_of_meetings_told_by_their_body_or_place(
    sentence: str, kind: str, date: str
) -> None:
    (event,) = events_of(f"# Rückblick\n\n{sentence}\n")
    assert (event.kind, event.date) == (kind, date)


def test_what_a_council_passed_in_a_month_is_no_meeting() -> None:
    text = "# Rückblick\n\nDas Papier, im Kreistag im Dezember 2022 verabschiedet, gilt weiter.\n"
    assert events_of(text) == []


def test_a_vote_is_no_event_of_its_own() -> None:
    text = "# Beitritt\n\nAm 3. Mai 2023 stimmte der Stadtrat von Celle dem Verband zu.\n"
    assert events_of(text, date="2023-05-20") == []


def test_two_tellings_of_one_day_are_one_event() -> None:
    text = (
        "# Auftakt\n\nAm 3. Mai 2023 trafen sich die Bürgermeister in Celle zum Workshop. "
        "Die Vereinbarung wurde am 3. Mai 2023 unterzeichnet.\n"
    )
    assert [event.date for event in events_of(text, "pressemitteilung")] == ["2023-05-03"]
