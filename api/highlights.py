"""Highlights: the words of a quote that a question matched."""

import re
from collections.abc import Sequence

from api.excerpts import Piece
from ontology.privacy import mask_contacts
from search.answer import Find

__all__ = ["highlighted"]

# Two letters, or the zeros of a number, match everywhere; nobody would see why they are marked.
_MIN_TERM_CHARS = 3
# Shorter parts of a compound are mostly prepositions.
_MIN_PART_CHARS = 5
_WORD = re.compile(r"\w+")


def highlighted(find: Find, terms: Sequence[str]) -> tuple[Piece, ...]:
    """Return a find's quote in pieces, words that hold a matched term marked."""
    quote = mask_contacts(find.quote)
    wanted = [
        term.casefold() for term in terms if len(term) >= _MIN_TERM_CHARS and not term.isdigit()
    ]
    pieces: list[Piece] = []
    position = 0
    for word in _WORD.finditer(quote):
        if any(_is_alike(word.group().casefold(), term) for term in wanted):
            pieces += [Piece(quote[position : word.start()]), Piece(word.group(), is_marked=True)]
            position = word.end()
    pieces.append(Piece(quote[position:]))
    return tuple(piece for piece in pieces if piece.text)


def _is_alike(word: str, term: str) -> bool:
    """Return whether one holds the other: `Archiv` tells as much as `Bauarchiv`."""
    return term in word or (len(word) >= _MIN_PART_CHARS and word in term)
