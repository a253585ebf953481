"""Reads around a person's name which roles the person holds, and where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.actor_spans import Actors
from ingest.apposition import apposition
from ingest.carried_over import carried_over
from ingest.columns import in_columns
from ingest.descriptions import Claimed, describe, generic_actor, meant_by
from ingest.duties import duties_after
from ingest.duties_before import duties_before
from ingest.genders import is_woman
from ingest.holders_before import search_floor
from ingest.kindred_bodies import of_its_kind
from ingest.late_apposition import late_apposition
from ingest.names import NameMention
from ingest.openings import opened_by
from ingest.parties import party_of
from ingest.preceding import before_name
from ingest.pronouns import said_by_pronoun
from ingest.roles import agrees, is_relative, is_unit
from ingest.rosters import headed_by_role, headed_list, listed_under
from ingest.unit_bodies import at_unit

__all__ = ["Setting", "claims_of"]

_BRACKET = re.compile(r"\s?\(((?:[^()\n]|\([^()\n]*\))*)\)")
# "A B (Kreis)": the county that was named last.
_BARE = re.compile(r"(?:Stadt|Gemeinde|(?:Landk|K)reis)(?:verwaltung)?")
# Where somebody was before says nothing about the office held now.
_EARLIER = re.compile(
    r"(?:zuvor|bisher|bislang|früher|vorher|ehemals|einst)\s(?:bei|in|im|beim|für|Stadt|Gemeinde|Kreis|Landkreis)"
)
_FROM = re.compile(
    r"\s(?:von\sder|von\sden|vom|von|aus\sder|aus\sdem|aus|bei\sder|beim|bei|für\sdie|"
    r"für\sden|für\sdas|für(?=\s[A-ZÄÖÜ])|seitens\sder|(?P<within>im|in\sder))\s(?:(?:städtischen|gemeindlichen|kommunalen|örtlichen|hiesigen)\s)?"
)
_UNDER = re.compile(r"\sunter\s(?:(?:der\s)?(?:Leitung|Federführung|Regie)\svon\s)?")
# "früher Kämmerer in Bünde und heute Leiter der X"
_SINCE_THEN = re.compile(
    r"(?:früher|einst|zuvor|ehemals|bisher|erst)\s[^.;\n]{3,80}?\s?,?\s(?:und\s)?(?:heute|jetzt|inzwischen|nun|seit\s\w+)\s"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the search around names needs: the text, its names, and its actors."""

    flat: str
    names: Sequence[NameMention]
    actors: Actors


def claims_of(setting: Setting, index: int) -> list[Claimed]:
    """Return what the words around the name at `index` say, most direct first."""
    name = setting.names[index]
    tabled = list(in_columns(setting.flat, name, setting.actors))
    if tabled and tabled[0].role is None:
        beside = [one for one in _behind(setting, index) if one.role]
        return [replace(one, actor=one.actor or tabled[0].actor) for one in beside] or tabled
    if tabled:
        return [*_in_own_cell(setting, index, tabled[0]), *tabled]
    before = before_name(setting.flat, setting.names, index, setting.actors)
    behind = _behind(setting, index)
    listed = listed_under(setting.flat, setting.names, index, setting.actors)
    stated = _combine(before, behind or _shared(setting, index))
    if not any(claim.role for claim in stated):
        stated = _combine(headed_by_role(setting.flat, name), stated) or stated
    stated = stated or list(_late(setting, index))
    claims = _with_duties(setting, index, _employed(at_unit(stated), listed))
    claims = [*claims, *party_of(setting.flat, name)]
    if not claims:
        claims = _headed(setting, index)
    if any(claim.role for claim in claims):
        opened = _opened(setting, index, claims)
        told = (carried_over(setting.flat, claim, setting.actors) for claim in opened)
        return [of_its_kind(claim, setting.actors) for claim in told]
    return _combine(headed_list(setting.flat, name), claims) or claims


def _in_own_cell(setting: Setting, index: int, tabled: Claimed) -> list[Claimed]:
    """Read the office beside a name in its own cell, before one that another column gives."""
    flat, name = setting.flat, setting.names[index]
    stop = re.compile(r" \| |\n|$").search(flat, name.end)
    end = stop.start() if stop else len(flat)
    own = [one for one in _behind(setting, index) if one.role and one.end <= end]
    return [replace(one, actor=one.actor or tabled.actor) for one in own]


def _headed(setting: Setting, index: int) -> list[Claimed]:
    """Read who works under somebody: "das Institut X unter Prof. A B"."""
    name = setting.names[index]
    near = setting.actors.before(name.start, back_to=max(0, name.start - 120))
    if not near or near[0].kind != "organisation":
        return []
    under = _UNDER.fullmatch(setting.flat, near[0].end, name.start)
    return [Claimed(None, near[0].actor, near[0].start, name.end)] if under else []


def _opened(setting: Setting, index: int, claims: list[Claimed]) -> list[Claimed]:
    """Give offices without a holder the body with which their clause opens: "Aus Ulm kam ..."."""
    if any(claim.actor for claim in claims):
        return claims
    opening = opened_by(setting.flat, setting.names[index], setting.actors)
    if opening is None:
        return claims
    return [
        replace(claim, actor=opening.actor) if claim.role and not is_relative(claim.role) else claim
        for claim in claims
    ]


def _with_duties(setting: Setting, index: int, claims: list[Claimed]) -> list[Claimed]:
    """Add what verbs say; an employer named beside the name holds for the duty as well."""
    flat, name, actors = setting.flat, setting.names[index], setting.actors
    floor = search_floor(flat, name.start)
    duties = list(duties_before(flat, name, floor, actors))
    duties += duties_after(flat, name, actors)
    duties += said_by_pronoun(flat, setting.names, index, actors)
    if not duties:
        return claims
    if any(claim.role for claim in claims):
        return [*claims, *duties]
    return _employed(duties, claims)


def _employed(claims: list[Claimed], listed: list[Claimed]) -> list[Claimed]:
    """Give roles without a holder the employer that the list names."""
    if not listed or any(claim.actor for claim in claims):
        return claims
    if not claims:
        return listed
    employer = listed[0]
    return [
        replace(claim, actor=employer.actor, start=min(claim.start, employer.start))
        for claim in claims
    ]


def _shared(setting: Setting, index: int) -> list[Claimed]:
    """Read what is said of two at once: "A B und C D von der X", "C D (beide Stadt Y)"."""
    if index + 1 >= len(setting.names):
        return []
    name, following = setting.names[index], setting.names[index + 1]
    flat = setting.flat
    gap = flat[name.end : following.start]
    if re.match(r"\s?(?:\(|,\s)beide\s", flat[following.end :]) and re.fullmatch(
        r"\s?(?:,|und|sowie)\s", gap.lstrip()
    ):
        return _behind(setting, index + 1)
    if gap == " und ":
        return _from(setting, following)
    return []


def _behind(setting: Setting, index: int) -> list[Claimed]:
    flat, name = setting.flat, setting.names[index]
    bracket = _BRACKET.match(flat, name.end)
    is_bare = bracket is not None and _BARE.fullmatch(bracket[1]) is not None
    meant = meant_by(bracket[1], bracket.span(1), setting.actors) if bracket and is_bare else None
    if bracket and meant:
        return [Claimed(None, meant.actor, name.start, bracket.end())]
    if bracket:
        inside = describe(flat, bracket.start(1), bracket.end(1), setting.actors)
        if any(claim.role for claim in inside):
            return inside
        apposed = _apposed(setting, index, bracket.end())
        if flat.startswith(", zugleich ", bracket.end()) and any(one.actor for one in apposed):
            return [*inside, *apposed]
        if not any(claim.role for claim in apposed) or _is_next_entry(inside, apposed):
            return inside or apposed
        return apposed if _EARLIER.match(bracket[1]) else _employed(apposed, inside)
    return _apposed(setting, index, name.end) or _from(setting, name)


def _is_next_entry(inside: list[Claimed], behind: list[Claimed]) -> bool:
    """Return whether what follows has a body of its own: "A B (Stadt X), Landrat des Kreises Y"."""
    own = {one.actor for one in inside if one.actor}
    return bool(own) and any(one.actor and one.actor not in own for one in behind)


def _apposed(setting: Setting, index: int, end: int) -> list[Claimed]:
    following = [one.start for one in setting.names[index + 1 : index + 2]]
    stretch = apposition(
        setting.flat, end, following[0] if following else len(setting.flat), setting.actors
    )
    if stretch is None or _EARLIER.match(setting.flat, stretch[0]):
        return []
    then = _SINCE_THEN.match(setting.flat, stretch[0], stretch[1])
    start = then.end() if then else stretch[0]
    claims = describe(setting.flat, start, stretch[1], setting.actors)
    if following and _belongs_to_next(setting, index, claims, stretch[1]):
        return []
    return claims


def _late(setting: Setting, index: int) -> Iterator[Claimed]:
    following = setting.names[index + 1].start if index + 1 < len(setting.names) else None
    end = len(setting.flat) if following is None else following
    return late_apposition(setting.flat, setting.names[index], end, setting.actors)


def _belongs_to_next(setting: Setting, index: int, claims: Sequence[Claimed], end: int) -> bool:
    """Return whether a description suits only the person named behind it: "A B, die Wirtin C D"."""
    following = setting.names[index + 1]
    noun = re.search(r"[A-ZÄÖÜ][\w-]*(?=\s[a-zäöü]|$)", (claims[0].role or "") if claims else "")
    if noun is None or setting.flat[end : following.start] != ", ":
        return False
    return not agrees(noun.group(), is_female=is_woman(setting.names[index].name))


def _from(setting: Setting, name: NameMention) -> list[Claimed]:
    """Read "Vorname Nachname von der Stadt X" and "... aus der Stabsstelle Y der Stadt X"."""
    flat = setting.flat
    link = _FROM.match(flat, name.end)
    if link is None or (link["within"] and not _opens_with_unit(flat, link.end())):
        return []
    stop = re.compile(r"[.,;:\n()]|\s(?:und|sowie|hat|hatte|ist|war|wird|braucht|für)\s").search(
        flat, link.end()
    )
    limit = stop.start() if stop else len(flat)
    actor = next(iter(setting.actors.inside(link.end(), min(len(flat), link.end() + 110))), None)
    if actor and _is_gap_of_unit(flat[link.end() : actor.start]):
        unit = re.compile(r"\s[A-ZÄÖÜ][\w-]+(?=[\s.,;])").match(flat, actor.end)
        is_own = unit is not None and is_unit(unit.group().strip())
        end = unit.end() if unit and is_own else actor.end
        return describe(flat, link.end(), end, setting.actors)
    unit_end = _unit_end(flat, link.end(), limit)
    generic = generic_actor(flat, link.start(), unit_end, setting.actors)
    if generic:
        return [Claimed(None, generic.actor, name.start, unit_end)]
    return describe(flat, link.end(), unit_end, setting.actors)


def _opens_with_unit(flat: str, start: int) -> bool:
    word = re.compile(r"[A-ZÄÖÜ][\w-]*").match(flat, start)
    return word is not None and is_unit(word.group())


def _unit_end(flat: str, start: int, limit: int) -> int:
    """Return where a run of capitalised words ends: before "erinnerten"."""
    run = re.compile(
        r"[A-ZÄÖÜ][\w-]*(?:\s(?:für|und|der|des)\s(?=[A-ZÄÖÜ])[A-ZÄÖÜ][\w-]*|\s[A-ZÄÖÜ][\w-]*)*"
    ).match(flat, start)
    return min(limit, run.end()) if run else limit


def _is_gap_of_unit(gap: str) -> bool:
    """Return whether between the link and the actor stand a unit and articles, no verb."""
    words = re.findall(r"[^\W\d_][\w-]*", gap)
    small = [word for word in words if word[0].islower()]
    return len(gap) < 90 and not re.search(r"[.;:()\n]", gap) and set(small) <= _SMALL


_SMALL = frozenset(
    [
        "der",
        "des",
        "die",
        "das",
        "dem",
        "den",
        "und",
        "für",
        "in",
        "im",
        "bei",
        "beim",
        "von",
        "vom",
        "am",
        "zu",
        "zur",
        "zum",
        "sowie",
    ]
)


def _combine(before: list[Claimed], behind: list[Claimed]) -> list[Claimed]:
    """Join what stands before and behind a name: "Bürgermeister A B (Lemgo)" is one claim."""
    actor = next((claim.actor for claim in behind if claim.actor), None)
    if not before:
        return behind
    joined = [
        claim if claim.actor and not claim.is_inferred else _held_at(claim, actor, behind)
        for claim in before
    ]
    roles = [claim for claim in behind if claim.role or not any(one.actor for one in joined)]
    return [*joined, *(claim for claim in roles if claim.role not in {one.role for one in joined})]


def _held_at(claim: Claimed, actor: object, behind: list[Claimed]) -> Claimed:
    sole = [one for one in behind if one.actor == actor and one.role is None]
    if not sole:
        return claim
    end = max(claim.end, sole[0].end)
    return replace(claim, actor=sole[0].actor, end=end, is_inferred=False)
