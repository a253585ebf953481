"""Which parties, boards, funders and houses with short forms are bodies of a document."""

import pytest

from ingest.body_shapes import least_score
from tests.ingest.actors import entities_of


def organisations_in(text: str) -> dict[str, tuple[str, ...]]:
    return {one.name: one.short_names for one in entities_of(text).organisations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In Calw bleibt es so. SPD und Grüne fordern mehr.", {"SPD", "Grüne"}),
        pytest.param("Die FDP möchte die Kosten kennen.", {"FDP"}),
        pytest.param("Angeregt hatte das die CDU.", {"CDU"}),
        pytest.param("Es begann mit einem Antrag der Freien Wähler.", {"Freie Wähler"}),
        pytest.param(
            "Dort möchte die Junge Liste, unterstützt von der CSU, Regeln sehen.",
            {"Junge Liste", "CSU"},
        ),
        pytest.param("Ein Papier, das die SPD im Mai eingebracht hat.", {"SPD"}),
    ],
)
def test_a_party_that_acts_is_a_body(text: str, expected: set[str]) -> None:
    assert set(organisations_in(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Stadträtin Eva Kurz (SPD) fragte nach.",
        "Es sprach Stadtrat Jan Wolters von der CDU.",
        "Die Kreisräte der Grünen waren dabei.",
        "Die Liste hat zwölf Zeilen.",
    ],
)
def test_a_party_that_somebody_only_belongs_to_is_none(text: str) -> None:
    assert not organisations_in(text)


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        pytest.param(
            "Der Zweckverband Elektronische Dienste in Mittelhessen (eGo-Saar) hilft.",
            "Zweckverband Elektronische Dienste in Mittelhessen",
            "eGo-Saar",
            id="more of the name before the bracket",
        ),
        pytest.param(
            "Es lud das Deutsche Institut für Urbanistik (Difu) ein. Das Difu zahlte.",
            "Deutsches Institut für Urbanistik",
            "Difu",
            id="one capital",
        ),
        pytest.param(
            "bei der Kommunalen Datenverarbeitung Oldenburg, kurz KDO",
            "Kommunale Datenverarbeitung Oldenburg",
            "KDO",
            id="in short",
        ),
        pytest.param(
            "beim Brandenburgischen IT-Dienstleister (ZIT-BB)",
            "Brandenburgischer IT-Dienstleister",
            "ZIT-BB",
            id="a name that nothing else tells",
        ),
    ],
)
def test_a_known_short_form_is_the_name_that_it_explains(text: str, name: str, short: str) -> None:
    assert organisations_in(text) == {name: (short,)}


def test_a_short_form_is_the_only_body_with_its_initials() -> None:
    text = "Die SAKD, die Sächsische Anstalt für kommunale Datenverarbeitung, lud ein."
    assert set(organisations_in(text)) == {"Sächsische Anstalt für kommunale Datenverarbeitung"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("die Universität zu Kiel", {"Universität zu Kiel"}),
        ("Das Staatliche Schulamt half.", {"Staatliches Schulamt"}),
        ("die Bürgermeisterdienstversammlung bat darum", {"Bürgermeisterdienstversammlung"}),
        ("die Fragen der „Fachgruppe Steuern“", {"Fachgruppe Steuern"}),
        ("Es half das Land Hessen.", {"Land Hessen"}),
        ("90.000 Euro kamen vom Land Hessen.", set()),
        ("Mittel: 3 Millionen Euro; Land Hessen 2 Millionen", set()),
        (
            "das Ministerium für Verkehr und das Institut für Wohnen",
            {"Ministerium für Verkehr", "Institut für Wohnen"},
        ),
        ("die Neubrandenburger Stadtwerke", {"Neubrandenburger Stadtwerke"}),
    ],
)
def test_bodies_are_found_whole_and_funders_by_the_way_are_none(
    text: str, expected: set[str]
) -> None:
    assert set(organisations_in(text)) == expected


def test_the_network_may_be_less_sure_of_names_in_several_words() -> None:
    assert least_score("Moor Campus Leezen") < least_score("Leezen")
