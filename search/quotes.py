"""Chooses the stretch of a passage that is shown as proof."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ontology.privacy import mask_contacts
from search.analysis import folded_words, stems
from search.encoder import Encoded
from search.retrieval import RankedPassage

__all__ = ["Cover", "Quote", "choose_quote", "cover", "reads_as_text"]

# What may be shown of a text whose author reserved all rights, and of any other.
RESERVED_CHARS = 300
FREE_CHARS = 600
RESERVED = "all-rights-reserved"

# A sentence ends at its mark before a space and a capital, digit or opening quotation mark, or at a
# line's end.
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][“\"»)]*(?=\s+[A-ZÄÖÜ0-9„\"»(])|(?=\n)|$)")

# No end: "Bei der 23. Auflage", "z. B. Lemgo", "Dr. Vidal" go on after their point.
_GOES_ON = re.compile(
    r"(?:\b\d{1,2}|\b[^\W\d]|\b(?:abs|art|bgm|bzw|ca|dr|evtl|fr|ggf|hr|inkl|mio|mrd|nr|prof|sog|st|str"
    r"|vgl))\.$",
    re.IGNORECASE,
)

# What a whole sentence ends with; a cell of a table stands between bars.
_SENTENCE_END = re.compile(r"[.!?…][“\"»)]*$")
_CELL = " | "
# A heading above a sentence is no table; a table with one sentence in it is.
TEXT_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document, from `start` to `end`; `source` is its passage, at `offset`."""

    source: str
    offset: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the stretch, contacts covered; of equal length, so that offsets hold."""
        return _masked(self.source)[self.start - self.offset : self.end - self.offset]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, folded: as a set, and in one line between spaces."""

    single: frozenset[str]
    joined: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The question's words that a text has too, and their share of all its letters."""

    terms: tuple[str, ...]
    share: float


def choose_quote(ranked: RankedPassage, question: Encoded, *, rights: str) -> Quote:
    """Return the sentence that answers most of the question, with its neighbours as they fit."""
    text = ranked.passage.text
    limit = RESERVED_CHARS if rights == RESERVED else FREE_CHARS
    spans = _sentences(text)
    start, end = _grown(spans, _best_sentence(text, ranked, question), limit)
    start, end = _trimmed(text, start, end, limit)
    offset = ranked.passage.start
    return Quote(text, offset, offset + start, offset + end)


@lru_cache(maxsize=5_000)
def reads_as_text(quote: str) -> bool:
    """Return whether most of a quote is whole sentences, not rows, agendas or lists of words."""
    spans = [quote[start:end].strip() for start, end in _sentences(quote)]
    told = sum(len(one) for one in spans if _SENTENCE_END.search(one) and _CELL not in one)
    return told >= TEXT_SHARE * sum(map(len, spans))


def cover(question: str, texts: Sequence[str]) -> Cover:
    """Return what of a question's words some texts have too: whole, inflected or in a compound."""
    asked = _stems(question)
    said = [_words_of(text) for text in texts]
    terms = tuple([word for word, stem in asked if _stands_in(stem, said)])
    total = sum(len(word) for word, _ in asked)
    return Cover(terms, sum(map(len, terms)) / total if total else 0.0)


# One question is asked of many texts.
@lru_cache(maxsize=100)
def _stems(question: str) -> tuple[tuple[str, str], ...]:
    return tuple(stems(question).items())


def _stands_in(stem: str, said: Sequence[_Words]) -> bool:
    if len(stem) < MIN_PART:
        return any(_begins_a_word(stem, words.joined) for words in said)
    parts = _parts(stem)
    return any(stem in words.joined or not words.single.isdisjoint(parts) for words in said)


def _begins_a_word(stem: str, joined: str) -> bool:
    """Return whether a word is a stem with an ending."""
    place = joined.find(f" {stem}")
    while place >= 0:
        ending = joined.index(" ", place + 1) - place - 1 - len(stem)
        if ending <= LONGEST_ENDING:
            return True
        place = joined.find(f" {stem}", place + 1)
    return False


@lru_cache(maxsize=1_000)
def _parts(stem: str) -> frozenset[str]:
    """Return every stretch of a stem that is long enough to be a word of its own."""
    ends = range(MIN_PART, len(stem) + 1)
    return frozenset(stem[start:end] for end in ends for start in range(end - MIN_PART + 1))


# The passages that questions lead to come again and again.
@lru_cache(maxsize=5_000)
def _words_of(text: str) -> _Words:
    words = frozenset(folded_words(text))
    return _Words(words, f" {' '.join(sorted(words))} ")


@lru_cache(maxsize=5_000)
def _masked(text: str) -> str:
    return mask_contacts(text)


@lru_cache(maxsize=5_000)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for found in _SENTENCE.finditer(text):
        start, end = found.span()
        # What ends a line ends a sentence, whatever stands there.
        if (
            spans
            and "\n" not in text[spans[-1][1] : start + 1]
            and _GOES_ON.search(text, *spans[-1])
        ):
            spans[-1] = (spans[-1][0], end)
        elif found.group().strip():
            spans.append((start, end))
    return tuple(spans) or ((0, len(text)),)


@lru_cache(maxsize=5_000)
def _bounds(text: str) -> NDArray[np.int64]:
    """Return where each sentence begins and ends, one after the other."""
    return np.array(_sentences(text)).ravel()


# Shorter stems ("rat", "ort") stand in too many words by chance ("beraten", "sofort"): of them
# only the word itself counts, with one of the longer endings German has ("-ern", "-ens") at most.
MIN_PART = 5
LONGEST_ENDING = 3


def _best_sentence(text: str, ranked: RankedPassage, question: Encoded) -> int:
    bounds = _bounds(text)
    gains = question.weights * ranked.match.likeness
    # After an odd number of bounds a place lies within a sentence.
    passed = bounds.searchsorted(ranked.match.places, side="right")
    return int(np.bincount(passed, gains, minlength=len(bounds) + 1)[1::2].argmax())


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
