"""Finds who issued a document: its publisher where it is known, else what the text says."""

import re
from collections.abc import Iterator

from ingest.actor_spans import Actors, actor_of
from ingest.counties import county_names
from ingest.holder_candidates import Issuer
from ingest.letterheads import written_issuers
from ingest.organisations import find_organisations
from ingest.place_names import PlaceName, spelled_places
from ontology.gazetteer import Place
from ontology.model import Actor

__all__ = ["issuers_of"]

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
# "Gemeinde Limbach (Neckar-Odenwald-Kreis)": in which county a town lies.
_IN_COUNTY = re.compile(r"\s\([^()]*[Kk]reis[^()]*\)")


def issuers_of(flat: str, actors: Actors, publisher: str | None) -> tuple[Issuer, ...]:
    """Return who issued a document that `publisher`, where it is known, put out."""
    named = [
        *(Issuer(one, "publisher") for one in _issuing_places(publisher or "", actors)),
        *(Issuer(one, "body") for one in _issuing_body(publisher or "")),
    ]
    return tuple(dict.fromkeys(named)) or written_issuers(flat, actors)


def _issuing_body(publisher: str) -> list[Actor]:
    """Return the organisation that issued the document: the office the text is about."""
    return [Actor(one.name) for one in find_organisations(publisher, ())[:1]]


def _issuing_places(publisher: str, actors: Actors) -> Iterator[Actor]:
    if publisher.startswith(_TOWN_KINDS):
        publisher = _IN_COUNTY.sub("", publisher)
    counties = county_names(publisher)
    yield from (actor_of(one.place) for one in counties)
    if counties:
        return
    for name in spelled_places(publisher):
        if publisher.startswith(_TOWN_KINDS) or publisher == name.name:
            yield actor_of(_meant(name, publisher.partition(" ")[0], actors))


def _meant(name: PlaceName, kind: str, actors: Actors) -> Place:
    """Return which place of a name is meant: named in the text, of the kind, or the largest."""
    places = [one.place for one in name.spellings]
    known = {one.actor.ags for one in actors.spans}
    named = [place for place in places if place.ags in known]
    of_kind = [place for place in places if place.kind == kind]
    return max(named or of_kind or places, key=lambda place: place.population)
