"""Finds who issued a document: its publisher, letterhead, dateline, or press office."""

import re
from collections.abc import Iterator

from ingest.actor_spans import Actors, actor_of
from ingest.counties import county_names
from ingest.holder_candidates import Issuer
from ingest.organisations import find_organisations
from ingest.place_names import spelled_places
from ontology.model import Actor

__all__ = ["issuers_of"]

# A letterhead is short and stands at the very top; our choice.
LETTERHEAD_LINES = 6
MAX_LETTERHEAD_CHARS = 80
_AUTHORITY = re.compile(
    r"(?:magistrat|verwaltung|bürgermeister(?:in)?|rat|pressestelle|presseamt|landratsamt|·|projektblatt|große|alte|steckbrief)"
    r"(?:\sder|\sdes)?$"
)
# Title, subtitle and caption stand before the dateline.
DATELINE_WITHIN_CHARS = 1500
# What stands at the end of a text before who put it out.
_IMPRINT = re.compile(
    r"(?:Presse(?:stelle|amt|dienst|kontakt|referat)|Herausgeber(?:in)?|Medien|V\.\s?i\.\s?S\.\s?d\.\s?P\.|"
    r"Impressum|Redaktion|Kontakt|Rückfragen)[^\n]{0,40}$"
)
IMPRINT_WITHIN_CHARS = 400
_TOWN_KINDS = (
    "Stadt",
    "Gemeinde",
    "Markt",
    "Große Kreisstadt",
    "Hansestadt",
    "Alte Hansestadt",
    "Landeshauptstadt",
    "Universitätsstadt",
    "Samtgemeinde",
    "Verbandsgemeinde",
)


def issuers_of(flat: str, actors: Actors, publisher: str | None) -> tuple[Issuer, ...]:
    """Return who issued a document that `publisher`, where it is known, put out."""
    named = [
        *(Issuer(one, "publisher") for one in _issuing_places(publisher or "")),
        *(Issuer(one, "body") for one in _issuing_body(publisher or "")),
    ]
    if named:
        return tuple(named)
    letterhead = _letterhead(flat, actors)
    if letterhead:
        return (Issuer(letterhead, "letterhead"),)
    dateline = _dateline_town(flat, actors)
    if dateline:
        return (Issuer(dateline, "dateline"),)
    return tuple(Issuer(one, "imprint") for one in _imprint(flat, actors))


def _imprint(flat: str, actors: Actors) -> Iterator[Actor]:
    """Yield whom the last lines name behind "Pressestelle", "Herausgeber", "Kontakt"."""
    for span in actors.inside(max(0, len(flat) - IMPRINT_WITHIN_CHARS), len(flat)):
        line = flat.rfind("\n", 0, span.start) + 1
        if span.kind in ("town", "county") and _IMPRINT.search(flat, line, span.start):
            yield span.actor
            return


def _letterhead(flat: str, actors: Actors) -> Actor | None:
    """Return whom the short lines at the head of a text name with its kind: "Stadt X, Presse"."""
    end = 0
    for line in flat.split("\n", LETTERHEAD_LINES)[:LETTERHEAD_LINES]:
        start, end = end, end + len(line) + 1
        heads = [
            one
            for one in actors.inside(start, end)
            if one.gender == "feminine" or one.kind == "county"
        ]
        is_head = len(line) <= MAX_LETTERHEAD_CHARS and not line.rstrip().endswith((".", "?", "!"))
        if is_head and len(heads) == 1 and heads[0].kind in ("town", "county"):
            before = flat[start : heads[0].start].strip(" *#").casefold()
            if not before or _AUTHORITY.search(before):
                return heads[0].actor
    return None


def _issuing_body(publisher: str) -> list[Actor]:
    """Return the organisation that issued the document: the office the text is about."""
    return [Actor(one.name) for one in find_organisations(publisher, ())[:1]]


def _dateline_town(flat: str, actors: Actors) -> Actor | None:
    """Return the town that opens a newspaper's article: "Lemgo. Der Rat ..."."""
    for span in actors.inside(0, DATELINE_WITHIN_CHARS):
        is_opening = span.start == 0 or flat[span.start - 1] == "\n"
        if span.kind == "town" and is_opening and re.match(r"\.\s[A-ZÄÖÜ„]", flat[span.end :]):
            return span.actor
    return None


def _issuing_places(publisher: str) -> Iterator[Actor]:
    counties = county_names(publisher)
    yield from (actor_of(one.place) for one in counties)
    if counties:
        return
    for name in spelled_places(publisher):
        if publisher.startswith(_TOWN_KINDS) or publisher == name.name:
            yield actor_of(
                max((one.place for one in name.spellings), key=lambda place: place.population)
            )
