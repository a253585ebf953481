"""Settles what was claimed about persons: repeats dropped, risky guesses taken back."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.actor_spans import actor_of
from ingest.deputies import DEPUTY
from ingest.descriptions import Claimed
from ingest.genders import is_woman
from ingest.names import NameMention
from ingest.roles import for_gender, is_role_noun
from ontology.gazetteer import gazetteer
from ontology.model import Actor, Evidence, Role

__all__ = [
    "at_county",
    "colleagues_resolved",
    "roles_of",
    "without_guesses_for_many",
]

# What the rule gives; what it is worth is measured (see `ingest.confidence`).
INFERRED_CONFIDENCE = 0.7
# Minutes list mayors without their towns; chosen, not measured: a town has one mayor, but two
# may follow each other.
MANY = 3

# Of these a body has one.
_SOLE = re.compile(r"bürgermeister|landr[aä]t|kämmer|direktor", re.IGNORECASE)
_COUNTY_HEAD = re.compile(
    r"(?:^|\s)(?:[Ll]andr(?:at|ätin)|Kreis(?:direktor|rat|rätin|brand|baurat|kämmer|dezernent|beigeordnet|ausschuss))"
)
# What papers call a mayor besides.
_HEAD = re.compile(r"(?:Stadt|Gemeinde|Orts)oberhaupt|(?:Rathaus|Stadt|Gemeinde|Orts)chef(?:in)?")
# Holds the same office in another place.
_COLLEAGUE = re.compile(
    r"(?:[A-ZÄÖÜ]\w+er\s)?(?:(?:Amts|Rathaus|Fach|Dezernenten)?[Kk]olleg(?:e|en|in)|Amtsbruder|Amtsschwester|Pendant|"
    r"Gegenüber)(?!\w)"
)
# "Bürgermeisterkollege": a mayor, like the one who speaks.
_FELLOW = re.compile(r"(?P<office>[A-ZÄÖÜ]\w+)kolleg(?:e|en|in)")
# "Kreis-CISO" says of what kind the body is, "KommIT-Leiter" which.
_KINDS = frozenset({"", "Amts", "Kreis", "Landkreis", "Stadt", "Gemeinde", "Land", "IT"})
# Held or holds the same office in the same place.
_SUCCESSION = re.compile(r"(?:(?:Amtsv|V)orgänger|(?:Amtsn|N)achfolger)(?:in)?(?!\w)")
# Whom to ask is no office beside a real one.
_CONTACT = re.compile(
    r"(?:(?:Ansprech(?:partner|person)|Kontaktperson)\w*|Kontakt|Auskunft|Stelleninhaber(?:in)?)$"
)
# What somebody is for one evening or one page.
_FOR_ONCE = re.compile(r"(?:Gastgeber(?:in)?|Verantwortung|Vertretung)$")
# What somebody did at a meeting, as the head of its record has it.
_AT_MEETING = re.compile(
    r"(?:Leitung|Sitzungsleitung|Gesamtleitung|Moderation|Protokoll|Schriftführung)$"
)
_STANDS_IN = re.compile(rf"{DEPUTY}r?$")
_DEPUTY = re.compile(r"(?:[Ss]tellvertreter(?:in)?|[Ss]tellvertretung|Vize)$")


def at_county(claim: Claimed) -> Claimed:
    """Return the claim with a Landrat at the county, where only its town's name was written."""
    ags = claim.actor.ags if claim.actor else None
    if not claim.role or not ags or len(ags) == 5 or not _COUNTY_HEAD.search(claim.role):
        return claim
    town = gazetteer().get(ags)
    county = gazetteer().get(town.county_ags) if town and town.county_ags else None
    return replace(claim, actor=actor_of(county)) if county else claim


def colleagues_resolved(
    found: Mapping[int, Sequence[Claimed]],
    names: Sequence[NameMention],
    *,
    are_filled: bool = False,
) -> dict[int, list[Claimed]]:
    """Return the claims with "sein Kollege", "ihr Nachfolger" read as the office before.

    Deputies wait until the body of whom they stand in for is known, or `are_filled` says that
    there is none.
    """
    resolved: dict[int, list[Claimed]] = {}
    last: Claimed | None = None
    chair: Claimed | None = None
    for index in sorted(found):
        claims = [
            _as_deputy(claim, chair, names[index])
            if _STANDS_IN.match(claim.role or "") and (are_filled or (chair and chair.actor))
            else _as_colleague(claim, last, names[index])
            for claim in found[index]
        ]
        resolved[index] = claims
        held = [
            claim
            for claim in claims
            if claim.role and DEPUTY.casefold() not in claim.role.casefold()
        ]
        last = next(iter(held), last)
        chair = next((claim for claim in held if not _SOLE.search(claim.role or "")), last)
    return resolved


def _as_deputy(claim: Claimed, chair: Claimed | None, name: NameMention) -> Claimed:
    """Return a deputy with the office of whom the text named before, once its body is known."""
    if chair is None or chair.role is None:
        return replace(claim, role=None)
    role = (
        f"{(claim.role or '').casefold()} {for_gender(chair.role, is_female=is_woman(name.name))}"
    )
    return replace(claim, role=role, actor=chair.actor, is_inferred=True)


def _as_colleague(claim: Claimed, last: Claimed | None, name: NameMention) -> Claimed:
    if claim.role is None or last is None or last.role is None:
        return claim
    if _DEPUTY.match(claim.role) and claim.actor is None and last.actor:
        return replace(claim, actor=last.actor, is_inferred=True)
    is_same_place = _SUCCESSION.match(claim.role) is not None
    if not is_same_place and not _COLLEAGUE.match(claim.role):
        return claim
    actor = claim.actor or (last.actor if is_same_place else None)
    role = for_gender(last.role, is_female=is_woman(name.name))
    return replace(claim, role=role, actor=actor, is_inferred=True)


def without_guesses_for_many(
    found: Mapping[int, Sequence[Claimed]],
) -> dict[int, list[Claimed]]:
    """Return the claims without inferred holders where one office has many bearers."""
    guesses: Counter[tuple[str, Actor | None]] = Counter(
        ((claim.role or "").casefold(), claim.actor)
        for claims in found.values()
        for claim in claims
        if claim.is_inferred and claim.actor and _SOLE.search(claim.role or "")
    )
    return {
        index: [
            replace(claim, actor=None, is_inferred=False)
            if claim.is_inferred and guesses[((claim.role or "").casefold(), claim.actor)] >= MANY
            else claim
            for claim in claims
        ]
        for index, claims in found.items()
    }


def roles_of(text: str, claims: Sequence[Claimed]) -> Iterator[Role]:
    """Yield the roles of one person, each once, with the stretch of text that states it."""
    distinct = _distinct([_named_plainly(claim) for claim in claims])
    if any(claim.role and not _is_secondary(claim) for claim in distinct):
        distinct = [one for one in distinct if not _is_secondary(one)]
    if any("ürgermeister" in (claim.role or "") for claim in distinct):
        distinct = [one for one in distinct if not _HEAD.fullmatch(one.role or "")]
    for claim in distinct:
        evidence = Evidence(
            claim.start,
            claim.end,
            text[claim.start : claim.end],
            confidence=_confidence(claim),
            inferred=claim.is_inferred,
        )
        if claim.role or claim.actor:
            yield Role(claim.role, claim.actor, evidence)


def _named_plainly(claim: Claimed) -> Claimed:
    """Return an office without its body or a colleague in its name: "Dataport-Beraterin"."""
    role = claim.role or ""
    body, _, office = role.rpartition("-")
    words = claim.actor.name.split() if claim.actor else ()
    if body not in _KINDS and body in words and is_role_noun(office):
        return replace(claim, role=office[0].upper() + office[1:])
    fellow = _FELLOW.fullmatch(role)
    if fellow and is_role_noun(fellow["office"]):
        is_female = role.endswith("in")
        return replace(claim, role=for_gender(fellow["office"], is_female=is_female))
    return claim


def _is_secondary(claim: Claimed) -> bool:
    """Return whether a role counts only where no other is told: whom to ask, who was host."""
    if claim.role is None:
        return False
    is_open = claim.actor is None or claim.is_inferred
    is_label = bool(_CONTACT.match(claim.role) or _AT_MEETING.match(claim.role))
    return is_label or (is_open and bool(_FOR_ONCE.match(claim.role)))


def _confidence(claim: Claimed) -> float:
    if not claim.is_inferred:
        return 1.0
    return INFERRED_CONFIDENCE if claim.confidence is None else claim.confidence


def _distinct(claims: Sequence[Claimed]) -> list[Claimed]:
    """Keep each role and each actor once, the stated before the inferred."""
    kept: list[Claimed] = []
    for claim in sorted(claims, key=_trust):
        if not any(_says_no_more(claim, other) for other in kept):
            kept.append(claim)
    return sorted(kept, key=lambda one: (one.start, one.end))


def _trust(claim: Claimed) -> tuple[bool, bool, float]:
    return claim.is_inferred, claim.actor is None, -(claim.confidence or 0.0)


def _says_no_more(claim: Claimed, other: Claimed) -> bool:
    same_actor = claim.actor is None or claim.actor == other.actor or claim.is_inferred
    same_role = claim.role is None or (
        other.role is not None and _same_role(claim.role, other.role)
    )
    return same_actor and same_role


# "Bürgermeisterinnen" has it; a longer rest makes another word: "Bürgermeisterversammlung".
_MAX_ENDING = len("innen")


def _same_role(one: str, other: str) -> bool:
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    at = 0 if longer.startswith(shorter[:-1]) else longer.find(shorter)
    ending = re.match(r"\w*", longer[max(0, at) + len(shorter) :])
    return at >= 0 and ending is not None and len(ending.group()) <= _MAX_ENDING
