"""Fills the offices that a text leaves open: first each by itself, then rivals for one office."""

from collections.abc import Mapping, Sequence

from ingest.descriptions import Claimed
from ingest.holder_candidates import Stated, key_of
from ingest.implied import Holders
from ingest.names import NameMention
from ingest.offices import office_of

__all__ = ["filled", "stated_in"]

Claims = Mapping[int, Sequence[Claimed]]


def filled(
    claims: Claims, names: Sequence[NameMention], holders: Holders
) -> dict[int, list[Claimed]]:
    """Return the claims with the holders they imply; a town has one mayor at a time."""
    stated = stated_in(claims, names)
    first = {
        index: [holders.fill(claim, names[index], stated) for claim in some]
        for index, some in claims.items()
    }
    winners = _winners(first, names)
    held = [*stated, *winners.values()]
    return {
        index: [
            holders.fill(claims[index][at], names[index], held)
            if _lost(claim, names[index], winners)
            else claim
            for at, claim in enumerate(some)
        ]
        for index, some in first.items()
    }


def stated_in(claims: Claims, names: Sequence[NameMention]) -> tuple[Stated, ...]:
    """Return which offices and employers the text itself gives."""
    return tuple(
        Stated(names[index].name, office_of(claim.role or ""), claim.actor, claim.start, claim.end)
        for index, some in claims.items()
        for claim in some
        if claim.actor
    )


def _winners(claims: Claims, names: Sequence[NameMention]) -> dict[str, Stated]:
    """Return for each town the mayor who was inferred with most confidence."""
    best: dict[str, tuple[float, Stated]] = {}
    for index, some in claims.items():
        for claim in some:
            if not _is_inferred_mayor(claim) or claim.actor is None:
                continue
            key, sure = key_of(claim.actor), claim.confidence or 0.0
            if key not in best or sure > best[key][0]:
                # Far from any mention: what is inferred says nothing of the words around.
                said = Stated(names[index].name, "mayor", claim.actor, -1, -1)
                best[key] = (sure, said)
    return {key: said for key, (_, said) in best.items()}


def _is_inferred_mayor(claim: Claimed) -> bool:
    return claim.is_inferred and office_of(claim.role or "") == "mayor"


def _lost(claim: Claimed, name: NameMention, winners: Mapping[str, Stated]) -> bool:
    if not _is_inferred_mayor(claim) or claim.actor is None:
        return False
    winner = winners.get(key_of(claim.actor))
    return winner is not None and winner.person != name.name
