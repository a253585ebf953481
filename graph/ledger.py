"""Collects a document's statements, each about a thing together with its evidence."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, RDFS, XSD, Literal, URIRef
from rdflib.namespace import FOAF

from graph.statements import Statement
from ontology.extractors import extractor_version
from ontology.iris import Iris
from ontology.model import Document, Evidence
from ontology.privacy import mask_contacts
from ontology.terms import NW

__all__ = ["Ledger"]

_RESERVED = "all-rights-reserved"

# What the quotation right is taken to cover; the same bound holds for pages and answers.
MAX_QUOTED_CHARS = 300

_TRUE = Literal("true", datatype=XSD.boolean)


@dataclass(frozen=True, slots=True)
class _Proof:
    statement: Statement
    evidence: Evidence


class Ledger:
    """The statements of one document in the making; each stands once, in order of writing."""

    def __init__(self, document: Document, iris: Iris) -> None:
        self.iris = iris
        self.document = document
        self.document_iri = URIRef(iris.document(document.id))
        self._statements: dict[Statement, None] = {}
        self._evidence: dict[str, _Proof] = {}

    def statements(self) -> list[Statement]:
        """Return all that was written, without repetition, and the nodes of its evidence."""
        proofs = self._evidence.items()
        nodes = (each for iri, proof in proofs for each in self._evidence_node(iri, proof))
        return [*self._statements, *nodes]

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
            self._note(Statement(subject, predicate, value), each)

    def introduce(
        self,
        subject: URIRef,
        predicate: URIRef,
        value: URIRef | Literal,
        evidence: tuple[Evidence, ...],
    ) -> None:
        """Write what is said of a thing at every mention, with the first mention as evidence."""
        # Every further mention would prove the same again; where they stand `nw:mentions` says.
        if Statement(subject, predicate, value) not in self._statements:
            self.claim(subject, predicate, value, *evidence[:1])

    def thing(
        self, iri: str, kind: URIRef, name: Literal, evidence: tuple[Evidence, ...]
    ) -> URIRef:
        """Write that the document mentions a thing, of which kind it is and how it is called."""
        subject = URIRef(iri)
        naming = FOAF.name if kind == FOAF.Person else RDFS.label
        self.introduce(subject, RDF.type, kind, evidence)
        self.introduce(subject, naming, name, evidence)
        self.claim(self.document_iri, NW.mentions, subject, *evidence)
        return subject

    def text(self, value: str | None) -> Literal | None:
        """Return a literal fit for the public graph: contacts covered, reserved texts cut."""
        if not value or not value.strip():
            return None
        return Literal(self._quotable(mask_contacts(value.strip())))

    def _note(self, statement: Statement, evidence: Evidence) -> None:
        place = (str(evidence.start), str(evidence.end), evidence.extractor)
        node = self.iris.hashed("evidence", self.document.id, statement.n3(), *place)
        known = self._evidence.get(node)
        # One place carries a statement once, as surely as the surest of its finds.
        if known is None or _sureness(known.evidence) < _sureness(evidence):
            self._evidence[node] = _Proof(statement, evidence)

    def _evidence_node(self, iri: str, proof: _Proof) -> Iterator[Statement]:
        statement, evidence = proof.statement, proof.evidence
        quote = self._quotable(mask_contacts(evidence.quote))
        confidence = Literal(f"{evidence.confidence:.4g}", datatype=XSD.decimal)
        values: tuple[tuple[URIRef, URIRef | Literal | None], ...] = (
            (RDF.type, NW.Evidence),
            (RDF.subject, statement.subject),
            (RDF.predicate, statement.predicate),
            (RDF.object, statement.object),
            (NW.inDocument, self.document_iri),
            (NW.quote, Literal(quote)),
            (NW.start, Literal(evidence.start)),
            (NW.end, Literal(evidence.start + len(quote))),
            (NW.page, self.page(evidence.start)),
            (NW.confidence, confidence),
            (NW.extractor, Literal(evidence.extractor)),
            (NW.extractorVersion, Literal(extractor_version(evidence.extractor))),
            (NW.inferred, _TRUE if evidence.inferred else None),
        )
        node = URIRef(iri)
        return (Statement(node, name, value) for name, value in values if value is not None)

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


def _sureness(evidence: Evidence) -> tuple[bool, float]:
    return not evidence.inferred, evidence.confidence
