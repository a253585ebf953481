"""Turns what was read out of one document into the statements of its named graph."""

from collections.abc import Mapping
from types import MappingProxyType

from rdflib import DCTERMS, RDF, Literal, URIRef

from graph.actors import actor_named, write_actors
from graph.amendments import Amendments, amended
from graph.dates import date_literal
from graph.ledger import Ledger
from graph.occasions import write_awards, write_events
from graph.statements import Statement
from graph.undertakings import project_iri, write_projects
from ontology.iris import Iris
from ontology.model import Document, DocumentKind, Facts, Passage, Reading
from ontology.terms import NW

__all__ = ["CLASS_OF_KIND", "to_statements"]


def to_statements(
    reading: Reading, iris: Iris, *, amendments: Amendments | None = None
) -> list[Statement]:
    """Return all statements of a reading, in the same order for the same reading.

    Every statement about a thing comes with its evidence; addresses and telephone numbers are
    covered; the text itself stays in the archive. `amendments` say which of several namesakes is
    meant and what people refused or corrected.
    """
    amendments = amendments or Amendments()
    ledger = Ledger(reading.document, amendments.iris(iris.base))
    facts = reading.facts
    _write_document(ledger, reading.document, facts)
    for passage in reading.passages:
        _write_passage(ledger, passage)
    write_actors(ledger, facts)
    write_projects(ledger, facts.projects)
    projects = {project.name: project_iri(ledger, project) for project in facts.projects}
    write_awards(ledger, facts, projects)
    write_events(ledger, facts.events, projects)
    statements = amended(ledger.statements(), amendments)
    return sorted(statements, key=Statement.n3)


def _write_document(ledger: Ledger, document: Document, facts: Facts) -> None:
    subject = ledger.document_iri
    publisher = actor_named(document.publisher, facts) if document.publisher else None
    values: tuple[tuple[URIRef, URIRef | Literal | None], ...] = (
        (RDF.type, NW.Document),
        (RDF.type, CLASS_OF_KIND.get(document.kind)),
        (DCTERMS.title, ledger.text(document.title)),
        (DCTERMS.issued, date_literal(document.date)),
        (DCTERMS.language, Literal(document.language)),
        (DCTERMS.rights, Literal(document.rights)),
        (DCTERMS.license, LICENCES.get(document.rights)),
        (DCTERMS.source, _web_address(document.source_url)),
        (DCTERMS.publisher, URIRef(ledger.iris.actor(publisher)) if publisher else None),
        (NW.publisherName, ledger.text(document.publisher)),
        (NW.sourceFile, Literal(document.source_file)),
        (NW.sha256, Literal(document.sha256)),
        (NW.partner, ledger.text(document.partner)),
    )
    for predicate, value in values:
        ledger.state(subject, predicate, value)


def _write_passage(ledger: Ledger, passage: Passage) -> None:
    subject = URIRef(ledger.iris.passage(passage.document_id, passage.ordinal))
    values: tuple[tuple[URIRef, URIRef | Literal | None], ...] = (
        (RDF.type, NW.Passage),
        (NW.inDocument, ledger.document_iri),
        (NW.ordinal, Literal(passage.ordinal)),
        (NW.start, Literal(passage.start)),
        (NW.end, Literal(passage.end)),
        (NW.heading, ledger.text(passage.heading)),
        (NW.page, Literal(passage.page) if passage.page else None),
    )
    for predicate, value in values:
        ledger.state(subject, predicate, value)


def _web_address(url: str | None) -> URIRef | None:
    # A blank or angle bracket would make the IRI, and with it the whole document, unwritable.
    if not url or any(char in url for char in ' <>"{}|\\^`') or "://" not in url:
        return None
    return URIRef(url)


CLASS_OF_KIND: Mapping[DocumentKind, URIRef] = MappingProxyType(
    {
        "newsletter": NW.Newsletter,
        "pressemitteilung": NW.PressRelease,
        "projektsteckbrief": NW.ProjectProfile,
        "ratsvorlage": NW.CouncilPaper,
        "strategiepapier": NW.StrategyPaper,
        "workshop-protokoll": NW.WorkshopRecord,
        "zeitungsartikel": NW.NewsArticle,
    }
)
LICENCES: Mapping[str, URIRef] = MappingProxyType(
    {
        "cc-by-4.0": URIRef("https://creativecommons.org/licenses/by/4.0/"),
        "cc-by-sa-4.0": URIRef("https://creativecommons.org/licenses/by-sa/4.0/"),
        "cc0-1.0": URIRef("https://creativecommons.org/publicdomain/zero/1.0/"),
        "dl-de-by-2.0": URIRef("https://www.govdata.de/dl-de/by-2-0"),
        "dl-de-zero-2.0": URIRef("https://www.govdata.de/dl-de/zero-2-0"),
    }
)
