"""Reads annotated sentences of several collections into one form: text and labelled spans."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.recogniser_words import Label

__all__ = ["Example", "Mark", "germeval", "legal", "mobie"]

# What the collections call them, and what it is to us; every other kind is no entity.
GERMEVAL: Mapping[str, Label] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
LEGAL: Mapping[str, Label] = {
    "PER": "PER",
    "RR": "PER",  # judges
    "AN": "PER",  # lawyers
    "ORG": "ORG",
    "UN": "ORG",  # companies
    "INN": "ORG",  # institutions
    "GRT": "ORG",  # courts
    "LD": "LOC",
    "LDS": "LOC",
    "ST": "LOC",
    "STR": "LOC",
}
NO_SPACE_BEFORE = set(".,;:!?)]}%…“”’")
NO_SPACE_AFTER = set("([{„‚#@")
QUOTES = "\"'"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A labelled stretch of a text."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its marks, in order of the text, and where it names undertakings.

    None where nobody has marked undertakings, which is not the same as that there are none. In
    stretches that are `unknown` names may stand that are not marked.
    """

    text: str
    marks: tuple[Mark, ...]
    undertakings: tuple[tuple[int, int], ...] | None = None
    unknown: tuple[tuple[int, int], ...] = ()


def germeval(path: Path) -> list[Example]:
    """Return the sentences of a GermEval 2014 file, outer entities only."""
    rows = (
        [row.split("\t") for row in block if not row.startswith("#")] for block in _blocks(path)
    )
    return [_example([(row[1], row[2]) for row in block], GERMEVAL) for block in rows if block]


def legal(path: Path) -> list[Example]:
    """Return the sentences of a file of court decisions (word and tag on each line)."""
    blocks = ([row.rsplit(" ", 1) for row in block] for block in _blocks(path))
    return [_example([(word, tag) for word, tag in block], LEGAL) for block in blocks]


def mobie(path: Path) -> list[Example]:
    """Return the sentences of a MobIE file (word, tab, tag)."""
    blocks = ([row.split("\t") for row in block] for block in _blocks(path))
    return [_example([(row[0], row[-1]) for row in block], GERMEVAL) for block in blocks]


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip():
            block.append(line.rstrip("\r"))
        elif block:
            yield block
            block = []


def _example(rows: Sequence[tuple[str, str]], kinds: Mapping[str, Label]) -> Example:
    text, places = _joined([word for word, _ in rows])
    marks: list[Mark] = []
    open_kind = ""
    for (start, end), (_, tag) in zip(places, rows, strict=True):
        place, _, kind = tag.partition("-")
        if place == "I" and kind == open_kind and kind in kinds:
            marks[-1] = Mark(marks[-1].start, end, kinds[kind])
        elif kind in kinds:
            marks.append(Mark(start, end, kinds[kind]))
        open_kind = kind
    return Example(text, tuple(marks))


def _joined(tokens: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return the tokens as running text, spaced as German is written, and where each stands."""
    text, places, inside, glued = "", [], False, True
    for token in tokens:
        is_quote = token in QUOTES
        if not (glued or token[0] in NO_SPACE_BEFORE or (is_quote and inside)):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
        glued = token[-1] in NO_SPACE_AFTER or (is_quote and not inside)
        inside = inside != is_quote
    return re.sub(r"\n", " ", text), places
