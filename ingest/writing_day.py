"""Says on which day a document was written, or about when, so that `am Freitag` gets its date."""

import datetime
import re
from dataclasses import dataclass, replace

from ingest.dates import DateMention, find_dates, resolve_relative
from ingest.layout import Layout
from ingest.month_names import MONTHS
from ontology.model import Document

__all__ = ["WritingDay", "dates_by", "writing_day"]

# A press release reports what happened within these days.
NEWS_DAYS = 10
# Of an issue that names only its month, and of one that names only its year.
MONTH_DAYS, YEAR_DAYS = 31, 190
# Mastheads and datelines stand in the first lines and are shorter than a sentence of prose.
HEAD_LINES, HEAD_LINE_CHARS = 6, 130
# Between the first and the last day of one event stand no more characters than these.
RANGE_GAP = 4
_NAMES_MONTH = re.compile("|".join(MONTHS), re.I)
# What an ISO date of a year or of a month lacks to name its middle day.
_MIDDLES = {len("2020"): "-07-01", len("2020-01"): "-15", len("2020-01-01"): ""}
_NEWS_DAYS = {
    len("2020"): YEAR_DAYS,
    len("2020-01"): MONTH_DAYS,
    len("2020-01-01"): NEWS_DAYS,
}


@dataclass(frozen=True, slots=True)
class WritingDay:
    """The day of writing, or the middle of its month or year, with what was stated of it."""

    day: str | None
    stated: str

    @property
    def is_exact(self) -> bool:
        """Whether the day itself was stated."""
        return len(self.stated) == len("2020-01-01")

    def has_news_of(self, iso: str) -> bool:
        """Return whether a day is one of those that a document of this day reports."""
        if self.day is None or len(iso) < len("2020-01-01"):
            return False
        written, happened = (datetime.date.fromisoformat(day) for day in (self.day, iso))
        days = (written - happened).days
        limit = _NEWS_DAYS[len(self.stated)]
        return (0 if self.is_exact else -limit) <= days <= limit


def writing_day(document: Document, layout: Layout) -> WritingDay:
    """Return when a document was written: as it is known, else by its title or masthead."""
    stated = document.date or _in_head(document, layout)
    return WritingDay(stated + _MIDDLES[len(stated)] if stated else None, stated)


def _in_head(document: Document, layout: Layout) -> str:
    lines = [document.title, *layout.text.split("\n")[:HEAD_LINES]]
    found = [
        date
        for line in lines
        if len(line) <= HEAD_LINE_CHARS and not re.search(r"[a-zäöüß]{3}[.!?]\s*$", line)
        for date in find_dates(line)
    ]
    best = max(found, key=lambda d: (len(d.iso), -found.index(d)), default=None)
    return best.iso if best else ""


def dates_by(words: str, written: WritingDay) -> tuple[DateMention, ...]:
    """Return the days and months that a sentence names, read with the day of writing."""
    relative = resolve_relative(words, written.day)
    if not written.is_exact:
        relative = tuple(d for d in relative if _NAMES_MONTH.search(words[d.start : d.end]))
    if len(written.stated) == len("2020"):
        # Of an issue that names its year alone, days without a year are that year's.
        relative = tuple(replace(d, iso=written.stated + d.iso[len("2020") :]) for d in relative)
    found = sorted((*find_dates(words), *relative))
    found = [d for d, before in zip(found, [None, *found], strict=False) if not _goes_on(d, before)]
    # A year alone dates what goes on in it, not a meeting.
    return tuple(date for date in found if date.precision != "year")


def _goes_on(date: DateMention, before: DateMention | None) -> bool:
    """Return whether a date is the last day of what another began (`24./25. Mai`)."""
    return before is not None and date.start - before.end <= RANGE_GAP
