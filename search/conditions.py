"""Reads from a question's own words which conditions it sets: size, place, years, state, money."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from ontology.gazetteer import Gazetteer, Place
from search.answer import Condition
from search.regions import REGIONS, region_pattern

__all__ = ["ALL_KINDS", "Wanted", "read_wanted"]

# A visit within the day: what officers mean by "in der Nähe".
NEAR_KM = 50.0
ALL_KINDS = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question's words ask for; `conditions` names each for the reader, in their order.

    `statuses` are those of the model, `without` legal forms or money that an answer should do
    without, and `is_joint` says that several municipalities should be at work together.
    """

    conditions: tuple[Condition, ...] = ()
    max_population: int | None = None
    min_population: int | None = None
    counties: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    wished_regions: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    statuses: tuple[str, ...] = ()
    near_km: float | None = None
    is_funded: bool = False
    without: tuple[str, ...] = ()
    is_joint: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A condition with the fields of `Wanted` that it sets."""

    condition: Condition
    values: dict[str, object]


def read_wanted(
    text: str, gazetteer: Gazetteer, *, asker: Place | None, ignored: Collection[str] = ()
) -> Wanted:
    """Return the conditions that stand in a question, without the kinds to be ignored."""
    if ALL_KINDS in ignored:
        return Wanted()
    found = [
        one
        for read in READERS
        for one in read(text, gazetteer, asker)
        if one.condition.kind not in ignored
    ]
    values: dict[str, object] = {}
    for one in found:
        values |= one.values
    kinds = {one.condition.kind: one.condition for one in found}
    return Wanted(tuple(kinds.values()), **values)  # type: ignore[arg-type]  # the readers name Wanted's own fields


_NUMBER = r"(\d{1,3}(?:[.\s]\d{3})+|\d{3,7})"
_INHABITANTS = r"\s*(?:Einwohner\w*|EW\b|inhabitants|residents|people)"
_AT_MOST = re.compile(
    r"\b(?:unter|bis(?: zu)?|weniger als|höchstens|maximal|kleiner als|under|below|fewer than|"
    rf"less than|up to)\s+{_NUMBER}{_INHABITANTS}",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:über|ab|mehr als|mindestens|größer als|over|above|more than|at least)\s+"
    rf"{_NUMBER}{_INHABITANTS}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"\b(?:um die|rund|etwa|circa|ca\.|ungefähr|around|about)\s+{_NUMBER}{_INHABITANTS}",
    re.IGNORECASE,
)
# "Rund 5.000 Einwohner" means half of that to twice as many.
ABOUT = 2
_COUNTY = re.compile(
    r"\b((?:Land)?[Kk]reis\s+[A-ZÄÖÜ][\w-]+|(?:[A-ZÄÖÜ]\w+-)+[Kk]reis)"
    r"(?:\s+(?:oder|und|bzw\.)\s+([A-ZÄÖÜ][\w-]+))?"
)
# "Am liebsten Sachsen" is a wish, not a condition.
_WISH = re.compile(
    r"\b(?:am liebsten|am besten|möglichst|bevorzugt|vorzugsweise|gerne?|preferably)\s+"
    r"(?:(?:in|aus|im|from)\s+)?$",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(nach|seit|ab|vor|bis|after|since|before|until)\s+(?:dem Jahr\s+)?((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# "Vertrag abgeschlossen" and "Personal eingestellt" say something else, so only a form that
# belongs to an undertaking counts.
_STATUS = re.compile(
    r"\b(?P<done>(?:bereits |schon )?(?:abgeschlossen|vollendet|completed)e?[nrs]?)\b|"
    r"\b(?P<ended>aufgelöst|abgebrochen|gescheitert|rückgängig gemacht|abgewickelt|aufgegeben|"
    r"beendet|abgeblasen|gestoppt|abandoned)e?[nrs]?\b|"
    r"\b(?P<running>(?:heute|noch|tatsächlich) (?:noch )?(?:betreib\w+|betrieben|läuft|laufen)|"
    r"in Betrieb|im Einsatz|im Echtbetrieb|im Regelbetrieb|running today)\b|"
    r"\b(?P<planned>(?:noch |erst )?geplant|planned)e?[nrs]?\b",
    re.IGNORECASE,
)
_CONTRACT = re.compile(r"vertr[aä]g|vereinbarung|versicherung", re.IGNORECASE)
_NEAR = re.compile(
    r"\b(?:in (?:unserer|der) (?:näheren |unmittelbaren )?(?:Nähe|Umgebung|Nachbarschaft)|"
    r"bei uns in der Gegend|nearby|near us)\b",
    re.IGNORECASE,
)
_FUNDED = re.compile(
    r"\b(?:mit|dank|durch)\s+(?:\w+\s+)?(?:\w*[Ff]örderung|\w*[Ff]ördermitteln|\w*[Zz]usch[uü]ss\w*|"
    r"Landesgeld\w*|Bundesgeld\w*|Landesmittel\w*|Bundesmittel\w*|funding)\b|"
    r"\b(?:geförderte?[nrs]?|Bundesgeld|Landesgeld)\b|"
    r"\b(?:Fördermittel|Förderung|Zuschuss|Zuschüsse)\s+(?:\w+\s+){0,4}"
    r"(?:bekommen|erhalten|bekam\w*|erhielt\w*)\b"
)
_FORMS = (
    r"Zweckverb[aä]nd\w*|GmbH|Verein\w*|Stiftung\w*|Anstalt\w*|AöR|Genossenschaft\w*|"
    r"Gesellschaft\w*|Dienstleister\w*|Förderung|Fördermittel\w*|Zusch[uü]ss\w*"
)
_WITHOUT = re.compile(rf"\b(?:ohne|without)\s+(?:\w+\s+)?({_FORMS})\b")
_JOINT = re.compile(
    r"\b(?:gemeinsam\w*|zusammen(?:leg\w*|schlie\w*|tun)?|interkommunal\w*|IKZ|im Konvoi|jointly|"
    r"joint|shared|together|mehrere\w*\s+(?:Orte|Städte|Gemeinden|Kommunen|Kreise)|"
    r"mit (?:der|dem|den|einer|einem) Nachbar\w*|mit Nachbar\w*)\b",
    re.IGNORECASE,
)


def _sizes(text: str, _gazetteer: Gazetteer, _asker: Place | None) -> Iterator[_Found]:
    for kind, pattern, words in (
        ("max_population", _AT_MOST, "bis {} Einwohner"),
        ("min_population", _AT_LEAST, "ab {} Einwohner"),
    ):
        for found in pattern.finditer(text):
            number = int(re.sub(r"\D", "", found.group(1)))
            shown = f"{number:,}".replace(",", ".")
            yield _Found(Condition(kind, words.format(shown), found.group()), {kind: number})
    for found in _ABOUT.finditer(text):
        number = int(re.sub(r"\D", "", found.group(1)))
        shown = f"{number:,}".replace(",", ".")
        values: dict[str, object] = {
            "min_population": number // ABOUT,
            "max_population": number * ABOUT,
        }
        yield _Found(
            Condition("about_population", f"rund {shown} Einwohner", found.group()), values
        )


def _counties(text: str, gazetteer: Gazetteer, _asker: Place | None) -> Iterator[_Found]:
    keys: list[str] = []
    for found in _COUNTY.finditer(text):
        kind = found.group(1).partition(" ")[0]
        names = [found.group(1), f"{kind} {found.group(2)}"]
        named = [each for name in names for each in gazetteer.named(name) if each.is_county]
        keys += [place.ags for place in named]
        if named:
            label = " oder ".join(dict.fromkeys(place.name for place in named))
            values: dict[str, object] = {"counties": tuple(keys)}
            yield _Found(Condition("county", label, found.group()), values)


def _regions(text: str, _gazetteer: Gazetteer, _asker: Place | None) -> Iterator[_Found]:
    prefixes: list[str] = []
    for found in region_pattern().finditer(text):
        region = REGIONS[found.group()]
        is_wish = _WISH.search(text[: found.start()])
        prefixes += [] if is_wish else [region.prefix]
        field = "wished_regions" if is_wish else "regions"
        values: dict[str, object] = {
            field: (region.prefix,) if is_wish else tuple(prefixes),
        }
        yield _Found(Condition("region", region.label, found.group()), values)


def _years(text: str, _gazetteer: Gazetteer, _asker: Place | None) -> Iterator[_Found]:
    for found in _YEAR.finditer(text):
        word, year = found.group(1).lower(), int(found.group(2))
        if word in SINCE:
            first = year + SINCE[word]
            yield _Found(Condition("since", f"ab {first}", found.group()), {"since": first})
        else:
            last = year + UNTIL[word]
            yield _Found(Condition("until", f"bis {last}", found.group()), {"until": last})


def _states(text: str, _gazetteer: Gazetteer, _asker: Place | None) -> Iterator[_Found]:
    for found in _STATUS.finditer(text):
        if _CONTRACT.search(text[: found.start()].rpartition(",")[2]):
            continue
        wanted = STATUSES[found.lastgroup or "done"]
        label = " oder ".join(wanted)
        yield _Found(Condition("status", label, found.group()), {"statuses": wanted})


def _nearness(text: str, _gazetteer: Gazetteer, asker: Place | None) -> Iterator[_Found]:
    found = _NEAR.search(text)
    if found and asker is not None:
        label = f"höchstens {NEAR_KM:.0f} km von {asker.name}"
        yield _Found(Condition("near", label, found.group()), {"near_km": NEAR_KM})


def _money(text: str, _gazetteer: Gazetteer, _asker: Place | None) -> Iterator[_Found]:
    found = _FUNDED.search(text)
    if found:
        yield _Found(Condition("funding", "mit Förderung", found.group()), {"is_funded": True})


def _absences(text: str, _gazetteer: Gazetteer, _asker: Place | None) -> Iterator[_Found]:
    finds = list(_WITHOUT.finditer(text))
    if finds:
        forms = tuple(found.group(1) for found in finds)
        label = "ohne " + " und ".join(forms)
        yield _Found(Condition("without", label, finds[0].group()), {"without": forms})


def _working_together(text: str, _gazetteer: Gazetteer, _asker: Place | None) -> Iterator[_Found]:
    found = _JOINT.search(text)
    if found:
        label = "mehrere Kommunen gemeinsam"
        yield _Found(Condition("joint", label, found.group()), {"is_joint": True})


# "Nach 2021" begins with the year that follows, "seit 2021" with the year itself.
SINCE = {"nach": 1, "after": 1, "seit": 0, "ab": 0, "since": 0}
UNTIL = {"vor": -1, "before": -1, "bis": 0, "until": 0}
STATUSES = {
    "done": ("abgeschlossen",),
    "ended": ("eingestellt", "abgeschlossen"),
    "planned": ("geplant",),
    "running": ("laufend", "abgeschlossen"),
}
READERS: tuple[Callable[[str, Gazetteer, Place | None], Iterator[_Found]], ...] = (
    _sizes,
    _counties,
    _regions,
    _years,
    _states,
    _nearness,
    _money,
    _absences,
    _working_together,
)
