"""Reads PDF files: text in reading order, words whole again, running heads and feet gone."""

import io
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdf
from pypdf.errors import FileNotDecryptedError, PyPdfError

from ingest.readers.layout import (
    Fragment,
    Line,
    Placed,
    blocks_of_page,
    clusters_of_page,
    in_reading_order,
    lines_of_page,
)
from ingest.readers.raw import PAGE_MARK, Block, FormatMeta, RawText
from ingest.readers.reflow import join_lines
from ontology.errors import DamagedFileError, EmptyTextError, EncryptedFileError

__all__ = ["read_pdf"]

# Running heads and feet stand in the outer tenth of a page: DIN 5008 leaves 27 mm of 297 above.
MARGIN_SHARE = 0.1

# A text this long without a full stop is a sentence that goes on; shorter ones may be list entries.
MIN_BROKEN_CHARS = 80

# In units of the font size. A space between words is 0.2 to 0.5 wide and a letter 0.5 on average,
# give or take what the typeface is wider; cells of the corpus stand 1.0 and more apart.
MIN_CELL_GAP = 0.6
LETTER_DOUBT = 0.07

_PAGE_NUMBER = re.compile(
    r"(?:seite|page|s\.)?\s*[-–—]?\s*\d{1,4}\s*(?:(?:von|of|/)\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE
)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x00": None}
)


def read_pdf(content: bytes, name: str) -> RawText:
    """Return the blocks of a PDF file, a form feed wherever a new page begins."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _encrypted(name)
        pages = [_page_lines(page) for page in reader.pages]
        heights = [float(page.mediabox.height) for page in reader.pages]
        meta = _metadata(reader)
    except FileNotDecryptedError as error:
        raise _encrypted(name) from error
    except _FOREIGN as error:
        raise _damaged(name, error) from error
    return _assemble(pages, heights, meta, name)


# pypdf walks over whatever a broken file holds where its own type should stand.
_FOREIGN = (
    PyPdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    OSError,
    EOFError,
)


def _encrypted(name: str) -> EncryptedFileError:
    return EncryptedFileError(
        f"{name}: the PDF asks for a password; expected one that opens without. Save it without "
        "protection, for instance with qpdf --decrypt."
    )


def _damaged(name: str, error: Exception) -> DamagedFileError:
    return DamagedFileError(
        f"{name}: the PDF is damaged or cut off ({type(error).__name__}); expected a whole file. "
        "Fetch it anew, or mend it with qpdf or Ghostscript."
    )


@dataclass(frozen=True, slots=True)
class _Show:
    """One text-showing operator of a page: where it begins and how many bytes it shows."""

    x: float
    y: float
    glyph_bytes: int


def _page_lines(page: Any) -> list[Line]:
    shows: list[_Show] = []
    fragments: list[Fragment] = []

    def before(operator: bytes, operands: Any, cm: Any, tm: Any) -> None:
        if operator in {b"Tj", b"TJ"}:
            x, y = _place(cm, tm)
            shows.append(_Show(x, y, _glyph_bytes(operands[0] if operands else b"")))

    def visit(text: str, cm: Any, tm: Any, font: Mapping[str, Any] | None, size: float) -> None:
        if text.strip():
            x, y = _place(cm, tm)
            bold = "bold" in str((font or {}).get("/BaseFont", "")).lower()
            scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
            fragments.extend(_split(Fragment(x, y, size * scale, bold, text), shows))
            shows.clear()

    page.extract_text(visitor_operand_before=before, visitor_text=visit)
    return in_reading_order(lines_of_page(fragments))


def _place(cm: Any, tm: Any) -> tuple[float, float]:
    return (
        round(tm[4] * cm[0] + tm[5] * cm[2] + cm[4], 2),
        round(tm[4] * cm[1] + tm[5] * cm[3] + cm[5], 2),
    )


def _glyph_bytes(operand: Any) -> int:
    parts = operand if isinstance(operand, list) else [operand]
    total = 0
    for part in parts:
        original = getattr(part, "original_bytes", part)
        total += len(original) if isinstance(original, (bytes, str)) else 0
    return total


def _split(fragment: Fragment, shows: Sequence[_Show]) -> list[Fragment]:
    """Cells of one table row may arrive as one text; the glyph counts say where to cut it."""
    words = " ".join(fragment.text.split())
    whole = replace(fragment, text=words + "\n")
    if len(shows) > 1:
        for bytes_per_glyph, with_spaces in ((2, True), (1, True), (2, False), (1, False)):
            counts = [show.glyph_bytes // bytes_per_glyph for show in shows]
            cuts = _cuts(words, counts, with_spaces=with_spaces)
            if cuts:
                return list(_pieces(whole, shows, cuts))
    return [fragment]


def _cuts(words: str, counts: Sequence[int], *, with_spaces: bool) -> list[int]:
    """Where each shown piece begins in the text, or nothing when the counts do not add up.

    Some fonts show a space as a glyph, others only move on.
    """
    starts: list[int] = []
    position = 0
    for count in counts:
        position += words[position : position + 1].isspace()
        starts.append(position)
        left = count
        while left > 0 and position < len(words):
            left -= with_spaces or not words[position].isspace()
            position += 1
        if left:
            return []
    return starts if position == len(words) else []


def _pieces(fragment: Fragment, shows: Sequence[_Show], cuts: Sequence[int]) -> Iterator[Fragment]:
    begin = 0
    for index in range(1, len(cuts) + 1):
        if index < len(cuts) and not _apart(
            shows[index - 1], shows[index], fragment.size, cuts, index
        ):
            continue
        end = cuts[index] if index < len(cuts) else len(fragment.text)
        show = shows[begin]
        text = fragment.text[cuts[begin] : end].strip() + "\n"
        yield Fragment(show.x, show.y, fragment.size, fragment.bold, text)
        begin = index


def _apart(left: _Show, right: _Show, size: float, cuts: Sequence[int], index: int) -> bool:
    if abs(left.y - right.y) > 0.35 * size:
        return True
    letters = cuts[index] - cuts[index - 1]
    end = left.x + 0.5 * size * letters
    return right.x - end > (MIN_CELL_GAP + LETTER_DOUBT * letters) * size


def _metadata(reader: pypdf.PdfReader) -> FormatMeta:
    found = reader.metadata
    if found is None:
        return FormatMeta()
    catalog = reader.trailer["/Root"]
    language = str(catalog.get("/Lang", "") if isinstance(catalog, Mapping) else "")
    return FormatMeta(
        title=str(found.title).strip() or None if found.title else None,
        publisher=str(found.author).strip() or None if found.author else None,
        is_authored=True,
        language=language[:2].lower() or None,
    )


def _assemble(
    pages: Sequence[list[Line]], heights: Sequence[float], meta: FormatMeta, name: str
) -> RawText:
    sizes = [line.size for lines in pages for line in lines for _ in line.text]
    if not sizes:
        message = (
            f"{name}: the PDF has {len(pages)} pages but no text, it seems to be a scan; expected "
            "text that can be marked and copied. Run OCR first, for instance with ocrmypdf."
        )
        raise EmptyTextError(message)
    body_size = statistics.median_low(sizes)
    furniture = _furniture(pages, heights, body_size)
    blocks: list[Block] = []
    marks = ""
    for number, lines in enumerate(pages):
        kept = [line for line in lines if (number, line) not in furniture]
        new = list(blocks_of_page(clusters_of_page(kept), body_size))
        marks = _append(blocks, new, marks + (PAGE_MARK if number else ""))
    if not blocks:
        message = f"{name}: the PDF has nothing but page numbers and running heads; expected text."
        raise EmptyTextError(message)
    heads = tuple(dict.fromkeys(line.text for _, line in furniture if not _is_number(line.text)))
    mended = (Block(block.kind, block.text.translate(_LIGATURES)) for block in blocks)
    return RawText(tuple(mended), meta, has_pages=True, furniture=heads)


def _furniture(
    pages: Sequence[list[Line]], heights: Sequence[float], body_size: float
) -> dict[tuple[int, Line], None]:
    """Lines of the margins that return page after page, count pages, or are set small."""
    marginal = [
        (number, line)
        for number, (lines, height) in enumerate(zip(pages, heights, strict=True))
        for line in lines
        if not MARGIN_SHARE * height < line.y < (1 - MARGIN_SHARE) * height
    ]
    seen = Counter({text: len(on) for text, on in _pages_by_text(marginal).items()})
    return dict.fromkeys(
        (number, line)
        for number, line in marginal
        if seen[_pattern(line.text)] > 1 or _is_number(line.text) or line.size < 0.9 * body_size
    )


def _pages_by_text(marginal: Sequence[tuple[int, Line]]) -> dict[str, set[int]]:
    pages: dict[str, set[int]] = {}
    for number, line in marginal:
        pages.setdefault(_pattern(line.text), set()).add(number)
    return pages


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
    """A table that goes on over the page says the names of its columns again."""
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
