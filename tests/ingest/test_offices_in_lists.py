"""Offices and bodies in lists, cells and labels, and bodies told by their kind or place alone."""

import pytest

from ingest.entities import find_entities
from ingest.organisation_spans import OrganisationSpan
from tests.factories import a_document
from tests.ingest.actors import roles_in

AALEN = "Stadt Aalen"
ULM = "Stadt Ulm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Wer war da?\nUlm – Büroleiter Cem Kurt\nAalen – Erster Stadtrat Jan Wolters\n"
            "Giengen – IT-Leiterin Eva Kern",
            [("Erster Stadtrat", AALEN)],
            id="a town, a dash and an office",
        ),
        pytest.param(
            "ANWESEND\n\nEva Kern Stadt Ulm, Amtsleiterin Jan Wolters Stadt Aalen\nCem Kurt",
            [(None, AALEN)],
            id="the office of the row before",
        ),
        pytest.param(
            "ANWESEND\n\nJan Wolters Stadt Aalen, Bauamtsleiter Eva Kern Stadt Ulm",
            [("Bauamtsleiter", AALEN)],
            id="the office of the own row",
        ),
        pytest.param(
            "Name | Aufgabe | Jahr\nJan Wolters | wissenschaftliche Begleitung, TU Ilmenau | 2017",
            [("wissenschaftliche Begleitung", "TU Ilmenau")],
            id="a task and a body in one cell",
        ),
        pytest.param(
            "Name | Aufgabe | Jahr\nJan Wolters | Projektleiter, Stabsstelle Digitales | 2021",
            [("Projektleiter", "Stabsstelle Digitales")],
            id="an office and a unit in one cell",
        ),
        pytest.param(
            "Projektleitung | Jan Wolters, Amt für Stadtgrün\nBeginn | 2021",
            [("Projektleitung", "Amt für Stadtgrün")],
            id="a unit beside a labelled name",
        ),
        pytest.param(
            "Zuständig:\nBürgermeister für Finanzen und Ordnung: Jan Wolters\nKämmerei: Eva Kern",
            [("Bürgermeister für Finanzen und Ordnung", None)],
            id="a label with its field",
        ),
        pytest.param(
            "Kontakt Jan Wolters, Stadt Aalen\n\nWorum es geht",
            [("Kontakt", AALEN)],
            id="a label without a colon",
        ),
        pytest.param(
            "Leitung: Jan Wolters, Kämmerer der Stadt Aalen\nProtokoll: Eva Kern",
            [("Kämmerer", AALEN)],
            id="who led a meeting has an office",
        ),
        pytest.param(
            "Protokoll: Jan Wolters\nLeitung: Eva Kern, Kämmerin der Stadt Aalen",
            [("Protokoll", None)],
            id="who kept the minutes and nothing else",
        ),
    ],
)
def test_lists_and_labels(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert roles_in(text, "Jan Wolters") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Die Regionalwerke Ostalb GmbH fährt. Der Geschäftsführer des Unternehmens, "
            "Jan Wolters, lacht.",
            [("Geschäftsführer", "Regionalwerke Ostalb GmbH")],
            id="a company by its kind",
        ),
        pytest.param(
            "Es half die Vermittlungsstelle Ostalb-Mitte (VOM). Leiter der Stelle ist Jan Wolters.",
            [("Leiter", "Vermittlungsstelle Ostalb-Mitte")],
            id="an agency by its kind",
        ),
        pytest.param(
            "Landkreis Heidenheim und Stadt Aalen zahlen. Sozialdezernent Jan Wolters (Kreis) kam.",
            [("Sozialdezernent", "Landkreis Heidenheim")],
            id="a bare Kreis in brackets",
        ),
        pytest.param(
            "„Es ging gut“, sagt Eva Kern, Vorsitzende von Bergengel e. V. Im Landratsamt "
            "Ostalbkreis hielt Projektkoordinator Jan Wolters die Fäden in der Hand.",
            [("Projektkoordinator", "Ostalbkreis")],
            id="a house of a county opens the sentence",
        ),
        pytest.param(
            "So brachte es Jan Wolters auf den Punkt, Beigeordneter der Stadt Aalen.",
            [("Beigeordneter", AALEN)],
            id="an office at the end of the clause",
        ),
        pytest.param(
            "Jan Wolters war von Beginn an dabei, erst als Kämmerer in Aalen, später als "
            "Geschäftsführer der Regionalwerke Ostalb GmbH.",
            [("Kämmerer", AALEN), ("Geschäftsführer", "Regionalwerke Ostalb GmbH")],
            id="first the one, then the other",
        ),
        pytest.param(
            "Als Verbandskämmerer dient vorerst Aalens Kämmereileiter Jan Wolters.",
            [("Verbandskämmerer", AALEN), ("Kämmereileiter", AALEN)],
            id="serves for the time being",
        ),
    ],
)
def test_bodies_told_by_kind_or_place(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert roles_in(text, "Jan Wolters") == expected


def test_an_association_at_the_end_of_a_sentence_keeps_its_chair() -> None:
    text = "„Es ging gut“, sagt Eva Kern, Vorsitzende von Bergengel e. V. Im Haus war es kalt."
    assert roles_in(text, "Eva Kern") == [("Vorsitzende", "Bergengel e. V.")]


def test_bodies_that_others_are_sure_of_have_offices_and_are_not_told_twice() -> None:
    text = "Im Saal sprach Jan Wolters, Leiter der Lagerhalle Ulm, über Musik."
    body = OrganisationSpan(text.index("Lagerhalle"), text.index(", über"), "Lagerhalle Ulm")
    found = find_entities(a_document(text), bodies=[body])
    roles = [(one.role, one.organisation) for one in found.persons[0].roles]
    assert [(role, body and body.name) for role, body in roles] == [("Leiter", "Lagerhalle Ulm")]
    assert found.organisations == ()
