"""Reads an office given to the holder of another: `Vorsitzende ist Lemgos Kämmerin A B`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed, describe
from ingest.roles import RolePhrase

__all__ = ["second_office"]

# Between the two offices: "des Verwaltungsrats ist", "wird künftig der", ": ".
_BETWEEN = re.compile(
    r"(?P<of>\s(?:der|des|für|von|vom|bei\sder|beim|bei|im|in\sder|in|am)\s[^.;:()\n|]{2,70}?)?"
    r"(?:\s(?:ist|war|wird|wurde|bleibt|heißt|sind)(?:\s(?:derzeit|künftig|weiterhin|seit\s\w+|auch|zurzeit|hier|nun|dabei|"
    r"zum\s\d{1,2}\.\s\w+(?:\s\d{4})?))?|:)\s(?:(?:der|die|unser|unsere|seine?|ihre?|mit)\s)?(?:(?:frühere|ehemalige|damalige|neue)r?\s)?"
)


def second_office(
    flat: str, earlier: Sequence[RolePhrase], claims: Sequence[Claimed], actors: Actors
) -> list[Claimed]:
    """Return what an office further ahead says of the one whom `claims` already describe."""
    for phrase in earlier if claims else ():
        gap = _BETWEEN.fullmatch(flat, phrase.end, claims[0].start)
        if gap:
            end = phrase.end + len(gap["of"] or "")
            found = describe(flat, phrase.start, end, actors)[:1]
            return [replace(one, end=max(one.end, claims[0].end)) for one in found]
    return []
