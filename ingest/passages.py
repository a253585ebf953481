"""Cuts a document's text into passages at sentence ends, each with its heading and page."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.sentences import sentences
from ontology.model import Document, Passage

__all__ = ["cut"]

# Words. The retrieval figures the search was designed by were all measured on passages of about
# this length; other lengths have not been compared.
PASSAGE_WORDS = 90

# Our choice: a rest shorter than this, a sentence or two, joins the passage before.
MIN_WORDS = 25


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is never cut: a sentence, or a line of a list or table."""

    start: int
    end: int
    words: int


def cut(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document in order; together they hold all of its text.

    A passage stays below one heading; a heading stands at the head of its first passage.
    """
    passages: list[Passage] = []
    for heading, start, end in _sections(document):
        for first, last in _groups(_units(document.text, start, end)):
            passages.append(_passage(document, len(passages), heading, (first, last)))
    return tuple(passages)


def _sections(document: Document) -> Iterator[tuple[tuple[int, int] | None, int, int]]:
    """Yield the stretches between headings; headings in a row open one section."""
    starts: list[tuple[tuple[int, int] | None, int]] = [(None, 0)]
    for span in document.headings:
        if document.text[starts[-1][1] : span[0]].strip() == "" or _is_only_heading(
            document.text, starts[-1], span
        ):
            starts[-1] = (span, starts[-1][1])
        else:
            starts.append((span, span[0]))
    ends = [start for _, start in starts[1:]] + [len(document.text)]
    for (heading, start), end in zip(starts, ends, strict=True):
        yield heading, start, end


def _is_only_heading(
    text: str, section: tuple[tuple[int, int] | None, int], span: tuple[int, int]
) -> bool:
    heading, _ = section
    return heading is not None and text[heading[1] : span[0]].strip() == ""


def _units(text: str, start: int, end: int) -> list[_Unit]:
    return [
        _Unit(first, last, len(text[first:last].split()))
        for first, last in sentences(text, start, end)
    ]


def _groups(units: Sequence[_Unit]) -> Iterator[tuple[int, int]]:
    """Yield runs of units of about the wished size; a short rest goes with the run before."""
    runs: list[list[_Unit]] = []
    words = 0
    for unit in units:
        if runs and (words + unit.words <= PASSAGE_WORDS or words < MIN_WORDS):
            runs[-1].append(unit)
            words += unit.words
        else:
            runs.append([unit])
            words = unit.words
    if len(runs) > 1 and words < MIN_WORDS:
        rest = runs.pop()
        runs[-1] += rest
    for run in runs:
        yield run[0].start, run[-1].end


def _passage(
    document: Document, ordinal: int, heading: tuple[int, int] | None, span: tuple[int, int]
) -> Passage:
    start, end = span
    page = bisect_right(document.page_starts, start) if document.page_starts else None
    title = document.text[heading[0] : heading[1]] if heading else None
    return Passage(
        document.id, ordinal, start, end, document.text[start:end], heading=title, page=page
    )
