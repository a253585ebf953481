"""Tiny models and documents for the tests of search: five words of vocabulary, no download."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ontology.cards import ContactCard, DocumentCard, MunicipalityCard, ProjectCard, Span
from ontology.model import Document, Passage, Reading
from search.analysis import content_words
from search.encoder import Encoded

TOPICS = {
    "bauhof": 0,
    "kehrmaschine": 0,
    "bauakte": 1,
    "archiv": 1,
    "rufbus": 2,
    "kleinbus": 2,
    "portal": 3,
    "formulare": 3,
}


class TopicEncoder:
    """Knows eight words of four topics; every other word points in a direction of its own."""

    def __init__(self, identity: str = "topics-1") -> None:
        self.identity = identity
        self.dimension = 16

    def encode_query(self, text: str) -> Encoded:
        return _encode(text)

    def encode_passages(self, texts: Sequence[str]) -> list[Encoded]:
        return [_encode(text) for text in texts]


def _encode(text: str) -> Encoded:
    words = content_words(text) or ("leer",)
    tokens = np.array([_direction(word.casefold()) for word in words], np.float32)
    mean = tokens.mean(axis=0)
    return Encoded(
        vector=np.asarray(mean / np.linalg.norm(mean), np.float32),
        tokens=tokens,
        weights=np.ones(len(words), np.float32),
        starts=np.array([text.find(word) for word in words], np.int32),
    )


def _direction(word: str) -> NDArray[np.float32]:
    vector = np.full(16, 0.05, np.float32)
    if word in TOPICS:
        vector[TOPICS[word]] = 1.0
    else:
        vector[4 + hashlib.sha256(word.encode()).digest()[0] % 12] = 0.6
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def a_reading(name: str, *paragraphs: str, title: str = "", rights: str = "cc-by-4.0") -> Reading:
    text = "\n\n".join(paragraphs)
    document = Document(
        sha256=hashlib.sha256(f"{name}|{text}".encode()).hexdigest(),
        source_file=name,
        text=text,
        title=title or name,
        rights=rights,
    )
    passages, start = [], 0
    for ordinal, paragraph in enumerate(paragraphs):
        end = start + len(paragraph)
        passages.append(Passage(document.id, ordinal, start, end, paragraph))
        start = end + 2
    return Reading(document, passages=tuple(passages))


@dataclass
class FakeCatalogue:
    """The read side of a graph, made of dictionaries."""

    documents: dict[str, DocumentCard] = field(default_factory=dict)
    projects_by_document: dict[str, tuple[ProjectCard, ...]] = field(default_factory=dict)
    municipalities: dict[str, MunicipalityCard] = field(default_factory=dict)
    spans: dict[str, dict[str, tuple[Span, ...]]] = field(default_factory=dict)

    def document(self, document_id: str) -> DocumentCard | None:
        return self.documents.get(document_id)

    def projects_in(self, document_id: str) -> tuple[ProjectCard, ...]:
        return self.projects_by_document.get(document_id, ())

    def all_projects(self) -> dict[str, ProjectCard]:
        return {card.iri: card for cards in self.projects_by_document.values() for card in cards}

    def project(self, iri: str) -> ProjectCard | None:
        return self.all_projects().get(iri)

    def projects(self) -> tuple[ProjectCard, ...]:
        return tuple(card for _, card in sorted(self.all_projects().items()))

    def municipality(self, ags: str) -> MunicipalityCard | None:
        return self.municipalities.get(ags)

    def municipality_spans(self, document_id: str) -> Mapping[str, tuple[Span, ...]]:
        return self.spans.get(document_id, {})

    def tell(self, reading: Reading, *, date: str | None = None) -> None:
        document = reading.document
        self.documents[document.id] = DocumentCard(
            iri=f"https://example.org/id/document/{document.id}",
            id=document.id,
            title=document.title,
            kind="sonstiges",
            date=date,
            publisher=None,
            rights=document.rights,
            source_file=document.source_file,
        )

    def undertaking(self, name: str, *readings: Reading, **more: object) -> ProjectCard:
        """Add a project that every reading tells of, from its first character to its last."""
        card = ProjectCard(
            iri=f"https://example.org/id/project/{name}",
            name=name,
            kind="projekt",
            spans=tuple(
                Span(reading.document.id, 0, len(reading.document.text)) for reading in readings
            ),
            **more,  # type: ignore[arg-type]  # the tests pass ProjectCard's own fields
        )
        for reading in readings:
            known = self.projects_by_document.get(reading.document.id, ())
            self.projects_by_document[reading.document.id] = (*known, card)
        return card


LEMGO = MunicipalityCard(
    "https://example.org/id/municipality/05766044", "Lemgo", "Stadt", "05766044", 40_000
)
DETMOLD = MunicipalityCard(
    "https://example.org/id/municipality/05766020", "Detmold", "Stadt", "05766020", 75_000
)
ULM = MunicipalityCard(
    "https://example.org/id/municipality/08421000", "Ulm", "Kreisfreie Stadt", "08421000", 128_000
)
CALLER = ContactCard("Anna Beispiel", "Leiterin des Bauhofs", "Stadt Lemgo")
