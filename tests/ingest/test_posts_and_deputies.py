"""Who stands in for whom, who has a post told of before, and whom a table or sentence means."""

import pytest

from ingest.readers.reflow import unwrap
from tests.ingest.actors import entities_of, roles_in

AALEN = "Stadt Aalen"
MAYOR = ("Bürgermeister", AALEN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Verbandsvorsteherin ist Petra Kruse. Sie wird vertreten von Jan Wolters.",
            [("stellvertretender Verbandsvorsteher", None)],
            id="is stood in for",
        ),
        pytest.param(
            "Den Verband leitet Petra Kruse, vertreten wird sie von Jan Wolters.",
            [("stellvertretender Leiter des Verbands", None)],
            id="the verb first",
        ),
        pytest.param(
            "Zur Sprecherin wählte die Runde Petra Kruse, zum Stellvertreter "
            "Aalens Bürgermeister Jan Wolters.",
            [("stellvertretender Sprecher", None), MAYOR],
            id="chosen with the chair",
        ),
        pytest.param(
            "Sprecherin ist Petra Kruse. Knapp unterlag ihr Aalens Bürgermeister Jan Wolters, "
            "der sie nun vertritt.",
            [MAYOR, ("stellvertretender Sprecher", None)],
            id="told behind the name",
        ),
        pytest.param(
            "An der Spitze des Aufsichtsrats steht Aalens Bürgermeister Jan Wolters.",
            [("Vorsitzender des Aufsichtsrats", None), MAYOR],
            id="at the top of a board",
        ),
        pytest.param(
            "Gesucht wurde ein Radverkehrsplaner für beide Städte. Die Stelle hat Jan Wolters.",
            [("Radverkehrsplaner", None)],
            id="a post told of before",
        ),
        pytest.param(
            "Beide leisten sich einen Klimamanager. Stelleninhaber ist seit Mai Herr Jan Wolters.",
            [("Klimamanager", None)],
            id="its bearer",
        ),
        pytest.param(
            "Laut Beigeordnetem Jan Wolters reicht das Geld.",
            [("Beigeordneter", None)],
            id="declined as an adjective is",
        ),
        pytest.param(
            "Es sprach Bürgermeister Jan Wolters (Aalen), zugleich Sprecher der "
            "Bürgermeisterkonferenz.",
            [MAYOR, ("Sprecher", "Bürgermeisterkonferenz")],
            id="a longer word is another office",
        ),
        pytest.param(
            "Bürgermeister Jan Wolters (Aalen) kam. Als Stadtoberhaupt freue er sich, so Wolters.",
            [MAYOR],
            id="what a mayor is called besides",
        ),
        pytest.param(
            "Das Wirtschaftsministerium zahlt die Hälfte. Minister Jan Wolters kam selbst.",
            [("Minister", "Wirtschaftsministerium")],
            id="a minister of the only ministry",
        ),
    ],
)
def test_the_office_is_read(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert roles_in(text, "Jan Wolters") == expected


def test_a_label_gives_its_body_to_all_who_stand_behind_it() -> None:
    text = (
        "Anwesend\n\nKreis Lippe: Landrat Jan Wolters, Kreisdirektorin Petra Kruse, "
        "Amtsleiter Ali Kaya"
    )

    assert roles_in(text, "Petra Kruse") == [("Kreisdirektorin", "Kreis Lippe")]
    assert roles_in(text, "Ali Kaya") == [("Amtsleiter", "Kreis Lippe")]


def test_offices_of_a_table_belong_to_the_body_it_is_about() -> None:
    text = (
        "Feld | Angabe\nTräger | Biogas Ries GmbH, Sitz Aalen\nStammkapital | 90.000 Euro\n"
        "Geschäftsführung (2021) | Jan Wolters, Kämmerer der Stadt Aalen\n"
    )

    assert roles_in(text, "Jan Wolters") == [
        ("Geschäftsführung", "Biogas Ries GmbH"),
        ("Kämmerer", AALEN),
    ]


def test_columns_of_years_are_no_bodies_and_one_word_may_be_one() -> None:
    text = (
        "Von – bis | Name | Aufgabe\n2020–2022 | Petra Kruse | Leiterin des Bauhofs\n"
        "seit 2022 | Jan Wolters | Lotse, Seniorenagentur\n"
    )

    assert roles_in(text, "Petra Kruse") == [("Leiterin des Bauhofs", None)]
    assert roles_in(text, "Jan Wolters") == [("Lotse", "Seniorenagentur")]


def test_a_paragraph_on_others_is_read_and_a_pointer_to_them_is_not() -> None:
    told = (
        "Was andere machen: In Aalen prüft seit 2019 ein eigenes Amt die Rechnungen der Nachbarn. "
        "Das spart allen Zeit, sagt Bürgermeister Jan Wolters (Aalen), der noch zwei weitere "
        "Orte gewinnen will."
    )

    assert roles_in(told, "Jan Wolters") == [MAYOR]
    assert entities_of("Was andere machen: Jan Wolters über Bäder in Aalen").persons == ()


def test_a_list_behind_a_label_goes_on_where_the_line_broke_a_name() -> None:
    lines = [
        "Kommunen: Oberbürgermeisterin Petra Kruse, Bürgermeister Jan",
        "Wolters, Bürgermeisterin Ayla Demir, Samtgemeindebürgermeister Ole Petersen-Harms",
    ]

    assert unwrap(lines, width=max(map(len, lines))) == [" ".join(lines)]
