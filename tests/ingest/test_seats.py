"""Towns that stand for something else: where a body sits, a river, a county, a way on a site."""

import pytest

from tests.ingest.actors import town_names

AALEN = "Die Stadt Aalen arbeitet mit der Stadt Ulm zusammen. "


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Die Kreistage in Biberach und Ravensburg stimmten zu.", id="assemblies"),
        pytest.param("Das Landratsamt in Biberach muss noch zustimmen.", id="an authority"),
        pytest.param(
            "Beraten hat der Verband mit Standorten in Biberach und Laupheim.", id="sites"
        ),
        pytest.param(
            "Dabei ist die Hochschule Ostalb (Biberach, Laupheim).", id="a school's sites"
        ),
        pytest.param("Geforscht wird am Standort Biberach.", id="one site"),
        pytest.param("Betreut wird das Netz von Biberach aus.", id="steered from there"),
        pytest.param("Zwischen Biberach und Laupheim gibt es keinen Radweg.", id="ends of a way"),
        pytest.param("Das Geld kommt aus Brüssel und Berlin.", id="two governments"),
        pytest.param("Das Treffen galt den Archiven an Werra, Fulda und Weser.", id="rivers"),
        pytest.param("An der Schwarzach steht der gemeinsame Hof.", id="a river with its article"),
    ],
)
def test_a_town_that_stands_for_something_else_does_not_act(sentence: str) -> None:
    assert town_names(AALEN + sentence) == ["Aalen", "Ulm"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ostalb-Bote › Kreis Biberach › Oberland", id="a way to a page"),
        pytest.param("Startseite > Schwaben > Biberach", id="a way with greater-than signs"),
        pytest.param("Donau-Rundschau | Lokales | Biberach", id="the head of a paper's site"),
    ],
)
def test_the_way_to_a_page_names_no_actor(line: str) -> None:
    assert town_names(f"{line}\n\n{AALEN}") == ["Aalen", "Ulm"]


def test_other_towns_told_of_in_a_paragraph_are_compared() -> None:
    told = (
        "Blick über den Zaun: Nicht jeder mag Verbände. Die Städte Biberach und Laupheim haben "
        "2011 einen Verein gegründet."
    )
    assert town_names(f"{AALEN}\n\n{told}") == ["Aalen", "Ulm", "Biberach", "Laupheim"]
    pointed = "Blick über den Zaun: Neues Freibad in Biberach"
    assert town_names(f"{AALEN}\n\n{pointed}") == ["Aalen", "Ulm"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Bernau liegt im Nachbarlandkreis Biberach.", ["Landkreis Biberach"], id="neighbouring"
        ),
        pytest.param(
            "Die Landräte von Biberach, Ravensburg und Tuttlingen haben unterschrieben.",
            ["Landkreis Biberach", "Landkreis Ravensburg", "Landkreis Tuttlingen"],
            id="heads of counties",
        ),
        pytest.param(
            "Gäste kamen aus den Nachbarkreisen, darunter Biberach und Ravensburg.",
            ["Landkreis Biberach", "Landkreis Ravensburg"],
            id="neighbours among which",
        ),
        pytest.param(
            "Das Landratsamt Biberach muss noch zustimmen.", [], id="a county that only approves"
        ),
        pytest.param(
            "Im Landratsamt Biberach stehen die Geräte.", ["Landkreis Biberach"], id="one that acts"
        ),
    ],
)
def test_counties_are_named_by_their_heads_and_neighbours(
    sentence: str, expected: list[str]
) -> None:
    found = town_names(AALEN + sentence)
    assert [name for name in found if name.startswith("Landkreis")] == expected


def test_the_short_name_of_a_named_county_is_not_its_town() -> None:
    text = (
        "Wie Biberach und Ravensburg mobil blieben\n\n"
        "Die Landkreise Biberach und Ravensburg fahren gemeinsam. "
    )
    assert town_names(text) == ["Landkreis Biberach", "Landkreis Ravensburg"]
    assert "Biberach" in town_names(text + "Auch die Stadt Biberach macht mit.")


def test_a_town_called_like_a_house_is_no_venue() -> None:
    text = "Das Portal betreibt der Kreis Borken gemeinsam mit Ahaus, Bocholt und Gronau."
    assert town_names(text) == ["Kreis Borken", "Ahaus", "Bocholt", "Gronau"]


def test_three_towns_are_connected_and_two_are_the_ends_of_a_way() -> None:
    text = f"{AALEN}Der Nachtbus zwischen Biberach, Laupheim und Ehingen ist Geschichte."
    assert {"Biberach", "Laupheim"} <= set(town_names(text))


def test_guests_come_from_towns_that_a_text_names_as_examples() -> None:
    text = f"{AALEN}Es kamen Gäste aus der Nachbarschaft, unter anderem aus Biberach und Laupheim."
    assert {"Biberach", "Laupheim"} <= set(town_names(text))


def test_a_town_that_is_also_a_noun_acts_in_a_later_clause() -> None:
    text = "Die Gemeinden Sohren und Büchenbeuren machen mit, Bell verhandelt anderswo."
    assert "Bell" in town_names(text)
