"""Offices told by the kind of a body, a field, a verb or a list, and persons without a body."""

import pytest

from ingest.readers.dispatch import read_file
from tests.ingest.actors import entities_of, roles_in

AALEN = "Stadt Aalen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Zum Verbund gehört die Stadtbibliothek Aalen. Im März zog sie um. "
            "„Endlich“, sagt Bibliotheksleiterin Eva Kern.",
            [("Bibliotheksleiterin", "Stadtbibliothek Aalen")],
            id="the only body of the office's kind",
        ),
        pytest.param(
            "Der Stadt Aalen half Abteilungsleiterin Tiefbau Eva Kern.",
            [("Abteilungsleiterin Tiefbau", AALEN)],
            id="a field between office and name",
        ),
        pytest.param(
            "Dem Aufsichtsrat sitzt seit 2021 Eva Kern vor.",
            [("Aufsichtsratsvorsitzende", None)],
            id="who sits in front of a board",
        ),
        pytest.param(
            "Im Rathaus ist Eva Kern zuständig, zugleich Beigeordnete für Bau.",
            [("Beigeordnete für Bau", None)],
            id="a second office behind the verb",
        ),
        pytest.param(
            "Eva Kern kümmert sich um Öffentlichkeitsarbeit.",
            [("Öffentlichkeitsarbeit", None)],
            id="a field that somebody looks after",
        ),
        pytest.param(
            "Zur Vorsitzenden der Verbandsversammlung bestimmten die Delegierten "
            "des Zweckverbands Kocherwasser die Aalener Kämmerin Eva Kern.",
            [
                ("Vorsitzende der Verbandsversammlung", "Zweckverband Kocherwasser"),
                ("Kämmerin", AALEN),
            ],
            id="an office to which a town's official was chosen",
        ),
        pytest.param(
            "Entschuldigt: Eva Kern (Stadt Aalen), Landrat des Landkreises Heidenheim\n\nBeginn",
            [(None, AALEN)],
            id="the next entry is somebody else",
        ),
        pytest.param(
            "„Es ging gut“, räumt Eva Kern ein, die in Aalen das Amt für Brandschutz führt.",
            [("Leiterin des Amts für Brandschutz", AALEN)],
            id="a clause behind a verb's particle",
        ),
        pytest.param(
            "Die Stadt Bad Urach lud ein. Es kam die Uracher Kulturreferentin Eva Kern.",
            [("Kulturreferentin", "Stadt Bad Urach")],
            id="a spa town in the form of an adjective",
        ),
        pytest.param(
            "Eva Kern führte den Marktplatz des Landes vor.", [], id="a verb with a particle"
        ),
        pytest.param(
            "Name | Funktion\nEva Kern | Schulleiterin, Albert-Grundschule Aalen\n",
            [("Schulleiterin", "Albert-Grundschule Aalen")],
            id="a school with its town in the cell of an office",
        ),
    ],
)
def test_offices_told_by_what_stands_around(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert roles_in(text, "Eva Kern") == expected


def test_who_is_listed_without_a_body_gets_none() -> None:
    text = (
        "Treffen der Landkreise Ostalbkreis und Heidenheim\n\n"
        "Gäste: Jan Lang (Landkreis Heidenheim), Kreisbrandrat Cem Kurt, Kreisbrandrat Udo Lang\n"
    )
    assert roles_in(text, "Cem Kurt") == [("Kreisbrandrat", None)]


def test_journalists_and_titles_are_no_persons() -> None:
    text = (
        "Von unserem Redaktionsmitglied Udo Lang\n\nZum Datenschutzbeauftragten der Stadt Aalen "
        "wird mit Wirkung vom 1. Mai Herr Assessor jur. Jan Wolters bestellt."
    )
    assert [person.name for person in entities_of(text).persons] == ["Jan Wolters"]


def test_lines_that_blanks_set_in_columns_are_rows_in_markdown() -> None:
    lines = [
        "Eva Kern        Kämmerin, Stadt Aalen",
        "Jan Wolters     Stadt Ulm, Gemeinde",
        "                Oberkochen",
        "Cem Kurt        Klimamanager, Stadt Giengen",
    ]
    blocks = read_file("\n".join(lines).encode(), "liste.md").blocks
    assert "\n".join(block.text for block in blocks).split("\n") == [
        "Eva Kern | Kämmerin, Stadt Aalen",
        "Jan Wolters | Stadt Ulm, Gemeinde Oberkochen",
        "Cem Kurt | Klimamanager, Stadt Giengen",
    ]
