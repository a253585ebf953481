"""Finds the one body of the kind that an office tells: a Schulleiterin heads the only school."""

import re
from dataclasses import replace

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed

__all__ = ["of_its_kind"]

_OFFICE = re.compile(
    r"(?P<kind>[A-ZÄÖÜ][a-zäöü]+?)s?(?:leiter(?:in)?|leitung|vorsitzende[rn]?|vorsteher(?:in)?|chef(?:in)?|direktor(?:in)?|"
    r"sprecher(?:in)?|intendant(?:in)?)$"
)
# Whoever serves in a ministry.
_MINISTRY = re.compile(
    r"(?:Parlamentarische[r]? )?Staatssekretär(?:in)?|\w*[Mm]inister(?:in)?|"
    r"Ministerialr[aä]t(?:in)?"
)
# How the names of such bodies end or which word of theirs does.
_KINDS = {
    "Bibliothek": r"(?:bibliothek|bücherei)\b",
    "Bücherei": r"(?:bibliothek|bücherei)\b",
    "Schul": r"schule\b",
    "Musikschul": r"musikschule\b",
    "Archiv": r"archiv\b",
    "Museum": r"museum\b",
    "Verein": r"(?:\be\.\s?v\.|verein\b)",
    "Genossenschaft": r"(?:\beg\b|genossenschaft\b)",
    "Klinik": r"(?:klinik|klinikum|krankenhaus)\b",
    "Theater": r"theater\b",
    "Bauhof": r"bauhof\b",
    "Netzwerk": r"netzwerk\b",
}


def of_its_kind(claim: Claimed, actors: Actors) -> Claimed:
    """Return the claim with the only body of the document that its office can mean."""
    office = _OFFICE.search(claim.role or "")
    kind = office and _KINDS.get(office["kind"])
    if _MINISTRY.fullmatch(claim.role or ""):
        kind = r"ministerium\b"
    if claim.actor or not kind:
        return claim
    meant = {
        one.actor
        for one in actors.spans
        if one.kind == "organisation" and re.search(kind, one.actor.name.casefold())
    }
    return replace(claim, actor=meant.pop(), is_inferred=True) if len(meant) == 1 else claim
