"""Tells rivers from the towns that are called like them: `an Werra und Fulda`."""

import re

from ingest.lexica import words
from ingest.place_names import PlaceName

__all__ = ["is_water"]

# "Mittlere Warnow": villages are seldom meant by a river's name; chosen, not measured.
SMALL_VILLAGE = 7_000
_ON_WATER = re.compile(r"(?<!\w)[Aa]n\s(?:[A-ZÄÖÜ]\w+(?:,\s|\sund\s)){0,3}$")


def is_water(name: PlaceName, before: str) -> bool:
    """Return whether a river's name is meant and not the town, going by what stands before."""
    if name.name not in words("waters"):
        return False
    is_small = max(one.place.population for one in name.spellings) < SMALL_VILLAGE
    return is_small or _ON_WATER.search(before) is not None
