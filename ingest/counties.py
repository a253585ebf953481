"""Finds counties: `Kreis Lippe`, `Kreise A, B und C`, `Rhein-Sieg-Kreis`, `Märkischer Kreis`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.place_names import WORD, Spelling, county_spellings
from ontology.gazetteer import Place, gazetteer

__all__ = ["CountyName", "county_names"]

_KIND = re.compile(
    r"(?<![\w-])(?:(?:(?:Nachbar)?(?:Land|land)|Nachbar)?[Kk]reis(?:es|e|en|s)?|KREIS|LANDKREIS|Städteregion|Regionalverbands?|Region|Landratsamt|Kreisverwaltung)(?:\s?[|:]\s|,\sdarunter\s|\s)"
)
_LINK = re.compile(
    r"(?:\s?,\s|\s(?:und|sowie|oder)\s|,\s(?:und|sowie)\s|/)(?:(?:des|der|dem|den|im)\s)?(?:(?:Land)?[Kk]reis(?:es|e|en|s)?\s)?"
)
# Kinds whose word is part of the meaning: "Region Hannover", but not every "Region X".
_NARROW = {"Städteregion": "Städteregion", "Region": "Region", "Regionalverband": "Regionalverband"}
_INFLECTED = re.compile(r"^(?P<adjective>[\w-]+ische)[rnms]?\s[Kk]reis(?:es|e|s)?$")


@dataclass(frozen=True, slots=True)
class CountyName:
    """A county where it stands; `name` carries the kind, `core` is where the bare name begins."""

    start: int
    end: int
    core: int
    name: str
    place: Place


def county_names(flat: str) -> tuple[CountyName, ...]:
    """Return the counties named in a text whose white space was made single blanks, in order."""
    found = [
        *_after_kind(flat),
        *_after_office(flat),
        *_single_words(flat),
        *_adjectival(flat),
        *_two_words(flat),
    ]
    kept: list[CountyName] = []
    for one in sorted(found, key=lambda county: (county.start, -county.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _after_kind(flat: str) -> Iterator[CountyName]:
    for kind in _KIND.finditer(flat):
        position, start = kind.end(), kind.start()
        while True:
            spelling = _spelling_at(flat, position, kind.group().split()[0])
            if spelling is None:
                break
            end = position + len(spelling.text)
            yield CountyName(start, end, position, _name(spelling), spelling.place)
            link = _LINK.match(flat, end)
            # "Kreis Lippe und Detmold": only the plural distributes over an enumeration.
            if link is None or not _distributes(kind.group(), link.group()):
                break
            position = start = link.end()


# "der Landrat von Dithmarschen": a county head's office says that a county is meant.
_OFFICE = re.compile(
    r"(?<![\w-])(?:Landrat|Landrats|Landrätin|Kreispräsident(?:in)?|Kreisdirektor(?:in)?)\s(?:von|aus|in)\s"
)


def _after_office(flat: str) -> Iterator[CountyName]:
    for office in _OFFICE.finditer(flat):
        spelling = _spelling_at(flat, office.end(), "Kreis")
        if spelling:
            end = office.end() + len(spelling.text)
            yield CountyName(office.end(), end, office.end(), _name(spelling), spelling.place)
    for office in _OFFICES.finditer(flat):
        yield from _enumerated(flat, office.end())


# "die Landräte von Cham, Regen und Freyung-Grafenau".
_OFFICES = re.compile(r"(?<![\w-])(?:Landräten?|Landrätinnen(?:\sund\sLandräten?)?)\s(?:von|aus)\s")


def _enumerated(flat: str, position: int) -> Iterator[CountyName]:
    while spelling := _spelling_at(flat, position, "Kreis"):
        end = position + len(spelling.text)
        yield CountyName(position, end, position, _name(spelling), spelling.place)
        link = _LINK.match(flat, end)
        if link is None:
            return
        position = link.end()


def _distributes(kind: str, link: str) -> bool:
    plural = re.match(r"(?:Nachbar)?(?:[Ll]and)?[Kk]reisen?\W", f"{kind.split()[0]} ")
    is_plural = plural is not None and kind.split()[0].rstrip(",:|").endswith(("e", "en"))
    return is_plural or "reis" in link


def _spelling_at(flat: str, start: int, kind: str) -> Spelling | None:
    word = WORD.match(flat, start)
    candidates = county_spellings().get(word.group(), ()) if word else ()
    hits = [
        one
        for one in candidates
        if flat.startswith(one.text, start)
        and re.match(r"(?![\w-])|-(?!\w)", flat[start + len(one.text) :])
        and _fits(kind, one.place)
    ]
    if kind.isupper():
        hits = [
            one
            for group in county_spellings().values()
            for one in group
            if _is_shouted(flat, start, one.text)
        ]
    return max(hits, key=lambda one: (len(one.text), one.place.population), default=None)


def _is_shouted(flat: str, start: int, text: str) -> bool:
    """Return whether a name stands here in capitals: "KREIS STEINFURT"."""
    end = start + len(text)
    return flat[start:end] == text.upper() and not flat[end : end + 1].isalnum()


def _fits(kind: str, place: Place) -> bool:
    narrow = _NARROW.get(kind)
    return place.name.startswith(narrow) if narrow else True


def _name(spelling: Spelling) -> str:
    place = spelling.place
    if spelling.text == place.name or not place.name.startswith(place.kind):
        return place.name
    return f"{place.kind} {spelling.text}"


def _single_words(flat: str) -> Iterator[CountyName]:
    pattern = re.compile(r"(?<![\w-])([A-ZÄÖÜ][\w-]*[Kk]reis)(?:es|s|e)?(?![\w-])")
    for found in pattern.finditer(flat):
        word = found.group(1)
        place = _one_word_counties().get(word) or _by_landscape(word)
        if place:
            yield CountyName(found.start(), found.end(), found.start(), word, place)


def _by_landscape(word: str) -> Place | None:
    """Return the county that people call "Vulkaneifelkreis", officially "Landkreis Vulkaneifel"."""
    bare = re.sub(r"-?[Kk]reis$", "", word)
    hits = [one for one in county_spellings().get(bare, ()) if one.text == bare]
    return hits[0].place if len(hits) == 1 else None


@cache
def _one_word_counties() -> Mapping[str, Place]:
    counties = _counties()
    return {place.name: place for place in counties if " " not in place.name}


def _two_words(flat: str) -> Iterator[CountyName]:
    """Yield the counties whose kind is the first part of a name: "Eifelkreis Bitburg-Prüm"."""
    for found in re.finditer(r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]+kreis(?:es|s)?(?=\s[A-ZÄÖÜ])", flat):
        first = re.sub(r"kreise?s$", "kreis", found.group())
        place = _two_word_counties().get(first)
        rest = place.name.removeprefix(first) if place else ""
        if place and flat.startswith(rest, found.end()):
            end = found.end() + len(rest)
            yield CountyName(found.start(), end, found.start(), place.name, place)


@cache
def _two_word_counties() -> Mapping[str, Place]:
    counties = [
        place for place in _counties() if not place.name.startswith(("Kreis ", "Landkreis "))
    ]
    return {place.name.split()[0]: place for place in counties if "kreis " in place.name}


def _adjectival(flat: str) -> Iterator[CountyName]:
    pattern = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]+ische[rnms]?\s[Kk]reis(?:es|e|s)?(?!\w)")
    for found in pattern.finditer(flat):
        form = _INFLECTED.match(found.group())
        place = _adjectival_counties().get(form["adjective"]) if form else None
        if place:
            yield CountyName(found.start(), found.end(), found.start(), place.name, place)


@cache
def _adjectival_counties() -> Mapping[str, Place]:
    named = ((place, _INFLECTED.match(place.name)) for place in _counties())
    return {form["adjective"]: place for place, form in named if form}


def _counties() -> Sequence[Place]:
    return [place for place in gazetteer().places() if place.is_county]
