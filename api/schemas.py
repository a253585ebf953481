"""The JSON of the contract as models: what `extract --json`, `ask --json` and HTTP print."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from ontology.cards import ContactCard, DocumentCard, MunicipalityCard, ProjectCard
from ontology.privacy import mask_contacts
from search.answer import Answer, Condition, Find, Result, Searched, Why

__all__ = [
    "AnswerObject",
    "ConditionObject",
    "ContactObject",
    "DocumentObject",
    "EvidenceObject",
    "MunicipalityObject",
    "ProjectObject",
    "ResultObject",
    "SearchedObject",
    "WhyObject",
    "answer_object",
    "document_object",
    "municipality_object",
    "project_object",
]

# Scores are shown to four digits: more would promise a precision that ranking does not have.
SCORE_DIGITS = 4

Score = Annotated[float, Field(description="From 0 to 1; comparable within one answer only.")]


class _Object(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DocumentObject(_Object):
    """A document as an answer cites it."""

    iri: str
    title: str
    kind: str
    date: str | None
    publisher: str | None
    rights: str
    source_file: str
    source: str | None


class MunicipalityObject(_Object):
    """A municipality (8-digit AGS) or county (5-digit AGS)."""

    iri: str
    name: str
    kind: str
    ags: str
    population: int | None


class ProjectObject(_Object):
    """An undertaking: project, cooperation, strategy, network or portal."""

    iri: str
    name: str
    kind: str
    status: str | None
    start: str | None
    themes: list[str]


class EvidenceObject(_Object):
    """A quote that stands in a document's cleaned text between `start` and `end`."""

    document: DocumentObject
    quote: str
    start: int
    end: int
    score: Score


class ContactObject(_Object):
    """Whom to call; addresses and numbers are for signed-in partners only."""

    name: str
    role: str | None
    organisation: str | None


class WhyObject(_Object):
    """What moved a result to its place."""

    semantic: Score
    lexical: Score
    similar_town: Score
    matched_terms: list[str]
    town: str | None = Field(description="How the most similar town is like the asking one.")
    signals: dict[str, Score] = Field(description="What each retriever adds to the best proof.")
    missed: list[str] = Field(description="Why a near find does not count, in German.")


class ConditionObject(_Object):
    """A condition read from the question's words; `no_condition=KIND` switches it off."""

    kind: str
    label: str
    words: str


class SearchedObject(_Object):
    """What was searched; the years are those of the documents that have a date."""

    documents: int
    passages: int
    municipalities: int
    since: int | None
    until: int | None


class ResultObject(_Object):
    """One undertaking with its proof."""

    rank: int
    score: Score
    project: ProjectObject | None
    municipalities: list[MunicipalityObject]
    evidence: list[EvidenceObject]
    contacts: list[ContactObject]
    why: WhyObject


class AnswerObject(_Object):
    """The answer to one question; `note` is there only where `answered` is false."""

    id: str | None
    query: str
    answered: bool
    note: Annotated[str | None, Field(exclude_if=lambda note: note is None)] = None
    took_ms: float
    results: list[ResultObject]
    conditions: list[ConditionObject]
    searched: SearchedObject | None


def answer_object(answer: Answer, *, question_id: str | None = None) -> AnswerObject:
    """Return an answer as the contract writes it, contact details covered."""
    return AnswerObject(
        id=question_id,
        query=answer.query,
        answered=answer.answered,
        note=None if answer.answered else answer.note,
        took_ms=round(answer.took_ms, 1),
        results=[_result(result) for result in answer.results],
        conditions=[_condition(each) for each in answer.conditions],
        searched=_searched(answer.searched) if answer.searched else None,
    )


def _condition(condition: Condition) -> ConditionObject:
    return ConditionObject(kind=condition.kind, label=condition.label, words=condition.words)


def _searched(searched: Searched) -> SearchedObject:
    return SearchedObject(
        documents=searched.documents,
        passages=searched.passages,
        municipalities=searched.municipalities,
        since=searched.since,
        until=searched.until,
    )


def _result(result: Result) -> ResultObject:
    return ResultObject(
        rank=result.rank,
        score=_score(result.score),
        project=project_object(result.project) if result.project else None,
        municipalities=[municipality_object(card) for card in result.municipalities],
        evidence=[_evidence(find) for find in result.evidence],
        contacts=[_contact(card) for card in result.contacts],
        why=_why(result.why),
    )


def project_object(card: ProjectCard) -> ProjectObject:
    """Return an undertaking as the contract writes it."""
    return ProjectObject(
        iri=card.iri,
        name=card.name,
        kind=card.kind,
        status=card.status,
        start=card.start,
        themes=list(card.themes),
    )


def municipality_object(card: MunicipalityCard) -> MunicipalityObject:
    """Return a municipality as the contract writes it."""
    return MunicipalityObject(
        iri=card.iri, name=card.name, kind=card.kind, ags=card.ags, population=card.population
    )


def document_object(card: DocumentCard) -> DocumentObject:
    """Return a document as the contract cites it."""
    return DocumentObject(
        iri=card.iri,
        title=card.title,
        kind=card.kind,
        date=card.date,
        publisher=card.publisher,
        rights=card.rights,
        source_file=card.source_file,
        source=card.source_url,
    )


def _evidence(find: Find) -> EvidenceObject:
    return EvidenceObject(
        document=document_object(find.document),
        quote=mask_contacts(find.quote),
        start=find.start,
        end=find.end,
        score=_score(find.score),
    )


def _contact(card: ContactCard) -> ContactObject:
    return ContactObject(name=card.name, role=card.role, organisation=card.organisation)


def _why(why: Why) -> WhyObject:
    return WhyObject(
        semantic=_score(why.semantic),
        lexical=_score(why.lexical),
        similar_town=_score(why.similar_town),
        matched_terms=list(why.matched_terms),
        town=why.town,
        signals={name: _score(value) for name, value in why.signals},
        missed=list(why.missed),
    )


def _score(value: float) -> float:
    return round(float(value), SCORE_DIGITS)
