"""Unions of municipalities, Länder, and what is no body of its own."""

import pytest

from api.extract_object import extract_object
from ingest.pipeline import read_document
from tests.ingest.actors import entities_of, town_names


@pytest.mark.parametrize(
    ("text", "union"),
    [
        ("Die Verbandsgemeinde Au-Bergheim macht mit.", "Verbandsgemeinde Au-Bergheim"),
        ("Es kam die VG Au-Bergheim aus Rheinland-Pfalz.", "Verbandsgemeinde Au-Bergheim"),
        ("Bürgermeister der Verbandsgemeinde Oberes Sahrtal", "Verbandsgemeinde Oberes Sahrtal"),
        ("Die SG Nordheide-West zahlt.", "Samtgemeinde Nordheide-West"),
    ],
)
def test_a_union_without_a_towns_name_is_found(text: str, union: str) -> None:
    assert union in [one.name for one in entities_of(text).organisations]


def test_the_output_lists_a_union_among_the_municipalities() -> None:
    text = "Die Samtgemeinde Nordheide-West baut ein Archiv.\n"
    found = extract_object(read_document(text.encode(), "text.txt"))
    assert "Nordheide-West" in [one["name"] for one in found["municipalities"]]
    assert not any("Nordheide" in one["name"] for one in found["organisations"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das Land Hessen zahlt die Hälfte.", "Land Hessen"),
        ("Der Freistaat Bayern fördert das.", "Freistaat Bayern"),
        ("Genehmigt hat es die Regierung von Mittelfranken.", "Regierung von Mittelfranken"),
        ("Die Technik kommt von der Südwestfalen-IT.", "Südwestfalen-IT"),
    ],
)
def test_laender_and_regional_bodies_act(text: str, name: str) -> None:
    assert name in [one.name for one in entities_of(text).organisations]


def test_im_land_is_only_where() -> None:
    assert not entities_of("Im Land Hessen gibt es das oft. Gut im Land Hessen.").organisations


def test_landscapes_are_no_towns() -> None:
    assert town_names("Wir fahren im Grabfeld umher, Aalen zahlt.") == ["Aalen"]


def test_a_town_has_the_fullest_name_that_the_text_writes_once() -> None:
    often = "Halle (Westf.) zahlt. Halle (Westf.) baut. Auch Bielefeld hilft in Halle."
    once = "Stadt Halle (Westf.)\n\nBielefeld baut mit in Halle. In Halle freut man sich."
    never = "Steinhagen und Halle im Kreis Gütersloh bauen zusammen. In Halle freut man sich."
    assert "Halle (Westf.)" in town_names(often)
    assert "Halle (Westf.)" in town_names(once)
    assert "Halle" in town_names(never)
