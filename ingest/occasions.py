"""Decides which of a text's dates are days on which people meet, and names what they meet for."""

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from ingest.event_places import event_place
from ingest.event_words import (
    COUNCIL_BODY,
    event_deed,
    event_kind,
    event_nouns,
)
from ingest.layout import Span
from ingest.occasion_signals import Dated, groups_by_date, occasion_signals
from ingest.scopes import Source
from ingest.writing_day import WritingDay, dates_by
from ontology.model import Claim, Event, EventKind, Evidence

__all__ = ["Occasion", "attendees", "dated_occasions", "names_of_towns", "new_event"]

WEIGHTS_FILE = "occasions.json"
MONTH_CHARS = len("2020-01")
# A month with a meeting and its place is that meeting's from here on: between here and the
# threshold five of six such months of the documents that may be read are.
PLACED_MONTH = 0.27
_IN_BODY = re.compile(
    r"\b(?:[Ii]m|[Ii]n\s(?:der|ihrem|seinem|einem)|[Vv]or\sde[mr])\s(?:\w+en\s)?$"
)
_DECIDED = re.compile(
    r"\b(?:verabschiedet\w*|beschlossen|beschloss\w*|gebilligt|zugestimmt|gestimmt|abgelehnt|gefallen|gefasst)\b"
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A date with the sentence that tells most of it and how sure it is that people met then."""

    dated: Dated
    sentence: Span
    probability: float
    is_event: bool


def dated_occasions(source: Source, written: WritingDay) -> Mapping[str, Occasion]:
    """Return every day and month that a text names, by its ISO date, in order of the text."""
    layout = source.layout
    dates = [
        (replace(date, start=date.start + sentence.start, end=date.end + sentence.start), sentence)
        for sentence in layout.sentences
        for date in dates_by(layout.cut(sentence), written)
    ]
    return {
        dated.iso: _judged(source, dated, occasion_signals(source, written, dated))
        for dated in groups_by_date(dates)
    }


def new_event(source: Source, occasion: Occasion) -> Event:
    """Return the event of a date, named by the noun, deed or body of its sentence."""
    words = source.layout.cut(occasion.sentence)
    name, kind = _name(words)
    return Event(
        name=name,
        kind=kind,
        evidence=(source.layout.quote(occasion.sentence, confidence=occasion.probability),),
        date=occasion.dated.iso,
        place=event_place(words, names_of_towns(source, occasion.sentence)),
        attendees=attendees(source, (occasion.sentence,)),
    )


def names_of_towns(source: Source, span: Span) -> list[str]:
    """Return the municipalities that a stretch names, acting or not, in order."""
    towns = (*source.entities.municipalities, *source.entities.places)
    hits = sorted(
        (e.start, town.name) for town in towns for e in town.evidence if span.holds(e.start, e.end)
    )
    return [name for _, name in hits]


def attendees(source: Source, spans: Iterable[Span]) -> tuple[Claim, ...]:
    """Return the persons whom these stretches name, each with the first quote that does."""
    stretches = tuple(spans)
    found: dict[str, Evidence] = {}
    for person in source.entities.persons:
        for evidence in person.evidence:
            if any(span.holds(evidence.start, evidence.end) for span in stretches):
                found.setdefault(person.name, evidence)
    ordered = sorted(found.items(), key=lambda item: (item[1].start, item[0]))
    return tuple(Claim(name, evidence) for name, evidence in ordered)


def _judged(source: Source, dated: Dated, signals: Mapping[str, float]) -> Occasion:
    learnt = _learnt()
    odds = learnt.bias + sum(w * signals.get(name, 0.0) for name, w in learnt.weights.items())
    probability = round(1 / (1 + math.exp(-odds)), 2)
    telling = max(dated.sentences, key=lambda s: (_tells(source.layout.cut(s)), -s.start))
    is_event = probability >= learnt.threshold or _is_told_month(source, dated, probability)
    return Occasion(dated, telling, probability, is_event)


def _is_told_month(source: Source, dated: Dated, probability: float) -> bool:
    """Return whether a month is that of a report to a body or of a meeting with its place."""
    if len(dated.iso) != MONTH_CHARS:
        return False
    told = [(source.layout.cut(sentence), sentence) for sentence in dated.sentences]
    return any(_reports_to_body(words) for words, _ in told) or (
        probability >= PLACED_MONTH
        and any(
            event_nouns(words) and event_place(words, names_of_towns(source, sentence))
            for words, sentence in told
        )
    )


def _reports_to_body(words: str) -> bool:
    """Return whether somebody spoke in a council or committee, which decided nothing."""
    spoke = any(_IN_BODY.search(words[: body.start()]) for body in COUNCIL_BODY.finditer(words))
    return spoke and not _DECIDED.search(words)


def _tells(words: str) -> int:
    return 2 * bool(event_nouns(words)) + (event_deed(words) is not None)


def _name(words: str) -> tuple[str, EventKind]:
    nouns = sorted(event_nouns(words), key=lambda noun: (not noun.is_strong, noun.start))
    if nouns:
        return nouns[0].name, nouns[0].kind
    deed = event_deed(words)
    if deed:
        return deed.name, deed.kind
    body = COUNCIL_BODY.search(words)
    return (body.group(), "sitzung") if body else ("Treffen", event_kind("Treffen"))


@dataclass(frozen=True, slots=True)
class _Learnt:
    bias: float
    threshold: float
    weights: Mapping[str, float]


@cache
def _learnt() -> _Learnt:
    found = json.loads((files("ingest") / "data" / WEIGHTS_FILE).read_text("utf-8"))
    return _Learnt(found["bias"], found["threshold"], found["weights"])
