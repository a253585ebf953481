"""Reads from a text who published it, when, and under which licence."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from ingest.dates import DateMention, find_dates
from ingest.kinds import is_newspaper
from ingest.titles import as_written

__all__ = ["date_in", "is_body", "publisher_in", "rights_in"]

# How much of the beginning and end of a text speaks of the document itself.
HEAD_CHARS = 700
FOOT_CHARS = 300

# Our choice: longer lines are prose, not a letterhead.
MAX_LETTERHEAD_CHARS = 60

_PUBLISHED_BY = re.compile(
    r"\b(?:herausgeber(?:in)?|herausgegeben (?:von|vom|durch)|hrsg\.|verantwortlich für den inhalt|"
    r"absender(?:in)?|eine (?:mitteilung|information) (?:der|des|von))\s*[:|]?\s*"
    r"(?:von\s+|durch\s+)?(?P<name>[^\n|·]+)",
    re.IGNORECASE,
)
_SENDER_LINE = re.compile(r"^von:\s*(?P<name>[^\n,|]+)", re.IGNORECASE | re.MULTILINE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*)?(?P<name>[^\n|·.–]+)", re.I
)
_RESERVED = re.compile(r"alle rechte vorbehalten\W+(?P<name>[A-ZÄÖÜ][^\n|·.+]+)", re.IGNORECASE)
_LETTERHEAD = re.compile(
    r"^(?P<name>(?:(?:Alte )?Hansestadt|Stadt|Gemeinde|Kreis|Landkreis|Landratsamt|Markt|"
    r"Samtgemeinde|"
    r"Verbandsgemeinde|Amt|Bezirksregierung|Zweckverband|Landeshauptstadt|Universitätsstadt|Kreisstadt)"
    r" [A-ZÄÖÜ][\wäöüß/ .()-]+?)\s*(?:$|\||–|-\s|,|·|Der |Die )",
    re.MULTILINE,
)
_ARTICLE = re.compile(r"^(?:der|die|das|des|dem|den|vom|von der|von)\s+", re.IGNORECASE)
_COMPANY_TAIL = re.compile(
    r"\s+(?:in Zusammenarbeit|gemeinsam mit|und verantwortlich|,).*$|\s+ist verantwortlich.*$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:nutzung|impressum|datenschutz|alle rechte|\d|verantwortlich|ist\b)", re.IGNORECASE
)

_RIGHTS = (
    (re.compile(r"\bcc[ -]?0\b|public domain|datenlizenz deutschland[ –-]+zero", re.I), "cc0"),
    (
        re.compile(r"\bcc[ -]by[ -]sa\b|namensnennung.{1,40}gleichen bedingungen", re.I),
        "cc-by-sa-4.0",
    ),
    (
        re.compile(r"\bcc[ -]by(?:[ -]4\.0)?\b(?![ -]n)|creative commons namensnennung 4", re.I),
        "cc-by-4.0",
    ),
    (
        re.compile(r"amtliches werk|§ ?5 (?:abs\. ?\d )?(?:urhg|urheberrechtsgesetz)", re.I),
        "official-work",
    ),
)

_DATE_LABEL = re.compile(
    r"\b(?:datum|stand|vermerk vom|protokoll(?: vom)?|sitzung(?:stermin)?(?: am| vom)?|"
    r"sitzungsdatum|"
    r"veröffentlicht(?: am)?|erstellt(?: am)?|vom|wann|termin|tag|zeit|"
    r"ausgabe vom|geändert)\s*[:|]?\s*"
    r"(?:(?:mo|di|mi|do|fr|sa|so)\w*,?\s*)?(?:den\s+|am\s+)?$",
    re.IGNORECASE,
)
_MEETING_ON = re.compile(
    r"(?:sitzung|veranstaltung|treffen|besprechung|workshop|konferenz|werkstatt|forum|tagung|runde)"
    r"[^\n]{0,90}\b(?:am|vom)\s+(?:\w+,\s+(?:den\s+|dem\s+)?)?$",
    re.IGNORECASE,
)
# "betreibt vom 1. August 2025 an", "Mit Wirkung vom 1. Juli", "das Datum: Am 14. März": prose.
_PROSE_BEFORE = re.compile(
    r"(?:(?<!\w)(?:das|ein|der|[a-zäöü]{2,}[“\"]?,?|Wirkung)\s|[“\"],?\s|[.!?:]\s)"
    r"(?:vom|Vom|datum:?(?:\sam)?|Datum:?\s[Aa]m|tag|Tag|zeit|Zeit)\s(?:\w+,\s)?$"
)
_GOES_ON = re.compile(r"\s(?:an|bis)\b")
# "Detmold, 4. September 2019." and "Südwestfalen, 4.9.2019 –": place and date before the news.
_DATELINE = re.compile(
    r"(?:^|\n)(?!\w+\s(?:ist|sind|war|waren|wird|gilt|läuft)\s)"
    r"[A-ZÄÖÜ][\wäöüß./() -]{2,40},?\s*(?:\([\w/]+\)\s*)?(?:den\s+|am\s+)?$"
)
_AFTER_DATELINE = re.compile(r"\s*(?:[.:,|–-]|\n|$)")
_PERSON = re.compile(r"(?:[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?,? ){1,2}[A-ZÄÖÜ][a-zäöüß-]+$")
_BODY = re.compile(
    r"stadt|gemeinde|kreis|amt\b|land\b|verband|ministerium|regierung|agentur|gmbh|e\. ?v\.|"
    r"redaktion|"
    r"zentrum|region|kommun|rechenzentrum|universität|hochschule|institut|netzwerk|verein|bund|\.[a-z]{2,3}\b",
    re.IGNORECASE,
)
# A newspaper's head: its name in front of the section, "Tageblatt - Lokales".
_MASTHEAD = re.compile(r"\A(?P<name>[^\n|–]{4,40}?)\s+(?:\||–|-|·)\s+[^\n]{3,30}$", re.MULTILINE)


def publisher_in(text: str, around: Iterable[str]) -> str | None:
    """Return who published a text by its imprint, sender, copyright line or letterhead."""
    foot = "\n".join(around)
    masthead = _MASTHEAD.search(text)
    if masthead and is_newspaper(masthead["name"]):
        return as_written(masthead["name"], f"{text[len(masthead[0]) :]}\n{foot}")
    for pattern, place in (
        (_PUBLISHED_BY, f"{text[-FOOT_CHARS:]}\n{foot}\n{text[:HEAD_CHARS]}"),
        (_SENDER_LINE, text[:HEAD_CHARS]),
        (_LETTERHEAD, _letterhead(text)),
        (_COPYRIGHT, foot),
        (_RESERVED, foot),
    ):
        for found in pattern.finditer(place):
            name = _name(found["name"])
            if name:
                return name
    return None


def _letterhead(text: str) -> str:
    """Return the short lines above the first that reads like prose."""
    lines = text[:HEAD_CHARS].split("\n")
    return "\n".join(takewhile(lambda line: len(line) <= MAX_LETTERHEAD_CHARS, lines))


def _name(found: str) -> str | None:
    name = _COMPANY_TAIL.sub("", _ARTICLE.sub("", found.strip())).strip(" .,:;+–-")
    name = re.sub(r"^(Land)?(k|K)reises\b", lambda m: "Landkreis" if m[1] else "Kreis", name)
    return name if len(name) > 3 and name[0].isupper() and not _NO_NAME.match(name) else None


def is_body(name: str) -> bool:
    """Tell whether a name is that of an office, company or newsroom rather than a person's."""
    return bool(_BODY.search(name)) or _PERSON.match(name) is None


def rights_in(text: str) -> str | None:
    """Return the licence that a text itself states, in the words of the manifest."""
    for pattern, rights in _RIGHTS:
        if pattern.search(text):
            return rights
    return None


def date_in(text: str, *, of_meeting: bool = False) -> str | None:
    """Return the day a document bears: after a label, in its dateline, or alone on a line.

    The record of a meeting bears the day of the meeting that its first lines name.
    """
    head = text[:HEAD_CHARS]
    days = [date for date in find_dates(head) if date.precision == "day"]
    for date in days:
        if _DATE_LABEL.search(head[: date.start]) and not _is_prose(head, date):
            return date.iso
    for date in days:
        if _is_dateline(head, date.start, date.end):
            return date.iso
    if of_meeting:
        for date in days:
            if _MEETING_ON.search(head[: date.start]):
                return date.iso
    return next(iter(_dates_at_foot(text)), None)


def _is_prose(head: str, date: DateMention) -> bool:
    """Return whether a sentence goes on around a date: it bears no more than its own story."""
    return bool(_PROSE_BEFORE.search(head[: date.start]) or _GOES_ON.match(head, date.end))


def _is_dateline(head: str, start: int, end: int) -> bool:
    line_start = head.rfind("\n", 0, start) + 1
    if head[line_start:start].strip() == "":
        return _AFTER_DATELINE.match(head, end) is not None
    return bool(_DATELINE.search(head[:start])) and bool(_AFTER_DATELINE.match(head, end))


def _dates_at_foot(text: str) -> Iterator[str]:
    foot = text[-FOOT_CHARS:]
    for date in find_dates(foot):
        if date.precision == "day" and re.search(r"\bStand:?\s*$", foot[: date.start]):
            yield date.iso
