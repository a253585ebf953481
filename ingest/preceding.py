"""Reads the role that stands before a name: `Lemgos Bürgermeister A B`, `Dessen Leiter C D`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.actor_spans import Actors, ActorSpan
from ingest.descriptions import Claimed, describe
from ingest.holders_before import search_floor, with_holder_before
from ingest.joined_rows import ends_row, opens_row
from ingest.names import NameMention
from ingest.office_fields import with_field
from ingest.office_names import RETIRED
from ingest.roles import RolePhrase, is_plural, role_phrases
from ingest.second_offices import second_office

__all__ = ["before_name"]

_DIRECT = re.compile(
    rf"(?:/-?(?:r|in|innen)|\((?:r|in)\))?\s?{RETIRED}"
    r"(?:\([^()\n]{1,40}\)\s?)?(?::|\||–|ist|war|sind|wurde|bleibt|"
    r",|und\s[A-ZÄÖÜ]\w+:)?\s?\n{0,2}(?:(?:Herrn?|Frau)\s)?"
)
_COMPLEMENT = re.compile(
    r"\s(?:der|des|für|von|vom|bei\sder|beim|bei|im|in\sder|in|aus\sder|aus\sdem|aus|am|zur|zum)\s(?:[^.;:()\n|]|e\.\sV\.){2,90}?,?\s"
)
# "Leiter der Feuerwehr X ist A B", "Als Koordinator bei der Y fungiert A B".
_COPULA = re.compile(
    r"(?P<of>\s(?:der|des|diese[rs]|für|von|vom|bei\sder|beim|bei|im|in\sder|am)\s(?:[^.;:()\n|]|e\.\sV\.)"
    r"{2,90}?)?\s(?:ist|war|sind|waren|wurde|wurden|wird|fungiert|fungierte|bleibt|bleiben|"
    r"amtiert|heißt|begrüßte)\s(?:(?:seit|zu|zum|ab|derzeit|weiterhin|künftig|nun|zurzeit|"
    r"damals|auch|weiter|bis)\s?[\w. ]{0,32}\s)??"
)
_AS_VERB = re.compile(
    r"(?P<of>\s(?:der|des|für|von|vom|bei\sder|beim|bei|im|in\sder)\s[^.;:()\n|"
    r",]{2,80}?)?\s[a-zäöü]+t(?:e|en)?\s"
)
_ELECTED = re.compile(
    r"\s(?:wählte[n]?|bestimmte[n]?|ernannte[n]?|berief|beriefen|bestellte[n]?|wurde[n]?|"
    r"wird)\s[^.;\n]{0,120}$"
)
_LABEL_GAP = re.compile(
    r"\s?(?:\([^()\n]{1,40}\)\s?|(?:der|aus\sden|für)\s[^:|.,()\n]{2,60})?[:|]\s"
)
# An office with its field before the colon of a label.
_LABEL_FOR = re.compile(r"(?P<target>\sfür\s[^:|.,()\n]{2,60}):\s(?:(?:Herrn?|Frau)\s)?")
_COMMON_ARTICLE = re.compile(
    r"(?:innen\sund\s$)|(?<!\w)(?:[Dd]ie|[Dd]en|[Dd]er|[Bb]eiden?|[Ss]eine|[Ii]hre|[Uu]nsere|\w+en)\s(?:(?:beiden|drei|"
    r"vier|fünf|sechs|sieben|acht|zwei|beteiligten|anwesenden|\w+chen)\s)?$"
)
_LIST_GAP = re.compile(
    r"(?:\s(?:sind|waren|wurden)\s|\s?[:|]\s)?(?:[\s,]|und|sowie|Herrn?|Frau|\([^()\n]*\))*"
)


# "die Bürgermeister A B aus X und C D aus Y"
_ORIGIN = re.compile(r"\s(?:aus|von|vom|in)\s(?:[A-ZÄÖÜ][\w-]*(?:\s(?=[A-ZÄÖÜ]))?)+")
# "Die Bürgermeister der Mitgliedskommunen, A B aus X und C D aus Y"
_OF_ALL = re.compile(r"^\s(?:der|des|aus|von)\s[^,:()]{2,60}(?=,)")
_SMALL_WORDS = frozenset(
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
        "an",
        "aus",
        "auf",
        "e",
        "digitale",
        "digitalen",
    ]
)


def before_name(
    flat: str, names: Sequence[NameMention], index: int, actors: Actors
) -> list[Claimed]:
    """Return the roles that the words before the name at `index` give, without inferences."""
    name = names[index]
    floor = search_floor(flat, name.start)
    phrases = [
        one
        for one in role_phrases(flat, floor, name.start)
        if one.end == name.start - 1 or not _is_complement(flat, one)
    ]
    if phrases and ends_row(flat, phrases[-1].start, names[:index], actors):
        phrases = [] if opens_row(flat, name.start, actors) else phrases
    for at in range(len(phrases) - 1, -1, -1):
        claims = _reading(flat, phrases[at], names[:index], name, actors)
        if claims is not None:
            last = names[index - 1].end if index else 0
            earlier = [one for one in phrases[:at] if one.start >= last]
            return [*claims, *second_office(flat, earlier, claims, actors)]
    return []


def _is_complement(flat: str, phrase: RolePhrase) -> bool:
    """Return whether the noun only completes another: "Vertreter des Bürgermeisters"."""
    return bool(
        re.search(
            r"(?:leiter\w*|vertreter\w*|büro|referent\w*|amt|sitzung)\s(?:des|der)\s$",
            flat[max(0, phrase.start - 30) : phrase.start],
            re.IGNORECASE,
        )
    )


def _reading(
    flat: str,
    phrase: RolePhrase,
    earlier: Sequence[NameMention],
    name: NameMention,
    actors: Actors,
) -> list[Claimed] | None:
    gap = flat[phrase.end : name.start]
    between = [one for one in earlier if one.start >= phrase.end]
    if between:
        return _distributed(flat, phrase, between, name, actors)
    if _DIRECT.fullmatch(gap):
        return _direct(flat, phrase, name, actors)
    labelled = with_field(flat, phrase, name, actors) or _labelled(flat, phrase, name, actors)
    if labelled:
        return labelled
    if _AS_VERB.fullmatch(gap) and re.search(
        r"(?<!\w)[Aa]ls\s(?:[a-zäöü]+e[rnm]?\s)?$", flat[max(0, phrase.start - 25) : phrase.start]
    ):
        claims = describe(flat, phrase.start, phrase.end + gap.rstrip().rfind(" "), actors)
        return [replace(one, end=name.end) for one in claims]
    if _COPULA.fullmatch(gap) and not re.search(r"(?:von|durch|bei|mit|an)\s$", gap):
        claims = describe(flat, phrase.start, phrase.end + _complement_length(gap), actors)
        return [replace(one, end=name.end) for one in claims]
    if _ELECTED.match(gap) and re.search(
        r"(?:[Zz]ur|[Zz]um|[Aa]ls)\s(?:neuen?r?\s)?$", flat[: phrase.start][-12:]
    ):
        return _direct(flat, phrase, name, actors)
    if _COMPLEMENT.fullmatch(gap) and _is_nominal(gap) and _may_close(flat, gap, name, actors):
        claims = describe(flat, phrase.start, name.start, actors)
        return [with_holder_before(flat, claim, phrase, actors) for claim in claims]
    return None


def _labelled(flat: str, phrase: RolePhrase, name: NameMention, actors: Actors) -> list[Claimed]:
    """Return the role of a label with its field or body: "Dezernentin für Kultur: A B"."""
    label = _LABEL_FOR.fullmatch(flat, phrase.end, name.start)
    if label:
        role = flat[phrase.start : phrase.end] + label["target"]
        return [Claimed(" ".join(role.split()), None, phrase.start, name.end)]
    body = _labelled_actor(flat, phrase.end, name.start, actors)
    if body is None:
        return []
    return [replace(one, actor=body.actor) for one in _direct(flat, phrase, name, actors)]


def _labelled_actor(flat: str, start: int, end: int, actors: Actors) -> ActorSpan | None:
    """Return the actor between a label and a name: "Ansprechpartner: Stadt X, A B"."""
    inside = actors.inside(start, end)
    if len(inside) != 1 or not _LABEL_GAP.fullmatch(flat, start, inside[0].start):
        return None
    is_joined = re.fullmatch(r"(?:,| –| -|:)\s(?:(?:Herrn?|Frau)\s)?", flat[inside[0].end : end])
    return inside[0] if is_joined else None


def _complement_length(gap: str) -> int:
    found = _COPULA.fullmatch(gap)
    return len(found["of"] or "") if found else 0


def _is_nominal(gap: str) -> bool:
    small = [word for word in re.findall(r"[^\W\d_][\w-]*", gap) if word[0].islower()]
    return all(
        word in _SMALL_WORDS or word.endswith(("lichen", "ischen", "alen", "igen"))
        for word in small
    )


def _may_close(flat: str, gap: str, name: NameMention, actors: Actors) -> bool:
    """Return whether the complement ends where the name begins: by a comma or with an actor."""
    if gap.rstrip().endswith(","):
        return True
    return len(gap.split()) <= 9 and "," not in gap and bool(flat[name.start].isupper() and actors)


def _direct(flat: str, phrase: RolePhrase, name: NameMention, actors: Actors) -> list[Claimed]:
    start, roles = _joined_roles(flat, phrase)
    claims = [Claimed(role, None, start, name.end) for role in roles]
    first = replace(phrase, start=start)
    return [with_holder_before(flat, claim, first, actors) for claim in claims]


def _joined_roles(flat: str, phrase: RolePhrase) -> tuple[int, list[str]]:
    """Take in a role joined by "und": "Kämmerer und Beigeordneter A B" holds two."""
    role = " ".join(flat[phrase.start : phrase.end].split())
    joined = re.search(r"([A-ZÄÖÜ][\w-]+) und $", flat[max(0, phrase.start - 50) : phrase.start])
    if joined:
        start = phrase.start - len(joined.group())
        others = list(role_phrases(flat, start, phrase.start - 5))
        if others and others[0].noun_start == start:
            return others[0].start, [" ".join(flat[others[0].start : others[0].end].split()), role]
    return phrase.start, [_singular(role)]


def _distributed(
    flat: str,
    phrase: RolePhrase,
    between: Sequence[NameMention],
    name: NameMention,
    actors: Actors,
) -> list[Claimed] | None:
    """Read one role for several names: "die Bürgermeister A B (X) und C D (Y)"."""
    rest = flat[phrase.end : name.start]
    for other in between:
        rest = rest.replace(flat[other.start : other.end], " ", 1)
    before = flat[max(0, phrase.start - 30) : phrase.start]
    noun = flat[phrase.noun_start : phrase.end]
    is_label = _LABEL_GAP.match(flat, phrase.end) is not None
    rest = _LABEL_GAP.sub(" ", rest, count=1) if is_label else _ORIGIN.sub(" ", rest)
    rest = _OF_ALL.sub(" ", rest, count=1)
    if _each_with_town(flat, [*between, name], actors) and _LIST_GAP.fullmatch(rest):
        claim = Claimed(_singular(noun), None, phrase.start, name.end)
        return [claim]
    if is_label and (_LIST_GAP.fullmatch(rest) or _is_row_of_names(flat, phrase.end, name.start)):
        return _direct(flat, phrase, name, actors)
    is_shared = is_plural(noun) or (bool(_COMMON_ARTICLE.search(before)) and _may_be_plural(noun))
    if not is_shared or not _LIST_GAP.fullmatch(rest):
        return None
    singular = _singular(" ".join(flat[phrase.start : phrase.end].split()))
    claim = Claimed(singular, None, phrase.start, name.end)
    return [with_holder_before(flat, claim, phrase, actors)]


def _each_with_town(flat: str, listed: Sequence[NameMention], actors: Actors) -> bool:
    """Return whether brackets give every one a town and nothing else: "A (X), B (Y) und C (Z)"."""
    return all(
        any(
            one.start - name.end == 2
            and flat[name.end : one.start] == " ("
            and flat[one.end] == ")"
            for one in actors.inside(name.end, min(len(flat) - 1, name.end + 60))
            if one.kind in ("town", "county")
        )
        for name in listed
    )


def _is_row_of_names(flat: str, start: int, end: int) -> bool:
    """Return whether a name begins after a ";" or an "und" of the row that a label opens."""
    return flat[start:end].rstrip().endswith((";", " und", "/"))


def _may_be_plural(noun: str) -> bool:
    return not noun.endswith(("in", "rat", "rätin"))


def _singular(role: str) -> str:
    for plural, single in (
        ("rätinnen", "rätin"),
        ("innen", "in"),
        ("räten", "rat"),
        ("räte", "rat"),
        ("meistern", "meister"),
        ("ernten", "ernent"),
        ("enten", "ent"),
        ("oren", "or"),
        ("leitern", "leiter"),
        ("führern", "führer"),
    ):
        if role.endswith(plural):
            return role.removesuffix(plural) + single
    return role
