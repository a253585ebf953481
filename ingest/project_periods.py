"""Finds when an undertaking began, when it ended or shall end, and how it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.dates import DateMention, find_dates, resolve_relative
from ingest.layout import Span
from ingest.scopes import Scope, Source
from ontology.model import Claim, Evidence, Status

__all__ = ["Period", "find_period", "find_status"]

_PERIOD_LABEL = re.compile(
    r"^(?:(?:Projekt|Förder)?(?:laufzeit|zeitraum|dauer)|Laufzeit|Zeitraum|Zeitrahmen"
    r"|Umsetzungszeitraum|Umsetzung(?=\s*$))",
    re.I,
)
_START_LABEL = re.compile(
    r"(?<!\w)(?:seit|Beginn|Start|Gegründet|Gründung|Projektstart|In\s+Kraft(?:\s+seit)?"
    r"|Inbetriebnahme|Gründungsjahr|Baubeginn)\s*$",
    re.I,
)
_END_LABEL = re.compile(r"^(?:Ende|Projektende|Abschluss|Befristet bis|Laufzeitende)\s*$", re.I)

# What stands before a date, up to here, tells whether it begins or ends something.
CUE_CHARS = 45

_STARTS_BEFORE = re.compile(
    r"(?:\bseit|\bstartet\w*|\bgestartet|\bbegonnen|\bbegann|\bBeginn|\bStart\w*|gegründet"
    r"|Gründung\w*|Auftakt\w*|in\s+Kraft|gilt|\bgibt\s+es|freigeschaltet|eröffnet\w*|eingeführt"
    r"|\bab|unterzeichne\w*|schloss\w*|bildeten|Startschuss|in\s+Betrieb|ging\w*|besteht|ins"
    r"\s+Leben|verabredeten|Anstoß\w*|aufgenommen)\b[^.;]{0,40}$",
    re.I,
)
_STARTS_AFTER = re.compile(
    r"^[^.;]{0,70}?\b(?:gestartet|starteten|startete|startet|begonnen|begann|gegründet|eingeführt"
    r"|freigeschaltet|eröffnet|unterzeichne\w+|ging\w*|verabredete\w*|schloss\w*|in\s+Kraft|an"
    r"\s+den\s+Start"
    r"|ins\s+Leben|fiel\w*\s.{0,30}Startschuss|aufnehmen|in\s+Betrieb|auf\s+den\s+Weg|Start\b"
    r"|machte\w*\s+den\s+Anfang)",
    re.I,
)
# "Begonnen hat die Zusammenarbeit der sieben Gemeinden im Jahr 2017": the verb comes first.
_OPENS_WITH_START = re.compile(
    r"^\W*(?:Begonnen|Gestartet|Gegründet|Entstanden|Eingeführt|Eröffnet|Unterzeichnet|Freigeschaltet"
    r"|(?:Seinen|Ihren)\s+Anfang)\b[^,;]*$"
)
# "Über den Beginn gehen die Quellen auseinander: die einen nennen 2017, andere 2018".
_DISPUTED_START = re.compile(
    r"\b(?:Beginn|Gründung|Start|Anfang)\w*\b.*\b(?:nenn\w*|angegeben|datier\w*|auseinander|schwanken)\b"
)
_ENDS_BEFORE = re.compile(
    r"(?:\bbis(?:\s+(?:zum|Ende|Mitte|Anfang|zum\s+Ende))?|\bendet\w*(?:\s+(?:am|im|zum))?"
    r"|\bbeendet|\bläuft\s.{0,20}bis|\bausgelaufen|zum\s+Jahresende|befristet\s.{0,12})\s*(?:des"
    r"\s+Jahres\s+)?$",
    re.I,
)
_NEGATED = re.compile(
    r"ursprünglich|eigentlich|hätte|sollte\b.{0,30}(?:schon|bereits)|nach\s+älteren|damals"
    r"|zunächst\s+nur|Stand\b",
    re.I,
)

_STATUS_FIELD = re.compile(r"^(?:Status|Stand|Projektstatus|Sachstand)$", re.I)
_STATUS_WORDS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        "eingestellt",
        re.compile(
            r"\b(?:eingestellt\b(?!\s+(?:und|auf|werden\s+können))|aufgegeben|gestoppt"
            r"|gescheitert|abgebrochen|nicht\s+weitergeführt|aufgelöst)",
            re.I,
        ),
    ),
    (
        "abgeschlossen",
        re.compile(
            r"\b(?:abgeschlossen|beendet|Abschluss\s+des|Abschlussveranstaltung|Abschlussbericht"
            r"|Schlussbilanz|zog\w*\s+Bilanz|zieht\s+Bilanz|ausgelaufen|fertiggestellt)\b",
            re.I,
        ),
    ),
    (
        "geplant",
        re.compile(
            r"\b(?:geplant\w*|soll(?:en)?|wollen|will|vorgesehen|plan(?:t|en)|künftig"
            r"|Beschlussvorschlag|beabsichtig\w*|prüf(?:t|en)|angekündigt|priorisiert"
            r"|Förderantrag|erwogen|angedacht)\b",
            re.I,
        ),
    ),
    (
        "laufend",
        re.compile(
            r"\b(?:läuft|laufend\w*|seit|besteht|bestehen|nutz(?:t|en)|arbeite(?:t|n)|betreib(?:t"
            r"|en)|fährt|fahren|gestartet|startet\w*|eingerichtet|unterzeichnet|steht|stehen|in"
            r"\s+Betrieb|freigeschaltet|gegründet|eröffnet|erstellt|fördert|genehmigt)\b",
            re.I,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Period:
    """Beginnings and ends as the document gives them; several where it gives several."""

    starts: tuple[Claim, ...]
    ends: tuple[Claim, ...]


def find_period(source: Source, scope: Scope) -> Period:
    """Return every beginning and end that the text states of an undertaking."""
    starts: dict[str, Claim] = {}
    ends: dict[str, Claim] = {}
    for iso, is_start, evidence in (*_from_fields(source, scope), *_from_prose(source, scope)):
        target = starts if is_start else ends
        target.setdefault(iso, Claim(iso, evidence))
    return Period(_precise(starts), _precise(ends))


def _precise(claims: dict[str, Claim]) -> tuple[Claim, ...]:
    """Return the claims without a year of which the text also gives a day or month."""
    return tuple(
        claim
        for iso, claim in claims.items()
        if not any(other != iso and other.startswith(iso) for other in claims)
    )


def _from_fields(source: Source, scope: Scope) -> Iterator[tuple[str, bool, Evidence]]:
    layout = source.layout
    for label, start, end in _labelled(source, scope):
        dates = find_dates(layout.text[start:end])
        evidence = layout.quote(Span(start, end))
        if _PERIOD_LABEL.search(label):
            yield from _range(layout.text[start:end], dates, evidence)
        elif _START_LABEL.search(label):
            yield from ((date.iso, True, evidence) for date in dates[:2])
        elif _END_LABEL.search(label):
            yield from ((date.iso, False, evidence) for date in dates[:1])


def _labelled(source: Source, scope: Scope) -> Iterator[tuple[str, int, int]]:
    for row in source.layout.rows:
        if row.span in scope.near:
            cells = zip(row.header, row.cells, strict=True)
            yield from ((head, cell.start, cell.end) for head, cell in cells)
    if scope.is_main:
        yield from ((field.label, field.start, field.end) for field in source.layout.fields)


def _range(
    words: str, dates: tuple[DateMention, ...], evidence: Evidence
) -> Iterator[tuple[str, bool, Evidence]]:
    for number, date in enumerate(dates[:2]):
        before = words[max(0, date.start - CUE_CHARS) : date.start]
        is_end = bool(_ENDS_BEFORE.search(before)) or (
            number == 1 and bool(re.search(r"(?:bis|[-–])\s*\w*\s*$", before))
        )
        yield date.iso, not is_end, evidence


def _from_prose(source: Source, scope: Scope) -> Iterator[tuple[str, bool, Evidence]]:
    layout = source.layout
    for span in dict.fromkeys((*scope.near, *scope.wide)):
        words = layout.cut(span)
        if _NEGATED.search(words) or layout.row_at(span.start):
            continue
        dates = sorted((*find_dates(words), *resolve_relative(words, source.document.date)))
        for date in dates:
            side = _side(words, date)
            if side is not None and _is_own(scope, span, span.start + date.start):
                yield date.iso, side, layout.quote(span, confidence=0.7)


def _is_own(scope: Scope, span: Span, position: int) -> bool:
    """Return whether no other undertaking is named between this one and a date."""

    def last(mentions: tuple[Span, ...]) -> int:
        return max((m.start for m in mentions if span.start <= m.start < position), default=-1)

    return last(scope.others) <= last(scope.named.mentions)


def _side(words: str, date: DateMention) -> bool | None:
    """Return True for a beginning, False for an end, None for neither."""
    before = words[max(0, date.start - CUE_CHARS) : date.start]
    mention = words[date.start : date.end].lower()
    if _ENDS_BEFORE.search(before) or mention.startswith("bis "):
        return False
    if mention.startswith(("seit ", "ab ")) or _STARTS_BEFORE.search(before):
        return True
    ahead = words[: date.start]
    if _OPENS_WITH_START.search(ahead) or _DISPUTED_START.search(ahead):
        return True
    if re.search(r"\bvon\s+(?:\w+\s+)?$", before) and re.match(r"\s*bis\b", words[date.end :]):
        return True
    return True if _STARTS_AFTER.match(words[date.end :]) else None


def find_status(source: Source, scope: Scope, period: Period) -> Claim | None:
    """Return how an undertaking stands by its field, the words about it, and the tense."""
    for label, start, end in _labelled(source, scope):
        if _STATUS_FIELD.match(label.strip()):
            found = _status_in(source, Span(start, end), confidence=0.9)
            if found:
                return found
    for span in scope.near:
        found = _status_in(source, span, confidence=0.7)
        if found:
            return found
    if period.starts:
        evidence = period.starts[0].evidence
        return Claim(
            "laufend",
            source.layout.quote(Span(evidence.start, evidence.end), confidence=0.5, inferred=True),
        )
    return None


def _status_in(source: Source, span: Span, *, confidence: float) -> Claim | None:
    words = source.layout.cut(span)
    for status, pattern in _STATUS_WORDS:
        if pattern.search(words):
            return Claim(status, source.layout.quote(span, confidence=confidence))
    return None
