"""Overviews: all undertakings by theme, place, partner and time, as pictures and as tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from api.cooperation import Partner, cooperation_links, partners_of
from api.drawing import Link, draw_map, draw_network
from api.view import View
from ontology.cards import MunicipalityCard, ProjectCard
from ontology.gazetteer import Place, gazetteer
from ontology.ordering import german_order
from ontology.vocabulary import fields, themes

__all__ = [
    "Bar",
    "Pair",
    "ThemeCount",
    "TownRow",
    "map_values",
    "network_values",
    "projects_values",
    "themes_values",
    "timeline_values",
]

# What a page lists before it goes on to the next one.
PAGE_SIZE = 100
# More lines make a picture of threads; the table below has them all.
_MAX_LINES = 400
# As many names as stand around a circle without touching.
_MAX_IN_NETWORK = 40
_MAX_PAIRS = 200
_BAR_WIDTH = 300


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """A theme or field of life and the number of undertakings that have it."""

    label: str
    iri: str
    count: int


@dataclass(frozen=True, slots=True)
class TownRow:
    """A municipality with what it takes part in and with whom."""

    card: MunicipalityCard
    projects: int
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two municipalities that do things together."""

    one: MunicipalityCard
    other: MunicipalityCard
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """An undertaking on a scale of years: where its bar begins and how long it is."""

    card: ProjectCard
    x: float
    width: float
    is_open: bool


def themes_values(view: View) -> dict[str, Any]:
    """Return the fields of life with their themes, each with its number of undertakings."""
    cards = view.catalogue.projects()

    def counted(label: str, parts: set[str]) -> ThemeCount:
        count = sum(1 for card in cards if parts & set(card.themes))
        return ThemeCount(label, view.iris.theme(label), count)

    groups = []
    for top in fields():
        below = [one.label for one in themes() if one.broader == top.label]
        groups.append(
            (
                counted(top.label, {top.label, *below}),
                [counted(label, {label}) for label in below],
            )
        )
    return {"groups": groups}


def projects_values(view: View, page: int) -> dict[str, Any]:
    """Return a page of all undertakings by name."""
    cards = sorted(view.catalogue.projects(), key=lambda card: (german_order(card.name), card.iri))
    pages = max(1, -(-len(cards) // PAGE_SIZE))
    number = min(max(page, 1), pages)
    return {
        "projects": cards[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
        "total": len(cards),
        "page": number,
        "pages": pages,
    }


def map_values(view: View, theme: str, region: str) -> dict[str, Any]:
    """Return the map of all municipalities with an undertaking, and the table that equals it."""
    cards = _with_theme(view, theme)
    towns = _towns(cards, region)
    links = [link for link in cooperation_links(cards) if _in(link, set(towns))]
    rows = [_row(town, cards) for town in towns.values()]
    return {
        **_choices(view, theme, region),
        "map": draw_map(sorted(towns), links[:_MAX_LINES]),
        "rows": sorted(rows, key=lambda row: (-row.projects, german_order(row.card.name))),
        "is_cut": len(links) > _MAX_LINES,
    }


def network_values(view: View, theme: str, region: str) -> dict[str, Any]:
    """Return who works with whom, as a circle and as pairs."""
    cards = _with_theme(view, theme)
    towns = _towns(cards, region)
    links = [link for link in cooperation_links(cards) if _in(link, set(towns))]
    chosen = _busiest(links)
    drawn = [link for link in links if _in(link, chosen)]
    return {
        **_choices(view, theme, region),
        "network": draw_network(_around(chosen, towns), drawn),
        "pairs": [Pair(towns[one.one], towns[one.other], one.count) for one in links[:_MAX_PAIRS]],
        "all_pairs": len(links),
        "is_cut": len({key for link in links for key in (link.one, link.other)}) > len(chosen),
    }


def timeline_values(view: View) -> dict[str, Any]:
    """Return the undertakings whose beginning is known, on a scale of years."""
    begun = [card for card in view.catalogue.projects() if card.start]
    cards = sorted(begun, key=lambda card: (card.start or "", card.name, card.iri))
    if not cards:
        return {"bars": [], "years": [], "width": _BAR_WIDTH, "undated": 0}
    # A single undertaking of long ago must not press all others to one edge.
    first = _year(cards[len(cards) // 20].start)
    last = max(_year(card.end or card.start) for card in cards) + 1
    unit = _BAR_WIDTH / max(last - first, 1)
    return {
        "bars": [_bar(card, first, last, unit) for card in cards],
        "years": [first, (first + last) // 2, last],
        "width": _BAR_WIDTH,
        "undated": len(view.catalogue.projects()) - len(cards),
    }


def _bar(card: ProjectCard, first: int, last: int, unit: float) -> Bar:
    begin = min(max(_year(card.start), first), last)
    end = _year(card.end) + 1 if card.end else last if card.status == "laufend" else begin + 1
    end = min(max(end, begin + 1), last)
    return Bar(
        card,
        round((begin - first) * unit, 1),
        round(max((end - begin) * unit, 4), 1),
        is_open=not card.end and card.status == "laufend",
    )


def _year(date: str | None) -> int:
    return int((date or "0")[:4])


def _with_theme(view: View, theme: str) -> list[ProjectCard]:
    return [card for card in view.catalogue.projects() if not theme or theme in card.themes]


def _choices(view: View, theme: str, region: str) -> dict[str, Any]:
    """Return by what both pictures can be narrowed: themes, and the states and counties met."""
    places = [gazetteer().get(town.ags) for town in view.active_municipalities()]
    lands = sorted({place.land for place in places if place})
    counties = sorted({_county(place) for place in places if place})
    return {
        "theme": theme,
        "themes": [one.label for one in themes()],
        "region": region,
        "regions": [*lands, *counties],
    }


def _towns(cards: Sequence[ProjectCard], region: str) -> dict[str, MunicipalityCard]:
    towns = {town.ags: town for card in cards for town in card.municipalities}
    if not region:
        return towns
    known = gazetteer()
    return {
        ags: town
        for ags, town in towns.items()
        if (place := known.get(ags)) and region in {place.land, _county(place)}
    }


def _county(place: Place) -> str:
    return place.name if place.is_county or place.is_independent else place.county or place.name


def _row(town: MunicipalityCard, cards: Sequence[ProjectCard]) -> TownRow:
    own = [card for card in cards if town in card.municipalities]
    return TownRow(town, len(own), tuple(partners_of(town.ags, own)))


def _busiest(links: Sequence[Link]) -> set[str]:
    weight: dict[str, int] = {}
    for link in links:
        for key in (link.one, link.other):
            weight[key] = weight.get(key, 0) + link.count
    return set(sorted(weight, key=lambda key: (-weight[key], key))[:_MAX_IN_NETWORK])


def _around(keys: set[str], towns: dict[str, MunicipalityCard]) -> list[tuple[str, str]]:
    """Return keys and names in an order that keeps the towns of a county together."""

    def place(key: str) -> tuple[str, int, str]:
        known = gazetteer().get(key)
        county = known.county_ags or key if known else key
        return county, -len(key), towns[key].name

    return [(key, towns[key].name) for key in sorted(keys, key=place)]


def _in(link: Link, keys: set[str]) -> bool:
    return link.one in keys and link.other in keys
