"""Says where people met: the town, house or hall that a sentence names for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.demonyms import town_of_adjective
from ingest.place_names import town_spellings
from ingest.roles import is_role_noun

__all__ = ["EventPlace", "event_place", "event_places", "place_at"]

_IN = re.compile(
    r"\b(?:[Ii]n|[Nn]ach|[Ii]m)\s(?P<place>(?:Bad\s|Schloss\s|Burg\s)?[A-ZÄÖÜ][\wäöüß-]+)"
)
_AT_HOUSE = (
    r"\b(?:[Ii]m|[Ii]ns|[Ii]n\s(?:de[rnm]|die|seine[rm]|ihre[rm]|eine[rm])|[Aa]uf\s(?:de[rm]|die)|[Aa]uf"
    r"|[Vv]or\s(?:de[rm])|[Bb]eim|[Aa]n\s(?:de[rm])|[Aa]m)\s"
)
_HOUSE_WORD = (
    r"(?:[A-ZÄÖÜ]\w*-\sund\s)?(?:[A-ZÄÖÜ][\w-]*(?i:haus|halle|saal|säle|zentrum|schule|platz|museum|kirche"
    r"|schloss|schloß|burg|heim|gebäude|bahnhof|scheune|mühle|wache|aula|bibliothek|bücherei|theater"
    r"|kloster|gasthof|hotel|mensa|foyer|keller|stube|hof|akademie|campus|hütte|tenne|landratsamt"
    r"|kraftwerk|wasserwerk|klärwerk|heizwerk|stüberl|krug|schänke|schenke|speicher|remise)|Haus|Halle|Saal|Zentrum|Schule|Museum|Kirche|Schloss"
    r"|Burg|Scheune|Mühle|Wache|Aula|Bibliothek|Bücherei|Theater|Kloster|Gasthof|Gasthaus|Hotel"
    r"|Propstei|Mensa|Foyer|Keller|Hof|Akademie|Campus|Landratsamt|Kraftwerk|Festzelt|Speicher)(?:e?s)?\b"
)
_HOUSE = re.compile(
    rf"{_AT_HOUSE}(?P<before>(?:[A-ZÄÖÜ][\w-]+er\s|[a-zäöü]+en\s|[A-ZÄÖÜ][\w-]+en\s)?)"
    rf"(?:(?:[A-ZÄÖÜ]\w+\s)?„(?P<quoted>[^“”\"\n]{{3,40}})[“”\"]|(?P<name>{_HOUSE_WORD}))"
)
_HOUSE_TAIL = re.compile(r"\s(?:\d{1,2}\b|(?:der|des)\s[A-ZÄÖÜ][\w-]+|(?P<bare>[A-ZÄÖÜ][\w-]+))")
# What a title says of places is not where it is read: „Blackout im Rathaus“.
_TITLE = re.compile(r"„[^“”\"\n]{3,120}[“”\"]")
_TOWN_BEHIND = re.compile(r"\s(?:in|zu)\s(?P<place>(?:Bad\s)?[A-ZÄÖÜ][\wäöüß-]+)")
# Houses that keep the name of their town: there is one in every town.
_TOWN_HALL = re.compile(r"^Rathaus")
_NO_PLACE = re.compile(
    r"^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Frühjahr|Sommer|Herbst|Winter|Jahr|Zukunft|Kraft|Betrieb|Zusammenarbeit|Anwesenheit|Kürze"
    r"|Form|Höhe|Richtung|Arbeit|Workshops|Verbindung|Absprache|Abstimmung|Videokonferenzen"
    r"|Deutschland|Städten|Gemeinden|Kommunen|Gold|Silber|Bronze|Bayern|Hessen|Sachsen|Thüringen"
    r"|Niedersachsen|Brandenburg|Nordrhein|Rheinland|Baden|Schleswig|Mecklenburg|Europa"
    r"|\w+(?:sachen|fragen|form|hinsicht|zeit)$)"
)


@dataclass(frozen=True, slots=True, order=True)
class EventPlace:
    """A place where a sentence says that something was, and where it says so."""

    start: int
    end: int
    name: str
    is_house: bool = False


def event_place(words: str, towns: Sequence[str]) -> str | None:
    """Return where a sentence's event was: a known town, else a house, else what `in` leads to."""
    places = event_places(words, towns)
    best = min(places, key=lambda place: (place.is_house, place.start), default=None)
    if best:
        return best.name
    after = [hit["place"] for hit in _IN.finditer(words) if hit.group().lower().startswith("in ")]
    return next((place for place in after if not _NO_PLACE.match(place)), None)


def event_places(words: str, towns: Sequence[str]) -> tuple[EventPlace, ...]:
    """Return the towns and houses in which a sentence places something, in order."""
    titles = [hit.span() for hit in _TITLE.finditer(words)]
    return tuple(
        place
        for place in sorted((*_towns(words, towns), *_houses(words, towns)))
        if not any(start < place.start < end for start, end in titles)
    )


def place_at(words: str, start: int) -> EventPlace | None:
    """Return the place to which an `in` right at an offset leads, known or not."""
    hit = _TOWN_BEHIND.match(words, start)
    if hit is None or _NO_PLACE.match(hit["place"]):
        return None
    return EventPlace(hit.start("place"), hit.end(), hit["place"])


def _towns(words: str, towns: Sequence[str]) -> Iterator[EventPlace]:
    longest = sorted(set(towns), key=len, reverse=True)
    for hit in _IN.finditer(words):
        town = next((one for one in longest if _starts(words, hit.start("place"), one)), None)
        if town:
            yield EventPlace(hit.start("place"), hit.start("place") + len(town), town)


def _starts(words: str, start: int, name: str) -> bool:
    return words.startswith(name, start) and not words[start + len(name) :][:1].isalnum()


def _houses(words: str, towns: Sequence[str]) -> Iterator[EventPlace]:
    for hit in _HOUSE.finditer(words):
        start = hit.start("before")
        town = _TOWN_BEHIND.match(words, hit.end())
        if town and not _NO_PLACE.match(town["place"]):
            yield EventPlace(start, town.end(), town["place"])
            continue
        if hit["quoted"]:
            yield EventPlace(start, hit.end(), hit["quoted"], is_house=True)
            continue
        tail = _tail(words, hit)
        house, last = hit["name"] + tail, tail.strip()
        named_by = town_of_adjective(hit["before"].strip())
        is_town = False
        if named_by and _TOWN_HALL.match(house):
            house = hit["before"] + house
        elif named_by:
            house, is_town = named_by, True
        elif (last in towns or last in town_spellings()) and not _TOWN_HALL.match(house):
            house, is_town = last, True
        yield EventPlace(start, hit.end(), house, is_house=not is_town)


def _tail(words: str, hit: re.Match[str]) -> str:
    """Return what belongs to a house's name behind its noun: a number, whose it is, its town."""
    tail = _HOUSE_TAIL.match(words, hit.end())
    if tail is None:
        return ""
    bare = tail["bare"]
    goes_on = re.match(r"\s[A-ZÄÖÜ]", words[tail.end() :]) is not None
    return "" if bare and (goes_on or is_role_noun(bare)) else tail.group()
