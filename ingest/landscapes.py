"""Tells the names of regions and landscapes from other words, by list and by their endings."""

import re

from ingest.lexica import words

__all__ = ["is_landscape"]

# What German landscapes are named by: the end of "Oberhessen", "Glantal", "Hochrhein", "Ostalb".
_ENDING = re.compile(
    r"(?:hessen|franken|bayern|sachsen|schwaben|pfalz|holstein|friesland|dithmarschen|westfalen|"
    r"lausitz|altmark|uckermark|neumark|eifel|harz|allgäu|fläming|börde|vogtland|gebirge|taunus|"
    r"spessart|rhön|odenwald|westerwald|hunsrück|schwarzwald|breisgau|kraichgau|hegau|oberland|unterland|"
    r"bergland|hügelland|weserbergland|sauerland|siegerland|münsterland|emsland|wendland|havelland|"
    r"rhein|main|mosel|donau|neckar|saale|unstrut|elbe|weser|oder|spree|neiße|ruhr|lahn|isar|inn|werra|fulda|"
    r"tal|täler|gau|heide|moor|küste|bucht|förde|bodden|wald|forst|see|seen|seenplatte|alb|ried|thüringen|"
    r"hohenlohe|württemberg|ostalb|nordsee|ostsee|rheinland|hunte|aller|leine|eichsfeld|brandenburg|vorpommern|deutschland|nordwest|nordost|südwest|südost)$",
    re.IGNORECASE,
)
# Common words that end alike.
_NO_LANDSCAPE = frozenset(
    [
        "Allein",
        "Beginn",
        "Gewinn",
        "Sinn",
        "Wald",
        "See",
        "Tal",
        "Heide",
        "Forst",
        "Küste",
        "Quartal",
        "Kapital",
        "Spital",
        "Hospital",
        "Portal",
        "Digital",
        "Total",
        "Lokal",
        "Kommunal",
        "Regional",
        "Museum",
        "Jubiläum",
        "Idee",
        "Allee",
        "Komitee",
        "Termin",
        "Domain",
        "Ried",
        "Leine",
        "Aller",
    ]
)


def is_landscape(word: str) -> bool:
    """Return whether a capitalised word, or a part of its hyphened whole, names a region."""
    if word in words("regions"):
        return True
    if word in _NO_LANDSCAPE or not word[:1].isupper():
        return False
    parts = word.split("-")
    if len(parts) > 1:
        return any(part in words("regions") or bool(_ENDING.search(part)) for part in parts if part)
    return len(word) > 4 and bool(_ENDING.search(word))
