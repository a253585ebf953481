"""Finds the numbered parts of a paper that carry their name in front of their text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.layout import Layout, Span

__all__ = ["Item", "find_items"]

# A name in front of a text is shorter than a sentence.
_ITEM = re.compile(
    r"^[ \t]*(?:\d{1,2}\.\d{1,2}\.?|[A-ZÄÖÜ]{1,2}\s?\.?\d{1,2}|\d{1,2}\)"
    r"|(?:TOP|Maßnahme|Projekt|Vorhaben)\s\d{1,2}[.:]?)"
    r"[ \t:–-]+(?P<name>[A-ZÄÖÜ„][^.:?\n]{3,70}?[!?]?)[ \t]*(?P<remark>\([^()\n]{2,40}\))?"
    r"[ \t]*(?P<close>[.:][ \t]+(?=[A-ZÄÖÜ„0-9])|[.:]?[ \t]*\n)",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered part: where it stands, its name, whether text follows in the name's line."""

    name: Span
    body: Span
    is_run_in: bool


def find_items(layout: Layout) -> tuple[Item, ...]:
    """Return the numbered parts of a text, in order; single numbers are no list."""
    found = tuple(_items(layout))
    return found if len(found) > 1 else ()


def _items(layout: Layout) -> Iterator[Item]:
    hits = list(_ITEM.finditer(layout.text))
    borders = sorted(
        {hit.start() for hit in hits}
        | {section.heading.start for section in layout.sections if section.heading}
        | {len(layout.text)}
    )
    for hit in hits:
        end = next(border for border in borders if border > hit.start())
        is_run_in = "\n" not in hit["close"]
        yield Item(Span(*hit.span("name")), Span(hit.start(), end), is_run_in)
