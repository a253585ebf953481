"""Finds every stretch of a text that spells the name of a German municipality or county."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ontology.gazetteer import Place, gazetteer

__all__ = ["PlaceName", "Spelling", "county_spellings", "spelled_places", "town_spellings"]

WORD = re.compile(r"[A-ZÄÖÜÁČŠŽ](?:[^\W\d_]|-(?=[A-ZÄÖÜ]))+")
_ABBREVIATIONS = (
    (re.compile(r"\bv\.\s?d\.\s?"), "vor der "),
    (re.compile(r"\ba\.\s?d\.\s?"), "an der "),
    (re.compile(r"\bi\.\s?d\.\s?"), "in der "),
    (re.compile(r"\ba\.\s?"), "am "),
    (re.compile(r"\bi\.\s?"), "im "),
    (re.compile(r"\bb\.\s?"), "bei "),
)
# What stands behind the bare name in official spellings: river, landscape, Sorbian name.
_SUFFIX = re.compile(
    r"\s*[(/,]|\s(?:am|an|im|in|bei|ob|vor|auf|unter|unterm|zur|zum|[abiv]\.)(?=[\s\w])"
)
_HONORARY = re.compile(r"^(?:Lutherstadt|Hansestadt|Markt|Sankt|St\.)\s+(?=\w)")
_COUNTY_KIND = re.compile(r"^(?:Landkreis|Kreis|Städteregion|Regionalverband|Region)\s+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a place's name, and whether it is its official one in full."""

    text: str
    place: Place
    is_full: bool


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A stretch that spells a name; `name` is its base form, `spellings` whom it can mean."""

    start: int
    end: int
    name: str
    spellings: tuple[Spelling, ...]
    is_genitive: bool = False
    is_shouted: bool = False


def spelled_places(flat: str) -> Iterator[PlaceName]:
    """Yield all names in a text whose white space was made single blanks, left to right.

    The longest name wins; whether a town is meant ("Lage") is not decided here.
    """
    behind = 0
    for word in WORD.finditer(flat):
        if word.start() < behind or not _begins_name(flat, word.start()):
            continue
        found = _longest(flat, word)
        if found:
            behind = found.end
            yield found


@cache
def town_spellings() -> Mapping[str, tuple[Spelling, ...]]:
    """Return the spellings of all municipalities by their first word, longest first."""
    towns = (place for place in gazetteer().places() if not place.is_county)
    return _by_first_word(spelling for place in towns for spelling in _spellings(place))


@cache
def county_spellings() -> Mapping[str, tuple[Spelling, ...]]:
    """Return the spellings of all counties, without their kind, by first word."""
    counties = [place for place in gazetteer().places() if place.is_county]
    return _by_first_word(_county_spellings(counties))


def _county_spellings(counties: list[Place]) -> Iterator[Spelling]:
    for county in counties:
        bare = _COUNTY_KIND.sub("", county.name)
        full = _spell_out(bare)
        # "die Landkreise Nordhausen und Unstrut-Hainich": the kind stands once, in front.
        without_kind = re.sub(r"-?[Kk]reis$", "", bare)
        for text in dict.fromkeys([bare, full, _SUFFIX.split(full, maxsplit=1)[0], without_kind]):
            yield Spelling(text, county, is_full=text in (bare, full))


def _begins_name(flat: str, start: int) -> bool:
    before = flat[start - 1] if start else " "
    return not (before.isalnum() or before in "-@_.&" or flat[max(0, start - 2) : start] == "//")


def _ends_name(flat: str, end: int) -> bool:
    rest = flat[end : end + 2]
    if not rest:
        return True
    is_joined = rest[0] in "-_@." and rest[1:].isalnum()
    return not (rest[0].isalnum() or is_joined)


def _longest(flat: str, word: re.Match[str]) -> PlaceName | None:
    first = word.group()
    index = town_spellings()
    if first.isupper() and len(first) > 2:
        return _shouted(flat, word)
    exact = _match(flat, word.start(), index.get(first, ()))
    if exact:
        return exact
    return _genitive(flat, word, index)


def _match(flat: str, start: int, spellings: tuple[Spelling, ...]) -> PlaceName | None:
    hits: list[Spelling] = []
    for spelling in spellings:
        if hits and len(spelling.text) < len(hits[0].text):
            break
        end = start + len(spelling.text)
        if flat.startswith(spelling.text, start) and _ends_name(flat, end):
            hits.append(spelling)
    if not hits:
        return None
    return PlaceName(start, start + len(hits[0].text), hits[0].text, tuple(hits))


def _genitive(
    flat: str, word: re.Match[str], index: Mapping[str, tuple[Spelling, ...]]
) -> PlaceName | None:
    first = word.group()
    candidates = index.get(first[:-1], ()) if first.endswith("s") and len(first) > 3 else ()
    bare = tuple(spelling for spelling in candidates if spelling.text == first[:-1])
    if bare and _ends_name(flat, word.end()):
        return PlaceName(word.start(), word.end(), first[:-1], bare, is_genitive=True)
    return _long_genitive(flat, word.start(), index.get(first, ()))


def _long_genitive(flat: str, start: int, spellings: tuple[Spelling, ...]) -> PlaceName | None:
    for spelling in spellings:
        end = start + len(spelling.text) + 1
        if flat.startswith(f"{spelling.text}s", start) and _ends_name(flat, end):
            return PlaceName(start, end, spelling.text, (spelling,), is_genitive=True)
    return None


def _shouted(flat: str, word: re.Match[str]) -> PlaceName | None:
    titled = _by_upper_word().get(word.group(), ())
    for spelling in titled:
        end = word.start() + len(spelling.text)
        if flat[word.start() : end] == spelling.text.upper() and _ends_name(flat, end):
            same = tuple(other for other in titled if other.text == spelling.text)
            return PlaceName(word.start(), end, spelling.text, same, is_shouted=True)
    return None


@cache
def _by_upper_word() -> Mapping[str, tuple[Spelling, ...]]:
    spellings = (one for group in town_spellings().values() for one in group)
    upper: defaultdict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        first = WORD.match(spelling.text)
        # ß grows when shouted, so the lengths would no longer agree.
        if first and len(spelling.text.upper()) == len(spelling.text):
            upper[first.group().upper()].append(spelling)
    return {word: _ordered(group) for word, group in upper.items()}


def _by_first_word(spellings: Iterator[Spelling]) -> Mapping[str, tuple[Spelling, ...]]:
    index: defaultdict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        first = WORD.match(spelling.text)
        if first:
            index[first.group()].append(spelling)
    return {word: _ordered(group) for word, group in index.items()}


def _ordered(group: list[Spelling]) -> tuple[Spelling, ...]:
    return tuple(sorted(group, key=lambda one: (-len(one.text), one.text, one.place.ags)))


def _spellings(place: Place) -> Iterator[Spelling]:
    written_out = _spell_out(place.name)
    full = dict.fromkeys([place.name, written_out, re.sub(r"\s*/\s*", "/", place.name)])
    short = _SUFFIX.split(written_out, maxsplit=1)[0].strip()
    bare = _HONORARY.sub("", short)
    for text in full:
        yield Spelling(text, place, is_full=True)
    for text in dict.fromkeys([short, bare]):
        if len(text) > 2 and text not in full and text not in {"Bad", "Alt", "Neu", "Am"}:
            yield Spelling(text, place, is_full=False)


def _spell_out(name: str) -> str:
    for pattern, words in _ABBREVIATIONS:
        name = pattern.sub(words, name)
    return re.sub(r"\bSt\.\s?", "St. ", name)
