"""What the graph says about a thing, in short: the dataclasses that search, pages and JSON show."""

from dataclasses import dataclass

__all__ = [
    "ContactCard",
    "DocumentCard",
    "EvidenceCard",
    "MunicipalityCard",
    "PersonCard",
    "ProjectCard",
    "RoleCard",
    "Span",
    "StatementCard",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text that speaks of something."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What is known of a document besides its text."""

    iri: str
    id: str
    title: str
    kind: str
    date: str | None
    publisher: str | None
    rights: str
    source_file: str
    source_url: str | None = None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class MunicipalityCard:
    """A municipality or county; `population` is None for none known."""

    iri: str
    name: str
    kind: str
    ags: str
    population: int | None = None


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Whom to call: a person, the role as written, and where it is held; no address, no number."""

    name: str
    role: str | None = None
    organisation: str | None = None
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """An undertaking over all documents that tell of it.

    `spans` are the stretches that speak of it, in order; `municipalities` take part or lead;
    `starts` holds every beginning that some document gives, `start` the one most documents give.
    """

    iri: str
    name: str
    kind: str
    status: str | None = None
    start: str | None = None
    starts: tuple[str, ...] = ()
    end: str | None = None
    themes: tuple[str, ...] = ()
    municipalities: tuple[MunicipalityCard, ...] = ()
    contacts: tuple[ContactCard, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleCard:
    """A role as written and the place where it is held, by name and IRI."""

    role: str | None
    organisation: str | None
    organisation_iri: str | None = None


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person with every role that some document gives; no address, no number."""

    iri: str
    name: str
    title: str | None = None
    roles: tuple[RoleCard, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class EvidenceCard:
    """Where a statement stands: document, span, quote, how it was found and who confirmed it.

    `sha256` is the whole checksum of the document's file.
    """

    document_id: str
    start: int
    end: int
    quote: str
    page: int | None
    confidence: float
    extractor: str
    inferred: bool
    extractor_version: str | None = None
    sha256: str | None = None
    reviewer: str | None = None


@dataclass(frozen=True, slots=True)
class StatementCard:
    """A statement about a thing, named for readers; `value_iri` is set where the value is a thing.

    `evidence` is empty for what the reference data say.
    """

    predicate: str
    label: str
    value: str
    value_iri: str | None = None
    evidence: tuple[EvidenceCard, ...] = ()
