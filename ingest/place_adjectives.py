"""Knows adjectives made of places before a body: `Thüringer`, `Neubrandenburger Stadtwerke`."""

import re

from ingest.lexica import words
from ingest.place_names import town_spellings

__all__ = ["is_of_place", "is_of_town"]

# What a town has as its own.
_OWN = re.compile(r"(?:Stadtwerken?|Verkehrsbetrieben?|Klinikums?)(?!\w)")


def is_of_place(word: str) -> bool:
    """Return whether an adjective in -er is made of a region or a large town: "Thüringer"."""
    stem = word.removesuffix("er")
    return stem != word and any(f"{stem}{end}" in words("regions") for end in ("", "en", "e"))


def is_of_town(word: str, following: str) -> bool:
    """Return whether a town's adjective stands before what is the town's own: its Stadtwerke."""
    stem = word.removesuffix("er")
    if stem == word or not _OWN.match(following):
        return False
    return any(f"{stem}{end}" in town_spellings() for end in ("", "en", "e"))
