"""Excerpts: what of a document's text may be shown, with finds marked and contacts covered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ontology.privacy import mask_contacts

__all__ = [
    "MAX_RESERVED_CHARS",
    "Piece",
    "is_reserved",
    "marked_pieces",
    "paragraphs",
    "shown_span",
]

# German law lets one quote, not republish; the project shows at most this much around a find.
MAX_RESERVED_CHARS = 300
_RESERVED = "all-rights-reserved"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked as a find, or is not."""

    text: str
    is_marked: bool = False


def is_reserved(rights: str) -> bool:
    """Return whether only excerpts of a document with these rights may be shown."""
    return rights == _RESERVED


def shown_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of at most 300 characters around a find, cut at word ends."""
    start, end = max(0, start), min(end, len(text))
    room = MAX_RESERVED_CHARS - (end - start)
    if room <= 0:
        return start, _word_end_before(text, start + MAX_RESERVED_CHARS)
    first = max(0, start - room // 2)
    last = min(len(text), first + MAX_RESERVED_CHARS)
    if first > 0:
        gap = text.find(" ", first, start)
        first = gap + 1 if gap >= 0 else start
    return first, max(end, _word_end_before(text, last))


def marked_pieces(
    text: str, span: tuple[int, int], finds: Iterable[tuple[int, int]]
) -> tuple[Piece, ...]:
    """Return the text of a span in pieces, the finds marked and e-mail and telephone covered."""
    covered = mask_contacts(text)
    start, end = span
    pieces: list[Piece] = []
    position = start
    for first, last in sorted(finds):
        first, last = max(first, position), min(last, end)
        if first >= last:
            continue
        pieces += [Piece(covered[position:first]), Piece(covered[first:last], is_marked=True)]
        position = last
    pieces.append(Piece(covered[position:end]))
    return tuple(piece for piece in pieces if piece.text)


def paragraphs(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Return the pieces grouped by paragraph, as they are parted by empty lines."""
    grouped: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n\n")
        grouped[-1].append(Piece(first, piece.is_marked))
        grouped += [[Piece(other, piece.is_marked)] for other in others]
    kept = (tuple(piece for piece in group if piece.text) for group in grouped)
    return tuple(group for group in kept if group)


def _word_end_before(text: str, position: int) -> int:
    if position >= len(text) or text[position].isspace():
        return min(position, len(text))
    gap = max(text.rfind(" ", 0, position), text.rfind("\n", 0, position))
    return gap if gap > 0 else position
