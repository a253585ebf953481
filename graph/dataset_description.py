"""The data set as catalogues want it described: VoID for linked data, DCAT-AP.de for portals."""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Literal, Namespace, URIRef
from rdflib.namespace import VOID

from graph.service_description import FORMATS
from graph.statements import Statement
from graph.store import Store
from ontology.terms import PREFIXES

__all__ = ["Addresses", "dataset_description"]

DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
# The themes and kinds of access that the Publications Office of the EU keeps lists of.
_GOVERNMENT = URIRef("http://publications.europa.eu/resource/authority/data-theme/GOVE")
_PUBLIC = URIRef("http://publications.europa.eu/resource/authority/access-right/PUBLIC")
_GERMAN = URIRef("http://publications.europa.eu/resource/authority/language/DEU")
_MEDIA_TYPES = Namespace("https://www.iana.org/assignments/media-types/application/")
_FILE_TYPES = Namespace("http://publications.europa.eu/resource/authority/file-type/")
# By the ending of the file: its name, media type and file type of the EU's list.
_DUMPS = {
    "nq": ("N-Quads", "n-quads", "RDF_N_QUADS"),
    "trig": ("TriG", "trig", "RDF_TRIG"),
}
_TITLE = {
    "de": "Nachbarwissen: interkommunale Zusammenarbeit als Wissensgraph",
    "en": "Nachbarwissen: municipal cooperation as a knowledge graph",
}
_TEXT = {
    "de": "Vorhaben, Kommunen, Personen, Auszeichnungen und Termine aus Dokumenten der kommunalen "
    "Zusammenarbeit; jede Aussage mit wörtlichem Beleg.",
    "en": "Undertakings, municipalities, people, awards and events from documents on municipal "
    "cooperation; every statement with its quoted evidence.",
}
_RIGHTS = (
    "Die Rechte stehen an jedem Dokument (dcterms:rights, dcterms:license); "
    "ohne freie Lizenz werden nur kurze Zitate gezeigt."
)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where an installation can be reached, and who answers for it."""

    root: str
    sparql: str
    publisher: str


def dataset_description(store: Store, addresses: Addresses) -> Iterator[Statement]:
    """Yield the description of all that a store holds, with what was counted in it."""
    dataset = URIRef(f"{addresses.root}.well-known/void#dataset")
    yield Statement(dataset, RDF.type, VOID.Dataset)
    yield Statement(dataset, RDF.type, DCAT.Dataset)
    for language, title in _TITLE.items():
        yield Statement(dataset, DCTERMS.title, Literal(title, lang=language))
    for language, text in _TEXT.items():
        yield Statement(dataset, DCTERMS.description, Literal(text, lang=language))
    yield from _catalogued(dataset, addresses)
    yield from _linked(dataset, store, addresses)


def _catalogued(dataset: URIRef, addresses: Addresses) -> Iterator[Statement]:
    publisher = URIRef(f"{addresses.root}.well-known/void#publisher")
    service = URIRef(f"{addresses.sparql}#service")
    distribution = URIRef(f"{addresses.root}.well-known/void#distribution")
    yield Statement(dataset, DCTERMS.publisher, publisher)
    yield Statement(publisher, RDF.type, FOAF.Agent)
    yield Statement(publisher, FOAF.name, Literal(addresses.publisher))
    yield Statement(dataset, DCTERMS.identifier, Literal(str(dataset)))
    yield Statement(dataset, DCTERMS.language, _GERMAN)
    yield Statement(dataset, DCAT.theme, _GOVERNMENT)
    yield Statement(dataset, DCTERMS.accessRights, _PUBLIC)
    yield Statement(dataset, DCATDE.geocodingDescription, Literal("Deutschland", lang="de"))
    yield Statement(dataset, DCAT.landingPage, URIRef(addresses.root))
    yield Statement(dataset, DCAT.distribution, distribution)
    yield Statement(distribution, RDF.type, DCAT.Distribution)
    yield Statement(distribution, DCAT.accessURL, URIRef(addresses.sparql))
    yield Statement(distribution, DCAT.accessService, service)
    yield Statement(distribution, DCTERMS.rights, Literal(_RIGHTS, lang="de"))
    yield from _dumps(dataset, addresses)
    yield Statement(service, RDF.type, DCAT.DataService)
    yield Statement(service, DCTERMS.title, Literal("SPARQL", lang="de"))
    yield Statement(service, DCAT.endpointURL, URIRef(addresses.sparql))
    yield Statement(service, DCAT.endpointDescription, URIRef(addresses.sparql))
    yield Statement(service, DCAT.servesDataset, dataset)


def _dumps(dataset: URIRef, addresses: Addresses) -> Iterator[Statement]:
    for ending, (name, media_type, file_type) in _DUMPS.items():
        address = URIRef(f"{addresses.root}dump/nachbarwissen.{ending}")
        distribution = URIRef(f"{addresses.root}.well-known/void#dump-{ending}")
        yield Statement(dataset, DCAT.distribution, distribution)
        yield Statement(distribution, RDF.type, DCAT.Distribution)
        yield Statement(distribution, DCTERMS.title, Literal(name))
        yield Statement(distribution, DCAT.accessURL, address)
        yield Statement(distribution, DCAT.downloadURL, address)
        yield Statement(distribution, DCAT.mediaType, _MEDIA_TYPES[media_type])
        yield Statement(distribution, DCTERMS["format"], _FILE_TYPES[file_type])
        yield Statement(distribution, DCTERMS.rights, Literal(_RIGHTS, lang="de"))
        yield Statement(dataset, VOID.dataDump, address)


def _linked(dataset: URIRef, store: Store, addresses: Addresses) -> Iterator[Statement]:
    yield Statement(dataset, VOID.sparqlEndpoint, URIRef(addresses.sparql))
    yield Statement(dataset, VOID.uriSpace, Literal(f"{store.iris.base}id/"))
    yield Statement(dataset, VOID.uriLookupEndpoint, URIRef(f"{addresses.root}id/"))
    for name in ("Turtle", "N-Triples", "JSON-LD", "RDF_XML"):
        yield Statement(dataset, VOID.feature, FORMATS[name])
    for _, namespace in sorted(PREFIXES.items()):
        yield Statement(dataset, VOID.vocabulary, URIRef(namespace))
    for row in store.rows("dataset_counts"):
        yield Statement(dataset, VOID.triples, _number(row["statements"]))
        yield Statement(dataset, VOID.properties, _number(row["properties"]))
        yield Statement(dataset, VOID.distinctSubjects, _number(row["subjects"]))
    documents = len(store.document_ids())
    yield Statement(dataset, VOID.documents, _number(str(documents)))
    classes = list(store.rows("class_counts"))
    yield Statement(dataset, VOID.classes, _number(str(len(classes))))
    for number, row in enumerate(classes, start=1):
        part = URIRef(f"{addresses.root}.well-known/void#class-{number}")
        yield Statement(dataset, VOID.classPartition, part)
        yield Statement(part, VOID["class"], URIRef(row["class"] or ""))
        yield Statement(part, VOID.entities, _number(row["things"]))


def _number(text: str | None) -> Literal:
    return Literal(text or "0", datatype=XSD.integer)
