"""Shows a document's text as sections, labelled fields, table rows and sentences, with offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.sentences import sentences
from ontology.model import Document, Evidence

__all__ = ["Field", "Layout", "Row", "Section", "Span", "read_layout"]

# A label is short: "Art der Zusammenarbeit und Rechtsform" has 37 characters.
MAX_LABEL_CHARS = 45
# Values of profiles run over a few lines at most; more is a section of prose.
MAX_VALUE_CHARS = 1500

_CELL_GAP = re.compile(r"\s*\|\s*|\t+| {3,}")
_LABEL = re.compile(
    rf"^[-•*–\s]*(?P<label>[A-ZÄÖÜ][\wäöüß()/&,. -]{{1,{MAX_LABEL_CHARS}}}?)\s*:\s*(?P<value>.*)$"
)
_ROW_NUMBER = re.compile(r"[A-Z]?\d{1,3}\.?")
_RULE = re.compile(r"^[\s|+:=_-]*$")
_SHOUTED = re.compile(r"^[*#=\s]*(?P<title>[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9 ,.:&/()„“\"–-]{7,})[*#=\s]*$")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Return whether the other stretch lies wholly inside."""
        return self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value (`Laufzeit: 2020 bis 2023`); the offsets are the value's."""

    label: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A table row under its header; a cell's position in the row is its column."""

    header: tuple[str, ...]
    cells: tuple[Span, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the text below it; the part before the first heading has none."""

    heading: Span | None
    body: Span


@dataclass(frozen=True, slots=True)
class Layout:
    """A text and the parts that its layout shows."""

    text: str
    sections: tuple[Section, ...]
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]

    def quote(self, span: Span, *, confidence: float = 1.0, inferred: bool = False) -> Evidence:
        """Return a stretch as evidence."""
        words = self.text[span.start : span.end]
        return Evidence(span.start, span.end, words, confidence, inferred=inferred)

    def cut(self, span: Span) -> str:
        """Return the words of a stretch."""
        return self.text[span.start : span.end]

    def sentence_at(self, position: int) -> Span:
        """Return the sentence (or line) that holds a position."""
        return _holder(self.sentences, position) or self.line_at(position)

    def paragraph_at(self, position: int) -> Span:
        """Return the paragraph that holds a position."""
        return _holder(self.paragraphs, position) or self.line_at(position)

    def section_at(self, position: int) -> Section:
        """Return the section that holds a position, heading included."""
        for section in reversed(self.sections):
            start = section.heading.start if section.heading else section.body.start
            if start <= position:
                return section
        return self.sections[0]

    def line_at(self, position: int) -> Span:
        """Return the line that holds a position."""
        start = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        return Span(start, end if end >= 0 else len(self.text))

    def row_at(self, position: int) -> Row | None:
        """Return the table row that holds a position, if one does."""
        return next((r for r in self.rows if r.span.start <= position < r.span.end), None)


def read_layout(document: Document) -> Layout:
    """Return the layout of a document's text."""
    text = document.text
    lines = tuple(_lines(text))
    return Layout(
        text=text,
        sections=_sections(document, lines),
        fields=tuple(_fields(text, lines)),
        rows=tuple(_rows(text, lines)),
        paragraphs=_paragraphs(text),
        sentences=tuple(Span(*pair) for pair in _sentence_spans(text)),
    )


def _holder(spans: tuple[Span, ...], position: int) -> Span | None:
    return next((span for span in spans if span.start <= position < span.end), None)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip()))
        start += len(line)


def _paragraphs(text: str) -> tuple[Span, ...]:
    return tuple(Span(hit.start(), hit.end()) for hit in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    for paragraph in _paragraphs(text):
        yield from sentences(text, paragraph.start, paragraph.end)


def _sections(document: Document, lines: tuple[Span, ...]) -> tuple[Section, ...]:
    text = document.text
    headings = [Span(*pair) for pair in document.headings]
    if document.kind == "newsletter":
        known = {heading.start for heading in headings}
        headings += [
            line
            for line in lines
            if line.start not in known and _SHOUTED.match(text[line.start : line.end])
        ]
    headings.sort()
    borders = [*(heading.start for heading in headings), len(text)]
    found = [Section(None, Span(0, borders[0]))]
    for heading, following in zip(headings, borders[1:], strict=True):
        found.append(Section(heading, Span(min(heading.end, following), following)))
    return tuple(found)


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    found: list[Span] = []
    start = line.start
    for gap in _CELL_GAP.finditer(text, line.start, line.end):
        if gap.start() > start:
            found.append(Span(start, gap.start()))
        start = gap.end()
    if start < line.end:
        found.append(Span(start, line.end))
    return tuple(found)


def _rows(text: str, lines: tuple[Span, ...]) -> Iterator[Row]:
    header: tuple[str, ...] = ()
    for line in lines:
        cells = _cells(text, line)
        words = text[line.start : line.end]
        if not words or _RULE.match(words) or _ROW_NUMBER.fullmatch(words):
            continue
        if len(cells) < 2:
            header = ()
            continue
        aligned = _aligned(header, len(cells), text[cells[0].start : cells[0].end])
        if aligned and tuple(text[cell.start : cell.end] for cell in cells) != header:
            yield Row(aligned, cells, line)
        elif not aligned:
            header = tuple(text[cell.start : cell.end] for cell in cells)


def _aligned(header: tuple[str, ...], columns: int, first: str) -> tuple[str, ...]:
    """Return a row's header, also where a PDF glued or lost the column of numbers."""
    if len(header) == columns:
        return header
    number, _, rest = header[0].partition(" ") if header else ("", "", "")
    if rest and columns == len(header) + 1 and number in {"Nr.", "Nr", "Lfd.", "#"}:
        return (number, rest, *header[1:])
    if header and columns == len(header) - 1 and not _ROW_NUMBER.fullmatch(first):
        return header[1:] if header[0] in {"Nr.", "Nr", "#"} else ()
    return ()


def _fields(text: str, lines: tuple[Span, ...]) -> Iterator[Field]:
    for number, line in enumerate(lines):
        cells = _cells(text, line)
        if len(cells) == 2:
            label = text[cells[0].start : cells[0].end].strip(" :*-•")
            if 1 < len(label) <= MAX_LABEL_CHARS:
                yield _field(text, label, cells[1].start, line.end)
            continue
        hit = _LABEL.match(text[line.start : line.end])
        if hit:
            yield _open_field(text, lines, number, hit)


def _open_field(text: str, lines: tuple[Span, ...], number: int, hit: re.Match[str]) -> Field:
    """Return a field whose value begins on the label's line or on the next that holds text."""
    line = lines[number]
    start = line.start + hit.start("value")
    below = number + 1
    if not hit["value"]:
        while below < len(lines) and lines[below].start == lines[below].end:
            below += 1
        start = lines[below].start if below < len(lines) else line.end
        below += 1
    end = max(start, line.end)
    if not hit["value"] and below - 1 < len(lines):
        end = lines[below - 1].end
    while below < len(lines) and _continues(text, lines[below]):
        end = lines[below].end
        below += 1
    return _field(text, hit["label"].strip(), start, end)


def _continues(text: str, line: Span) -> bool:
    words = text[line.start : line.end]
    return bool(words) and not _LABEL.match(words) and not re.match(r"[\W\d]", words)


def _field(text: str, label: str, start: int, end: int) -> Field:
    end = min(end, start + MAX_VALUE_CHARS)
    return Field(label, text[start:end], start, end)
