"""Puts the pages of a document together: running heads and feet out, broken paragraphs whole."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.layout import Line, Placed, blocks_of_page, clusters_of_page
from ingest.readers.raw import PAGE_MARK, Block, FormatMeta, RawText
from ingest.readers.reflow import join_lines
from ontology.errors import EmptyTextError

__all__ = ["Page", "assemble"]

# Running heads and feet stand in the outer tenth of a page: DIN 5008 leaves 27 mm of 297 above.
MARGIN_SHARE = 0.1

# Of the body's size: heads, feet and the address in them are set a step smaller.
SMALL_PRINT = 0.9

# A text this long without a full stop is a sentence that goes on; shorter ones may be list entries.
MIN_BROKEN_CHARS = 80

_PAGE_NUMBER = re.compile(
    r"(?:seite|page|s\.)?\s*[-–—]?\s*\d{1,4}\s*(?:(?:von|of|/)\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE
)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x00": None}
)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in reading order, and how high the page is."""

    lines: tuple[Line, ...]
    height: float


def assemble(pages: Sequence[Page], meta: FormatMeta, name: str) -> RawText:
    """Return the blocks of all pages, a form feed wherever a new page begins."""
    sizes = [line.size for page in pages for line in page.lines for _ in line.text]
    if not sizes:
        message = (
            f"{name}: the PDF has {len(pages)} pages but no text, it seems to be a scan; expected "
            "text that can be marked and copied. Run OCR first, for instance with ocrmypdf."
        )
        raise EmptyTextError(message)
    body_size = statistics.median_low(sizes)
    furniture = _furniture(pages, body_size)
    blocks = _blocks(pages, furniture, body_size)
    if not blocks:
        message = f"{name}: the PDF has nothing but page numbers and running heads; expected text."
        raise EmptyTextError(message)
    heads = tuple(dict.fromkeys(line.text for _, line in furniture if not _is_number(line.text)))
    return RawText(tuple(blocks), meta, has_pages=True, furniture=heads)


def _blocks(
    pages: Sequence[Page], furniture: dict[tuple[int, Line], None], body_size: float
) -> list[Block]:
    blocks: list[Block] = []
    marks = ""
    for number, page in enumerate(pages):
        kept = [line for line in page.lines if (number, line) not in furniture]
        new = list(blocks_of_page(clusters_of_page(kept), body_size))
        marks = _append(blocks, new, marks + (PAGE_MARK if number else ""))
    return [Block(block.kind, block.text.translate(_LIGATURES)) for block in blocks]


def _furniture(pages: Sequence[Page], body_size: float) -> dict[tuple[int, Line], None]:
    """Lines of the margins that return page after page, count pages, or are set small."""
    marginal = [
        (number, line)
        for number, page in enumerate(pages)
        for line in page.lines
        if not MARGIN_SHARE * page.height < line.y < (1 - MARGIN_SHARE) * page.height
    ]
    seen: dict[str, set[int]] = {}
    for number, line in marginal:
        seen.setdefault(_pattern(line.text), set()).add(number)
    return dict.fromkeys(
        (number, line)
        for number, line in marginal
        if len(seen[_pattern(line.text)]) > 1
        or _is_number(line.text)
        or line.size < SMALL_PRINT * body_size
    )


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", text).strip()


def _is_number(text: str) -> bool:
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def _append(blocks: list[Block], new: Sequence[Placed], marks: str) -> str:
    """Add a page's blocks and return the page marks that found no text to stand in."""
    for index, placed in enumerate(new):
        block = placed.block
        if index == 0 and _is_repeated_head(blocks, block):
            continue
        text = marks + block.text
        if blocks and _runs_on(blocks[-1], block, jumped=placed.jumped or bool(marks)):
            blocks[-1] = Block(blocks[-1].kind, _joined(blocks[-1].text, block.text, marks))
        elif blocks and blocks[-1].kind == block.kind and block.kind in {"list", "table"}:
            blocks[-1] = Block(block.kind, f"{blocks[-1].text}\n{text}")
        else:
            blocks.append(Block(block.kind, text))
        marks = ""
    return marks


def _is_repeated_head(blocks: Sequence[Block], block: Block) -> bool:
    """Tell whether a table that goes on over the page names its columns again."""
    tables = [above.text.split("\n")[0] for above in blocks[-2:] if above.kind == "table"]
    return block.kind == "table" and block.text in tables


def _joined(first: str, second: str, marks: str) -> str:
    """Join two parts of a paragraph; marks go before the first whole word of the new page."""
    if not marks:
        return join_lines(first, second)
    head, _, tail = second.partition(" ")
    joined = join_lines(first, head)
    return f"{joined} {marks}{tail}" if tail else joined + marks


def _runs_on(above: Block, below: Block, *, jumped: bool) -> bool:
    if above.kind not in {"paragraph", "list"} or below.kind != "paragraph":
        return False
    if above.text[-1] in "-\u00ad\u2010":
        return True
    if above.text[-1] in '.!?:“")]':
        return False
    # At the foot of a column even a capital may be the middle of a sentence.
    return below.text[:1].islower() or (jumped and len(above.text) > MIN_BROKEN_CHARS)
