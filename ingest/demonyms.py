"""Finds towns that only an adjective names: `Aalener Rathaus`, `Wittlicher Kreishaus`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ingest.place_names import PlaceName, Spelling, town_spellings
from ingest.roles import is_role_noun

__all__ = ["adjective_names", "is_county_house", "town_of_adjective"]

_ADJECTIVE = re.compile(
    r"(?<![\w-])(?P<word>(?:(?:Bad|Sankt|St\.)\s)?[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*er)\s(?:[a-zäöü]+(?:e|en|er)\s)?"
    r"(?P<noun>[A-ZÄÖÜ][\w-]+)"
)
# What only a town hall has: with it an adjective means the municipality itself.
_OF_TOWN_HALL = re.compile(
    r"(?:Rathaus(?:es)?|(?:Stadt|Gemeinde|Kern|Markt)?[Vv]erwaltung|(?:Stadt|Gemeinde|Markt)r(?:at|ats|ates)|"
    r"Stadtverordnetenversammlung|Kreishaus(?:es)?|Landratsamt(?:e?s)?|Kämmerei|Bauhof(?:e?s)?|"
    r"(?:Haupt|Ordnungs|Bau|Jugend|Sozial|Kultur|Umwelt|Personal|Schul|Standes|Presse)amt(?:e?s)?|"
    r"Bürgerbüro|Feuerwehr|Wirtschaftsförderung|Stadtkasse|Stadtarchiv(?:e?s)?|Stadtbücherei|Stadtspitze|Stadtoberhaupt|Gemeindevertretung|Magistrat(?:e?s)?|Vertreter(?:in|innen|n)?)"
)
# Shorter names make no adjective that is not also another word ("Auer", "Ober").
MIN_TOWN_CHARS = 4
# Professions outside the town hall: "Freiburger Architekt".
_FREE = re.compile(
    r"(?:architekt|journalist|informatiker|unternehmer|künstler|autor|professor|forscher|berater|"
    r"ingenieur|student|arzt|ärzt|pfarrer|experte|expertin|historiker|gärtner)(?:in)?$",
    re.IGNORECASE,
)
_COUNTY_HOUSE = re.compile(r"\s(?:Kreishaus|Landratsamt)")
# Ways to make the adjective: Aalen-er, Bremen > Brem-er, Halle > Hall-enser, Jena > Jen-enser.
_ENDINGS = (
    ("er", ""),
    ("er", "e"),
    ("er", "en"),
    ("er", "er"),
    ("enser", "e"),
    ("enser", "a"),
    ("aner", "a"),
    ("ser", ""),
)


def adjective_names(flat: str) -> Iterator[PlaceName]:
    """Yield the towns that adjectives before an office or a part of the town hall name."""
    for found in _ADJECTIVE.finditer(flat):
        noun = found["noun"]
        if not _OF_TOWN_HALL.fullmatch(noun) and (not is_role_noun(noun) or _FREE.search(noun)):
            continue
        spellings = _spellings(found["word"])
        if spellings:
            start, end = found.span("word")
            yield PlaceName(start, end, spellings[0].text, tuple(spellings), is_genitive=True)


def town_of_adjective(adjective: str) -> str | None:
    """Return the town that an adjective is made of (`Gederner` of Gedern), if there is one."""
    found = _spellings(adjective)
    return found[0].text if found else None


def is_county_house(flat: str, end: int) -> bool:
    """Return whether the word behind an adjective is where a county's offices are."""
    return _COUNTY_HOUSE.match(flat, end) is not None


def _spellings(adjective: str) -> Sequence[Spelling]:
    for ending, name_ending in _ENDINGS:
        if adjective.endswith(ending):
            name = adjective.removesuffix(ending) + name_ending
            if len(name) < MIN_TOWN_CHARS:
                continue
            found = _whole_names().get(name, ())
            if found:
                return found
    return ()


@cache
def _whole_names() -> Mapping[str, tuple[Spelling, ...]]:
    named: dict[str, tuple[Spelling, ...]] = {}
    for spellings in town_spellings().values():
        for one in spellings:
            named[one.text] = (*named.get(one.text, ()), one)
    return named
