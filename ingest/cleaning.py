"""Makes the final text of a document: clean words, no boilerplate, offsets that stay."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.boilerplate import is_boilerplate, is_section_end, is_section_menu
from ingest.readers.raw import PAGE_MARK, Block, RawText

__all__ = ["CleanText", "clean"]

_SPACES = re.compile(r"[^\S\n\f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
# "#Bad #Salzuflen": a mark of social media before a word; "#5malklug" is a name and stays.
_HASH = re.compile(r"(?<![\w#&/])#(?=[A-Za-zÄÖÜäöü])")
_PICTURE = re.compile(
    r"\[(?:Bild|Image|Foto|Grafik|Karte|Video|Platzhalter)\b[^\]]*\]", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")

# Shorter lines may come twice for good reason: table cells, "ja", place and date.
MIN_REPEATED_CHARS = 40


@dataclass(frozen=True, slots=True)
class CleanText:
    """The final text of a document with the offsets of its pages and headings.

    `dropped` are the boilerplate lines taken out: no part of the document, but some of them name
    its publisher or its licence.
    """

    text: str
    page_starts: tuple[int, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    dropped: tuple[str, ...] = ()


def clean(raw: RawText) -> CleanText:
    """Return the text of a document as everything after this step sees it."""
    dropped: list[str] = []
    blocks = list(_without_repetition(_kept(raw.blocks, dropped)))
    return _render(blocks, dropped=(*dropped, *raw.furniture), has_pages=raw.has_pages)


def _kept(blocks: Sequence[Block], dropped: list[str]) -> Iterator[Block]:
    """Yield the blocks without boilerplate; a page mark survives the line it stood in."""
    pending = ""
    skipping = False
    for block in blocks:
        skipping = _still_skipping(block, skipping=skipping)
        lines: list[str] = []
        has_rows = _has_rows(block)
        for line in block.text.split("\n"):
            marks, text = _tidy(line)
            pending += marks
            if not text:
                continue
            is_menu = is_boilerplate(text) or (not has_rows and is_section_menu(text))
            if skipping or is_section_end(text) or is_menu:
                skipping = skipping or is_section_end(text)
                dropped.append(text.replace(PAGE_MARK, ""))
                pending += PAGE_MARK * text.count(PAGE_MARK)
                continue
            lines.append(pending + text)
            pending = ""
        if lines:
            yield Block(block.kind, "\n".join(lines))


def _still_skipping(block: Block, *, skipping: bool) -> bool:
    """Tell whether a teaser goes on: it takes what is listed under it, prose ends it."""
    return skipping and block.kind in {"list", "table"}


def _has_rows(block: Block) -> bool:
    """Tell whether lines are rows of a table: bars below bars, as plain text draws them too."""
    return block.kind == "table" or sum("|" in line for line in block.text.split("\n")) > 1


def _tidy(line: str) -> tuple[str, str]:
    """Return the page marks before a line, and the line in plain letters and single spaces."""
    text = unicodedata.normalize("NFC", line)
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    text = _SPACES.sub(" ", _PICTURE.sub(" ", _HASH.sub("", text))).strip(" ")
    marks = len(text) - len(text.lstrip(PAGE_MARK + " "))
    return PAGE_MARK * text[:marks].count(PAGE_MARK), text[marks:]


def _without_repetition(blocks: Iterable[Block]) -> Iterator[Block]:
    """Captions and teasers that say again what was said word for word are said once."""
    seen: set[str] = set()
    for block in blocks:
        key = " ".join(block.text.replace(PAGE_MARK, "").split()).casefold()
        if block.kind == "paragraph" and len(key) >= MIN_REPEATED_CHARS:
            if key in seen and PAGE_MARK not in block.text:
                continue
            seen.add(key)
        yield block


def _render(blocks: Iterable[Block], *, dropped: tuple[str, ...], has_pages: bool) -> CleanText:
    parts: list[str] = []
    length = 0
    pages = [0] if has_pages else []
    headings: list[tuple[int, int]] = []
    for block in blocks:
        if parts:
            parts.append("\n\n")
            length += 2
        start = length
        for index, piece in enumerate(block.text.split(PAGE_MARK)):
            if index:
                pages.append(length)
            parts.append(piece)
            length += len(piece)
        if block.kind == "heading":
            headings.append((start, length))
    return CleanText("".join(parts), tuple(pages), tuple(headings), dropped)
