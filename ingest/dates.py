"""Finds the dates of a German text, absolute and relative, as ISO 8601 of fitting precision."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.month_names import MONTHS, SHORT_MONTHS, WEEKDAYS, month_number

__all__ = ["DateMention", "Precision", "find_dates", "resolve_relative"]

Precision = Literal["day", "month", "year"]

# A two-digit year is meant within this century up to here, as office software reads it.
LAST_SHORT_YEAR = 49

_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WORDY_DAY = re.compile(rf"(?<![\d.,])(?P<day>[0-3]?\d)\.\s*{_MONTH}\s+{_YEAR}(?!\d)", re.I)
_WORDY_DAYS = re.compile(
    rf"(?<![\d.,])(?P<first>[0-3]?\d)\.\s*(?:[-–/]|bis(?:\s+zum)?|und)\s*"
    rf"(?P<day>[0-3]?\d)\.\s*{_MONTH}\s+{_YEAR}(?!\d)",
    re.I,
)
_NUMERIC_DAY = re.compile(
    r"(?<![\d.,/])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>(?:19|20)\d\d"
    r"|\d\d)(?![\d.]\d|\d)"
)
_ISO_DAY = re.compile(rf"(?<![\d-]){_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])")
_WORDY_MONTH = re.compile(rf"(?<!\w){_MONTH}\s+(?:des\s+Jahres\s+)?{_YEAR}(?!\d)", re.I)
_NUMERIC_MONTH = re.compile(rf"(?<![\d.,/])(?P<month>0?[1-9]|1[0-2])[./]{_YEAR}(?![\d.]\d|\d)")
_YEAR_PAIR = re.compile(
    r"(?<![\d.,/-])(?P<year>(?:19|20)\d\d)\s?[/–-]\s?(?P<last>(?:19|20)?\d\d)(?![\d.,]\d|\d)"
)
_LONE_YEAR = re.compile(
    r"(?<![\d.,/§-])(?P<year>(?:19|20)\d\d)"
    r"(?![\d/]|[.,]\d|-\d|\s*(?:Euro|€|Menschen|Einwohner|Quadrat|Hektar|Kilometer|Meter|Stück"
    r"|Personen|Haushalte|m²|km))"
)
_YEARLESS_DAY = re.compile(
    rf"(?<![\d.,])(?P<day>[0-3]?\d)\.\s*{_MONTH}(?!\w|\s+(?:19|20)\d\d)", re.I
)
# Two digits each: "3.2." may be a section of a text.
_YEARLESS_NUMBERS = re.compile(
    r"(?<![\d.,/])(?P<day>[0-3]\d)\.(?P<month>[01]\d)\.(?!\d|\s?(?:19|20)\d\d)"
)
_YEARLESS_MONTH = re.compile(
    r"\b(?:im|seit|ab|bis|vom|Anfang|Mitte|Ende)\s+(?:(?:vergangenen|letzten|kommenden|nächsten"
    r"|diesen)\s+)?"
    rf"{_MONTH}(?!\w|\s+(?:des\s+Jahres\s+)?(?:19|20)\d\d)",
    re.I,
)
_WEEKDAY = re.compile(
    r"\b(?:(?:am|vom|seit|bis|ab)\s+|(?=(?:vergangenen|letzten|kommenden|nächsten)\s))"
    r"(?P<turn>vergangenen\s+|letzten\s+|heutigen\s+|gestrigen\s+"
    r"|kommenden\s+|nächsten\s+|diesem\s+)?"
    rf"(?P<weekday>{'|'.join(WEEKDAYS)}|Sonnabend)(?:vormittag|nachmittag|abend|morgen"
    r"|mittag)?\b(?!,?\s*(?:dem\s+)?\d)",
    re.I,
)
_WEEKDAY_BEFORE = re.compile(rf"(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+(?:dem\s+|den\s+)?$", re.I)
_NEAR_DAY = re.compile(r"(?<!\w)(?P<word>vorgestern|gestern|heute|morgen|übermorgen)(?!\w)", re.I)
_NEAR_YEAR = re.compile(
    r"\b(?:im|in|des)\s+(?P<word>vergangenen|letzten|vorigen|diesem|laufenden|kommenden|nächsten)"
    r"\s+Jahre?s?\b"
    r"|\bim\s+(?P<before>Vorjahr)\b",
    re.I,
)
# The present and the future tense speak of the weekday ahead ("wird am Samstag eröffnet").
_IS_TO_COME = re.compile(
    r"\b(?:wird|werden|findet|finden|soll|sollen|beginnt|startet|lädt|laden|öffnet|tagt|steigt)\b"
)
_FORWARD = re.compile(
    r"\b(?:wird|werden|soll|sollen|ab|bis|kommende[nrs]?|nächste[nrs]?)\b"
    r"|\d\.\s(?:\w*sitzung|\w*treffen|\w*tagung|runde):\s",
    re.I,
)

# How many characters before a date without a year can say that it lies ahead: half a sentence.
FORWARD_CHARS = 60


@dataclass(frozen=True, slots=True, order=True)
class DateMention:
    """A date as it stands in a text, and what it means; a range gives two mentions."""

    start: int
    end: int
    iso: str
    precision: Precision


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Return every date with a year, in order of the text."""
    return _without_overlaps(text, _ABSOLUTE)


def resolve_relative(text: str, reference: str | None) -> tuple[DateMention, ...]:
    """Return the dates that only the day of writing makes complete (`gestern`, `im April`).

    Nothing is returned when `reference`, the ISO day of the document, is unknown or imprecise.
    """
    if reference is None or len(reference) != len("2020-01-01"):
        return ()
    today = datetime.date.fromisoformat(reference)
    taken = [(known.start, known.end) for known in find_dates(text)]
    found: list[DateMention] = []
    for pattern, read in _RELATIVE:
        for hit in pattern.finditer(text):
            if any(hit.start() < end and start < hit.end() for start, end in taken):
                continue
            mention = read(hit, today)
            if mention:
                found.append(mention)
                taken.append(hit.span())
    return tuple(sorted(found))


def _without_overlaps(
    text: str,
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[DateMention]]], ...],
) -> tuple[DateMention, ...]:
    taken: list[tuple[int, int]] = []
    found: list[DateMention] = []
    for pattern, read in readers:
        for hit in pattern.finditer(text):
            if any(hit.start() < end and start < hit.end() for start, end in taken):
                continue
            mentions = list(read(hit))
            if mentions:
                found.extend(mentions)
                taken.append(hit.span())
    return tuple(sorted(found))


def _day(start: int, end: int, year: int, month: int, day: int) -> Iterator[DateMention]:
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        # "31.02." or "12.34.2020" is a slip or no date at all; either way nothing is known.
        return
    yield DateMention(start, end, date.isoformat(), "day")


def _read_day(hit: re.Match[str]) -> Iterator[DateMention]:
    year = int(hit["year"])
    if year < 100:
        year += 2000 if year <= LAST_SHORT_YEAR else 1900
    return _day(hit.start(), hit.end(), year, month_number(hit["month"]), int(hit["day"]))


def _read_days(hit: re.Match[str]) -> Iterator[DateMention]:
    year, month = int(hit["year"]), month_number(hit["month"])
    yield from _day(hit.start("first"), hit.end("first") + 1, year, month, int(hit["first"]))
    yield from _day(hit.start("day"), hit.end(), year, month, int(hit["day"]))


def _read_month(hit: re.Match[str]) -> Iterator[DateMention]:
    iso = f"{hit['year']}-{month_number(hit['month']):02d}"
    yield DateMention(hit.start(), hit.end(), iso, "month")


def _read_pair(hit: re.Match[str]) -> Iterator[DateMention]:
    first, last = hit["year"], hit["last"]
    last = last if len(last) == 4 else first[:2] + last
    if int(first) < int(last):
        yield DateMention(hit.start("year"), hit.end("year"), first, "year")
        yield DateMention(hit.start("last"), hit.end("last"), last, "year")


def _read_year(hit: re.Match[str]) -> Iterator[DateMention]:
    yield DateMention(hit.start(), hit.end(), hit["year"], "year")


_ABSOLUTE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[DateMention]]], ...] = (
    (_WORDY_DAYS, _read_days),
    (_WORDY_DAY, _read_day),
    (_NUMERIC_DAY, _read_day),
    (_ISO_DAY, _read_day),
    (_WORDY_MONTH, _read_month),
    (_NUMERIC_MONTH, _read_month),
    (_YEAR_PAIR, _read_pair),
    (_LONE_YEAR, _read_year),
)


def _looks_forward(hit: re.Match[str]) -> bool:
    return bool(_FORWARD.search(hit.string[max(0, hit.start() - FORWARD_CHARS) : hit.end()]))


def _read_yearless_day(hit: re.Match[str], today: datetime.date) -> DateMention | None:
    return _nearest(hit, month_number(hit["month"]), today)


def _read_yearless_numbers(hit: re.Match[str], today: datetime.date) -> DateMention | None:
    return _nearest(hit, int(hit["month"]), today)


def _nearest(hit: re.Match[str], month: int, today: datetime.date) -> DateMention | None:
    """Return the day of that number in the year that brings it nearest to the day of writing."""
    day = int(hit["day"])
    years = (today.year, today.year - 1, today.year + 1)
    near = [mention for year in years for mention in _day(*hit.span(), year, month, day)]
    named = _WEEKDAY_BEFORE.search(hit.string[: hit.start()])
    if named:
        number = WEEKDAYS.index(named["weekday"].lower())
        fitting = [
            mention
            for mention in near
            if datetime.date.fromisoformat(mention.iso).weekday() == number
        ]
        near = fitting or near
    ahead = 1 if _looks_forward(hit) else 2

    def distance(mention: DateMention) -> int:
        days = (datetime.date.fromisoformat(mention.iso) - today).days
        return days * ahead if days > 0 else -days

    return min(near, key=distance, default=None)


def _read_yearless_month(hit: re.Match[str], today: datetime.date) -> DateMention:
    month = month_number(hit["month"])
    ahead = 1 if _looks_forward(hit) else 3
    if hit.group().lower().startswith("seit"):
        return DateMention(
            *hit.span(), f"{today.year - (month > today.month)}-{month:02d}", "month"
        )

    def distance(year: int) -> int:
        months = (year - today.year) * 12 + month - today.month
        return months * ahead if months > 0 else -months

    year = min((today.year, today.year - 1, today.year + 1), key=distance)
    return DateMention(hit.start(), hit.end(), f"{year}-{month:02d}", "month")


def _read_weekday(hit: re.Match[str], today: datetime.date) -> DateMention:
    word = hit["weekday"].lower()
    number = WEEKDAYS.index("samstag" if word == "sonnabend" else word)
    turn = (hit["turn"] or "").strip().lower()
    back = (today.weekday() - number) % 7
    if turn == "heutigen":
        day = today
    elif turn in {"vergangenen", "letzten"}:
        day = today - datetime.timedelta(back or 7)
    elif turn in {"kommenden", "nächsten"}:
        day = today + datetime.timedelta((number - today.weekday()) % 7 or 7)
    elif hit.group().lower().startswith("am") and _IS_TO_COME.search(_clause(hit)):
        day = today + datetime.timedelta((number - today.weekday()) % 7)
    else:
        day = today - datetime.timedelta(back)
    return DateMention(hit.start(), hit.end(), day.isoformat(), "day")


def _clause(hit: re.Match[str]) -> str:
    """Return what stands around a date, up to the ends of its clause."""
    start = max(hit.string.rfind(mark, 0, hit.start()) for mark in ".!?,;:\n")
    ends = [hit.string.find(mark, hit.end()) for mark in ".!?,;:\n"]
    end = min((at for at in ends if at >= 0), default=len(hit.string))
    return hit.string[start + 1 : end]


def _read_near_day(hit: re.Match[str], today: datetime.date) -> DateMention | None:
    word = hit["word"]
    # "Am Morgen" and "der Morgen" are a time of day, "von morgen" is no day either.
    if word[0].isupper() and word.lower() == "morgen":
        return None
    day = today + datetime.timedelta(_NEAR_DAYS[word.lower()])
    return DateMention(hit.start(), hit.end(), day.isoformat(), "day")


def _read_near_year(hit: re.Match[str], today: datetime.date) -> DateMention:
    shift = _NEAR_YEARS[(hit["word"] or hit["before"]).lower()]
    return DateMention(hit.start(), hit.end(), str(today.year + shift), "year")


_NEAR_DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
_NEAR_YEARS = {
    "vergangenen": -1,
    "letzten": -1,
    "vorigen": -1,
    "vorjahr": -1,
    "diesem": 0,
    "laufenden": 0,
    "kommenden": 1,
    "nächsten": 1,
}
_RELATIVE: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], datetime.date], DateMention | None]], ...
] = (
    (_YEARLESS_DAY, _read_yearless_day),
    (_YEARLESS_NUMBERS, _read_yearless_numbers),
    (_YEARLESS_MONTH, _read_yearless_month),
    (_WEEKDAY, _read_weekday),
    (_NEAR_DAY, _read_near_day),
    (_NEAR_YEAR, _read_near_year),
)
