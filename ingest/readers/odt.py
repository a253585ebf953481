"""Reads OpenDocument texts: paragraphs, lists and tables in the order of the document."""

import io
from collections.abc import Iterator

from odfdo import Document as OpenDocument
from odfdo import Element

from ingest.readers.office import PACKAGE_ERRORS, check_package, damaged_package
from ingest.readers.raw import Block, FormatMeta, RawText
from ontology.errors import EmptyTextError

__all__ = ["read_odt"]


def read_odt(content: bytes, name: str) -> RawText:
    """Return the blocks of an .odt file; table rows are lines, cells divided by ` | `."""
    check_package(content, name)
    try:
        document = OpenDocument(io.BytesIO(content))
        blocks = tuple(_blocks(document.body.children))
        meta = FormatMeta(
            title=document.meta.title or None,
            publisher=document.meta.creator or None,
            is_authored=True,
        )
    except PACKAGE_ERRORS as error:
        raise damaged_package(name, error) from error
    if not blocks:
        message = f"{name}: the document has no text; expected paragraphs. Check the file."
        raise EmptyTextError(message)
    return RawText(blocks, meta)


def _blocks(elements: list[Element]) -> Iterator[Block]:
    for element in elements:
        reader = _READERS.get(element.tag)
        if reader is not None:
            yield from reader(element)


def _heading(element: Element) -> Iterator[Block]:
    text = _text(element)
    if text:
        yield Block("heading", text)


def _paragraph(element: Element) -> Iterator[Block]:
    lines = [" ".join(line.split()) for line in element.text_recursive.split("\n")]
    text = "\n".join(line for line in lines if line)
    if text:
        yield Block("paragraph", text)


def _list(element: Element) -> Iterator[Block]:
    items = [_text(item) for item in element.get_elements("descendant::text:list-item")]
    if any(items):
        yield Block("list", "\n".join(f"- {item}" for item in items if item))


def _table(element: Element) -> Iterator[Block]:
    rows = [
        " | ".join(_text(cell) for cell in row.get_elements("table:table-cell"))
        for row in element.get_elements("descendant::table:table-row")
    ]
    kept = [row for row in rows if row.strip(" |")]
    if kept:
        yield Block("table", "\n".join(kept))


def _section(element: Element) -> Iterator[Block]:
    return _blocks(element.children)


def _text(element: Element) -> str:
    return " ".join(element.text_recursive.split())


_READERS = {
    "text:h": _heading,
    "text:p": _paragraph,
    "text:list": _list,
    "table:table": _table,
    "text:section": _section,
}
