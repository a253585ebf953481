"""A question as it is asked and an answer as it is given: what engine and doors share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from ontology.cards import ContactCard, DocumentCard, MunicipalityCard, ProjectCard, Span

__all__ = [
    "Answer",
    "Catalogue",
    "Condition",
    "Find",
    "Question",
    "Result",
    "Searched",
    "Why",
]


@dataclass(frozen=True, slots=True)
class Question:
    """What an officer asks, who asks (a town's name or AGS), and the conditions set beside it.

    `theme` is a label of the theme scheme, `county` a county's name or AGS; `since` and `until`
    are years, both included. `ignored` are kinds of condition that are not to be read from the
    words (`all`: none is), `is_fitted` says whether towns like the asking one move up.
    """

    text: str
    asker: str | None = None
    theme: str | None = None
    county: str | None = None
    since: int | None = None
    until: int | None = None
    max_population: int | None = None
    limit: int = 10
    ignored: tuple[str, ...] = ()
    is_fitted: bool = True


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition read from a question: its kind, how it is meant, in German, and its words."""

    kind: str
    label: str
    words: str


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
    """What moved a result to its place; all signals lie between 0 and 1.

    `town` says in German how the most similar town is like the asking one; `signals` holds the
    share of each retriever in the best proof's score, `missed` why a near find does not count.
    """

    semantic: float
    lexical: float
    similar_town: float
    matched_terms: tuple[str, ...] = ()
    town: str | None = None
    signals: tuple[tuple[str, float], ...] = ()
    missed: tuple[str, ...] = ()


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
class Searched:
    """What was searched for an answer; the years are those of the documents that have a date."""

    documents: int
    passages: int
    municipalities: int
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The results, best first; `note` says in German why `answered` is False.

    `conditions` were read from the question's words.
    """

    query: str
    answered: bool
    note: str | None
    took_ms: float
    results: tuple[Result, ...]
    conditions: tuple[Condition, ...] = ()
    searched: Searched | None = None


class Catalogue(Protocol):
    """What search reads of the graph; `graph.catalogue.Catalogue` offers it."""

    def document(self, document_id: str) -> DocumentCard | None:
        """Return what is known of a document besides its text."""

    def projects_in(self, document_id: str) -> tuple[ProjectCard, ...]:
        """Return the undertakings that the document tells of."""

    def projects(self) -> tuple[ProjectCard, ...]:
        """Return all undertakings, ordered by IRI."""

    def project(self, iri: str) -> ProjectCard | None:
        """Return an undertaking by its IRI, or by one that means the same."""

    def municipality(self, ags: str) -> MunicipalityCard | None:
        """Return a municipality or county by its key."""

    def municipality_spans(self, document_id: str) -> Mapping[str, tuple[Span, ...]]:
        """Return where the document speaks of each municipality, by AGS."""
