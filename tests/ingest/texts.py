"""Documents of a few sentences, as the extractors of undertakings read them."""

import re

from ingest.facts import extract_facts
from ontology.model import Document, DocumentKind, Facts

__all__ = ["a_document", "facts_of"]

_HEADING = re.compile(r"(?m)^(?:# .*|\*\*\* .*|\d [A-Z]\w+.*)$")


def a_document(
    text: str,
    *,
    kind: DocumentKind = "pressemitteilung",
    title: str = "Neues aus dem Rathaus",
    date: str | None = None,
) -> Document:
    headings = tuple(hit.span() for hit in _HEADING.finditer(text))
    return Document("0" * 64, "text.txt", text, title, kind, date, None, headings=headings)


def facts_of(
    text: str,
    *,
    kind: DocumentKind = "pressemitteilung",
    title: str = "Neues aus dem Rathaus",
    date: str | None = None,
) -> Facts:
    return extract_facts(a_document(text, kind=kind, title=title, date=date))
