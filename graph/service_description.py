"""What a SPARQL endpoint says of itself, in the W3C's vocabulary for that."""

from collections.abc import Iterable, Iterator

from rdflib import RDF, Literal, Namespace, URIRef
from rdflib.namespace import VOID

from graph.statements import Statement
from ontology.iris import Iris
from ontology.terms import NW

__all__ = [
    "FORMATS",
    "SD",
    "history_description",
    "service_description",
    "workspace_description",
]

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")

_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads")


def service_description(
    endpoint: str, iris: Iris, graphs: Iterable[str], *, has_services: bool = False
) -> Iterator[Statement]:
    """Yield what the endpoint over the published graph offers; it answers, it never changes.

    The graphs of single documents follow one pattern and are left out.
    """
    yield from _service(endpoint, SD.SPARQL11Query)
    service = URIRef(f"{endpoint}#service")
    if has_services:
        yield Statement(service, SD.feature, SD.BasicFederatedQuery)
    for search in (NW.matches, NW.similarTo):
        yield Statement(service, SD.propertyFeature, search)
    dataset = URIRef(f"{endpoint}#dataset")
    pattern = iris.document_graph("")
    for name in sorted(graph for graph in graphs if not graph.startswith(pattern)):
        graph = URIRef(f"{endpoint}#graph-{name.rpartition('/graph/')[2].replace('/', '-')}")
        yield Statement(dataset, SD.namedGraph, graph)
        yield Statement(graph, RDF.type, SD.NamedGraph)
        yield Statement(graph, SD.name, URIRef(name))
    yield Statement(dataset, VOID.uriSpace, Literal(iris.base))


def workspace_description(endpoint: str) -> Iterator[Statement]:
    """Yield what the endpoint over the workspace offers."""
    yield from _service(endpoint, SD.SPARQL11Query, SD.SPARQL11Update)


def history_description(endpoint: str) -> Iterator[Statement]:
    """Yield what the endpoint over earlier versions offers."""
    yield from _service(endpoint, SD.SPARQL11Query)


def _service(endpoint: str, *languages: URIRef) -> Iterator[Statement]:
    service, dataset = URIRef(f"{endpoint}#service"), URIRef(f"{endpoint}#dataset")
    graph = URIRef(f"{endpoint}#default-graph")
    yield Statement(service, RDF.type, SD.Service)
    yield Statement(service, SD.endpoint, URIRef(endpoint))
    for language in languages:
        yield Statement(service, SD.supportedLanguage, language)
    for name in (*_RESULTS, *_GRAPHS):
        yield Statement(service, SD.resultFormat, FORMATS[name])
    yield Statement(service, SD.defaultDataset, dataset)
    yield Statement(dataset, RDF.type, SD.Dataset)
    yield Statement(dataset, SD.defaultGraph, graph)
    yield Statement(graph, RDF.type, SD.Graph)
