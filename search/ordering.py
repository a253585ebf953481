"""Orders the groups by what is known of them beside their words: sources, towns, conditions."""

from collections.abc import Iterable

from search.conditions import Wanted
from search.fitness import weight_of
from search.grouping import Group

__all__ = ["ordered"]

# Several documents vouch for an undertaking better than one; moved by this much at most, nDCG@10
# stays the same to the third digit, and so it decides among equals only. The same holds for what
# was tried and left out: a known status, a named contact, a newer document each cost .001 to .002.
SEVERAL_SOURCES = 0.02
# One more undertaking of the very same towns says less than one of others.
SAME_TOWNS = 0.95


def ordered(groups: Iterable[Group], wanted: Wanted) -> list[Group]:
    """Return the groups, best first; equals keep their order."""
    weighed = [_weighed(each, wanted) for each in groups]
    weighed.sort(key=lambda each: -each.score)
    shown: dict[tuple[str, ...], int] = {}
    spread = []
    for each in weighed:
        towns = tuple(sorted(town.ags for town in each.municipalities))
        before = shown.get(towns, 0) if towns else 0
        shown[towns] = before + 1
        spread.append(each.scored(each.score * SAME_TOWNS**before))
    return sorted(spread, key=lambda each: -each.score)


def _weighed(found: Group, wanted: Wanted) -> Group:
    spans = found.project.spans if found.project else ()
    # They stand in order: the first and the last are of one document, or several speak of it.
    several = bool(spans) and spans[0].document_id != spans[-1].document_id
    score = found.score + (SEVERAL_SOURCES if several else 0.0)
    return found.scored(score * weight_of(found, wanted))
