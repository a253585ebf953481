"""Puts a common noun to the proper name that the text says it means: `„Flitz“, der Rufbus`."""

import re
from collections.abc import Sequence

from ingest.layout import Layout
from ingest.name_candidates import Candidate

__all__ = ["LINK", "linked"]

# How a common noun that was put to a name is marked; it adds mentions and no way of naming.
LINK = "link"
_PROPER = frozenset({"apposed", "coded", "coined", "item", "quoted", "repeated", "titled"})
_COMMON = frozenset({"described", "founded", "shared"})
# Longer stretches between name and noun hold other things.
MAX_GAP_CHARS = 60
_ARTICLE = (
    r"(?:[Dd](?:er|ie|as|en|em)|[Ee]ine?[nmrs]?|[Ii]hre?[nmrs]?|[Uu]nsere?[nmrs]?|[Dd]iese[nmrs]?)"
)
_ADJECTIVES = r"(?:[a-zäöüß-]+e[nmrs]?\s){0,2}"
_CLOSE, _OPEN = r"[“”\"«‘’]?", r"[„“\"»‚]?"
# Between a name and the noun behind it.
_NAME_FIRST = re.compile(
    rf"{_CLOSE}(?:\s?[,(–-]\s?(?:kurz\s)?(?:also\s)?|\s(?:heißt|hieß|nennt\ssich|ist|war|wird)\s|[.!?]\s+So\s(?:heißt|hieß"
    rf"|nennt\ssich)\s){_ARTICLE}\s{_ADJECTIVES}$"
)
# Between a noun and the name behind it.
_NOUN_FIRST = re.compile(
    rf"(?:\s|,\s(?:de[rmn]|die|das)\s|\s\(|,?\s(?:namens|genannt|mit\s(?:dem\s)?Namen)\s"
    rf"|\s(?:heißt|hieß|nennt\ssich|trägt\sden\s(?:Namen|Titel)|läuft\sunter(?:\sdem\sNamen)?)\s"
    rf"|\s(?:unter\sdem|auf\sden)\s(?:Namen|Titel)\s){_OPEN}$"
)


def linked(layout: Layout, groups: Sequence[list[Candidate]]) -> list[list[Candidate]]:
    """Return the groups with each common noun at the name that it stands beside."""
    homes = {i: _home(layout, groups, i) for i in range(len(groups)) if _is_common(groups[i])}
    found = [list(group) for group in groups]
    for index, home in homes.items():
        if home is not None:
            found[home] += [
                Candidate(c.name, c.span, c.kind, LINK, 0.0) for c in groups[index] if c.weight > 0
            ]
    return [group for i, group in enumerate(found) if homes.get(i) is None]


def _is_common(group: Sequence[Candidate]) -> bool:
    sources = {c.source for c in group if c.weight > 0}
    return bool(sources & _COMMON) and not sources & _PROPER


def _home(layout: Layout, groups: Sequence[list[Candidate]], index: int) -> int | None:
    """Return the group of the proper name beside which a noun of this group stands."""
    for noun in groups[index]:
        for other, group in enumerate(groups):
            if other != index and any(_is_beside(layout, c, noun) for c in group):
                return other
    return None


def _is_beside(layout: Layout, name: Candidate, noun: Candidate) -> bool:
    if name.source not in _PROPER or name.weight <= 0 or noun.source not in _COMMON:
        return False
    first, second = sorted((name.span, noun.span))
    if not 0 <= second.start - first.end <= MAX_GAP_CHARS:
        return False
    gap = layout.text[first.end : second.start]
    return bool((_NAME_FIRST if first == name.span else _NOUN_FIRST).match(gap))
