"""Finds the municipalities and counties a text names, and which of several namesakes is meant."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.counties import CountyName, county_names
from ingest.demonyms import adjective_names, is_county_house
from ingest.lexica import words
from ingest.namesakes import Neighbourhood
from ingest.place_names import PlaceName, county_spellings, spelled_places, town_spellings
from ingest.roles import is_role_noun
from ingest.waters import is_water
from ontology.gazetteer import Place, gazetteer

__all__ = ["TownMention", "find_towns"]

_KIND = (
    r"(?:[\w-]*[Ss]tadt|Gemeinde|Markt|Marktgemeinde|Ortsgemeinde|Einheitsgemeinde|Landgemeinde|Samtgemeinde|"
    r"Verbandsgemeinde|VG|SG|Stadtgemeinde|Flecken|Kommune|Nachbarstadt|Nachbargemeinde|Seebad|Kurort)"
)
_PLURAL_KIND = (
    r"(?:[\w-]*[Ss]tädten?|[\w-]*[Gg]emeinden|Märkten?|[\w-]*[Kk]ommunen|Nachbarn|Orten?|"
    r"Mitgliedern?|Partnern?|Rathäusern?)"
)
_STRONG_CUE = re.compile(
    rf"(?<!\w)(?:{_KIND}|{_PLURAL_KIND}|{_KIND.upper()})\s$|STADT\s$|GEMEINDE\s$|MARKT\s$"
)
_ROLE_CUE = re.compile(
    r"(?:(?:ober)?bürgermeister(?:in|innen|n)?|rathaus|stadtrat|gemeinderat|"
    r"verwaltung)\s(?:von\s|aus\s|in\s)?$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(?<!\w)(?:in|aus|bei|von|zwischen|Ort:)\s$", re.IGNORECASE)
# A determiner or adjective directly before means the common noun: "die Lage", "langer Schlangen".
_DETERMINER = re.compile(
    r"(?<!\w)(?:d(?:ie|er|as|em|en|es)|ein\w*|kein\w*|jede[rnms]?|jene[rnms]?|diese[rnms]?|"
    r"welche[rnms]?|unser\w*|ihr\w*|sein\w*|zur|zum|im|am|beim|vom|ins|ans|viel\w*|manch\w*|"
    r"all\w*)\s$",
    re.IGNORECASE,
)
_HEAD_BEFORE = re.compile(
    r"(?<!\w)(?:Regierungsbezirks?|Regierungsbezirk|Bezirksregierung|Metropolregion|Region|Altkreis(?:es)?|"
    r"Modellregion|Land|Landes|Bundesland|"
    r"Burg|Schloss|Schloß|Kloster|Bahnhof|Flughafen|Hafen|Autobahn|Autobahnkreuz|Kreuz|Amt|"
    r"Ortsteil|Ortsteils|Stadtteil|"
    r"Stadtteils|Ortschaft|Dorf|Herr|Frau|Herrn|Realschule|Gymnasium|Stadtwerke|Sparkasse|"
    r"Polder|Schöpfwerk|Südraum|Nordraum|Schwammstadt|Campus|Tagblatt|Redaktion|Lokalredaktion|[\w-]*[Jj]ugendring|[\w-]*[Tt]heater|Klinikum|Krankenhaus|Hof)\s$|"
    r"(?<![\w-])(?!VG|SG|OB|BM|GR|HAL|STADT|MARKT|KREIS|LK)[A-ZÄÖÜ]{2,5} $"
)
# Towns stand without an article, landscapes and rivers with one: "im Grabfeld".
_IN_LANDSCAPE = re.compile(
    r"(?<!\w)(?:[Aa]n\sder|[Ii]m|[Ii]ns|[Aa]m|[Zz]um|[Bb]eim|[Vv]om|[Dd]es|[Dd]em|[Dd]as)\s$"
)
_STREET_BEHIND = re.compile(
    r"[- ](?:Straße|Str\.|Weg|Allee|Platz|Ring|Bach|See|Mühle|Tor|Kreuz|Chaussee|Land|Becken|"
    r"Forst)\b"
)


# The short names of two towns are those of Länder: "Digitale Kommune Sachsen" speaks of the Land.
_LANDS = frozenset({"Brandenburg", "Sachsen"})
_TOWN_OF_LAND = re.compile(r"(?<!\w)(?:Stadt|Gemeinde|[Bb]ürgermeister(?:in|s)?\svon)\s$")
# Adjectives of smaller far places are surnames or other words; chosen, not measured.
SMALL_TOWN = 20_000


@dataclass(frozen=True, slots=True)
class TownMention:
    """A municipality or county where it stands, kind word included in `start`."""

    start: int
    end: int
    core: int
    """Where the bare name begins."""
    name: str
    place: Place
    is_named_with_kind: bool
    is_genitive: bool = False


def find_towns(
    flat: str, taken: Sequence[tuple[int, int]], publisher: str | None
) -> tuple[TownMention, ...]:
    """Return the municipalities and counties named outside `taken`, in order.

    `taken` are the spans of persons and organisations, whose names do not count as towns.
    """
    named = county_names(flat)
    counties = [one for one in named if not _overlaps(one.start, one.end, taken)]
    blocked = [*taken, *((one.start, one.end) for one in counties)]
    names = [name for name in spelled_places(flat) if not _overlaps(name.start, name.end, blocked)]
    neighbourhood = Neighbourhood.of(flat, names, named, publisher)
    sure = _sure_names(flat, names, neighbourhood, taken)
    towns = [_mention(flat, name, neighbourhood) for name in names if name.start in sure]
    spelled = [(one.start, one.end) for one in towns]
    adjectives = [
        _by_adjective(flat, name, neighbourhood)
        for name in adjective_names(flat)
        if not _overlaps(name.start, name.end, [*blocked, *spelled])
        and (neighbourhood.is_near(name) or neighbourhood.choose(name).population > SMALL_TOWN)
    ]
    found = [*towns, *adjectives, *(_county_mention(one) for one in counties)]
    return tuple(sorted(found, key=lambda town: town.start))


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def _sure_names(
    flat: str,
    names: Sequence[PlaceName],
    neighbourhood: Neighbourhood,
    taken: Sequence[tuple[int, int]],
) -> set[int]:
    """Return the offsets of the names that mean a town; neighbours in a list vouch for a name."""
    sure = {name.start for name in names if _is_sure(flat, name, neighbourhood, taken)}
    doubtful = [name for name in names if name.start not in sure and _is_possible(flat, name)]
    for pass_names in (doubtful, list(reversed(doubtful))):
        for name in pass_names:
            if _listed_with(flat, name, names, sure) and _is_known(name, neighbourhood):
                sure.add(name.start)
    return sure


def _is_known(name: PlaceName, neighbourhood: Neighbourhood) -> bool:
    """Return whether a name is of a town near by, or no other word and of a town of some size."""
    is_word = name.name in words("ambiguous-towns")
    return neighbourhood.is_near(name) or (
        not is_word and neighbourhood.choose(name).population >= SMALL_TOWN
    )


def _is_sure(
    flat: str,
    name: PlaceName,
    neighbourhood: Neighbourhood,
    persons: Sequence[tuple[int, int]],
) -> bool:
    before = flat[max(0, name.start - 40) : name.start]
    if not _is_possible(flat, name):
        return False
    if _STRONG_CUE.search(before) or _ROLE_CUE.search(before):
        return True
    if name.name in words("ambiguous-towns"):
        return _has_town_grammar(flat, name, before, persons) and neighbourhood.is_near(name)
    if name.is_genitive and flat[name.end : name.end + 1] != " ":
        return neighbourhood.is_near(name)
    return neighbourhood.is_plausible(name)


def _is_bracketed_after(flat: str, name: PlaceName, persons: Sequence[tuple[int, int]]) -> bool:
    """Return whether the name alone stands in brackets behind a person: "A B (Lage)"."""
    if flat[name.start - 1 : name.start] != "(" or flat[name.end : name.end + 1] not in (
        "",
        ")",
        ",",
        ";",
    ):
        return False
    return any(end in (name.start - 2, name.start - 1) for _, end in persons)


def _has_town_grammar(
    flat: str, name: PlaceName, before: str, persons: Sequence[tuple[int, int]]
) -> bool:
    """Return whether a word that is also a common noun is used as a name is."""
    if name.is_genitive:
        behind = re.match(r"\s([A-ZÄÖÜ][\w-]*)", flat[name.end : name.end + 60])
        return bool(
            behind
            and (
                is_role_noun(behind.group(1))
                or behind.group(1).startswith(("Rat", "Stadt", "Verwaltung"))
            )
        )
    if _is_dateline(flat, name) or _is_bracketed_after(flat, name, persons):
        return True
    if _is_beside_person(flat, name, persons) or _acts(flat, name):
        return True
    return bool(_PREPOSITION.search(before)) and not _DETERMINER.search(before)


def _is_beside_person(flat: str, name: PlaceName, persons: Sequence[tuple[int, int]]) -> bool:
    """Return whether a person follows behind a comma: "aus X, A B, und Senden, C D"."""
    return flat.startswith(", ", name.end) and any(start == name.end + 2 for start, _ in persons)


_VERB = re.compile(
    r"\s(?:dagegen\s|selbst\s|hingegen\s|aber\s)?[a-zäöü]{2,}(?:t|te|ll|ibt|ieb|ahm)(?=[\s.,;])"
)
_SUBJECT = re.compile(
    r"(?:^|[.!?:“]\s|\n|[a-zäöü]{2},\s|(?:Auch|Nur|Selbst|wie|und|mit|Doch|Und)\s)$"
)


def _acts(flat: str, name: PlaceName) -> bool:
    """Return whether a name that is seldom a noun stands as a subject: "Auch Siegen winkte ab"."""
    before = flat[max(0, name.start - 10) : name.start]
    is_subject = _SUBJECT.search(before) is not None
    is_name = name.name not in words("everyday-nouns")
    return is_name and is_subject and _VERB.match(flat, name.end) is not None


def _is_dateline(flat: str, name: PlaceName) -> bool:
    behind = flat[name.end : name.end + 3]
    starts_line = name.start < 2 or flat[name.start - 2 : name.start] in ("  ", "| ")
    return starts_line and bool(re.match(r"(?:\.|:|,|/| \(|  )", behind))


def _is_possible(flat: str, name: PlaceName) -> bool:
    before = flat[max(0, name.start - 40) : name.start]
    if _HEAD_BEFORE.search(before) or _STREET_BEHIND.match(flat, name.end):
        return False
    if _is_county_in_pair(flat, name) or _IN_LANDSCAPE.search(before):
        return False
    is_called = _STRONG_CUE.search(before) or _ROLE_CUE.search(before)
    if not is_called and is_water(name, before):
        return False
    if name.name in _LANDS and not _TOWN_OF_LAND.search(before):
        return False
    is_word = name.name in words("ambiguous-towns")
    return not (is_word and _DETERMINER.search(before) and not _STRONG_CUE.search(before))


def _is_county_in_pair(flat: str, name: PlaceName) -> bool:
    """Return whether "Höxter und Lippe" speaks of counties: Lippe is no town, both are counties."""
    partner = re.match(r"(?:\s(?:und|wie)\s|/)([A-ZÄÖÜ][\w-]+)", flat[name.end : name.end + 40])
    if partner is None or name.name not in county_spellings():
        return False
    other = partner.group(1)
    return other in county_spellings() and other not in town_spellings()


def _listed_with(flat: str, name: PlaceName, names: Sequence[PlaceName], sure: set[int]) -> bool:
    """Return whether the name stands in one enumeration with a name that is sure."""
    for other in names:
        if other.start not in sure:
            continue
        gap = (
            flat[other.end : name.start]
            if other.end <= name.start
            else flat[name.end : other.start]
        )
        if len(gap) <= 30 and re.fullmatch(
            r"(?:\s\([^)]{2,30}\))?(?:\s?,\s|\sund\s|\ssowie\s|\soder\s|,\sund\s|/|\s&\s|"
            r"\s–\s|\smit\s|\s\|\s)(?:der\s)?(?:Stadt\s|Gemeinde\s)?",
            gap,
        ):
            return True
    return False


_KIND_BEFORE = re.compile(rf"(?:Alten?\s)?(?:{_KIND}|STADT|GEMEINDE|MARKT)\s$")


def _mention(flat: str, name: PlaceName, neighbourhood: Neighbourhood) -> TownMention:
    before = flat[max(0, name.start - 40) : name.start]
    kind = _KIND_BEFORE.search(before)
    start = name.start - (len(before) - kind.start()) if kind else name.start
    place = neighbourhood.choose(name)
    return TownMention(
        start, name.end, name.start, name.name, place, kind is not None, name.is_genitive
    )


def _by_adjective(flat: str, name: PlaceName, neighbourhood: Neighbourhood) -> TownMention:
    place = neighbourhood.choose(name)
    county = gazetteer().get(place.county_ags) if place.county_ags else None
    if county and is_county_house(flat, name.end):
        return TownMention(
            name.start, name.end, name.start, county.name, county, is_named_with_kind=True
        )
    return TownMention(
        name.start,
        name.end,
        name.start,
        name.name,
        place,
        is_named_with_kind=True,
        is_genitive=name.is_genitive,
    )


def _county_mention(county: CountyName) -> TownMention:
    return TownMention(
        county.start, county.end, county.core, county.name, county.place, is_named_with_kind=True
    )
