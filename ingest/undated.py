"""Finds the events of which a text tells without a date: a scene with its place, or its picture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.dates import find_dates
from ingest.event_places import EventPlace, event_places, place_at
from ingest.event_words import FOUNDED, HELD, TellingNoun, event_nouns
from ingest.layout import Span
from ingest.occasions import attendees, names_of_towns
from ingest.scopes import Source
from ontology.model import Event, EventKind

__all__ = ["undated_events"]

# "Bei der Tagung", "zur Sitzung": the sentence speaks from the event.
_LED_TO = re.compile(
    r"\b(?:[Bb]ei(?:m|\s+de[rn]|\s+eine[rm])|[Aa]uf\s+(?:der|einer|dem|einem)|[Ii][nm]\s+(?:der|seiner|ihrer|einer)"
    r"|[Zz]u[rm]|[Zz]u\s+eine[rm]|[Nn]ach\s+de[rm]|[Vv]or\s+de[rm]|[Aa]n\s+de[rm]|[Ii]m)\s+(?:\w+(?:en|er)\s+)*„?$"
)
# What has no day and no place of its own and is an event all the same once somebody tells of it.
_FOUNDING = re.compile(
    r"Gründungs\w+|konstituierend|[Vv]erbandsversammlung$|[Gg]emeinsamen?\s\w*[Ss]itzung$"
)
# Rounds and evenings are meetings where a sentence names their place.
_WIDE_NOUN = re.compile(
    r"(?<![\w-])(?P<noun>[A-ZÄÖÜ][\w-]*(?:abend|runde|information|feier|fest|zusammenkunft|gespräch"
    r"|empfang|jubiläum|vorstellung|austausch|unterschrift|übung)|Vorstellung|Runde|Feier|Gespräch"
    r"|Zusammenkunft|Unterschrift(?:en)?|Handschlag|Fest|Begegnung|Präsentation)(?!\w)"
)
# What has not happened, happens again and again, or is only spoken of.
_NOT_TOLD = re.compile(
    r"\b(?:zur\s+Verfügung|steht|stehen|wird|werden|soll|sollen|will|wollen|würde\w*|könnte\w*|jede[rnms]?|jeweils"
    r"|regelmäßig|jährlich|monatlich|nächste[nrs]?|künftig|absag\w+|abgesagt|geplant|vorgesehen"
    r"|schon\s(?:vorher|einmal|früher)|vorausgegangen)\b"
)
_PICTURE = re.compile(
    r"\((?:(?:hinten|vorn\w*|oben|stehend|sitzend)\s)?(?:v\.\s?[lr]\.|von\s(?:links|rechts))"
    r"|,\s(?:von\s(?:links|rechts)(?:\snach\s(?:links|rechts))?|v\.\s?[lr]\.(?:\sn\.\s?[lr]\.)?):"
)
_BREAK = re.compile(
    r"[;:!?]|(?<!Dr)(?<!Prof)\.|,\s(?!d(?:as|er|ie)\s)|\s(?:und|oder|aber|während|weil)\s"
)
# "Nach dem Festakt fuhr sie nach X": what comes behind is no longer that occasion.
_AFTER = re.compile(r"\b(?:[Nn]ach|[Vv]or)\s+de[rm]\s+(?:\w+(?:en|er)\s+)*$")
_PRESIDED = re.compile(
    r"\b(?:begann|leitete|entschied|beschloss|bestimmte|wählte|tagten?|(?:kam|trat)\b.{0,80}\bzusammen)\b"
)
# So far around a meeting's noun stands what says that it has not happened, and its adjective.
AROUND_CHARS, ADJECTIVE_CHARS = 60, 20
# So far from its noun stands the place of a meeting behind it, and so far before it.
BEHIND_CHARS, AHEAD_CHARS, AFTER_CHARS, CLAUSE_CHARS = 70, 45, 12, 200
_OPENS_SENTENCE = re.compile(r"\W*(?:Zu[rm]|Bei(?:m|\sder|\seiner))\s(?:\w+(?:en|er)\s)*$")
# How far a text tells of its own occasion: by our count four of five such scenes stand there.
OPENING_SHARE, OPENING_CHARS = 0.45, 900


@dataclass(frozen=True, slots=True)
class _Deed:
    name: str
    kind: EventKind
    verbs: re.Pattern[str]
    is_opening: bool = False
    """Whether a text tells of it as its own occasion only near its beginning."""


_DEEDS = (
    _Deed(
        "Gründungsversammlung",
        "sitzung",
        re.compile(rf"\b(?:{FOUNDED}|[Rr]iefen\b.{{0,120}}\bins\sLeben|gegründet)\b"),
    ),
    _Deed(
        "Sitzung",
        "sitzung",
        re.compile(r"\b(?:tr[aä]te?n?\b.{0,160}\bzusammen|tagten)\b"),
    ),
    _Deed(
        "Unterzeichnung",
        "treffen",
        re.compile(
            r"\b(?:unterzeichnete\w*|unterzeichnet|unterschrieb\w*|besiegelte?n?|beurkunde\w*"
            r"|(?:Vertr[aä]ge?|Pakt|\w*pakt|[Vv]ereinbarung|Abkommen|Bündnis)\b.{0,60}\bgeschlossen"
            r"|[Ss]etzten\b.{0,60}\b(?:Namen|Unterschrift\w*)|[Ii]hre\sNamen\sunter)\b"
        ),
    ),
    _Deed(
        "Preisverleihung",
        "preisverleihung",
        re.compile(
            r"\b[Vv]erliehen\swurden?\b.{0,40}\b(?:Urkunden?|Preise?|Auszeichnung(?:en)?)\b|\b(?:Urkunde\w*|Scheck|Trophäe|Pokal|Auszeichnung|Preis|Preise|Siegel|Award)\b.{0,140}"
            r"\b(?:entgegen\w*|überreicht\w*|verliehen|Bühne)\b"
            r"|\b(?:entgegen\w*|[Üü]berreicht\w*|[Vv]erliehen|[Vv]erlieh|[Ff]reuten\ssich|nahm\w*)\b.{0,120}"
            r"\b(?:Urkunde\w*|Scheck|Trophäe|Pokal|Auszeichnung|Preis|Siegel|Award|Bühne)\b"
            r"|\bgeehrt\b|\b[Ff]reuten\ssich\sauf\sder\sBühne\b|\b[Ss]trahlende\sGesichter\b"
        ),
        is_opening=True,
    ),
    _Deed(
        "Treffen",
        "treffen",
        re.compile(
            r"\b(?:trafen\s+sich|traf\s+(?:man\s+)?sich|zusammengekommen|zusammengetroffen|getroffen"
            r"|kamen\b.{0,160}\bzusammen)\b"
        ),
    ),
    _Deed(
        "Besuch",
        "treffen",
        re.compile(r"\b(?:zu\sGast|zu\sBesuch|kam\s(?:nun|jetzt|am)|besuchte)\b"),
        is_opening=True,
    ),
    _Deed("Feier", "treffen", re.compile(r"\b(?:feierten?|gefeiert|begingen?)\b")),
)
# A prize that changes hands makes a ceremony of whatever it is done at.
_HANDED = re.compile(
    r"\b(?:[Üü]berreicht\w*|[Vv]erliehen\swurden?)\b.{0,40}\b(?:Auszeichnung|Preis|Urkunden?|Siegel)\b"
    r"|\b(?:Auszeichnung|Preis|Urkunden?|Siegel)\b.{0,60}\b(?:überreicht|verliehen|entgegen\w*)\b"
    r"|\bÜbergabe\sde[rs]\s(?:Urkunden?|Siegels?|Preise?s?|Auszeichnung)\b"
)
_NO_HOUSE_NEEDED = frozenset({"Treffen", "Preisverleihung"})


def undated_events(source: Source, sentence: Span) -> Iterator[Event]:
    """Return the events that a sentence without a day tells of by their place or picture."""
    words = source.layout.cut(sentence)
    places = event_places(words, names_of_towns(source, sentence))
    scenes = tuple(_scenes(words, places))
    handed = bool(_HANDED.search(words))
    for noun, place in scenes:
        kind = "preisverleihung" if handed and noun.kind != "workshop" else noun.kind
        yield _event(source, sentence, noun.name, kind, place)
    if scenes or (_NOT_TOLD.search(words) and not _PICTURE.search(words)):
        return
    for deed in _DEEDS:
        done = deed.verbs.search(words)
        near = _place_of_deed(places, deed) if done else None
        if near and not (deed.is_opening and not _opens(source, sentence)):
            yield _event(source, sentence, deed.name, deed.kind, near)
            return


def _event(
    source: Source, sentence: Span, name: str, kind: EventKind, place: EventPlace | None
) -> Event:
    return Event(
        name=name,
        kind=kind,
        date=_year(source.layout.cut(sentence)) if kind != "preisverleihung" else None,
        evidence=(source.layout.quote(sentence, confidence=0.6),),
        place=place.name if place else None,
        attendees=attendees(source, (sentence,)),
    )


def _year(words: str) -> str | None:
    """Return the year of which alone a sentence tells."""
    years = {date.iso for date in find_dates(words) if date.precision == "year"}
    return years.pop() if len(years) == 1 else None


def _opens(source: Source, sentence: Span) -> bool:
    """Return whether a sentence stands where texts tell of their own occasion, or is a caption."""
    limit = max(OPENING_CHARS, OPENING_SHARE * len(source.layout.text))
    return sentence.start < limit or bool(_PICTURE.search(source.layout.cut(sentence)))


def _place_of_deed(places: tuple[EventPlace, ...], deed: _Deed) -> EventPlace | None:
    houses = [place for place in places if place.is_house or deed.name in _NO_HOUSE_NEEDED]
    return min(houses, key=lambda place: (place.is_house, place.start), default=None)


def _scenes(
    words: str, places: tuple[EventPlace, ...]
) -> Iterator[tuple[TellingNoun, EventPlace | None]]:
    """Return the meetings that a sentence tells of, each with the place beside it."""
    for noun in _nouns(words):
        in_picture = bool(_PICTURE.search(words))
        before = words[max(0, noun.start - AROUND_CHARS) : noun.start].rpartition(", ")[2]
        around = before + words[noun.start : noun.end + AROUND_CHARS]
        if _NOT_TOLD.search(around) and not in_picture:
            continue
        place = _place_beside(words, noun, places)
        is_led = bool(_LED_TO.search(words[: noun.start]))
        is_told = is_led or in_picture or bool(HELD.search(words) or _PRESIDED.search(words))
        called = words[max(0, noun.start - ADJECTIVE_CHARS) : noun.end]
        is_founding = is_told and bool(_FOUNDING.search(called))
        in_picture = noun.is_strong and in_picture
        if (place and is_told) or is_founding or in_picture:
            yield noun, place


def _nouns(words: str) -> tuple[TellingNoun, ...]:
    named = event_nouns(words)
    wide = (
        TellingNoun(hit["noun"], "treffen", hit.start(), hit.end(), is_strong=False)
        for hit in _WIDE_NOUN.finditer(words)
        if not any(noun.start < hit.end() and hit.start() < noun.end for noun in named)
    )
    return tuple(sorted((*named, *wide), key=lambda noun: noun.start))


def _place_beside(
    words: str, noun: TellingNoun, places: tuple[EventPlace, ...]
) -> EventPlace | None:
    """Return the place behind a noun in its clause, a town before a house, else just before it."""
    reach = AFTER_CHARS if _AFTER.search(words[: noun.start]) else BEHIND_CHARS
    if _OPENS_SENTENCE.match(words[: noun.start]):
        reach = CLAUSE_CHARS
    behind = [
        place
        for place in places
        if 0 <= place.start - noun.end <= reach and not _BREAK.search(words[noun.end : place.start])
    ]
    before = [
        place
        for place in places
        if 0 <= noun.start - place.end <= AHEAD_CHARS
        and not _BREAK.search(words[place.end : noun.start])
    ]
    best = min(behind, key=lambda place: (place.is_house, place.start), default=None)
    if best is None:
        best = place_at(words, noun.end)
    return best or max(before, key=lambda place: (not place.is_house, place.start), default=None)
