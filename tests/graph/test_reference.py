import io

import pytest
from rdflib import Literal, URIRef

from graph.reference import load_reference, reference_graph, reference_statements
from graph.statements import Statement
from graph.store import Store
from ontology.gazetteer import gazetteer
from ontology.iris import Iris
from ontology.terms import NW


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    load_reference(store)
    return store


def test_every_place_of_the_gazetteer_is_in_the_reference_graph(store: Store) -> None:
    query = f"SELECT (COUNT(?ags) AS ?n) WHERE {{ ?place <{NW.ags}> ?ags }}"
    assert list(store.query(query).rows()) == [{"n": str(len(gazetteer()))}]
    assert store.graphs() == (reference_graph(store.iris),)


def test_a_town_leads_over_its_county_to_its_land(store: Store) -> None:
    town = store.iris.municipality("05766020")
    parts = [each.object for each in store.about(town) if each.predicate == NW.partOf]
    assert parts == [URIRef(store.iris.municipality("05766"))]
    above = [each.object for each in store.about(str(parts[0])) if each.predicate == NW.partOf]
    assert above == [URIRef(store.iris.land("05"))]


def test_an_independent_town_belongs_to_its_land_directly(store: Store) -> None:
    town = store.iris.municipality("05711000")
    parts = [str(each.object) for each in store.about(town) if each.predicate == NW.partOf]
    assert parts == [store.iris.land("05")]


def test_keys_keep_their_leading_zero(store: Store) -> None:
    town = store.iris.municipality("01001000")
    assert Statement(URIRef(town), NW.ags, Literal("01001000")) in set(store.about(town))


def test_loading_again_does_nothing(store: Store) -> None:
    assert load_reference(store) is False


def test_stale_reference_data_are_replaced_by_the_same_bytes_and_documents_kept(
    store: Store,
) -> None:
    changed = Store()
    graph = reference_graph(changed.iris)
    stale = Statement(URIRef("https://example.org/gone"), NW.ags, Literal("99999999"))
    said = Statement(URIRef("https://example.org/kept"), NW.ags, Literal("00000001"))
    old = Statement(URIRef(graph), NW.referenceVersion, Literal("0"))
    changed.replace_graph(graph, [stale, old])
    changed.replace("a" * 16, [said])
    assert load_reference(changed) is True
    assert list(changed.about("https://example.org/gone")) == []
    assert list(changed.about("https://example.org/kept")) == [said]
    changed.forget("a" * 16)
    dumps = []
    for each in (store, changed):
        output = io.BytesIO()
        each.dump(output)
        dumps.append(output.getvalue())
    assert dumps[0] == dumps[1]
    assert changed.agrees()


def test_another_base_moves_themes_and_places_alike() -> None:
    iris = Iris("https://wissen.example.org/")
    subjects = {str(each.subject) for each in reference_statements(iris)}
    assert iris.theme("Mobilität") in subjects
    assert iris.municipality("05766020") in subjects
    assert not any(each.startswith(f"{Iris().base}id/") for each in subjects)
