"""The reference graph: every municipality, county and Land, the themes, roles and vocabulary."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef

from graph.statements import Statement
from graph.store import Store
from ontology.gazetteer import Place, gazetteer
from ontology.iris import BASE, Iris
from ontology.terms import NW, PREFIXES

__all__ = [
    "load_reference",
    "reference_graph",
    "reference_statements",
    "vocabulary_statements",
]

VOCABULARY_FILES = ("core.ttl", "roles.ttl", "themes.ttl")
# The day for which the gazetteer's numbers of inhabitants hold.
POPULATION_DATE = Literal("2023-12-31", datatype=XSD.date)
# The official keys as IRIs, as DCAT-AP.de publishes them (code lists of political geocoding).
OFFICIAL = Namespace("http://dcat-ap.de/def/politicalGeocoding/")
LAT = URIRef(PREFIXES["geo"] + "lat")
LONG = URIRef(PREFIXES["geo"] + "long")


def load_reference(store: Store) -> bool:
    """Bring the store's reference data up to date; tell whether there was anything to do."""
    graph = reference_graph(store.iris)
    stamp = Statement(URIRef(graph), NW.referenceVersion, Literal(_version()))
    if stamp in set(store.about(graph)):
        return False
    store.bulk_replace_graph(graph, (*reference_statements(store.iris), stamp))
    return True


def reference_graph(iris: Iris) -> str:
    """Return the name of the graph that holds the reference data."""
    return iris.graph("reference")


def reference_statements(iris: Iris) -> Iterator[Statement]:
    """Yield all reference data, the same in the same order every time."""
    yield from vocabulary_statements(iris)
    lands: dict[str, str] = {}
    for place in gazetteer().places():
        lands.setdefault(place.ags[:2], place.land)
        yield from _place(iris, place)
    for key, name in sorted(lands.items()):
        land = URIRef(iris.land(key))
        yield Statement(land, RDF.type, NW.Land)
        yield Statement(land, RDFS.label, Literal(name))
        yield Statement(land, OWL.sameAs, OFFICIAL[f"stateKey/{key}"])


def _place(iris: Iris, place: Place) -> Iterator[Statement]:
    subject = URIRef(iris.municipality(place.ags))
    kind = NW.County if place.is_county else NW.Municipality
    within = place.county_ags if place.county_ags and not place.is_independent else None
    above = iris.municipality(within) if within else iris.land(place.ags[:2])
    yield Statement(subject, RDF.type, kind)
    yield Statement(subject, RDFS.label, Literal(place.name))
    yield Statement(subject, NW.ags, Literal(place.ags))
    yield Statement(subject, NW.kind, Literal(place.kind))
    yield Statement(subject, NW.partOf, URIRef(above))
    yield Statement(subject, LAT, _decimal(place.latitude))
    yield Statement(subject, LONG, _decimal(place.longitude))
    official = "districtKey" if place.is_county else "municipalityKey"
    yield Statement(subject, OWL.sameAs, OFFICIAL[f"{official}/{place.ags}"])
    if place.ars:
        yield Statement(subject, OWL.sameAs, OFFICIAL[f"regionalKey/{place.ars}"])
    if place.population:
        yield Statement(subject, NW.population, Literal(place.population))
        yield Statement(subject, NW.populationDate, POPULATION_DATE)


def _decimal(degrees: float) -> Literal:
    # Five digits are a metre; the mean of a county's towns has no more to say.
    return Literal(f"{degrees:.5f}", datatype=XSD.decimal, normalize=False)


def vocabulary_statements(iris: Iris) -> Iterator[Statement]:
    """Yield the vocabulary, the roles and the themes, ordered."""
    graph = Graph()
    for name in VOCABULARY_FILES:
        graph.parse(data=_text(name), format="turtle")
    statements = []
    for subject, predicate, value in graph:
        if isinstance(value, Literal):
            ours: URIRef | Literal = value
        else:
            ours = _rebased(value, iris)
        statements.append(Statement(_rebased(subject, iris), URIRef(str(predicate)), ours))
    yield from sorted(statements, key=Statement.n3)


def _rebased(node: object, iris: Iris) -> URIRef:
    if not isinstance(node, URIRef):
        msg = f"{node!r} in the vocabulary is no IRI; the graph holds no blank nodes"
        raise TypeError(msg)
    return URIRef(str(node).replace(f"{BASE}id/", f"{iris.base}id/", 1))


@cache
def _version() -> str:
    digest = hashlib.sha256(OFFICIAL.encode())
    for name in VOCABULARY_FILES:
        digest.update(_text(name).encode())
    digest.update((files("ontology") / "data" / "municipalities.csv").read_bytes())
    return digest.hexdigest()[:16]


def _text(name: str) -> str:
    return (files("ontology") / name).read_text(encoding="utf-8")
