"""Reads web pages: the article without navigation and notices, and what the page says of itself."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

import trafilatura
from bs4 import BeautifulSoup, Tag

from ingest.readers.raw import Block, FormatMeta, RawText
from ingest.readers.reflow import LIST_ITEM
from ingest.readers.text import decode
from ontology.errors import DamagedFileError, EmptyTextError

__all__ = ["read_html", "read_html_text"]

# Never part of an article, in any page that is built by the book.
_FURNITURE = "script, style, noscript, template, nav, aside, footer, form, button, dialog, [hidden]"
_NOTICE = re.compile(
    r"cookie|consent|skip|sr-only|breadcrumb|share|social|newsletter|teaser|comment", re.I
)

# Our choice: deeper than people build; 30,000 levels kept the parsers busy for over ten minutes.
MAX_NESTING = 300
_CONTAINER = re.compile(
    r"<(/?)(?:div|section|article|span|table|blockquote|font|b|i|em|strong|ul|ol|a)\b",
    re.IGNORECASE,
)

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)

_LICENCES = {
    r"creativecommons\.org/publicdomain/zero": "cc0",
    r"creativecommons\.org/licenses/by-sa/": "cc-by-sa-4.0",
    r"creativecommons\.org/licenses/by/": "cc-by-4.0",
    r"govdata\.de/dl-de/zero": "cc0",
    r"govdata\.de/dl-de/by": "cc-by-4.0",
}


def read_html(content: bytes, name: str) -> RawText:
    """Return the article of a web page, its headings, lists and tables, and its metadata."""
    return read_html_text(_decode(content, name), name)


def _decode(content: bytes, name: str) -> str:
    declared = _CHARSET.search(content[:4096])
    if declared and declared[1].lower() not in {b"utf-8", b"utf8"}:
        # A page that says ISO-8859-1 means Windows-1252, as every browser reads it.
        encoding = declared[1].decode("ascii").lower()
        encoding = "cp1252" if encoding in {"iso-8859-1", "latin1", "windows-1252"} else encoding
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            return decode(content, name)
    return decode(content, name)


def read_html_text(page: str, name: str) -> RawText:
    """Return the article of a page that is decoded already, as in the body of a mail."""
    _check_nesting(page, name)
    soup = BeautifulSoup(page, "lxml")
    meta = _metadata(soup)
    _strip(soup)
    blocks = tuple(_blocks(str(soup)))
    if not blocks:
        message = (
            f"{name}: the page has no article text; expected paragraphs in its body. "
            "Save the page with its content, for instance after scripts have run."
        )
        raise EmptyTextError(message)
    return RawText(blocks, meta)


def _check_nesting(page: str, name: str) -> None:
    """Refuse a page whose nesting only a machine gone wrong, or an attack, can have made."""
    depth = 0
    for tag in _CONTAINER.finditer(page):
        depth += -1 if tag[1] else 1
        if depth > MAX_NESTING:
            message = (
                f"{name}: elements are nested more than {MAX_NESTING} deep; expected a page for "
                "people. Save the article alone."
            )
            raise DamagedFileError(message)
        depth = max(depth, 0)


def _strip(soup: BeautifulSoup) -> None:
    for tag in soup.select(_FURNITURE):
        tag.decompose()
    for tag in soup.find_all(["div", "section", "ul", "a", "p"]):
        if tag.decomposed or tag.find("h1") is not None:
            continue
        names = " ".join([*tag.get_attribute_list("class"), str(tag.get("id") or "")])
        if _NOTICE.search(names):
            tag.decompose()
    for caption in soup.find_all("figcaption"):
        caption.name = "p"
    for figure in soup.find_all("figure"):
        figure.unwrap()  # the extractor passes over figures, and with them who is in the picture


class _Element(Protocol):
    """What is used here of the elements that the extractor returns."""

    tag: str
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator["_Element"]: ...

    def iter(self, tag: str) -> Iterator["_Element"]: ...


def _blocks(page: str) -> Iterator[Block]:
    extracted = trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        favor_recall=True,
    )
    body: Iterable[_Element] | None = getattr(extracted, "body", None)
    for element in body if body is not None else ():
        yield from _convert(element)


def _convert(element: _Element) -> Iterator[Block]:
    children = {child.tag for child in element}
    if element.tag == "quote" and children & {"p", "list", "head"}:
        for child in element:
            yield from _convert(child)
        return
    block = _CONVERTERS.get(element.tag, _paragraph)(element)
    if block.text.strip(" |"):
        yield block


def _heading(element: _Element) -> Block:
    return Block("heading", _flat(element))


def _list(element: _Element) -> Block:
    items = (_flat(item) for item in element.iter("item"))
    return Block("list", "\n".join(f"- {item}" for item in items if item))


def _table(element: _Element) -> Block:
    rows = (" | ".join(_flat(cell) for cell in row.iter("cell")) for row in element.iter("row"))
    return Block("table", "\n".join(row for row in rows if row.strip(" |")))


def _paragraph(element: _Element) -> Block:
    lines = [" ".join(line.split()) for line in _text(element).split("\n")]
    kept = [line for line in lines if line]
    is_list = len(kept) > 1 and all(LIST_ITEM.match(line) for line in kept)
    return Block("list" if is_list else "paragraph", "\n".join(kept))


_CONVERTERS = {"head": _heading, "list": _list, "table": _table}


def _flat(element: _Element) -> str:
    return " ".join(_text(element).split())


def _text(element: _Element) -> str:
    """Return an element's text; only <lb/> breaks a line, the source's own line ends do not."""
    parts = [_space(element.text)]
    for child in element:
        parts.append("\n" if child.tag == "lb" else _text(child))
        parts.append(_space(child.tail))
    return "".join(parts)


def _space(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _metadata(soup: BeautifulSoup) -> FormatMeta:
    linked = next(_json_ld(soup), {})
    site = _meta(soup, "og:site_name") or _name(linked.get("publisher"))
    date = (
        _meta(soup, "article:published_time", "date", "dc.date", "dcterms.date", "dcterms.issued")
        or linked.get("datePublished")
        or _time(soup)
    )
    return FormatMeta(
        title=_title(soup, linked, site),
        date=str(date)[:10] if date else None,
        publisher=site or _meta(soup, "dc.publisher", "dcterms.publisher"),
        rights=_rights(soup, linked),
        language=_language(soup),
        source_url=_source(soup),
    )


def _json_ld(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            found = json.loads(script.get_text())
        except ValueError:
            continue  # a broken block of metadata says nothing; the page is still readable
        candidates = found if isinstance(found, list) else [found]
        for candidate in candidates:
            if isinstance(candidate, dict):
                yield from (
                    node for node in candidate.get("@graph", [candidate]) if isinstance(node, dict)
                )


def _name(thing: object) -> str | None:
    if isinstance(thing, dict):
        thing = thing.get("name")
    return thing if isinstance(thing, str) else None


def _meta(soup: BeautifulSoup, *names: str) -> str | None:
    for tag in soup.find_all("meta"):
        label = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if label in names and str(tag.get("content") or "").strip():
            return str(tag["content"]).strip()
    return None


def _time(soup: BeautifulSoup) -> str | None:
    tag = soup.select_one("time[datetime], [itemprop=datePublished][content]")
    return str(tag.get("datetime") or tag.get("content")) if isinstance(tag, Tag) else None


def _title(soup: BeautifulSoup, linked: dict[str, Any], site: str | None) -> str | None:
    title = _meta(soup, "og:title") or _name({"name": linked.get("headline")})
    if title is None and soup.title is not None:
        title = " ".join(soup.title.get_text().split())
    if title and site:
        title = re.sub(rf"\s*[|–—·-]\s*{re.escape(site)}\s*$", "", title)
    heading = soup.find("h1")
    if not title and heading is not None:
        title = " ".join(heading.get_text().split())
    return title or None


def _rights(soup: BeautifulSoup, linked: dict[str, Any]) -> str | None:
    tags = soup.select("link[rel~=license], a[rel~=license]")
    addresses = [str(tag.get("href") or "") for tag in tags]
    addresses += [
        _meta(soup, "dc.rights", "dcterms.license") or "",
        str(linked.get("license") or ""),
    ]
    for address in addresses:
        for pattern, licence in _LICENCES.items():
            if re.search(pattern, address):
                return licence
    return None


def _language(soup: BeautifulSoup) -> str | None:
    lang = str(soup.html.get("lang") or "") if soup.html is not None else ""
    return lang[:2].lower() or None


def _source(soup: BeautifulSoup) -> str | None:
    tag = soup.select_one("link[rel~=canonical]")
    address = str(tag.get("href")) if isinstance(tag, Tag) else _meta(soup, "og:url")
    return address if address and address.startswith("http") else None
