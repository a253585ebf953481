"""Takes a part of a town hall with a name of its own for the body of the office beside it."""

import re
from dataclasses import replace

from ingest.descriptions import Claimed
from ontology.model import Actor

__all__ = ["at_unit"]

# Units that go by a name, not by a number.
_NAMED_UNIT = re.compile(r"(?:Amt\sfür|Stabsstelle|Koordinierungsstelle|Geschäftsstelle)\s[A-ZÄÖÜ]")


def at_unit(claims: list[Claimed]) -> list[Claimed]:
    """Give an office the named unit beside it where no body is: "Leitung: A B, Amt für X"."""
    units = [one for one in claims if one.role and _NAMED_UNIT.match(one.role)]
    offices = [one for one in claims if one not in units]
    is_open = all(one.role and one.actor is None for one in claims)
    if len(units) != 1 or not offices or not is_open:
        return claims
    unit = Actor(units[0].role or "")
    return [replace(one, actor=unit, end=max(one.end, units[0].end)) for one in offices]
