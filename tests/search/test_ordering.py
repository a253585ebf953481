from ontology.cards import MunicipalityCard, ProjectCard, Span
from search.conditions import Wanted
from search.grouping import Group
from search.ordering import ordered
from tests.search.models import DETMOLD, LEMGO


def group(name: str, score: float, town: MunicipalityCard, *documents: str) -> Group:
    spans = tuple(Span(document, 0, 1) for document in documents)
    return Group(score, ProjectCard(name, name, "projekt", spans=spans), (town,), ())


def order(*groups: Group) -> list[str]:
    return [each.project.name for each in ordered(groups, Wanted()) if each.project]


def test_among_equals_several_sources_count_more() -> None:
    one, two = group("eine", 0.8, LEMGO, "a"), group("zwei", 0.8, DETMOLD, "a", "b")
    assert order(one, two) == ["zwei", "eine"]


def test_another_town_comes_before_the_same_one_again() -> None:
    first, again = group("erste", 0.9, LEMGO, "a"), group("zweite", 0.81, LEMGO, "b")
    assert order(first, again, group("andere", 0.8, DETMOLD, "c")) == ["erste", "andere", "zweite"]
