"""Askers: which municipality a reader means by what was typed."""

from ontology.gazetteer import Place, gazetteer

__all__ = ["asker_name", "find_asker", "towns_starting_with"]

_KINDS = (
    "stadt ",
    "gemeinde ",
    "markt ",
    "hansestadt ",
    "alte hansestadt ",
    "landeshauptstadt ",
    "samtgemeinde ",
    "verbandsgemeinde ",
)


def find_asker(typed: str) -> Place | None:
    """Return the place of this name, `Name (Kreis)` or key; of namesakes the largest."""
    bare = " ".join(typed.split())
    if not bare:
        return None
    by_key = gazetteer().get(bare)
    if by_key:
        return by_key
    name, _, county = bare.partition(" (")
    county = county.removesuffix(")").casefold()
    for spelling in (name, _without_kind(name)):
        named = gazetteer().named(spelling)
        fitting = [place for place in named if (place.county or "").casefold() == county]
        if named:
            return (fitting or list(named))[0]
    return None


def asker_name(place: Place) -> str:
    """Return a name that `find_asker` turns back into this place."""
    named = gazetteer().named(place.name)
    return place.name if named[0] == place or not place.county else f"{place.name} ({place.county})"


def towns_starting_with(typed: str, *, limit: int) -> list[str]:
    """Return names of municipalities and counties that begin so, the largest first."""
    start = _without_kind(" ".join(typed.split())).casefold()
    if not start:
        return []
    found = [place for place in gazetteer().places() if place.name.casefold().startswith(start)]
    ordered = sorted(found, key=lambda place: (-place.population, place.ags))
    return [asker_name(place) for place in ordered[:limit]]


def _without_kind(name: str) -> str:
    for kind in _KINDS:
        if name.casefold().startswith(kind):
            return name[len(kind) :]
    return name
