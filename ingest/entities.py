"""Finds who acts in a document: persons, municipalities, counties and other organisations."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ingest.actor_spans import usual_name
from ingest.counties import county_names
from ingest.holder_signs import View
from ingest.municipalities import TownMention, find_towns
from ingest.names import NameMention, full_names
from ingest.organisation_spans import OrganisationSpan
from ingest.organisations import find_organisations
from ingest.party_bodies import acting_parties
from ingest.people import find_people
from ingest.scenes import is_scene, is_venue
from ingest.seats import stands_for_county
from ingest.sidelines import sidelines
from ontology.model import (
    Document,
    Evidence,
    MunicipalityMention,
    OrganisationMention,
    Person,
)

__all__ = ["Entities", "find_entities"]

_SPACE = re.compile(r"[^\S\n]")


@dataclass(frozen=True, slots=True)
class Entities:
    """Who acts in a document, and the towns that are only places where something happened."""

    persons: tuple[Person, ...]
    municipalities: tuple[MunicipalityMention, ...]
    organisations: tuple[OrganisationMention, ...]
    places: tuple[MunicipalityMention, ...]


def find_entities(
    document: Document,
    seen: Sequence[NameMention] = (),
    *,
    bodies: Sequence[OrganisationSpan] = (),
    watch: Callable[[View], None] | None = None,
) -> Entities:
    """Return the persons, municipalities, organisations and mere places of a document.

    `seen` are names that something else is sure of; they count where the rules saw none.
    `bodies` are those that something else is sure of; they count as what offices belong to only.
    `watch` is told of every office whose holder is weighed.
    """
    flat = _SPACE.sub(" ", document.text)
    aside = list(sidelines(flat))
    names = tuple(one for one in _names(flat, seen) if not _is_in(one.start, aside))
    taken = [(name.start, name.end) for name in names]
    counties = [(one.start, one.end) for one in county_names(flat)]
    organisations = tuple(
        one for one in find_organisations(flat, names) if not _is_in(one.start, [*aside, *counties])
    )
    organisations = _without_venues(flat, organisations)
    taken += aside
    taken += [(one.start, one.end) for one in organisations]
    towns = find_towns(flat, taken, document.publisher)
    seats = {one.end for one in organisations}
    acting, scenes = _split(flat, towns, seats)
    whole = _whole(organisations, bodies, names)
    holders = [*(one for one in organisations if not _is_part(one, whole)), *whole]
    outside = [town for town in acting if not _is_part(town, whole)]
    people = find_people(document, flat, names, outside, holders, watch)
    acting = [town for town in acting if not _is_surname(town, people)]
    parties = [one for one in acting_parties(flat, names) if not _is_in(one.start, aside)]
    return Entities(
        persons=people,
        municipalities=_municipalities(document.text, acting),
        organisations=_organisations(document.text, [*organisations, *parties]),
        places=_municipalities(document.text, scenes),
    )


def _without_venues(flat: str, found: tuple[OrganisationSpan, ...]) -> tuple[OrganisationSpan, ...]:
    """Leave out the houses that are named only as the place of a meeting."""
    others = {one.name for one in found if not is_venue(flat, one.start, one.name)}
    return tuple(one for one in found if one.name in others)


def _whole(
    found: Sequence[OrganisationSpan],
    bodies: Iterable[OrganisationSpan],
    names: Sequence[NameMention],
) -> list[OrganisationSpan]:
    """Return the bodies that stand where no organisation was found or hold a found one whole."""
    return [
        body
        for body in bodies
        if not any(one.start < body.end and body.start < one.end for one in names)
        and all(_is_part(one, [body]) for one in found if _meets(one, body))
    ]


def _meets(one: OrganisationSpan, other: OrganisationSpan) -> bool:
    return one.start < other.end and other.start < one.end


def _is_part(one: OrganisationSpan | TownMention, wholes: Iterable[OrganisationSpan]) -> bool:
    """Return whether a find is a smaller part of another's name: "Lage" in "Freibad Lage"."""
    return any(
        whole.start <= one.start
        and one.end <= whole.end
        and one.end - one.start < whole.end - whole.start
        for whole in wholes
    )


def _names(flat: str, seen: Sequence[NameMention]) -> list[NameMention]:
    own = list(full_names(flat))
    more = [
        one
        for one in seen
        if not any(one.start < other.end and other.start < one.end for other in own)
    ]
    return sorted([*own, *more], key=lambda one: one.start)


def _is_in(position: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _is_surname(town: TownMention, people: Sequence[Person]) -> bool:
    """Return whether a bare name is a person's surname here: "Hagen betonte"."""
    surnames = {person.name.split()[-1] for person in people}
    return not town.is_named_with_kind and town.name in surnames


def _split(
    flat: str, towns: Sequence[TownMention], seats: set[int]
) -> tuple[list[TownMention], list[TownMention]]:
    """Part the towns that act from those that are never more than the scene of something."""
    by_ags: defaultdict[str, list[TownMention]] = defaultdict(list)
    for town in towns:
        by_ags[town.place.ags].append(town)
    acting: list[TownMention] = []
    scenes: list[TownMention] = []
    counties = [town.place for town in towns if town.place.is_county]
    for mentions in by_ags.values():
        is_only_scene = all(
            is_scene(flat, town)
            or _is_seat(flat, town, seats)
            or stands_for_county(flat, town, counties)
            for town in mentions
        )
        (scenes if is_only_scene else acting).extend(mentions)
    return acting, scenes


def _is_seat(flat: str, town: TownMention, organisation_ends: set[int]) -> bool:
    """Return whether the town is where the organisation before it resides: "Institut X in Y"."""
    return any(
        flat[town.start - len(link) : town.start] == link
        and town.start - len(link) in organisation_ends
        for link in (" in ", " aus ")
    )


def _municipalities(text: str, towns: Iterable[TownMention]) -> tuple[MunicipalityMention, ...]:
    by_ags: defaultdict[str, list[TownMention]] = defaultdict(list)
    for town in sorted(towns, key=lambda one: one.start):
        by_ags[town.place.ags].append(town)
    return tuple(
        MunicipalityMention(
            name=usual_name([town.name for town in mentions]),
            kind="Stadt" if mentions[0].place.is_independent else mentions[0].place.kind,
            ags=ags,
            evidence=tuple(_evidence(text, town.start, town.end) for town in mentions),
        )
        for ags, mentions in by_ags.items()
    )


def _organisations(text: str, spans: Iterable[OrganisationSpan]) -> tuple[OrganisationMention, ...]:
    by_name: defaultdict[str, list[OrganisationSpan]] = defaultdict(list)
    for span in spans:
        by_name[span.name].append(span)
    return tuple(
        OrganisationMention(
            name=name,
            evidence=tuple(_evidence(text, span.start, span.end) for span in mentions),
            short_names=tuple(dict.fromkeys(one.short for one in mentions if one.short)),
        )
        for name, mentions in by_name.items()
    )


def _evidence(text: str, start: int, end: int) -> Evidence:
    return Evidence(start, end, text[start:end])
