"""Länder, administrative districts and parts of the country by the words that officers use."""

import re
from dataclasses import dataclass
from functools import cache

__all__ = ["REGIONS", "Region", "region_pattern"]

# The first two digits of a municipality's key are those of its Land, the first three those of its
# district (Regierungsbezirk), as the Federal Statistical Office assigns them. City states are left
# out: their names are those of towns.
_REGIONS_TEXT = """
01 Schleswig-Holstein
03 Niedersachsen | Lower Saxony
05 Nordrhein-Westfalen | NRW | North Rhine-Westphalia
051 Regierungsbezirk Düsseldorf
053 Regierungsbezirk Köln
055 Münsterland
057 Ostwestfalen-Lippe | Ostwestfalen | OWL
059 Regierungsbezirk Arnsberg
06 Hessen | Hesse
07 Rheinland-Pfalz | RLP | Rhineland-Palatinate
08 Baden-Württemberg | BaWü
09 Bayern | Bavaria
091 Oberbayern
092 Niederbayern
093 Oberpfalz
094 Oberfranken
095 Mittelfranken
096 Unterfranken
10 Saarland
12 Brandenburg
13 Mecklenburg-Vorpommern
14 Sachsen | Saxony
15 Sachsen-Anhalt | Saxony-Anhalt
16 Thüringen | Thuringia
"""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the country: how it is called and how the keys of its municipalities begin."""

    label: str
    prefix: str


@cache
def region_pattern() -> re.Pattern[str]:
    """Return the pattern of all names of regions, standing by themselves."""
    names = sorted(REGIONS, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def _regions() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for line in _REGIONS_TEXT.split("\n"):
        prefix, _, names = line.partition(" ")
        parts = [name.strip() for name in names.split("|") if name.strip()]
        found |= {name: Region(parts[0], prefix) for name in parts}
    return found


REGIONS = _regions()
