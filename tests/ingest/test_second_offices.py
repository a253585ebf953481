"""Who holds one office holds another: in a body, for a time, by a verb around both."""

import pytest

from tests.ingest.actors import roles_in

AALEN = "Stadt Aalen"
MAYOR = ("Bürgermeister", AALEN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Vorsitzender ist bis 2025 Aalens Bürgermeister Jan Wolters.",
            [("Vorsitzender", None), MAYOR],
            id="until a year",
        ),
        pytest.param(
            "Verbandsvorsteher wird voraussichtlich der Aalener Bürgermeister Jan Wolters.",
            [("Verbandsvorsteher", None), MAYOR],
            id="probably",
        ),
        pytest.param(
            "Sie untersteht dem Verbandsvorsteher, zurzeit Aalens Bürgermeister Jan Wolters.",
            [("Verbandsvorsteher", None), MAYOR],
            id="for the time being",
        ),
        pytest.param(
            "Es sprach ihr neuer Vorsitzender, Bürgermeister Jan Wolters aus Aalen.",
            [("Vorsitzender", AALEN), MAYOR],
            id="their new one",
        ),
        pytest.param(
            "Es sprach unser langjähriger Vorsitzender, Bürgermeister Jan Wolters aus Aalen.",
            [("Vorsitzender", AALEN), MAYOR],
            id="our old one",
        ),
        pytest.param(
            "Die Koordination liegt in Aalen bei Jugendamtsleiter Jan Wolters.",
            [("Koordination", AALEN), ("Jugendamtsleiter", AALEN)],
            id="lies with",
        ),
        pytest.param(
            "Das Team wird von Amtsrat Jan Wolters geleitet.",
            [("Amtsrat", None), ("Leiter", None)],
            id="is led by",
        ),
        pytest.param(
            "Unter der Leitung von Professor Jan Wolters gingen alle durch die Halle.",
            [("Professor", None)],
            id="leading a tour is no office",
        ),
        pytest.param(
            "Protokoll\n\nVorsitz: Bürgermeister Jan Wolters (Aalen)\nBeginn: 18 Uhr",
            [MAYOR],
            id="neither is leading a meeting",
        ),
        pytest.param(
            "Lenkungskreis (Vorsitz: Bürgermeister Jan Wolters, Aalen) und Beirat tagten.",
            [("Vorsitz", AALEN), MAYOR],
            id="in the chair of a body",
        ),
    ],
)
def test_one_office_beside_another(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert roles_in(text, "Jan Wolters") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Es kam Rektor i. R. Jan Wolters.", [("Rektor", None)], id="retired"),
        pytest.param("Es sprach Weihbischof em. Jan Wolters.", [("Weihbischof", None)], id="em."),
        pytest.param(
            "Moderation und Protokoll: Jan Wolters (Stadt Aalen)",
            [("Moderation", AALEN)],
            id="two labels",
        ),
        pytest.param(
            "Neben ihm saß Bürgermeisterkollege Jan Wolters aus Aalen.",
            [MAYOR],
            id="a colleague",
        ),
        pytest.param(
            "Es half die KommIT GmbH. Fragen beantwortet KommIT-Berater Jan Wolters.",
            [("Berater", "KommIT GmbH")],
            id="a body in the name of the office",
        ),
        pytest.param(
            "Der Kreis Soest hilft. Fragen beantwortet Kreis-CISO Jan Wolters (Kreis Soest).",
            [("Kreis-CISO", "Kreis Soest")],
            id="the kind of body in it",
        ),
        pytest.param(
            "Ansprechpartner: Stadt Soest, Paul Adler; Stadt Aalen, Jan Wolters",
            [(None, AALEN)],
            id="body and name between semicolons",
        ),
    ],
)
def test_an_office_as_it_is_written(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert roles_in(text, "Jan Wolters") == expected


def test_a_cell_of_a_table_may_hold_name_and_office() -> None:
    table = (
        "Kommune | Person | Aufgabe\n"
        "Stadt Aalen | Jan Wolters, IT-Leiter | Lage\n"
        "Stadt Soest | Petra Kruse, Kämmerin | Technik"
    )
    assert roles_in(table, "Jan Wolters") == [("Lage", AALEN), ("IT-Leiter", AALEN)]
