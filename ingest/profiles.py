"""Finds whom a profile is about in its table: `Träger | X GmbH` over `Geschäftsführung | A B`."""

import re
from dataclasses import replace

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed
from ingest.names import NameMention

__all__ = ["at_profiled"]

# Offices that only a body of its own has, as the first cell of a row.
_OFFICE = re.compile(
    r"(?:Geschäftsführ(?:ung|er(?:in)?)|Geschäftsleitung|Vorstand|Vorsitz\w*|(?:Vorsitz\s(?:im|des)\s)?"
    r"(?:Aufsichtsrat|Verwaltungsrat|Beirat)\w*|Verbandsvorsteher(?:in)?|Prokurist(?:in)?)(?:\s\([^)|\n]*\))?\s\|\s"
)
_BODY = re.compile(
    r"(?:Träger(?:in|schaft)?|Rechtsträger(?:in)?|Betreiber(?:in)?|Unternehmen|Gesellschaft|Firma|"
    r"Zweckverband|Verband|Verein|Genossenschaft|Organisation|Name)\s\|\s"
)
# Profiles have short tables; our choice.
_MAX_ROWS_UP = 12


def at_profiled(flat: str, claim: Claimed, name: NameMention, actors: Actors) -> Claimed:
    """Return an open office of a table at the body that a row above it names first."""
    start = flat.rfind("\n", 0, name.start) + 1
    label = _OFFICE.match(flat, start)
    if claim.actor or not claim.role or label is None or not label.group().startswith(claim.role):
        return claim
    for _ in range(_MAX_ROWS_UP):
        end = start - 1
        start = flat.rfind("\n", 0, max(0, end)) + 1
        if end < 1 or " | " not in flat[start:end]:
            return claim
        head = _BODY.match(flat, start, end)
        body = next(iter(actors.inside(head.end(), end + 1)), None) if head else None
        if head and body and body.start == head.end() and body.kind == "organisation":
            return replace(claim, actor=body.actor, is_inferred=True)
    return claim
