"""Chooses the stretch of a passage that is shown as proof."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ontology.privacy import mask_contacts
from search.analysis import folded_words, stems
from search.encoder import Encoded
from search.retrieval import RankedPassage

__all__ = ["Cover", "Quote", "choose_quote", "cover"]

# What may be shown of a text whose author reserved all rights, and of any other.
RESERVED_CHARS = 300
FREE_CHARS = 600
RESERVED = "all-rights-reserved"

# A sentence ends at its mark before a space and a capital, digit or opening quotation mark, or at a
# line's end; "z. B." or "3. Mai" may cut a quote early, which harms nobody.
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][“\"»)]*(?=\s+[A-ZÄÖÜ0-9„\"»(])|(?=\n)|$)")


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document: `text == document.text[start:end]`, contacts covered."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cover:
    """The question's words that a text has too, and their share of all its letters."""

    terms: tuple[str, ...]
    share: float


def choose_quote(ranked: RankedPassage, question: Encoded, *, rights: str) -> Quote:
    """Return the sentence that answers most of the question, with its neighbours as they fit."""
    text = ranked.passage.text
    limit = RESERVED_CHARS if rights == RESERVED else FREE_CHARS
    spans = [found.span() for found in _SENTENCE.finditer(text) if found.group().strip()]
    if not spans:
        spans = [(0, len(text))]
    start, end = _grown(spans, _best_sentence(spans, ranked, question), limit)
    start, end = _trimmed(text, start, end, limit)
    offset = ranked.passage.start
    return Quote(mask_contacts(text)[start:end], offset + start, offset + end)


def cover(question: str, text: str) -> Cover:
    """Return what of a question's words a text has too: whole, inflected or in a compound."""
    own = frozenset(folded_words(text))
    asked = stems(question)
    terms = tuple(word for word, stem in asked.items() if _stands_in(stem, own))
    total = sum(map(len, asked))
    return Cover(terms, sum(map(len, terms)) / total if total else 0.0)


def _stands_in(stem: str, own: frozenset[str]) -> bool:
    if len(stem) < MIN_PART:
        return any(
            word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING for word in own
        )
    return any(stem in word or (len(word) >= MIN_PART and word in stem) for word in own)


# Shorter stems ("rat", "ort") stand in too many words by chance ("beraten", "sofort"): of them
# only the word itself counts, with one of the longer endings German has ("-ern", "-ens") at most.
MIN_PART = 5
LONGEST_ENDING = 3


def _best_sentence(
    spans: Sequence[tuple[int, int]], ranked: RankedPassage, question: Encoded
) -> int:
    scores = [0.0] * len(spans)
    gains = question.weights * ranked.match.likeness
    for place, gain in zip(ranked.match.places, gains, strict=True):
        for number, (start, end) in enumerate(spans):
            if start <= place < end:
                scores[number] += float(gain)
    return max(range(len(spans)), key=lambda number: (scores[number], -number))


def _grown(spans: Sequence[tuple[int, int]], best: int, limit: int) -> tuple[int, int]:
    first = last = best
    while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= limit:
        last += 1
    while first > 0 and spans[last][1] - spans[first - 1][0] <= limit:
        first -= 1
    return spans[first][0], spans[last][1]


def _trimmed(text: str, start: int, end: int, limit: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    if end - start > limit:
        cut = text.rfind(" ", start, start + limit + 1)
        end = cut if cut > start else start + limit
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
