"""Reads around a person's name which roles the person holds, and where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.actor_spans import Actors, ActorSpan
from ingest.apposition import apposition
from ingest.descriptions import Claimed, describe, generic_actor
from ingest.names import NameMention
from ingest.preceding import before_name
from ingest.rosters import headed_by_role, listed_under

__all__ = ["Setting", "claims_of"]

_BRACKET = re.compile(r"\s?\(((?:[^()\n]|\([^()\n]*\))*)\)")
_FROM = re.compile(
    r"\s(?:von\sder|von\sden|vom|von|aus\sder|aus\sdem|aus|bei\sder|beim|bei|für\sdie|"
    r"für\sden|für\sdas|seitens\sder)\s"
)
_LEADS = re.compile(
    r"\s(?:,?\s?(?:der|die)\s)?(?:[a-zäöü]+\s){0,2}?(?P<verb>leitet|leitete|koordiniert|"
    r"koordinierte|verantwortet|verantwortete|führt|führte|moderierte|"
    r"moderiert)\s(?:seit\s[\w. ]{2,20}\s)?(?P<what>(?:das|die|den|der)\s[^.,;\n]{3,80})"
)
_VERB_NOUN = {
    "leite": "Leiter",
    "führt": "Leiter",
    "koord": "Koordinator",
    "veran": "Verantwortlicher",
    "moder": "Moderator",
}
_RELATIVE = re.compile(
    r",\s(?:der|die)\s(?P<what>(?:das|die|den|der|beim?|bei\sder|"
    r"in\sder)\s[^.;\n]{3,90}?)\s(?P<verb>leitet|koordiniert|verantwortet|führt|"
    r"betreut)(?=[,.\s])"
)
_UNDER = re.compile(
    r"(?:[Uu]nter\s(?:der\s)?(?P<role>Leitung|Moderation|Federführung|Vorsitz|"
    r"Projektleitung)\s(?:des|der)?\s?(?:von\s)?|(?P<verb>[Gg]eleitet|[Kk]oordiniert|"
    r"[Mm]oderiert)[^.\n]{0,90}\s(?:von|durch)\s)$"
)
_CHOSEN = re.compile(
    r"\s(?:wurde|ist|wird|war)\s(?:[\w.]+\s){0,6}?(?:zum|zur|als)\s(?:neuen?r?\s)?(?P<what>(?:[^.,;\n]|e\.\sV\.){4,90}?)\s"
    r"(?:gewählt|ernannt|bestellt|bestätigt|berufen|bestimmt|tätig|eingestellt|eingeführt)(?!\w)"
)
_TAKES_OVER = re.compile(
    r"\s(?:übernimmt|übernahm|hat|hatte)\s(?:[\w.]+\s){0,3}?die\s"
    r"(?P<role>[\w-]*(?:[Ll]eitung|[Mm]oderation|[Gg]eschäftsführung|[Kk]oordination))(?P<of>\s(?:der|des|von)\s[^.,;\n]{2,60})?"
)
_LED_NOUN = {"geleitet": "Leitung", "koordiniert": "Koordination", "moderiert": "Moderation"}
_LIES_WITH = re.compile(
    r"(?P<role>[\w-]*(?:[Ll]eitung|[Kk]oordination|[Mm]oderation|[Ff]ührung|[Vv]orsitz|"
    r"[Ss]teuerung|[Ff]ederführung|[Kk]oordinierung))\s(?P<of>(?:der|des|im|am|"
    r"für)\s[^.,;\n]{2,60}\s)?(?:liegt|lag|obliegt|übernahm|übernimmt|hat|hatte|"
    r"übernommen\shat|übergab\sman|ging\san|geht\san)\s(?:seit\s\w+\s(?:\d{4}\s)?|nun\s|"
    r"künftig\s)?(?:bei\s|an\s|in\sden\sHänden\svon\s)?$"
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
    before = before_name(setting.flat, setting.names, index, setting.actors)
    behind = _behind(setting, index)
    listed = listed_under(setting.flat, setting.names, index, setting.actors)
    stated = _combine(before, behind or _shared(setting, index))
    if not any(claim.role for claim in stated):
        stated = _combine(headed_by_role(setting.flat, name), stated) or stated
    combined = _employed(stated, listed)
    if combined:
        return combined
    return list(_by_verbs(setting, name))


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
    if re.match(r"\s?\(beide\s", flat[following.end :]) and re.fullmatch(
        r"\s?(?:,|und|sowie)\s", gap.lstrip()
    ):
        return _behind(setting, index + 1)
    if gap == " und ":
        return _from(setting, following)
    return []


def _behind(setting: Setting, index: int) -> list[Claimed]:
    flat, name = setting.flat, setting.names[index]
    bracket = _BRACKET.match(flat, name.end)
    if bracket:
        inside = describe(flat, bracket.start(1), bracket.end(1), setting.actors)
        return inside or _apposed(setting, index, bracket.end())
    return _apposed(setting, index, name.end) or _from(setting, name)


def _apposed(setting: Setting, index: int, end: int) -> list[Claimed]:
    following = [one.start for one in setting.names[index + 1 : index + 2]]
    stretch = apposition(
        setting.flat, end, following[0] if following else len(setting.flat), setting.actors
    )
    if stretch is None:
        return []
    return describe(setting.flat, stretch[0], stretch[1], setting.actors)


def _from(setting: Setting, name: NameMention) -> list[Claimed]:
    """Read "Vorname Nachname von der Stadt X" and "... aus der Stabsstelle Y der Stadt X"."""
    flat = setting.flat
    link = _FROM.match(flat, name.end)
    if link is None:
        return []
    stop = re.compile(r"[.,;:\n()]|\s(?:und|sowie|hat|hatte|ist|war|wird|braucht|für)\s").search(
        flat, link.end()
    )
    limit = stop.start() if stop else len(flat)
    actor = next(iter(setting.actors.inside(link.end(), min(len(flat), link.end() + 110))), None)
    if actor and _is_gap_of_unit(flat[link.end() : actor.start]):
        return describe(flat, link.end(), actor.end, setting.actors)
    unit_end = _unit_end(flat, link.end(), limit)
    generic = generic_actor(flat, link.start(), unit_end, setting.actors)
    if generic:
        return [Claimed(None, generic.actor, name.start, unit_end)]
    return describe(flat, link.end(), unit_end, setting.actors)


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


def _by_verbs(setting: Setting, name: NameMention) -> Iterator[Claimed]:
    flat = setting.flat
    for pattern in (_RELATIVE, _LEADS):
        found = pattern.match(flat, name.end)
        if found:
            actor = next(
                iter(setting.actors.inside(found.start("what"), found.end("what") + 1)), None
            )
            yield Claimed(
                _noun_for(found["verb"], name, found["what"], actor),
                actor.actor if actor else None,
                name.start,
                found.end(),
            )
            return
    chosen = _CHOSEN.match(flat, name.end)
    if chosen:
        yield from describe(flat, chosen.start("what"), chosen.end("what"), setting.actors)
        return
    takes = _TAKES_OVER.match(flat, name.end)
    if takes:
        actor = next(iter(setting.actors.inside(takes.end("role"), takes.end())), None)
        yield Claimed(takes["role"], actor.actor if actor else None, name.start, takes.end())
        return
    under = _UNDER.search(flat, max(0, name.start - 140), name.start)
    if under:
        yield Claimed(
            under["role"] or _LED_NOUN[under["verb"].casefold()], None, under.start(), name.end
        )
        return
    lies = _LIES_WITH.search(flat, max(0, name.start - 140), name.start)
    if lies and "\n" not in lies.group():
        of_what = lies.span("of") if lies["of"] else (name.start, name.start)
        actor = next(iter(setting.actors.inside(of_what[0], of_what[1])), None)
        yield Claimed(lies["role"], actor.actor if actor else None, lies.start(), name.end)


def _noun_for(verb: str, name: NameMention, what: str, actor: ActorSpan | None) -> str:
    noun = _VERB_NOUN.get(verb[:5], "Leiter")
    # German first names in -a and -e are mostly women's.
    if name.name.split()[0].split("-")[-1].endswith(("a", "e")):
        noun = noun.removesuffix("er") + "erin" if not noun.endswith("or") else f"{noun}in"
    if noun.endswith("licherin"):
        noun = "Verantwortliche"
    article, _, rest = what.partition(" ")
    if actor or not rest:
        return noun
    if article in ("die", "der"):
        return f"{noun} der {rest}"
    ending = "s" if " " not in rest and not rest.endswith(("s", "x", "z", "e", "en")) else ""
    return f"{noun} des {rest}{ending}"


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
