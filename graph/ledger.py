"""Collects a document's statements, each about a thing together with its evidence."""

import bisect

from rdflib import RDF, RDFS, XSD, Literal, URIRef
from rdflib.namespace import FOAF

from graph.statements import Statement
from ontology.iris import Iris
from ontology.model import Document, Evidence
from ontology.privacy import mask_contacts
from ontology.terms import NW

__all__ = ["Ledger"]

_RESERVED = "all-rights-reserved"

# What the quotation right is taken to cover; the same bound holds for pages and answers.
MAX_QUOTED_CHARS = 300


class Ledger:
    """The statements of one document in the making; each stands once, in order of writing."""

    def __init__(self, document: Document, iris: Iris) -> None:
        self.iris = iris
        self.document = document
        self.document_iri = URIRef(iris.document(document.id))
        self._statements: dict[Statement, None] = {}

    def statements(self) -> list[Statement]:
        """Return all that was written, without repetition."""
        return list(self._statements)

    def state(self, subject: URIRef, predicate: URIRef, value: URIRef | Literal | None) -> None:
        """Write a statement that needs no evidence; no value, no statement."""
        if value is not None:
            self._statements[Statement(subject, predicate, value)] = None

    def claim(
        self,
        subject: URIRef,
        predicate: URIRef,
        value: URIRef | Literal | None,
        *evidence: Evidence,
    ) -> None:
        """Write a statement about a thing, and a node for every evidence that carries it."""
        if value is None:
            return
        self.state(subject, predicate, value)
        for each in evidence:
            self._evidence(Statement(subject, predicate, value), each)

    def thing(
        self, iri: str, kind: URIRef, name: Literal, evidence: tuple[Evidence, ...]
    ) -> URIRef:
        """Write that the document mentions a thing, of which kind it is and how it is called."""
        subject = URIRef(iri)
        naming = FOAF.name if kind == FOAF.Person else RDFS.label
        first = evidence[:1]
        self.claim(subject, RDF.type, kind, *first)
        self.claim(subject, naming, name, *first)
        self.claim(self.document_iri, NW.mentions, subject, *evidence)
        return subject

    def text(self, value: str | None) -> Literal | None:
        """Return a literal fit for the public graph: contacts covered, reserved texts cut."""
        if not value or not value.strip():
            return None
        return Literal(self._quotable(mask_contacts(value.strip())))

    def _evidence(self, statement: Statement, evidence: Evidence) -> None:
        place = (str(evidence.start), str(evidence.end), evidence.extractor)
        node = URIRef(self.iris.hashed("evidence", self.document.id, statement.n3(), *place))
        quote = self._quotable(mask_contacts(evidence.quote))
        self.state(node, RDF.type, NW.Evidence)
        self.state(node, RDF.subject, statement.subject)
        self.state(node, RDF.predicate, statement.predicate)
        self.state(node, RDF.object, statement.object)
        self.state(node, NW.inDocument, self.document_iri)
        self.state(node, NW.quote, Literal(quote))
        self.state(node, NW.start, Literal(evidence.start))
        self.state(node, NW.end, Literal(evidence.start + len(quote)))
        self.state(node, NW.page, self.page(evidence.start))
        self.state(node, NW.confidence, Literal(f"{evidence.confidence:.4g}", datatype=XSD.decimal))
        self.state(node, NW.extractor, Literal(evidence.extractor))
        if evidence.inferred:
            self.state(node, NW.inferred, Literal("true", datatype=XSD.boolean))

    def page(self, offset: int) -> Literal | None:
        """Return the page on which an offset lies, None where the format has no pages."""
        number = bisect.bisect_right(self.document.page_starts, offset)
        return Literal(number) if number else None

    def _quotable(self, quote: str) -> str:
        if self.document.rights != _RESERVED or len(quote) <= MAX_QUOTED_CHARS:
            return quote
        head = quote[: MAX_QUOTED_CHARS + 1]
        words_end = max(head.rfind(" "), head.rfind("\n"))
        return head[: words_end if words_end > 0 else MAX_QUOTED_CHARS].rstrip()
