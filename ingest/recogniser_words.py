"""Cuts text into the words that the recogniser labels, and reads spans off their labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

__all__ = ["LABELS", "PLACES", "TAGS", "Label", "TaggedSpan", "best_tags", "spans_of_tags", "words"]

Label = Literal["PER", "ORG", "LOC"]
LABELS: tuple[Label, ...] = ("PER", "ORG", "LOC")
# O first: it is the tag of whatever is cut off or padded.
TAGS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BI"))
# Where a word stands with regard to the name of an undertaking, which may hold other names.
PLACES = ("outside", "begins", "continues")

WORD = re.compile(r"\w+|[^\w\s]")
IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A run of words with one label: first word, the word after the last, and how sure it is."""

    first: int
    after: int
    label: Label
    score: float


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the offsets of runs of letters and digits, and of every other sign by itself."""
    return [match.span() for match in WORD.finditer(text, start, len(text) if end is None else end)]


def best_tags(logits: NDArray[np.float32]) -> list[int]:
    """Return the likeliest tags of the words that never continue what did not begin."""
    scores = logits.astype(np.float64)
    total = scores[0] + FIRST
    back = np.zeros(scores.shape, dtype=np.int64)
    for word in range(1, len(scores)):
        paths = total[:, None] + STEPS
        back[word] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[word]
    tags = [int(total.argmax())]
    for word in range(len(scores) - 1, 0, -1):
        tags.append(int(back[word, tags[-1]]))
    return tags[::-1]


def spans_of_tags(tags: Sequence[int], logits: NDArray[np.float32]) -> list[TaggedSpan]:
    """Return the spans of well-formed tags; a span is as sure as its least sure word."""
    spans = []
    share = np.exp(logits - logits.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    word = 0
    while word < len(tags):
        first, word = word, word + 1
        if tags[first] == 0:
            continue
        label = (tags[first] - 1) // 2
        while word < len(tags) and tags[word] == 2 * label + 2:
            word += 1
        # Whether a word begins or continues a span says nothing about what the span is.
        sure = share[first:word, 2 * label + 1 : 2 * label + 3].sum(axis=1).min()
        spans.append(TaggedSpan(first, word, LABELS[label], float(sure)))
    return spans


def _steps() -> NDArray[np.float64]:
    steps = np.zeros((len(TAGS), len(TAGS)))
    for before in range(len(TAGS)):
        for tag in range(2, len(TAGS), 2):
            if before not in (tag, tag - 1):
                steps[before, tag] = IMPOSSIBLE
    return steps


STEPS = _steps()
FIRST = np.array([IMPOSSIBLE if tag.startswith("I-") else 0.0 for tag in TAGS])
