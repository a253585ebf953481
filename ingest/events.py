"""Finds meetings, workshops, ceremonies, sessions and conferences with date, place and persons."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ingest.datelined import reported_meetings
from ingest.dates import DateMention, find_dates
from ingest.entities import Entities
from ingest.event_places import event_place
from ingest.event_words import (
    ABSENT,
    COUNCIL_BODY,
    COUNCIL_ROW,
    DATE_LABEL,
    NO_EVENT,
    PLACE_LABEL,
    PRESENT,
    TellingNoun,
    event_deed,
    event_kind,
    event_nouns,
    is_record,
    record_title,
)
from ingest.layout import Layout, Span, read_layout
from ingest.occasions import (
    Occasion,
    attendees,
    dated_occasions,
    names_of_towns,
    new_event,
)
from ingest.schedules import scheduled_events
from ingest.scopes import Source, read_source
from ingest.undated import undated_events
from ingest.writing_day import WritingDay, dates_by, writing_day
from ontology.model import Document, Event

__all__ = ["find_events"]

_TOOK_PLACE = re.compile(r"\b(?:findet|finden|fand|fanden)\b.*\bstatt\b|\bTermin\b|^Wann:")
# What holds since or until a day says nothing of the day of a meeting told beside it.
_SINCE = re.compile(r"\b(?:[Ss]eit|[Aa]b|[Bb]is|zum|[Vv]om|[Vv]on)\s(?:dem\s|zum\s)?$")
# The head of a record, in which a date without a label is the date of the meeting.
HEAD_CHARS = 450
# The head of a council paper names body and day; what follows is the case.
PAPER_HEAD_CHARS = 900


def find_events(document: Document, entities: Entities) -> tuple[Event, ...]:
    """Return the events of a document, that which it records first."""
    layout = read_layout(document)
    source = read_source(document, layout, entities)
    written = writing_day(document, layout)
    planned = scheduled_events(layout, written.day)
    occasions = dated_occasions(source, written)
    # A record's own meeting and the route of a council paper are sure by where they stand.
    recorded = (*_recorded(source), *_route(source, written))
    told = [*_sessions(source, written), *planned, *_told(source, written)]
    kept = [event for event in told if _is_occasion(event, occasions)]
    known = {event.date for event in (*recorded, *kept)}
    news = [
        new_event(source, occasion)
        for iso, occasion in occasions.items()
        if occasion.is_event and iso not in known
    ]
    dated = (*recorded, *kept, *news)
    found = (*dated, *reported_meetings(source, written, dated))
    merged: list[Event] = []
    for event in found:
        same = next((i for i, known in enumerate(merged) if _is_same(known, event)), None)
        if same is None:
            merged.append(event)
        else:
            merged[same] = _merge(merged[same], event)
    return tuple(merged)


def _is_occasion(event: Event, occasions: Mapping[str, Occasion]) -> bool:
    occasion = occasions.get(event.date) if event.date else None
    return occasion is None or occasion.is_event


def _recorded(source: Source) -> Iterator[Event]:
    """Return the meeting of which minutes are taken."""
    if not is_record(source.document):
        return
    layout = source.layout
    span, name = record_title(source.document, layout)
    absent = attendees(source, _blocks(layout, ABSENT))
    missing = {claim.value for claim in absent}
    present = attendees(source, _blocks(layout, PRESENT))
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
        if DATE_LABEL.match(field.label) and field.start < HEAD_CHARS:
            dates = find_dates(field.value)
            if dates:
                return dates[0].iso
    dates = tuple(d for d in find_dates(layout.text[:HEAD_CHARS]) if d.precision == "day")
    return dates[0].iso if dates else source.document.date


def _head_place(source: Source) -> str | None:
    for field in source.layout.fields:
        if PLACE_LABEL.match(field.label):
            value = field.value.split("\n")[0].strip()
            inside = names_of_towns(source, Span(field.start, field.start + len(value)))
            last = value.split(",")[-1].strip()
            town = next((name for name in inside if last == name), None)
            return town if town and not NO_EVENT.match(last) else value
    head = source.layout.text[:HEAD_CHARS]
    return next(iter(names_of_towns(source, Span(0, len(head)))), None)


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


def _route(source: Source, written: WritingDay) -> Iterator[Event]:
    """Sessions that the table of a council paper lists."""
    layout = source.layout
    for row in layout.rows:
        dates = dates_by(layout.cut(row.span), written)
        if dates and COUNCIL_ROW.search(" ".join(row.header)):
            yield _session(source, row.span, layout.cut(row.cells[0]), dates[0].iso)


def _sessions(source: Source, written: WritingDay) -> Iterator[Event]:
    """Sessions of council and committees in the head of a council paper."""
    layout = source.layout
    for line in layout.sentences:
        if line.start > PAPER_HEAD_CHARS:
            return
        stations = tuple(_stations(layout.cut(line), written))
        if source.document.kind == "ratsvorlage" or len(stations) > 1:
            yield from (_session(source, line, name, iso) for name, iso in stations)


def _stations(words: str, written: WritingDay) -> Iterator[tuple[str, str]]:
    """Return the bodies that a line names with the day that follows each, or its only day."""
    bodies = list(COUNCIL_BODY.finditer(words))
    dates = [date for date in dates_by(words, written) if date.precision == "day"]
    if len(bodies) == 1 and dates:
        yield bodies[0].group(), dates[0].iso
        return
    for number, body in enumerate(bodies):
        end = bodies[number + 1].start() if number + 1 < len(bodies) else len(words)
        following = [date.iso for date in dates if body.end() <= date.start < end]
        yield from ((body.group(), iso) for iso in following[:1])


def _session(source: Source, span: Span, name: str, date: str) -> Event:
    return Event(name.strip(" *:|"), "sitzung", (source.layout.quote(span),), date=date)


def _told(source: Source, written: WritingDay) -> Iterator[Event]:
    """Events of which a text tells, by their noun and date or by the scene around it."""
    for number, sentence in enumerate(source.layout.sentences):
        words = source.layout.cut(sentence)
        if NO_EVENT.search(words):
            continue
        nouns = event_nouns(words)
        dates = dates_by(words, written)
        dates = dates or (_date_behind(source, number, written) if nouns else ())
        if all(_SINCE.search(words[: date.start]) for date in dates):
            yield from undated_events(source, sentence)
        elif nouns:
            yield from _by_noun(source, sentence, nouns, dates)
        else:
            yield from _by_deed(source, sentence, dates, written)


def _date_behind(source: Source, number: int, written: WritingDay) -> tuple[DateMention, ...]:
    """Return the date of the next sentence where it says when that took place."""
    following = source.layout.sentences[number + 1 : number + 2]
    words = source.layout.cut(following[0]) if following else ""
    if not _TOOK_PLACE.search(words) or event_nouns(words):
        return ()
    # Offsets of another sentence tell no distance here: all that counts is the date.
    return dates_by(words, written)


def _by_deed(
    source: Source, sentence: Span, dates: tuple[DateMention, ...], written: WritingDay
) -> Iterator[Event]:
    words = source.layout.cut(sentence)
    deed = event_deed(words)
    if deed is None:
        return
    days = [date.iso for date in dates if date.precision == "day"]
    fresh = next((day for day in days if written.has_news_of(day)), None)
    if deed.name == "Treffen" or deed.kind == "preisverleihung":
        fresh = fresh or next(iter(days), None)
    if fresh:
        yield Event(
            name=deed.name,
            kind=deed.kind,
            evidence=(source.layout.quote(sentence, confidence=0.6),),
            date=fresh,
            place=event_place(words, names_of_towns(source, sentence)),
            attendees=attendees(source, (sentence,)),
        )


def _by_noun(
    source: Source,
    sentence: Span,
    nouns: tuple[TellingNoun, ...],
    dates: tuple[DateMention, ...],
) -> Iterator[Event]:
    words = source.layout.cut(sentence)
    persons = attendees(source, (sentence,))
    for noun in nouns:
        dated = min(dates, key=lambda d: (abs(d.start - noun.start), d.start))
        yield Event(
            name=noun.name,
            kind=noun.kind,
            evidence=(source.layout.quote(sentence, confidence=0.7),),
            date=dated.iso,
            place=event_place(words, names_of_towns(source, sentence)),
            attendees=persons if noun.is_strong else (),
        )


def _is_same(known: Event, other: Event) -> bool:
    if known.date and other.date and known.date != other.date:
        return False
    one, two = known.name.casefold(), other.name.casefold()
    alike = one in two or two in one or one[-8:] == two[-8:]
    is_one_day = bool(known.date and known.date == other.date)
    is_one_place = not known.place or not other.place or known.place == other.place
    return alike or (is_one_day and (known.kind == other.kind or is_one_place))


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
