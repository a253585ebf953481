"""Reads an office given to the holder of another: `Vorsitzende ist Lemgos Kämmerin A B`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed, describe
from ingest.holders_before import without_time
from ingest.roles import RolePhrase, agrees

__all__ = ["second_office"]

_NOW = r"(?:derzeit|zurzeit|aktuell|momentan|gegenwärtig)"
_WHEN = (
    rf"(?:{_NOW}|künftig|weiterhin|vorerst|auch|hier|nun|dabei|voraussichtlich|turnusgemäß|zunächst|"
    r"satzungsgemäß|seit\s\w+(?:\s\d{4})?|(?:bis|ab)\s(?:(?:Anfang|Mitte|Ende|zum|\d{1,2}\.)\s)?\w+(?:\s\d{4})?|"
    r"zum\s\d{1,2}\.\s\w+(?:\s\d{4})?)"
)
# Between the two offices: "des Verwaltungsrats ist", "wird künftig der", ": ".
_BETWEEN = re.compile(
    r"(?P<of>\s(?:der|des|für|von|vom|bei\sder|beim|bei|im|in\sder|in|am)\s[^.;:()\n|]{2,70}?)?"
    rf"(?:\s(?:ist|war|wird|wurde|bleibt|heißt|sind|soll|dient|fungiert|amtiert)(?:\s{_WHEN})?|:|\s\||,\s{_NOW}|(?P<comma>,))\s"
    r"(?:(?:der|die|unser|unsere|seine?|ihre?|mit)\s)?(?:(?:frühere|ehemalige|damalige|neue)r?\s)?"
    r"(?:[A-ZÄÖÜ][\w-]+er\s)?"
)

# "Leitung: Bürgermeister A B": who leads one meeting holds no office by it; neither does who is
# in the chair at the beginning of a line of its record.
_CHAIR = re.compile(
    r"(?:(?:Sitzungs)?[Ll]eitung|Verwaltungsvorstand|(?<![^\n])Vorsitz)(?::|\s\|)\s"
)
# "Zur Vorsitzenden wählte der Verband X Lemgos Kämmerin A B"
_CHOSEN = re.compile(
    r"(?P<of>\s(?:der|des)\s[^.;:()\n]{2,60}?)?\s(?:wählten?|bestimmten?|beriefe?n?|bestellten?|ernannten?)\s[^.;:()\n]{2,120}"
)


def second_office(
    flat: str, earlier: Sequence[RolePhrase], claims: Sequence[Claimed], actors: Actors
) -> list[Claimed]:
    """Return what an office further ahead says of the one whom `claims` already describe."""
    for phrase in earlier if claims else ():
        chosen = _CHOSEN.fullmatch(flat, phrase.end, claims[0].start)
        if chosen and re.search(r"(?:[Zz]um|[Zz]ur)\s(?:neuen?\s)?$", flat[: phrase.start][-12:]):
            body = next(iter(actors.inside(phrase.end, claims[0].start)), None)
            role = flat[phrase.start : phrase.end] + (chosen["of"] or "")
            return [Claimed(role, body.actor if body else None, phrase.start, claims[0].end)]
        gap = _BETWEEN.fullmatch(flat, phrase.end, claims[0].start)
        if _CHAIR.fullmatch(flat, phrase.start, claims[0].start):
            continue
        if gap and (not gap["comma"] or _is_definite(flat, phrase, gap["of"])):
            end = phrase.end + len(gap["of"] or "")
            found = describe(flat, phrase.start, end, actors)[:1]
            return [replace(one, end=max(one.end, claims[0].end)) for one in found]
    return []


def _is_definite(flat: str, phrase: RolePhrase, of: str | None) -> bool:
    """Return whether an office before a comma is the one held: "Der Leiter der X, Baurat A B"."""
    begin = without_time(flat, phrase.start)
    article = _ARTICLE.search(flat, max(0, begin - len("unsere ")), begin)
    if article is None or "," in (of or ""):
        return False
    is_female = article.group(1).casefold().endswith("e")
    return agrees(flat[phrase.noun_start : phrase.end], is_female=is_female)


_ARTICLE = re.compile(r"(?<!\w)([Dd]er|[Dd]ie|(?:[Uu]nser|[Ii]hr|[Ss]ein)e?)\s$")
