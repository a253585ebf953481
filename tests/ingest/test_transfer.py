"""What a town that copies an undertaking must know: money, work, programmes, hurdles, ends."""

import pytest

from ontology.model import Claim, Project
from tests.ingest.texts import facts_of


def project_of(text: str) -> Project:
    """Return the main undertaking of a text that names one in its first sentence."""
    facts = facts_of(f"Hiddenhausen und Enger betreiben das Projekt „Digitaler Bauhof“. {text}")
    assert facts.projects[0].name == "Digitaler Bauhof"
    return facts.projects[0]


def values(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.value for claim in claims]


@pytest.mark.parametrize(
    ("text", "costs"),
    [
        (
            "Die laufenden Kosten von 1.400 Euro im Monat teilen sich beide.",
            ["1.400 Euro im Monat"],
        ),
        ("Rund 8,3 Millionen Euro kostet der Ausbau.", ["Rund 8,3 Millionen Euro"]),
        (
            "Was kostet das? 198.000 Euro im Jahr. Den Rest trägt der Kreis.",
            ["198.000 Euro im Jahr"],
        ),
        ("Die Gesamtkosten betragen 1,2 Mio. €, davon trägt das Land die Hälfte.", ["1,2 Mio. €"]),
        ("Enger spart so rund 100.000 Euro im Jahr.", []),
        ("Eine Außenstelle hätte 48.000 Euro im Jahr gekostet.", []),
        ("Der mit 20.000 Euro dotierte Preis ging an beide.", []),
    ],
)
def test_costs_are_amounts_that_are_spent_on_it(text: str, costs: list[str]) -> None:
    assert values(project_of(text).costs) == costs


def test_a_table_of_costs_is_read_row_by_row_and_grants_are_no_costs() -> None:
    rows = (
        "\n\nPosition | Kosten jährlich\nFahrer (0,2 Stelle) | 9.600 €\nTreibstoff | 1.150 €\n"
        "Förderung des Landes | 5.000 €\n"
    )
    project = project_of(rows)
    assert values(project.costs) == ["9.600 €", "1.150 €"]
    assert values(project.staff) == ["0,2 Stelle"]


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("Dafür schrieb Enger eine unbefristete Stelle aus.", ["eine unbefristete Stelle"]),
        ("Der Pool besteht aus acht Kräften.", ["acht Kräften"]),
        ("Eingeplant sind 2,5 Vollzeitäquivalente.", ["2,5 Vollzeitäquivalente"]),
        ("Das Team hat kaum eigenes Personal.", ["kaum eigenes Personal"]),
        ("Alles ist an einer Stelle zu finden, an erster Stelle der Bauhof.", []),
        ("Die Stelle der Leitung ist wichtig.", []),
    ],
)
def test_staff_is_posts_and_people_and_no_place(text: str, staff: list[str]) -> None:
    assert values(project_of(text).staff) == staff


@pytest.mark.parametrize(
    ("text", "programmes"),
    [
        (
            "Bezahlt wird es aus dem Bundesprogramm zur Stärkung des ÖPNV.",
            ["Bundesprogramm zur Stärkung des ÖPNV"],
        ),
        ("Die Städtebauförderung bezuschusste den Bau mit 190.000 Euro.", ["Städtebauförderung"]),
        ("150.000 Euro stammen aus dem Just Transition Fund.", ["Just Transition Fund"]),
        ("Gefördert wird es aus Mitteln von LEADER.", ["LEADER"]),
        ("Das Land fördert es im Programm „Heimat 4.0“.", ["Heimat 4.0"]),
        ("Ein Programm zum Lesen von Karten gehört dazu.", []),
        ("Zuständig ist die Wirtschaftsförderung der Stadt.", []),
    ],
)
def test_programmes_are_known_by_how_german_names_them(text: str, programmes: list[str]) -> None:
    assert values(project_of(text).programmes) == programmes


@pytest.mark.parametrize(
    "text",
    [
        "In Enger dauerte es länger, weil Flächen fehlten.",
        "Die Versorger geben ihre Daten ungern aus der Hand.",
        "Die Einführung verzögerte sich um ein Jahr.",
        "Der Rat lehnte den Beitritt zunächst ab.",
    ],
)
def test_what_was_hard_is_told_in_the_words_of_the_text(text: str) -> None:
    (obstacle,) = project_of(text).obstacles
    assert obstacle.value == text == obstacle.evidence.quote


def test_what_stands_below_a_heading_about_hurdles_is_one() -> None:
    project = project_of("\n\n# Stolpersteine\nDie Ämter nutzen verschiedene Programme dafür.")
    assert values(project.obstacles) == ["Die Ämter nutzen verschiedene Programme dafür."]


@pytest.mark.parametrize(
    "text",
    [
        "Ein Probelauf in Enger wurde abgebrochen, weil sich nur drei Haushalte meldeten.",
        "Das Angebot am Samstag wurde wieder eingestellt.",
        "Zum Jahresende ist der Versuch ausgelaufen und wird nicht fortgesetzt.",
    ],
)
def test_what_was_given_up_keeps_its_reason(text: str) -> None:
    (stop,) = project_of(text).stops
    assert stop.value == text


def test_hiring_somebody_ends_nothing() -> None:
    assert project_of("Beide Städte haben eine Koordinatorin eingestellt.").stops == ()


def test_a_company_that_works_for_it_is_not_its_legal_form() -> None:
    named = project_of("Den Server stellt die Nordlicht IT GmbH bereit.")
    founded = project_of("Beide haben für den Betrieb eine GmbH gegründet.")
    assert named.legal_form is None
    assert founded.legal_form is not None
    assert founded.legal_form.value == "GmbH"


def test_a_field_left_empty_does_not_take_the_label_below_it_for_its_value() -> None:
    project = project_of("\n\nFörderung:\n\nRechtsform:\n\nZusammenarbeit seit: 2020\n")
    assert project.funding is None
    assert project.legal_form is None
