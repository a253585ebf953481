"""Names of undertakings as German texts mark them, and what looks like one and is none."""

import pytest

from ingest.facts import find_actors
from ingest.layout import read_layout
from ingest.project_choice import possible_names
from ingest.project_names import find_candidates
from ingest.projects import setting_of
from ingest.scopes import read_source
from ontology.model import DocumentKind, Project
from tests.ingest.texts import a_document, facts_of


def names(
    text: str, kind: DocumentKind = "pressemitteilung", title: str = "Aus dem Rathaus"
) -> list[str]:
    return [project.name for project in facts_of(text, kind=kind, title=title).projects]


def named(projects: tuple[Project, ...], name: str) -> Project:
    return next(project for project in projects if project.name == name)


# A paper begins with what it is for; its measures stand behind that.
FOREWORD = (
    "# 1 Wozu dieses Papier dient\n\n"
    "Der Landkreis hat mit seinen Städten ein Jahr lang zugehört, gerechnet und gestritten. An "
    "fünf Abenden kamen Leute aus Vereinen, Betrieben und Ämtern zusammen. Was sie aufgeschrieben "
    "haben, ist hier geordnet. Manches war schon lange bekannt, anderes hat uns überrascht: Viele "
    "wollen weniger neue Gebäude und mehr Leben in den alten. Die Zahlen stehen im Anhang. Wer "
    "sie liest, sieht, dass die Orte verschieden schnell altern und dass die Wege länger werden. "
    "Das Papier gilt bis 2035 und wird alle drei Jahre überprüft.\n\n"
)
MEASURES = FOREWORD + (
    "# 4 Maßnahmen der ersten Welle\n\n"
    "4.1 Volle Fenster, kurze Wege (Priorität A). Munster und Soltau vermitteln seit 2022 leere "
    "Läden für ein Jahr.\n\n"
    "4.2 Wärme vom Acker. Die Stadt Walsrode baut bis 2027 ein Netz für 300 Haushalte.\n\n"
    "4.3 Mitreden. Auf der Plattform „Sag es Walsrode“ sammelt die Stadt Walsrode Ideen.\n"
)


def test_numbered_measures_carry_their_names_in_front_of_their_text() -> None:
    found = names(MEASURES, kind="strategiepapier", title="Heidekreis 2035")
    assert {"Volle Fenster, kurze Wege", "Wärme vom Acker"} <= set(found)


def test_a_measure_that_quotes_its_name_is_called_by_the_quote() -> None:
    found = names(MEASURES, kind="strategiepapier", title="Heidekreis 2035")
    assert "Sag es Walsrode" in found
    assert "Mitreden" not in found


def test_a_measure_has_the_towns_of_its_own_number() -> None:
    projects = facts_of(MEASURES, kind="strategiepapier", title="Heidekreis 2035").projects
    heat = named(projects, "Wärme vom Acker")
    assert [claim.actor.name for claim in heat.participants] == ["Walsrode"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Munster und Soltau haben 2023 den „Ackerflitzer“ gestartet. Der Ackerflitzer bringt "
            "Bestellungen aufs Dorf.",
            "Ackerflitzer",
            id="quoted behind an article",
        ),
        pytest.param(
            "Seit 4. März rollt ein Bus über die Grenzen. „Heide Pendel“ heißt er, getragen wird "
            "er von Munster und Soltau.",
            "Heide Pendel",
            id="quoted and said to be called so",
        ),
        pytest.param(
            "Im Rathaus von Munster steht seit 2021 die Digitale Amtsstube bereit. Munster und "
            "Soltau betreiben die Digitale Amtsstube.",
            "Digitale Amtsstube",
            id="an adjective with a capital inside a sentence",
        ),
    ],
)
def test_writing_marks_a_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Die Bürgermeisterin nannte es „Glück im Unglück“.", id="turn of phrase"),
        pytest.param("Verteilt wird der Ratgeber „Licht aus, was nun“.", id="brochure"),
        pytest.param("Geld kommt vom Land („Starke Dörfer“).", id="programme of a giver"),
        pytest.param(
            "Projektleiterin ist Anke Petersen. Anke Petersen startete 2021.", id="person"
        ),
        pytest.param("Beide Seiten haben einen „Letter of Intent“ unterzeichnet.", id="deed"),
    ],
)
def test_what_is_quoted_or_repeated_need_not_be_an_undertaking(text: str) -> None:
    assert names(text) == []


def test_a_number_is_no_title_of_a_profile() -> None:
    text = (
        "# Steckbrief Nr. 12\n\n## Alles aus einer Hand: der Verwaltungsverband „Aue-Wörpe“\n\n"
        "Mitglieder: Soltau, Munster\nRechtsform: Zweckverband\n"
    )
    found = names(text, kind="projektsteckbrief", title="Steckbrief Nr. 12")
    assert found[0] == "Aue-Wörpe"


def test_a_profile_gives_its_short_name_with_the_long_one() -> None:
    text = (
        "# Steckbrief\n\nVorhaben: Gemeinsames Datenportal der Lüneburger Heide\n"
        "Kurzname: HeideDaten\nMitglieder: Soltau, Munster\n"
    )
    (first, *_) = names(text, kind="projektsteckbrief", title="Steckbrief")
    assert first == "Gemeinsames Datenportal der Lüneburger Heide (HeideDaten)"


def test_a_cell_that_says_only_that_this_is_a_project_names_what_it_quotes() -> None:
    text = (
        "# Programm\n\n| Vorhaben | Zuständig | Zeitraum |\n|---|---|---|\n"
        "| Modellprojekt „Die offene Stadt“ | Stadt Soltau | 2021 bis 2023 |\n"
        "| Rufbus | Stadt Munster | 2022 |\n"
    )
    assert "Die offene Stadt" in names(text, kind="strategiepapier", title="Programm")


def test_what_a_cell_quotes_behind_its_noun_is_the_name() -> None:
    text = (
        "# Programm\n\n| Vorhaben | Zuständig | Zeitraum |\n|---|---|---|\n"
        "| Werkstatt „Neue Mitte“ | Stadt Soltau | 2021 bis 2023 |\n"
        "| Rufbus | Stadt Munster | 2022 |\n"
    )
    found = names(text, kind="strategiepapier", title="Programm")
    assert "Neue Mitte" in found
    assert not any("„" in name for name in found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lesefassung zur gemeinsamen Wärmestrategie", "gemeinsame Wärmestrategie"),
        ("Lesefassung zum Klimaplan Heide, Stand Mai 2023", "Klimaplan Heide"),
        ("Lesefassung der Digitalen Agenda Soltau", "Digitale Agenda Soltau"),
    ],
)
def test_a_version_to_read_is_named_after_what_it_tells(line: str, expected: str) -> None:
    text = f"# {line}\n\nMitglieder sind Soltau und Munster.\n"
    assert names(text, kind="strategiepapier", title=line)[0] == expected


@pytest.mark.parametrize(
    "body", ["Biologische Station Kreis Unna/Dortmund", "Biologische Station Kreis Soest-Lippstadt"]
)
def test_a_body_cut_within_the_name_of_its_county_is_no_possible_name(body: str) -> None:
    document = a_document(f"Die {body} pflegt Wiesen.")
    layout = read_layout(document)
    source = read_source(document, layout, find_actors(document, None))
    candidates = find_candidates(document, layout, source.place_words)
    found = {one.best.name for one in possible_names(setting_of(source, None), candidates)}
    assert "Wiesen" in found
    assert not [name for name in found if name.endswith("Station Kreis")]
