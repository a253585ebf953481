"""Gives an office that opens a sentence to the body of the one before: `Sprecherin ist A B`."""

import re
from dataclasses import replace

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed
from ingest.holders_before import search_floor

__all__ = ["carried_over"]

# Offices that committees and undertakings have.
_HEADS = re.compile(
    r"(?:stellvertretende[rn]?\s)?(?:Vorsitz(?:ende[rn]?)?|Sprecher(?:in)?|(?:Projekt|Team)?[Ll]eiter(?:in)?|"
    r"(?:Projekt|Team)?[Ll]eitung|Koordinator(?:in)?|Koordination|Stellvertreter(?:in)?|Geschäftsführer(?:in)?)$"
)
# "Ihr Vorsitzender ist", "Neue Sprecherin ist": what may stand before the office; our choice.
OPENING_CHARS = 12


def carried_over(flat: str, claim: Claimed, actors: Actors) -> Claimed:
    """Return the claim with the only committee or body that the sentence before names."""
    if claim.actor or not claim.role or not _HEADS.match(claim.role):
        return claim
    own = search_floor(flat, claim.start)
    if own < 2 or claim.start - own > OPENING_CHARS:
        return claim
    before = actors.inside(search_floor(flat, own - 2), own)
    bodies = {one.actor for one in before if one.kind in ("circle", "organisation")}
    return replace(claim, actor=bodies.pop(), is_inferred=True) if len(bodies) == 1 else claim
