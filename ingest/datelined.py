"""Finds the meeting of which a report without a day tells: a founding, a vote, a visit.

Such a report says where it comes from in its dateline; there its meeting was unless it tells of
a house or another town.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.dates import find_dates
from ingest.event_places import event_places
from ingest.event_words import COUNCIL_BODY, FOUNDED
from ingest.layout import Span
from ingest.occasions import attendees, names_of_towns
from ingest.scopes import Source
from ingest.writing_day import WritingDay
from ontology.model import Event, EventKind

__all__ = ["reported_meetings"]

_KINDS = frozenset({"zeitungsartikel", "pressemitteilung", "newsletter"})
_BODY = (
    r"(?:\w*[Zz]weckverband\w*|\w*[Vv]erband\w*|[Kk]ommunalunternehmen|Anstalt|\w*[Gg]enossenschaft"
    r"|\w*[Gg]esellschaft)"
)
_FOUNDED = re.compile(rf"\b(?:{FOUNDED})\b|\b{_BODY}\b.{{0,120}}\bgegründet\b(?!\swerden)")
_FOUNDING = "Gründungsversammlung"
# A body's first meeting is its founding by whatever name.
_FOUNDS = re.compile(
    r"Gründung|konstituierend|[Vv]erbandsversammlung|[Gg]emeinsame\w*\sSitzung|^Sitzung"
)
_WEEKDAY = re.compile(
    r"\b(?:[Aa]m\s(?:vergangenen\s)?|[Nn]och\sam\s)(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|\b[Aa]m\sMittwoch"
)
_VOTED = re.compile(
    r"\b(?:beschloss\w*|beschlossen|stimmte\w*|zugestimmt|gestimmt|billigte\w*|gebilligt|votierte\w*"
    r"|entschied\w*|entschieden)\b"
)
_VOTERS = re.compile(rf"{COUNCIL_BODY.pattern}|\b\w*[Vv]erband(?:s|es)?\b|\bStadtverordneten\b")
_SAT = re.compile(
    r"^Gemeinsame\sSitzung|\b(?:Räte|Vertretungen|Gemeindevertretungen|Gremien)\b.{0,80}\b(?:tagten|trafen|kamen)\b"
)
_VISITED = re.compile(
    r"\b(?:besuchte|bei\s(?:ihrem|seinem|dem)\sBesuch|[Ee]mpfangen\swurden?|zu\sBesuch|zu\sGast)\b"
    r"|\bkam\b.{0,40}\bam\s\w+tag\b.{0,80}\bnach\s[A-ZÄÖÜ]"
)
# Not yet, or told of others than those whom the report is about.
_OTHERWISE = re.compile(r"\b(?:soll|sollen|will|wollen|wird|werden|würde\w*|damals|einst)\b")
_COUNTY = re.compile(r"(?:Land)?[Kk]reis\s|.*kreis$")
# How far a report tells of its own occasion.
OPENING_CHARS = 1100
DATELINE_LINES = 12


@dataclass(frozen=True, slots=True)
class _Occasion:
    name: str
    kind: EventKind
    sentences: tuple[Span, ...]


def reported_meetings(
    source: Source, written: WritingDay, known: Iterable[Event]
) -> Iterator[Event]:
    """Return the meeting that a report without a day opens with, if none of its kind is known."""
    if written.stated or source.document.kind not in _KINDS:
        return
    undated = tuple(event for event in known if event.date is None)
    for occasion in _occasions(source):
        if occasion.sentences and not any(_is_known(occasion, event) for event in undated):
            yield _event(source, occasion)
            return


def _is_known(occasion: _Occasion, event: Event) -> bool:
    if occasion.kind != event.kind:
        return False
    return occasion.name != _FOUNDING or _FOUNDS.search(event.name) is not None


def _occasions(source: Source) -> Iterator[_Occasion]:
    opening = tuple(_opening(source))
    cut = source.layout.cut
    yield _Occasion(_FOUNDING, "sitzung", tuple(s for s in opening if _FOUNDED.search(cut(s))))
    yield _Occasion("Sitzung", "sitzung", tuple(s for s in opening if _is_vote(cut(s))))
    if source.document.kind == "pressemitteilung":
        yield _Occasion("Besuch", "treffen", tuple(s for s in opening if _VISITED.search(cut(s))))


def _opening(source: Source) -> Iterator[Span]:
    """Return the sentences of a report's beginning that tell of no other day or year."""
    for sentence in source.layout.sentences:
        if sentence.start > OPENING_CHARS:
            return
        words = source.layout.cut(sentence)
        if not find_dates(words) and not _OTHERWISE.search(words):
            yield sentence


def _is_vote(words: str) -> bool:
    voted = _WEEKDAY.search(words) and _VOTED.search(words) and _VOTERS.search(words)
    return bool(voted or _SAT.search(words))


def _event(source: Source, occasion: _Occasion) -> Event:
    placed = [(sentence, _place(source, sentence)) for sentence in occasion.sentences]
    sentence, place = next((both for both in placed if both[1]), placed[0])
    return Event(
        name=occasion.name,
        kind=occasion.kind,
        evidence=(source.layout.quote(sentence, confidence=0.5),),
        place=place or _dateline(source),
        attendees=attendees(source, (sentence,)),
    )


def _place(source: Source, sentence: Span) -> str | None:
    words = source.layout.cut(sentence)
    places = event_places(words, names_of_towns(source, sentence))
    return next((place.name for place in places if not _COUNTY.match(place.name)), None)


def _dateline(source: Source) -> str | None:
    """Return the town that stands alone before a report's first words."""
    towns = {
        spelling.casefold(): town.name
        for town in (*source.entities.municipalities, *source.entities.places)
        if not _COUNTY.match(town.name)
        for spelling in (town.name, town.name.partition(" (")[0])
    }
    for line in source.layout.text.split("\n")[:DATELINE_LINES]:
        for known, name in towns.items():
            if line.casefold().startswith(known) and _opens(line, len(known)):
                return name
    return None


def _opens(line: str, end: int) -> bool:
    """Return whether a name at a line's beginning is its dateline: alone, closed or in capitals."""
    behind = line[end:].strip()
    is_shouted = line[:end].isupper() and re.match(r"\s+[A-ZÄÖÜ„]?[^A-ZÄÖÜ]", line[end:])
    return behind == "" or behind.startswith(".") or bool(is_shouted)
