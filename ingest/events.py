"""Finds meetings, workshops, ceremonies, sessions and conferences with date, place and persons."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.dates import DateMention, find_dates, resolve_relative
from ingest.entities import Entities
from ingest.event_words import (
    ABSENT,
    COUNCIL_BODY,
    COUNCIL_ROW,
    DATE_LABEL,
    HELD,
    NO_EVENT,
    PLACE_LABEL,
    PRESENT,
    TellingNoun,
    event_deed,
    event_kind,
    event_nouns,
    event_place,
    record_title,
)
from ingest.layout import Layout, Span, read_layout
from ingest.month_names import MONTHS
from ingest.scopes import Source, read_source
from ontology.model import Claim, Document, Event, Evidence

__all__ = ["find_events"]

# "Bei der Tagung", "zur Sitzung": the sentence speaks from the event.
_AT = re.compile(
    r"\b(?:[Bb]ei(?:m|\s+der|\s+einer)|[Aa]uf\s+(?:der|einer)|[Ii]n\s+(?:der|seiner|ihrer))\s+"
    r"(?:\w+en\s+)?$"
)
_NAMES_MONTH = re.compile("|".join(MONTHS), re.I)
_TOOK_PLACE = re.compile(r"\b(?:findet|finden|fand|fanden)\b.*\bstatt\b|\bTermin\b|^Wann:")
# The head of a record, in which a date without a label is the date of the meeting.
HEAD_CHARS = 450
# A press release reports what happened within these days.
NEWS_DAYS = 10
# The head of a council paper names body and day; what follows is the case.
PAPER_HEAD_CHARS = 900
# Persons in one sentence or caption from which a scene is worth an event without a date.
MIN_SCENE = 2


def find_events(document: Document, entities: Entities) -> tuple[Event, ...]:
    """Return the events of a document, that which it records first."""
    layout = read_layout(document)
    source = read_source(document, layout, entities)
    found = [*_recorded(source), *_sessions(source), *_told(source)]
    merged: list[Event] = []
    for event in found:
        same = next((i for i, known in enumerate(merged) if _is_same(known, event)), None)
        if same is None:
            merged.append(event)
        else:
            merged[same] = _merge(merged[same], event)
    return tuple(merged)


def _recorded(source: Source) -> Iterator[Event]:
    """Return the meeting of which minutes are taken."""
    if source.document.kind != "workshop-protokoll":
        return
    layout = source.layout
    span, name = record_title(source.document, layout)
    absent = _persons(source, _blocks(layout, ABSENT))
    missing = {claim.value for claim in absent}
    present = _persons(source, _blocks(layout, PRESENT))
    yield Event(
        name=name,
        kind=event_kind(name),
        evidence=(layout.quote(span),),
        date=_head_date(source),
        place=_head_place(source),
        attendees=tuple(claim for claim in present if claim.value not in missing),
        absent=absent,
    )


def _head_date(source: Source) -> str | None:
    layout = source.layout
    for field in layout.fields:
        if DATE_LABEL.match(field.label):
            dates = find_dates(field.value)
            if dates:
                return dates[0].iso
    dates = tuple(d for d in find_dates(layout.text[:HEAD_CHARS]) if d.precision == "day")
    return dates[0].iso if dates else source.document.date


def _head_place(source: Source) -> str | None:
    for field in source.layout.fields:
        if PLACE_LABEL.match(field.label):
            value = field.value.split("\n")[0].strip()
            inside = _towns_in(source, Span(field.start, field.start + len(value)))
            last = value.split(",")[-1].strip()
            town = next((name for name in inside if last.endswith(name)), None)
            return town if town and not NO_EVENT.match(last) else value
    head = source.layout.text[:HEAD_CHARS]
    return next(iter(_towns_in(source, Span(0, len(head)))), None)


def _towns_in(source: Source, span: Span) -> list[str]:
    towns = (*source.entities.municipalities, *source.entities.places)
    hits = sorted(
        (e.start, town.name) for town in towns for e in town.evidence if span.holds(e.start, e.end)
    )
    return [name for _, name in hits]


def _blocks(layout: Layout, label: Iterable[str]) -> tuple[Span, ...]:
    """Return what follows a heading or label, up to the next heading or label."""
    wanted = tuple(label)
    spans = [
        section.body
        for section in layout.sections
        if section.heading and _starts(layout.cut(section.heading), wanted)
    ]
    spans += [Span(f.start, f.end) for f in layout.fields if _starts(f.label, wanted)]
    for number, paragraph in enumerate(layout.paragraphs):
        first = layout.line_at(paragraph.start)
        if _starts(layout.cut(first), wanted):
            spans.append(paragraph)
            if first.end >= paragraph.end and number + 1 < len(layout.paragraphs):
                spans.append(layout.paragraphs[number + 1])
    return tuple(dict.fromkeys(spans))


def _starts(words: str, labels: tuple[str, ...]) -> bool:
    return words.strip(" *#:-").casefold().startswith(labels)


def _persons(source: Source, spans: tuple[Span, ...]) -> tuple[Claim, ...]:
    found: dict[str, Evidence] = {}
    for person in source.entities.persons:
        for evidence in person.evidence:
            if any(span.holds(evidence.start, evidence.end) for span in spans):
                found.setdefault(person.name, evidence)
    ordered = sorted(found.items(), key=lambda item: (item[1].start, item[0]))
    return tuple(Claim(name, evidence) for name, evidence in ordered)


def _sessions(source: Source) -> Iterator[Event]:
    """Sessions of council and committees in the head of a council paper."""
    layout = source.layout
    for row in layout.rows:
        dates = find_dates(layout.cut(row.span))
        if dates and COUNCIL_ROW.search(" ".join(row.header)):
            yield _session(source, row.span, layout.cut(row.cells[0]), dates[0].iso)
    if source.document.kind != "ratsvorlage":
        return
    for paragraph in layout.paragraphs:
        if paragraph.start > PAPER_HEAD_CHARS:
            return
        for line in layout.sentences:
            dates = find_dates(layout.cut(line))
            body = COUNCIL_BODY.search(layout.cut(line))
            if paragraph.holds(line.start, line.end) and dates and body:
                yield _session(source, line, body.group(), dates[0].iso)


def _session(source: Source, span: Span, name: str, date: str) -> Event:
    return Event(name.strip(" *:|"), "sitzung", (source.layout.quote(span),), date=date)


def _told(source: Source) -> Iterator[Event]:
    """Events of which a text tells, by their noun and date or by the scene around it."""
    reference = _reference(source.document)
    for number, sentence in enumerate(source.layout.sentences):
        words = source.layout.cut(sentence)
        if NO_EVENT.search(words):
            continue
        nouns = event_nouns(words)
        dates = _dates(words, reference, is_exact=_is_exact(source.document))
        if not nouns:
            yield from _by_deed(source, sentence, dates)
            continue
        dates = dates or _date_behind(source, number, reference)
        yield from _by_noun(source, sentence, nouns, dates)


def _reference(document: Document) -> str | None:
    """Return the day of writing; of an issue that names only its month or year, the middle."""
    if document.date:
        return document.date + _MIDDLES[len(document.date)]
    named = find_dates(document.title) or find_dates(document.text[:HEAD_CHARS])
    return named[0].iso + _MIDDLES[len(named[0].iso)] if named else None


# What an ISO date of a year or of a month lacks to name its middle day.
_MIDDLES = {len("2020"): "-07-01", len("2020-01"): "-15", len("2020-01-01"): ""}


def _is_exact(document: Document) -> bool:
    return document.date is not None and len(document.date) == len("2020-01-01")


def _dates(words: str, reference: str | None, *, is_exact: bool) -> tuple[DateMention, ...]:
    relative = resolve_relative(words, reference)
    if not is_exact:
        relative = tuple(d for d in relative if _NAMES_MONTH.search(words[d.start : d.end]))
    found = (*find_dates(words), *relative)
    return tuple(date for date in found if date.precision != "year" or len(found) == 1)


def _date_behind(source: Source, number: int, reference: str | None) -> tuple[DateMention, ...]:
    """Return the date of the next sentence where it says when that took place."""
    following = source.layout.sentences[number + 1 : number + 2]
    words = source.layout.cut(following[0]) if following else ""
    if not _TOOK_PLACE.search(words) or event_nouns(words):
        return ()
    # Offsets of another sentence tell no distance here: all that counts is the date.
    return _dates(words, reference, is_exact=_is_exact(source.document))


def _by_deed(source: Source, sentence: Span, dates: tuple[DateMention, ...]) -> Iterator[Event]:
    words = source.layout.cut(sentence)
    deed = event_deed(words)
    if deed is None:
        return
    towns = _towns_in(source, sentence)
    fresh = next((d.iso for d in dates if _is_news(source.document, d.iso)), None)
    opens = sentence.start < HEAD_CHARS and bool(towns) and not dates
    if fresh or opens or deed.kind == "preisverleihung":
        yield Event(
            name=deed.name,
            kind=deed.kind,
            evidence=(source.layout.quote(sentence, confidence=0.6),),
            date=fresh,
            place=event_place(words, towns),
            attendees=_persons(source, (sentence,)),
        )


def _by_noun(
    source: Source,
    sentence: Span,
    nouns: tuple[TellingNoun, ...],
    dates: tuple[DateMention, ...],
) -> Iterator[Event]:
    words = source.layout.cut(sentence)
    persons = _persons(source, (sentence,))
    for noun in nouns:
        dated = min(dates, key=lambda d: (abs(d.start - noun.start), d.start), default=None)
        if dated is None and not _is_scene(words, noun, len(persons)):
            continue
        yield Event(
            name=noun.name,
            kind=noun.kind,
            evidence=(source.layout.quote(sentence, confidence=0.7),),
            date=dated.iso if dated else None,
            place=event_place(words, _towns_in(source, sentence)),
            attendees=persons if noun.is_strong else (),
        )


def _is_news(document: Document, iso: str) -> bool:
    """Return whether a day is one of those before the document that reports it."""
    if document.date is None or len(iso) < len("2020-01-01") or len(document.date) < len(iso):
        return False
    written, happened = (datetime.date.fromisoformat(day) for day in (document.date, iso))
    return 0 <= (written - happened).days <= NEWS_DAYS


def _is_scene(words: str, noun: TellingNoun, persons: int) -> bool:
    return noun.is_strong and (
        bool(HELD.search(words) or _AT.search(words[: noun.start])) or persons >= MIN_SCENE
    )


def _is_same(known: Event, other: Event) -> bool:
    if known.date and other.date and known.date != other.date:
        return False
    one, two = known.name.casefold(), other.name.casefold()
    alike = one in two or two in one or one[-8:] == two[-8:]
    return alike or bool(known.date and known.date == other.date and known.kind == other.kind)


def _merge(known: Event, other: Event) -> Event:
    names = {claim.value for claim in (*known.attendees, *known.absent)}
    more = tuple(claim for claim in other.attendees if claim.value not in names)
    is_record = bool(known.absent) or len(known.attendees) > len(other.attendees)
    return replace(
        known,
        evidence=(*known.evidence, *other.evidence),
        date=known.date or other.date,
        place=known.place or other.place,
        attendees=known.attendees if is_record else (*known.attendees, *more),
    )
