"""Holds every statement read out of a document against its gold: does it hold?

Facts pair one to one by the rules of the scorer, so that the share of what holds is its precision;
what is said of an undertaking holds only where gold knows the undertaking.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.grounds import PARTS, ground_of, ground_within, kind_of_thing
from ontology.model import (
    ActorClaim,
    Award,
    Claim,
    Event,
    Evidence,
    Facts,
    MunicipalityMention,
    Role,
)
from tests.quality.extraction_score import KINDS, fold, place

__all__ = ["Judged", "judge"]

Json = Mapping[str, Any]

COUNTY_KINDS = {"Kreis", "Landkreis", "Städteregion"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement of one kind, the ground it rests on, its evidence, and whether it holds."""

    kind: str
    ground: str
    evidence: Evidence
    holds: bool


def judge(facts: Facts, gold: Json) -> Iterator[Judged]:
    """Yield every statement that gold can judge; `facts` are as the extractors gave them."""
    for field, (key, same) in _THINGS.items():
        things: Sequence[Any] = getattr(facts, field)
        for thing, partner in _paired(things, gold[key], same):
            yield Judged(
                kind_of_thing(thing), ground_of(thing), thing.evidence[0], partner is not None
            )
            yield from _parts(thing, partner)


def _paired(
    found: Sequence[Any], gold: Sequence[Json], same: Callable[[Json, Any], bool]
) -> Iterator[tuple[Any, Json | None]]:
    """Yield every found thing with its partner in gold; gold chooses first, as in the scorer."""
    free = list(range(len(found)))
    partners: dict[int, Json] = {}
    for wanted in gold:
        index = next((one for one in free if same(wanted, found[one])), None)
        if index is not None:
            free.remove(index)
            partners[index] = wanted
    yield from ((thing, partners.get(index)) for index, thing in enumerate(found))


def _parts(thing: Any, partner: Json | None) -> Iterator[Judged]:  # noqa: ANN401 — any thing
    for field, kind in PARTS.get(kind_of_thing(thing), {}).items():
        # Features of transfer have a gold of their own (see `transfer_score`).
        told = getattr(thing, field) if kind in _SAID else ()
        for part in told if isinstance(told, tuple) else (told,) if told else ():
            holds = partner is not None and _SAID[kind](partner, part)
            yield Judged(kind, ground_within(thing, part), part.evidence, holds)


def _same_place(gold: Json, found: MunicipalityMention) -> bool:
    is_county = place(found.name)[1] or found.kind in COUNTY_KINDS
    wanted_county = place(gold["name"])[1] or gold["kind"] in COUNTY_KINDS
    return place(gold["name"])[0] == place(found.name)[0] and wanted_county == is_county


def _same_award(gold: Json, found: Award) -> bool:
    wanted = (gold["award"] or "", gold["category"] or "", str(gold["year"] or ""))
    return KINDS["award"](wanted, (found.award, found.category or "", found.year or ""))


def _same_event(gold: Json, found: Event) -> bool:
    wanted = (gold["date"] or "", fold(gold["kind"]), fold(gold["place"]))
    return KINDS["event"](wanted, (found.date or "", fold(found.kind), fold(found.place)))


def _has_office(gold: Json, role: Role) -> bool:
    """Return whether one of the person's roles in gold has all that the statement says."""
    holder = role.organisation.name if role.organisation else None
    return any(
        _agrees("role", one["role"], role.role)
        and _agrees("affiliation", one["organisation"], holder)
        for one in gold["roles"]
    )


def _agrees(kind: str, wanted: str | None, given: str | None) -> bool:
    return given is None or (bool(wanted) and KINDS[kind](("", wanted), ("", given)))


def _takes_part(gold: Json, claim: ActorClaim) -> bool:
    return place(claim.actor.name) in {place(one) for one in gold["participants"]}


def _leads(gold: Json, claim: ActorClaim) -> bool:
    return bool(gold["lead"]) and KINDS["organisation"]((gold["lead"],), (claim.actor.name,))


def _is_same_day(wanted: str | None, given: str) -> bool:
    """Return whether two dates of any precision can be the same."""
    return bool(wanted) and (str(wanted).startswith(given) or given.startswith(str(wanted)))


def _is_among(names: Sequence[str], claim: Claim) -> bool:
    return fold(claim.value) in {fold(name) for name in names}


_THINGS: Mapping[str, tuple[str, Callable[[Json, Any], bool]]] = {
    "persons": ("persons", lambda gold, one: fold(gold["name"]) == fold(one.name)),
    "municipalities": ("municipalities", _same_place),
    "organisations": (
        "organisations",
        lambda gold, one: KINDS["organisation"]((gold["name"],), (one.name,)),
    ),
    "projects": ("projects", lambda gold, one: KINDS["project"]((gold["name"],), (one.name,))),
    "awards": ("awards", _same_award),
    "events": ("events", _same_event),
}
_SAID: Mapping[str, Callable[[Json, Any], bool]] = {
    "office": _has_office,
    "participation": _takes_part,
    "lead": _leads,
    "start": lambda gold, claim: _is_same_day(gold["start"], claim.value),
    "end": lambda gold, claim: _is_same_day(gold["end"], claim.value),
    "status": lambda gold, claim: bool(gold["status"] == claim.value),
    "theme": lambda gold, claim: claim.value in gold["themes"],
    "attendance": lambda gold, claim: _is_among(gold["attendees"], claim),
    "absence": lambda gold, claim: _is_among(gold["absent"], claim),
}
