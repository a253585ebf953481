"""Finds the events that a calendar lists: lines and table rows of day, place and occasion."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.dates import DateMention, find_dates, resolve_relative
from ingest.event_words import event_kind
from ingest.layout import Layout, Row, Span
from ontology.model import Event

__all__ = ["CALENDAR", "scheduled_events"]

CALENDAR = re.compile(
    r"^\W*(?:(?:Unsere\s+|Die\s+nächsten\s+)?Termine?|Terminkalender|Kalender|Veranstaltungen|Terminvorschau|Vormerken"
    r"|Zum\s+Vormerken|Save\s+the\s+date|Nächste\s+Termine|Wichtige\s+Termine)\b\W*$",
    re.I,
)
_WHEN = re.compile(r"^\W*(?:Wann|Datum|Tag|Termin|Zeit)\W*$", re.I)
_WHAT = re.compile(r"^\W*(?:Was|Veranstaltung|Anlass|Titel|Thema)\W*$", re.I)
_WHERE = re.compile(r"^\W*(?:Wo|Ort|Veranstaltungsort)\W*$", re.I)
_ENTRY = re.compile(
    r"^[\s,;:*–-]*(?:(?:ab\s+)?\d{1,2}(?:[.:]\d\d)?(?:\s*(?:bis|[–-])\s*\d{1,2}(?:[.:]\d\d)?)?\s*Uhr)?"
    r"[\s,;:*–-]*(?:(?P<where>[^:,(\n]{2,40})[:,]\s+)?(?P<what>[^\n(]{4,120})"
)
# What a range still holds behind its first day ("24./25. Mai 2024").
_RANGE_REST = re.compile(
    r"^\s*(?:[/–-]|bis|und)\s*\d{1,2}\.\s*(?:\d{1,2}\.|[A-ZÄÖÜ][a-zä]+)?\s*(?:\d{4})?"
)
# Two days with no more between them are the first and the last of one event.
RANGE_GAP = 4


def scheduled_events(layout: Layout, reference: str | None) -> Iterator[Event]:
    """Return the events of calendars; days without a year are those around `reference`."""
    for row in layout.rows:
        yield from _of_row(layout, row, reference)
    for section in layout.sections:
        if section.heading and CALENDAR.match(layout.cut(section.heading)):
            yield from _of_section(layout, section.body, reference)


def _dates(words: str, reference: str | None) -> list[DateMention]:
    found = sorted((*find_dates(words), *resolve_relative(words, reference)))
    return [date for date in found if date.precision == "day"]


def _of_row(layout: Layout, row: Row, reference: str | None) -> Iterator[Event]:
    columns = {
        name: next((i for i, head in enumerate(row.header) if pattern.match(head)), None)
        for name, pattern in (("when", _WHEN), ("what", _WHAT), ("where", _WHERE))
    }
    when, what, where = columns["when"], columns["what"], columns["where"]
    if when is None or what is None:
        return
    dates = _dates(layout.cut(row.cells[when]), reference)
    name = layout.cut(row.cells[what]).strip()
    if dates:
        yield Event(
            name=name,
            kind=event_kind(name),
            evidence=(layout.quote(row.span, confidence=0.8),),
            date=dates[0].iso,
            place=layout.cut(row.cells[where]).strip() if where is not None else None,
        )


def _of_section(layout: Layout, body: Span, reference: str | None) -> Iterator[Event]:
    words = layout.cut(body)
    dates: list[DateMention] = []
    for date in _dates(words, reference):
        if not dates or date.start - dates[-1].end > RANGE_GAP:
            dates.append(date)
    ends = [*(date.start for date in dates), len(words)]
    for date, (_, end) in zip(dates, pairwise(ends), strict=True):
        entry = _ENTRY.match(_RANGE_REST.sub("", words[date.end : end]))
        if entry is None or _is_row(layout, body.start + date.start):
            continue
        span = Span(body.start + date.start, body.start + len(words[:end].rstrip()))
        name = entry["what"].strip(" .,;|–-")
        yield Event(
            name=name,
            kind=event_kind(name),
            evidence=(layout.quote(span, confidence=0.7),),
            date=date.iso,
            place=entry["where"] and entry["where"].strip(" *"),
        )


def _is_row(layout: Layout, position: int) -> bool:
    return layout.row_at(position) is not None
