"""The page of a document: its text as far as its rights allow, and what it states."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from api.excerpts import Piece, is_reserved, marked_pieces, paragraphs, shown_span
from api.passes import is_valid_pass
from api.view import View
from graph.pointers import DocumentClaim, claims_in
from ontology.cards import DocumentCard
from ontology.errors import NotFoundError
from ontology.model import Document

__all__ = ["DocumentStatement", "document_values"]

# What says of which kind a thing is and how it is called stands at every mention of it.
_UNTOLD = frozenset({"ags", "altLabel", "label", "mentions", "name", "surface", "type"})

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DocumentStatement:
    """What a document states about a thing, and where."""

    iri: str
    name: str
    predicate: str
    label: str
    value: str
    value_iri: str | None
    start: int
    end: int

    @property
    def term(self) -> str:
        """The property's name without its namespace."""
        return _term(self.predicate)


def document_values(view: View, iri: str, parameters: Mapping[str, str]) -> dict[str, Any]:
    """Return what the page of a document shows."""
    document_id = iri.rpartition("/")[2]
    card = view.catalogue.document(document_id)
    if card is None:
        raise NotFoundError(f"There is no document {document_id}.")
    document = view.archive.load(card.id).document
    claims = claims_in(view.store, iri)
    find = _find(document, parameters, {(claim.start, claim.end) for claim in claims})
    return {
        "card": card,
        "document_language": document.language,
        "projects": view.catalogue.projects_in(card.id),
        "statements": _statements(view, claims),
        **_shown_text(document, card, find),
    }


def _find(document: Document, parameters: Mapping[str, str], stated: set[Span]) -> Span | None:
    """Return the find that may be opened: of a reserved text only one that was given out."""
    start, end = parameters.get("start", ""), parameters.get("end", "")
    # A longer number names no place in any text, and int() refuses thousands of digits.
    if not (start.isdecimal() and end.isdecimal()) or len(start + end) > 20:
        return None
    first, last = int(start), min(int(end), len(document.text))
    if first >= last:
        return None
    is_given_out = (first, last) in stated or is_valid_pass(
        document.text, first, last, parameters.get("pass", "")
    )
    return (first, last) if is_given_out or not is_reserved(document.rights) else None


def _shown_text(document: Document, card: DocumentCard, find: Span | None) -> dict[str, Any]:
    text = document.text
    is_excerpt = is_reserved(card.rights) or is_reserved(document.rights)
    span = (0, len(text))
    if is_excerpt:
        span = shown_span(text, *find) if find else (0, 0)
    blocks = paragraphs(marked_pieces(text, span, [find] if find else []))
    return {
        "blocks": _numbered(blocks),
        "is_excerpt": is_excerpt,
        "cut_before": span[0] > 0,
        "cut_after": span[1] < len(text),
    }


def _numbered(blocks: tuple[tuple[Piece, ...], ...]) -> list[list[dict[str, Any]]]:
    """Return the blocks with the first mark told apart: it carries the address `#fund`."""
    first = next((piece for piece in chain(*blocks) if piece.is_marked), None)
    return [
        [
            {"text": piece.text, "is_marked": piece.is_marked, "is_first": piece is first}
            for piece in block
        ]
        for block in blocks
    ]


def _statements(view: View, claims: Iterable[DocumentClaim]) -> list[DocumentStatement]:
    """Return each statement once, at its first place, in the order of the text."""
    names = cache(view.name_of)
    found: dict[tuple[str, str, str], DocumentStatement] = {}
    for claim in claims:
        key = (claim.subject, claim.predicate, claim.value)
        if _term(claim.predicate) in _UNTOLD or key in found:
            continue
        found[key] = DocumentStatement(
            iri=claim.subject,
            name=names(claim.subject),
            predicate=claim.predicate,
            label=names(claim.predicate),
            value=names(claim.value) if claim.is_thing else claim.value,
            value_iri=claim.value if claim.is_thing else None,
            start=claim.start,
            end=claim.end,
        )
    return list(found.values())


def _term(predicate: str) -> str:
    return predicate.rpartition("#")[2].rpartition("/")[2]
