"""Reads Word documents: paragraphs, lists and tables in the order of the document."""

import io
import re
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

from ingest.readers.office import PACKAGE_ERRORS, check_package, damaged_package
from ingest.readers.raw import Block, FormatMeta, RawText
from ontology.errors import EmptyTextError

__all__ = ["read_docx"]

_HEADING = re.compile(r"(?:heading|überschrift|title|titel)\b", re.IGNORECASE)
# Pandoc writes the author under the title as a paragraph of this style; core properties have it.
_AUTHOR = "Author"


def read_docx(content: bytes, name: str) -> RawText:
    """Return the blocks of a .docx file; table rows are lines, cells divided by ` | `."""
    check_package(content, name)
    try:
        document = docx.Document(io.BytesIO(content))
        blocks = tuple(_merged(_blocks(document)))
        properties = document.core_properties
        meta = FormatMeta(
            title=properties.title or None,
            publisher=properties.author or None,
            is_authored=True,
            language=(properties.language or "")[:2].lower() or None,
        )
    except PACKAGE_ERRORS as error:
        raise damaged_package(name, error) from error
    if not blocks:
        message = f"{name}: the document has no text; expected paragraphs. Check the file in Word."
        raise EmptyTextError(message)
    return RawText(blocks, meta)


def _blocks(document: WordDocument) -> Iterator[Block]:
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            rows = [row for row in _rows(item) if row.strip(" |")]
            if rows:
                yield Block("table", "\n".join(rows))
        else:
            block = _paragraph(item)
            if block is not None:
                yield block


def _paragraph(paragraph: Paragraph) -> Block | None:
    lines = [" ".join(line.split()) for line in paragraph.text.split("\n")]
    text = "\n".join(line for line in lines if line)
    style = str(paragraph.style.name) if paragraph.style is not None else ""
    if not text or style == _AUTHOR:
        return None
    if _HEADING.match(style):
        return Block("heading", text.replace("\n", " "))
    properties = paragraph._p.pPr  # noqa: SLF001 - python-docx has no public word for numbering
    if (properties is not None and properties.numPr is not None) or style.startswith("List"):
        return Block("list", f"- {text}".replace("\n", " "))
    return Block("paragraph", text)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        seen: set[int] = set()
        for cell in row.cells:
            # A merged cell comes once for every column it spans.
            if id(cell._tc) not in seen:  # noqa: SLF001 - its element is the cell's identity
                seen.add(id(cell._tc))  # noqa: SLF001 - see above
                cells.append(" ".join(cell.text.split()))
        yield " | ".join(cells)


def _merged(blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks with the items of one list as one."""
    previous: Block | None = None
    for block in blocks:
        if previous is not None and previous.kind == block.kind == "list":
            previous = Block("list", f"{previous.text}\n{block.text}")
            continue
        if previous is not None:
            yield previous
        previous = block
    if previous is not None:
        yield previous
