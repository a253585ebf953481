"""Reads PDF files: text in reading order, words whole again, running heads and feet gone."""

import io
import logging
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pypdf
from pypdf.errors import FileNotDecryptedError, PyPdfError

from ingest.readers.layout import Fragment, Line, in_reading_order, lines_of_page
from ingest.readers.pages import Page, assemble
from ingest.readers.raw import FormatMeta, RawText
from ontology.errors import DamagedFileError, EncryptedFileError

__all__ = ["read_pdf"]

# Six numbers that place text on the page: PDF 32000-1, 8.3.3.
_Matrix = Sequence[float]

# In units of the font size. A space between words is 0.2 to 0.5 wide and a letter 0.5 on average,
# give or take what the typeface is wider; cells of the corpus stand 1.0 and more apart.
MIN_CELL_GAP = 0.6
LETTER_DOUBT = 0.07


def read_pdf(content: bytes, name: str) -> RawText:
    """Return the blocks of a PDF file, a form feed wherever a new page begins."""
    # pypdf tells the log of every flaw it mends; ours are told as errors, or are none.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _encrypted(name)
        pages = [
            Page(tuple(_page_lines(page)), float(page.mediabox.height)) for page in reader.pages
        ]
        meta = _metadata(reader)
    except FileNotDecryptedError as error:
        raise _encrypted(name) from error
    except _FOREIGN as error:
        raise _damaged(name, error) from error
    return assemble(pages, meta, name)


# pypdf walks over whatever a broken file holds where its own type should stand.
_FOREIGN = (
    PyPdfError,
    struct.error,
    zlib.error,
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


def _page_lines(page: pypdf.PageObject) -> list[Line]:
    shows: list[_Show] = []
    fragments: list[Fragment] = []

    def before(operator: bytes, operands: Sequence[object], cm: _Matrix, tm: _Matrix) -> None:
        if operator in {b"Tj", b"TJ"}:
            x, y = _place(cm, tm)
            shows.append(_Show(x, y, _glyph_bytes(operands[0] if operands else b"")))

    def visit(
        text: str, cm: _Matrix, tm: _Matrix, font: Mapping[str, object] | None, size: float
    ) -> None:
        if text.strip():
            x, y = _place(cm, tm)
            bold = "bold" in str((font or {}).get("/BaseFont", "")).lower()
            scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
            fragments.extend(_split(Fragment(x, y, size * scale, bold, text), shows))
            shows.clear()

    page.extract_text(visitor_operand_before=before, visitor_text=visit)
    return in_reading_order(lines_of_page(fragments))


def _place(cm: _Matrix, tm: _Matrix) -> tuple[float, float]:
    return (
        round(tm[4] * cm[0] + tm[5] * cm[2] + cm[4], 2),
        round(tm[4] * cm[1] + tm[5] * cm[3] + cm[5], 2),
    )


def _glyph_bytes(operand: object) -> int:
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
