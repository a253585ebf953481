"""A question as it is asked and an answer as it is given: what engine and doors share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from ontology.cards import ContactCard, DocumentCard, MunicipalityCard, ProjectCard, Span

__all__ = ["Answer", "Catalogue", "Find", "Question", "Result", "Why"]


@dataclass(frozen=True, slots=True)
class Question:
    """What an officer asks, who asks (a town's name or AGS), and the conditions set beside it.

    `theme` is a label of the theme scheme, `county` a county's name or AGS; `since` and `until`
    are years, both included.
    """

    text: str
    asker: str | None = None
    theme: str | None = None
    county: str | None = None
    since: int | None = None
    until: int | None = None
    max_population: int | None = None
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Find:
    """A quote that stands in a document, `quote == text[start:end]`, and how well it fits."""

    document: DocumentCard
    quote: str
    start: int
    end: int
    score: float
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """What moved a result to its place; all three signals lie between 0 and 1."""

    semantic: float
    lexical: float
    similar_town: float
    matched_terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One undertaking with its proof; `project` is None where the document tells of none."""

    rank: int
    score: float
    project: ProjectCard | None
    municipalities: tuple[MunicipalityCard, ...]
    evidence: tuple[Find, ...]
    contacts: tuple[ContactCard, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Answer:
    """The results, best first; `note` says in German why `answered` is False."""

    query: str
    answered: bool
    note: str | None
    took_ms: float
    results: tuple[Result, ...]


class Catalogue(Protocol):
    """What search reads of the graph; `graph.catalogue.Catalogue` offers it."""

    def document(self, document_id: str) -> DocumentCard | None:
        """Return what is known of a document besides its text."""

    def projects_in(self, document_id: str) -> tuple[ProjectCard, ...]:
        """Return the undertakings that the document tells of."""

    def municipality(self, ags: str) -> MunicipalityCard | None:
        """Return a municipality or county by its key."""

    def municipality_spans(self, document_id: str) -> Mapping[str, tuple[Span, ...]]:
        """Return where the document speaks of each municipality, by AGS."""
