import pytest

from tests.ingest.texts import facts_of

RECORD = (
    "# Protokoll: Workshop Digitale Bauakte\n\n"
    "Datum: 14.09.2023\n"
    "Ort: Landratsamt, Görlitz\n"
    "Teilnehmende: Jana Weber (Landkreis Görlitz), Tom Schubert (Stadt Zittau)\n"
    "Entschuldigt: Uwe Lehmann (Stadt Niesky)\n\n"
    "Jana Weber stellte den Stand vor."
)


def test_a_record_gives_kind_date_place_attendees_and_absentees() -> None:
    (event,) = facts_of(
        RECORD, kind="workshop-protokoll", title="Protokoll: Workshop Digitale Bauakte"
    ).events
    assert (event.name, event.kind) == ("Workshop Digitale Bauakte", "workshop")
    assert (event.date, event.place) == ("2023-09-14", "Görlitz")
    assert [claim.value for claim in event.attendees] == ["Jana Weber", "Tom Schubert"]
    assert [claim.value for claim in event.absent] == ["Uwe Lehmann"]


def test_the_route_of_a_council_paper_is_its_sessions() -> None:
    text = (
        "Gremium | Sitzung\nAusschuss für Umwelt | 7. März 2024\nStadtvertretung | 20. März 2024\n"
    )
    events = facts_of(text, kind="ratsvorlage").events
    assert [(event.name, event.kind, event.date) for event in events] == [
        ("Ausschuss für Umwelt", "sitzung", "2024-03-07"),
        ("Stadtvertretung", "sitzung", "2024-03-20"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        pytest.param(
            "Die nächste Regionalkonferenz findet am 4. Juli 2023 in Verden (Aller) statt.",
            "konferenz",
            "2023-07-04",
            id="conference",
        ),
        pytest.param("Im April lud Celle zum Workshop ein.", "workshop", "2023-04", id="month"),
        pytest.param(
            "Die Digitalisierungsbeauftragten trafen sich gestern in Celle.",
            "treffen",
            "2023-05-10",
            id="told by its verb",
        ),
        pytest.param(
            "Die Preisverleihung war am vergangenen Freitag.",
            "preisverleihung",
            "2023-05-05",
            id="ceremony",
        ),
    ],
)
def test_events_of_a_report_are_dated_from_its_day(text: str, kind: str, date: str) -> None:
    (event,) = facts_of(text, date="2023-05-11").events
    assert (event.kind, event.date) == (kind, date)


def test_a_conference_of_offices_is_no_event() -> None:
    assert facts_of("Die Bürgermeisterkonferenz erteilte 2021 den Auftrag.").events == ()


def test_an_event_told_twice_is_one() -> None:
    text = "Die Tagung in Celle begann am 4. Mai 2023. Bei der Tagung sprach man über Daten."
    assert len(facts_of(text).events) == 1


@pytest.mark.parametrize(
    ("title", "date"),
    [
        pytest.param("Rundbrief, Ausgabe 2024", None, id="year in the title"),
        pytest.param("Rundbrief", "2024", id="year known"),
        pytest.param("Rundbrief", "2024-04", id="month known"),
    ],
)
def test_an_issue_dates_the_days_it_names_without_year(title: str, date: str | None) -> None:
    text = "Am 12. März kamen 40 Gäste zur Regionalkonferenz nach Celle."
    (event,) = facts_of(text, kind="newsletter", title=title, date=date).events
    assert event.date == "2024-03-12"


def test_the_next_sentence_may_say_when_an_event_takes_place() -> None:
    text = "Celle lädt zum Fachtag Klimaanpassung ein. Er findet am 4. Juli 2023 in Celle statt."
    (event,) = facts_of(text).events
    assert (event.kind, event.date) == ("konferenz", "2023-07-04")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Die Vereinbarung tritt am 1. Januar 2025 in Kraft.", id="validity"),
        pytest.param("Grundlage ist der Zuwendungsbescheid vom 3. Mai 2024.", id="a paper's date"),
        pytest.param("Die Bewerbungsfrist endet am 31. Mai 2024.", id="a deadline"),
        pytest.param("Seit dem 4. März 2024 fährt der Bus jede Stunde.", id="a service"),
    ],
)
def test_a_date_of_something_else_is_no_event(sentence: str) -> None:
    facts = facts_of(f"# Neues aus Lemgo\n\nDie Stadt Lemgo plant einen Umbau. {sentence}\n")
    assert facts.events == ()


def test_a_day_on_which_people_met_is_an_event_without_a_noun_for_it() -> None:
    text = (
        "# Startschuss in Lage\n\nAm 14. Mai 2024 drückten Bürgermeisterin Anke Holm und Landrat "
        "Jens Arndt im Rathaus gemeinsam auf den Knopf, viele Gäste waren gekommen.\n"
    )
    events = facts_of(text, date="2024-05-15").events
    assert [event.date for event in events] == ["2024-05-14"]
    assert {claim.value for claim in events[0].attendees} == {"Anke Holm", "Jens Arndt"}


def test_an_event_is_as_sure_as_its_signals_make_it() -> None:
    text = "Das Treffen findet am Donnerstag, 6. Juni 2024, um 18 Uhr im Bürgerhaus Lage statt.\n"
    sure = facts_of(text, date="2024-05-20").events[0].evidence[0].confidence
    assert 0.5 < sure < 1
