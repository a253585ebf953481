"""The things a document tells of, as frozen dataclasses that every part of the project shares.

Offsets are character positions in `Document.text`, the cleaned text; for every evidence
`quote == text[start:end]` holds.
"""

from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "Actor",
    "ActorClaim",
    "Award",
    "Claim",
    "Contact",
    "Document",
    "DocumentKind",
    "Event",
    "EventKind",
    "Evidence",
    "Facts",
    "MunicipalityMention",
    "OrganisationMention",
    "Passage",
    "Person",
    "Project",
    "ProjectKind",
    "Reading",
    "Role",
    "Status",
]

DocumentKind = Literal[
    "pressemitteilung",
    "zeitungsartikel",
    "workshop-protokoll",
    "strategiepapier",
    "projektsteckbrief",
    "ratsvorlage",
    "newsletter",
    "sonstiges",
]
ProjectKind = Literal["projekt", "kooperation", "strategie", "netzwerk", "portal"]
Status = Literal["geplant", "laufend", "abgeschlossen", "eingestellt", "unbekannt"]
EventKind = Literal["treffen", "workshop", "preisverleihung", "sitzung", "konferenz"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A quote that stands in the text, and how far it can be trusted."""

    start: int
    end: int
    quote: str
    confidence: float = 1.0
    extractor: str = "rules"
    inferred: bool = False
    """True where the statement follows from the quote but is not said by it word for word."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A municipality (8-digit AGS), a county (5-digit AGS) or another organisation (no AGS)."""

    name: str
    ags: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that a document states, with the quote that states it."""

    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ActorClaim:
    """An actor that a document names in some part, with the quote that names it."""

    actor: Actor
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it is written, and where it is held; at least one of the two is known."""

    role: str | None
    organisation: Actor | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Contact:
    """How a person can be reached; shown to signed-in partners only, never in the public graph."""

    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person in an official or project role; `name` is without academic titles."""

    name: str
    evidence: tuple[Evidence, ...]
    title: str | None = None
    roles: tuple[Role, ...] = ()
    contact: Contact = Contact()


@dataclass(frozen=True, slots=True)
class MunicipalityMention:
    """A municipality or county that acts in the document; counties carry their kind in the name."""

    name: str
    kind: str
    ags: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """Another organisation, in its base form, with the short forms the document uses."""

    name: str
    evidence: tuple[Evidence, ...]
    short_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """An undertaking: project, cooperation, strategy, network or portal.

    Dates are ISO 8601 of any precision (`2020`, `2020-08`, `2020-08-17`); a document that gives
    two beginnings has two claims. `themes` hold the labels of the theme scheme, `fields` those of
    its top concepts.
    """

    name: str
    kind: ProjectKind
    evidence: tuple[Evidence, ...]
    participants: tuple[ActorClaim, ...] = ()
    lead: ActorClaim | None = None
    starts: tuple[Claim, ...] = ()
    ends: tuple[Claim, ...] = ()
    status: Claim | None = None
    themes: tuple[Claim, ...] = ()
    fields: tuple[Claim, ...] = ()
    funding: Claim | None = None
    funders: tuple[ActorClaim, ...] = ()
    problems: tuple[Claim, ...] = ()
    solutions: tuple[Claim, ...] = ()
    results: tuple[Claim, ...] = ()
    legal_form: Claim | None = None
    contacts: tuple[Claim, ...] = ()
    """Names of persons to call about it."""
    costs: tuple[Claim, ...] = ()
    """Amounts in the words of the text, as `825 Euro im Jahr`."""
    staff: tuple[Claim, ...] = ()
    """Posts and people it takes, as `0,2 Stelle`."""
    programmes: tuple[Claim, ...] = ()
    """Programmes, funds and guidelines that pay for it."""
    obstacles: tuple[Claim, ...] = ()
    stops: tuple[Claim, ...] = ()
    """What of it was given up, with the reason where there is one."""
    figures: tuple[Claim, ...] = ()
    """How many parties, places or households it has, as `16 Dörfer`."""


@dataclass(frozen=True, slots=True)
class Award:
    """An award that somebody won; `project` is the name of one of the document's projects."""

    award: str
    evidence: tuple[Evidence, ...]
    category: str | None = None
    year: str | None = None
    rank: int | None = None
    recipient: str | None = None
    project: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, workshop, ceremony, session or conference; persons as in `Person.name`."""

    name: str
    kind: EventKind
    evidence: tuple[Evidence, ...]
    date: str | None = None
    place: str | None = None
    attendees: tuple[Claim, ...] = ()
    absent: tuple[Claim, ...] = ()
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the extractors found in one document, in order of first mention."""

    persons: tuple[Person, ...] = ()
    municipalities: tuple[MunicipalityMention, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    projects: tuple[Project, ...] = ()
    awards: tuple[Award, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read: cleaned text and what is known about it.

    `page_starts` are the offsets at which pages begin (empty where the format has none);
    `headings` are the offsets `(start, end)` of heading lines in `text`.
    """

    sha256: str
    source_file: str
    text: str
    title: str
    kind: DocumentKind = "sonstiges"
    date: str | None = None
    publisher: str | None = None
    language: str = "de"
    rights: str = "all-rights-reserved"
    source_url: str | None = None
    partner: str | None = None
    page_starts: tuple[int, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()

    @property
    def id(self) -> str:
        """The first 16 hexadecimal digits of the file's SHA-256."""
        return self.sha256[:16]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text, cut at sentence ends; `page` counts from 1."""

    document_id: str
    ordinal: int
    start: int
    end: int
    text: str
    heading: str | None = None
    page: int | None = None

    @property
    def id(self) -> str:
        """Unique over all documents, stable for the same text."""
        return f"{self.document_id}-{self.ordinal:04d}"


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with everything that was read out of it."""

    document: Document
    facts: Facts = Facts()
    passages: tuple[Passage, ...] = field(default_factory=tuple)
