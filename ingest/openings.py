"""Finds for whom a clause says people came or spoke: `Aus Ulm kamen ...`, `Dort ...`."""

import re

from ingest.actor_spans import Actors, ActorSpan
from ingest.holders_before import search_floor
from ingest.names import NameMention

__all__ = ["opened_by"]

_OPENER = re.compile(
    r"(?:^|[,;:(–]\s|\sund\s|[.!?]\s|\n)(?:[Aa]us|[Ff]ür|[Vv]om?|[Bb]eim?|[Ss]eitens)\s(?:(?:der|die|das|den|dem)\s)?(?:[a-zäöü]+(?:en|er)\s)?$"
)
# "Im Landratsamt Lippe wirkte A B": the house may be part of how the county is named.
_HOUSE = r"(?:Landratsamt|Kreishaus|Rathaus|(?:Stadt|Kreis|Gemeinde)verwaltung)"
_INDOORS = re.compile(
    rf"(?:^|[,;:(–]\s|\sund\s|[.!?]\s|\n)[Ii](?:m|n\sder)\s{_HOUSE}\s(?:(?:von|in|des|der)\s)?"
)
_THERE = re.compile(
    r"(?:^|[.!?;]\s)[Dd]ort\s[a-zäöü][^,;:„“(]{0,60}$|(?<!\w)dortige[rnms]?\s", re.IGNORECASE
)
# "A B, dort Kulturreferentin", "A B, Leiterin der dortigen Kasse"
_THERE_BEHIND = re.compile(r",\s(?:dort\s|[^,.;\n]{0,40}dortige[rnms]?\s)")


def opened_by(flat: str, name: NameMention, actors: Actors) -> ActorSpan | None:
    """Return the actor that the clause before a person's office opens with, or means by "dort"."""
    position = name.start
    floor = search_floor(flat, position)
    inside = actors.before(position, back_to=floor)
    if inside:
        nearest = inside[0]
        if _OPENER.search(flat[floor : nearest.start]):
            return nearest
        indoors = _INDOORS.search(flat[floor : nearest.end])
        if indoors and nearest.start <= floor + indoors.end() < nearest.end:
            return nearest
    if _THERE.search(flat[floor:position]) or _THERE_BEHIND.match(flat, name.end):
        return _last_place(actors, position, floor)
    return None


# "Dort" takes up a place of the sentence before; our choice.
_THERE_WITHIN = 300


def _last_place(actors: Actors, end: int, floor: int) -> ActorSpan | None:
    before = actors.before(end, back_to=max(0, floor - _THERE_WITHIN))
    return next((one for one in before if one.kind in ("town", "county")), None)
