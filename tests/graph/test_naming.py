import pytest

from graph.naming import anchor_of, is_generic
from ontology.model import Actor, ActorClaim, Evidence, Project

EVIDENCE = Evidence(0, 1, "x")


@pytest.mark.parametrize(
    "name",
    [
        "Serviceportal",
        "Wärmeplan",
        "Klimaschutzkonzept",
        "Rahmenstrategie",
        "Gemeinsames Serviceportal",
        "digitale Bauakte",
        "Smart-City-Strategie",
        "Smart City",
        "kommunale Wärmeplanung",
        "Integriertes Mobilitätskonzept",
        "gemeinsame Vergabestelle",
    ],
)
def test_a_name_that_any_town_could_use_is_generic(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize(
    "name",
    [
        "Limo",
        "Wirrwarr",
        "Mein ServicePortal",
        "Bauhof Aue-Weser",
        "Zukunftskonzept 2030",
        "Dresdner Klimakonzept",
        "Frankfurter Klimakonzept",
        "Lippstädter Klimakonzept",
        "Halle-Serviceportal",
        "fränkische Fördermittelplattform",
        "Smart City Hagen",
        "Strategie des Landkreises Fulda",
        "Kommunen 4.0",
    ],
)
def test_a_place_a_number_or_a_coined_word_makes_a_name_ones_own(name: str) -> None:
    assert not is_generic(name)


def claim(name: str, ags: str | None = None) -> ActorClaim:
    return ActorClaim(Actor(name, ags), EVIDENCE)


def anchor(name: str, *participants: ActorClaim, lead: ActorClaim | None = None) -> str | None:
    project = Project(name, "projekt", (EVIDENCE,), participants=participants, lead=lead)
    return anchor_of(project, document_id="d1")


def test_a_generic_name_is_anchored_to_lead_then_town_then_anybody_then_document() -> None:
    lemgo, verein = claim("Lemgo", "05766044"), claim("Verein Digital")
    assert (
        anchor("Serviceportal", verein, lemgo, lead=claim("Lüdenscheid", "05962032"))
        == "Lüdenscheid"
    )
    assert anchor("Serviceportal", verein, lemgo) == "Lemgo"
    assert anchor("Serviceportal", verein) == "Verein Digital"
    assert anchor("Serviceportal") == "d1"
    assert anchor("Bauhof Aue-Weser", lemgo) is None


def test_namesakes_among_towns_anchor_differently() -> None:
    one, other = claim("Neuenkirchen", "05566064"), claim("Neuenkirchen", "03358016")
    assert anchor("Serviceportal", one) != anchor("Serviceportal", other)
