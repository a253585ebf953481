"""The JSON of statements, contradictions, open matters and decisions, for every door."""

from pydantic import BaseModel, ConfigDict

from api.reviewing import Desk
from api.schemas import DocumentObject, document_object
from api.view import View
from graph.contradictions import Contradiction
from graph.decisions import Decision
from graph.review import Matter
from ontology.cards import EvidenceCard, StatementCard

__all__ = [
    "ContradictionObject",
    "DecisionObject",
    "MatterObject",
    "PassportObject",
    "SideObject",
    "StatementObject",
    "ThingObject",
    "contradiction_object",
    "decision_object",
    "matter_object",
    "statement_object",
]


class _Object(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PassportObject(_Object):
    """Where a statement stands, how it was found, and who confirmed it."""

    document: DocumentObject
    sha256: str | None
    page: int | None
    start: int
    end: int
    quote: str
    extractor: str
    extractor_version: str | None
    confidence: float
    inferred: bool
    reviewer: str | None


class ThingObject(_Object):
    """A thing by IRI and name."""

    iri: str
    name: str


class SideObject(_Object):
    """One of several values for one property, with its proof."""

    value: str
    evidence: list[PassportObject]


class ContradictionObject(_Object):
    """A property for which documents give values that cannot all be true."""

    thing: ThingObject
    property: str
    label: str
    counts: str | None
    within_one_document: bool
    sides: list[SideObject]


class StatementObject(_Object):
    """A statement about a thing; `value_iri` is set where the value is a thing."""

    property: str
    label: str
    value: str
    value_iri: str | None
    evidence: list[PassportObject]


class MatterObject(_Object):
    """A matter that waits for a person: a `pair` of things or a `statement`."""

    id: str
    kind: str
    score: float
    texts: list[str]
    things: list[str]
    signals: list[str]
    evidence: list[PassportObject]


class DecisionObject(_Object):
    """What somebody decided, on which matter, when and why."""

    id: str
    verdict: str
    who: str
    when: str
    reason: str | None
    things: list[str]
    documents: list[str]
    statement: list[str] | None


def contradiction_object(found: Contradiction, view: View) -> ContradictionObject:
    """Return a contradiction with both sides' proof."""
    return ContradictionObject(
        thing=ThingObject(iri=found.iri, name=found.name),
        property=found.predicate,
        label=found.label,
        counts=found.counts,
        within_one_document=found.is_within,
        sides=[
            SideObject(value=side.value, evidence=_passports(side.evidence, view))
            for side in found.sides
        ],
    )


def statement_object(card: StatementCard, view: View) -> StatementObject:
    """Return a statement with the passport of every evidence."""
    return StatementObject(
        property=card.predicate,
        label=card.label,
        value=card.value,
        value_iri=card.value_iri,
        evidence=_passports(card.evidence, view),
    )


def matter_object(matter: Matter, view: View) -> MatterObject:
    """Return an open matter with the proof there is."""
    return MatterObject(
        id=matter.id,
        kind=matter.kind,
        score=matter.score,
        texts=list(matter.texts),
        things=list(matter.things),
        signals=list(matter.signals),
        evidence=_passports(matter.evidence, view),
    )


def decision_object(decision: Decision, desk: Desk) -> DecisionObject:
    """Return a decision with the id by which it is undone."""
    key = decision.statement
    return DecisionObject(
        id=desk.decision_id(decision),
        verdict=decision.verdict,
        who=decision.who,
        when=decision.when,
        reason=decision.reason,
        things=list(decision.things),
        documents=list(decision.source_files or decision.documents),
        statement=[key.subject, key.predicate, key.value] if key else None,
    )


def _passports(cards: tuple[EvidenceCard, ...], view: View) -> list[PassportObject]:
    known = ((card, view.catalogue.document(card.document_id)) for card in cards)
    return [
        PassportObject(
            document=document_object(document),
            sha256=card.sha256,
            page=card.page,
            start=card.start,
            end=card.end,
            quote=card.quote,
            extractor=card.extractor,
            extractor_version=card.extractor_version,
            confidence=card.confidence,
            inferred=card.inferred,
            reviewer=card.reviewer,
        )
        for card, document in known
        if document
    ]
