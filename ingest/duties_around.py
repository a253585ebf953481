"""Reads duties told around their verb: `wo A B das Amt leitet`, `A B leitet es`, `ist neue ...`."""

import re

from ingest.descriptions import Claimed, describe
from ingest.duty_nouns import VERB, Clause, agent_noun, duty, is_office
from ingest.names import NameMention
from ingest.roles import is_unit, role_phrases

__all__ = ["is_also", "is_now", "leads_it", "leads_last", "takes_unit"]

_LEADS_IT = re.compile(
    r"\s(?:leitet|leitete|führt|koordiniert|verantwortet)\s(?:seitdem\s|seither\s)?(?:es|sie|ihn|diese[ns]?)(?=[\s.,;])"
)
# How far back a pronoun reaches; our choice.
_IT_WITHIN = 200
_TAKES = re.compile(
    r"(?<!\w)(?P<verb>übernimmt|übernahm|leitet|leitete|koordiniert|koordinierte|verantwortet|besetzt)\s(?:[a-zäöü]+\s)?$"
)
_UNIT = re.compile(
    r"\s(?:die|das|den)\s(?P<unit>[A-ZÄÖÜ][\w-]*(?:\s(?:für\s|und\s)?[A-ZÄÖÜ][\w-]*){0,4})(?=[\s.,;])"
)
_LEADS_LAST = re.compile(
    rf"\s(?P<what>(?:das|die|den)\s[A-ZÄÖÜ][^.,;\n]{{2,60}}?)\s{VERB}(?=[.,;\s])"
)
# How far back "wo" reaches; our choice.
_WHERE_WITHIN = 60
_IS_ALSO = re.compile(r"(?:\s[a-zäöü]+){1,4},\szugleich\s(?P<what>[A-ZÄÖÜ][^.;,\n]{3,80})")
# What somebody looks after without an article is a field: "kümmert sich um Öffentlichkeitsarbeit".
_CARES = re.compile(
    r"\skümmert\ssich\s(?:[a-zäöü]+\s)?um\s(?P<what>[A-ZÄÖÜ][\w-]{4,})(?=[.,;\n]|$)"
)
_IS_NOW = re.compile(
    r"\s(?:ist|wird)\s(?:(?:jetzt|nun|heute|künftig|ab\ssofort|seit\s\w+(?:\s\d{4})?)\s)?(?:(?:die|der)\s)?(?:neue[rn]?\s)?"
    r"(?P<what>[A-ZÄÖÜ][^.,;\n]{3,90})"
)


def is_also(text: Clause, name: NameMention) -> list[Claimed]:
    """Read a second office behind the verb: "ist A B zuständig, zugleich Beigeordneter"."""
    cares = _CARES.match(text.flat, name.end)
    if cares:
        return [Claimed(cares["what"], None, name.start, cares.end())]
    found = _IS_ALSO.match(text.flat, name.end)
    phrase = next(role_phrases(text.flat, *found.span("what")), None) if found else None
    if found is None or phrase is None or phrase.start != found.start("what"):
        return []
    return describe(text.flat, *found.span("what"), text.actors)


def leads_last(text: Clause, name: NameMention) -> list[Claimed]:
    """Read "X, wo A B das Jugendamt leitet"."""
    found = _LEADS_LAST.match(text.flat, name.end)
    if found is None or not is_office(found["what"]):
        return []
    actor = text.actor_in(found.start("what"), found.end("what") + 1)
    if actor is None and text.flat.endswith(", wo ", 0, name.start):
        before = text.actors.before(name.start, back_to=max(0, name.start - _WHERE_WITHIN))
        actor = before[0] if before else None
    return [duty(text, name, found["verb"], found.span("what"), actor, (name.start, found.end()))]


def is_now(text: Clause, name: NameMention) -> list[Claimed]:
    """Read the office behind an apposition: "A B, zuletzt Planerin bei X, ist neue Leiterin"."""
    found = _IS_NOW.match(text.flat, name.end)
    phrase = next(role_phrases(text.flat, *found.span("what")), None) if found else None
    if found is None or phrase is None or phrase.start != found.start("what"):
        return []
    return describe(text.flat, *found.span("what"), text.actors)


def leads_it(text: Clause, name: NameMention) -> list[Claimed]:
    """Read "das Amt X, und A B leitet es": what the pronoun takes up is the last body named."""
    found = _LEADS_IT.match(text.flat, name.end)
    if found is None:
        return []
    before = [
        one
        for one in text.actors.before(name.start, back_to=max(0, name.start - _IT_WITHIN))
        if one.kind in ("organisation", "circle")
    ]
    actor = before[0].actor if before else None
    return [Claimed(agent_noun("leitet", name), actor, name.start, found.end(), is_inferred=True)]


def takes_unit(text: Clause, name: NameMention) -> list[Claimed]:
    """Read "In Ulm übernimmt A B die Stabsstelle Klima"."""
    found = _UNIT.match(text.flat, name.end)
    verb = _TAKES.search(text.flat, max(0, name.start - 60), name.start)
    if found is None or verb is None:
        return []
    if not is_unit(found["unit"].split()[0]):
        is_led = verb["verb"].startswith(("leite", "koord", "verant")) and is_office(found["unit"])
        role = agent_noun(verb["verb"], name)
        return [Claimed(role, None, name.start, found.end())] if is_led else []
    actor = text.actor_in(found.start("unit"), found.end() + 1)
    return [Claimed(found["unit"], actor.actor if actor else None, name.start, found.end())]
