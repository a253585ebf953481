"""Reads roles out of the clause behind a name: `A B leitet das Amt`, `A B steht ... vor`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed, describe
from ingest.duties_around import is_also, is_now, leads_it, leads_last, takes_unit
from ingest.duty_nouns import VERB, Clause, agent_noun, duty, is_office
from ingest.genders import is_woman
from ingest.holders_before import search_floor
from ingest.names import NameMention
from ingest.office_names import with_office
from ingest.roles import role_phrases

__all__ = ["duties_after"]

_OBJECT = re.compile(r"(?:^|\s)(?P<what>(?:das|die|den|der|dem)\s[A-ZÄÖÜ][^,;]*)$")
# "A B leitet seit Mai das Amt"
_LEADS = re.compile(
    rf"\s(?:,?\s?(?:der|die)\s)?(?:[a-zäöü]+\s){{0,2}}?{VERB}\s(?:seit\s[\w. ]{{2,20}}\s)?"
    r"(?:(?:ab\ssofort|künftig|nun|jetzt|inzwischen|derzeit|bereits|weiterhin)\s)?(?:beim?\s[^.,;\n]{3,40}?\s)?"
    r"(?:dort\s|in\s[A-ZÄÖÜ]\w+\s)?(?P<what>(?:das|die|den|der)\s[^.,;\n]{3,80})"
)
# "A B, die in X das Amt leitet", "A B, der dem Verband vorsteht"
_WHO_LEADS = re.compile(
    rf"(?:\s(?:ein|fest|aus|an|auf|hinzu))?,\s(?:der|die)\s(?P<clause>[^.;,\n]{{3,120}}?)\s(?:(?P<heads>vorsteht|vorstand|vorsitzt)|{VERB})(?=[,.\s])"
)
_WHO_IS = re.compile(
    r",\s(?:der|die)\s(?P<clause>[^.;\n]{3,110}?)\s(?:ist|war|wurde|wird|arbeitet|arbeitete)(?=[,.\s])"
)
_WHO_ANSWERS = re.compile(
    r",\s(?:(?:der|die)\s)?(?P<where>[^.;,\n]{0,60}?)für\s(?P<what>[^.;,\n]{3,70}?)\s"
    r"(?P<how>verantwortlich|zuständig)(?=[\s,.)])"
)
_ANSWERS_FOR = re.compile(
    r",\s(?:(?:der|die)\s)?(?P<where>[^.;,\n]{0,60}?)(?P<how>verantwortlich|zuständig)\sfür\s(?P<what>[^.;,\n]{3,70}?)(?=[.,;)\n]|$)"
)
# "Beim Kreis ist A B für die Schulen verantwortlich", "A B ist für die Schulen zuständig"
_IS_FOR = re.compile(
    r"(?P<where>\s(?:(?:ist|war|bleibt|zeichnet)\s)?(?:[^.;,\n]{2,50}\s)??)für\s(?P<what>[^.;,\n]{3,70}?)\s"
    r"(?P<how>verantwortlich|zuständig)(?=[\s,.)])"
)
# "im Amt des Bürgermeisters von X"
_IN_OFFICE = re.compile(
    r"[^.;:\n]{1,60}?\s(?:Amt|Posten|Funktion|Rolle|Stelle)\s(?:des|der|eines|einer)\s(?P<what>[A-ZÄÖÜ][^.;,\n]{3,80})"
)
_BY = re.compile(r" (?:von|durch) $")
# "wird von A B geleitet"
_LED_BY = re.compile(
    r"\s(?P<verb>geleitet|geführt|koordiniert|betreut|verantwortet|moderiert)(?!\w)"
)
_HEADS = re.compile(
    r"\s(?P<how>steht|stand|sitzt|saß)\s(?:[\w.]+\s){0,6}?(?P<what>(?:der|dem)\s[A-ZÄÖÜ][^.,;\n]{2,80}?)\s(?:seit\s[^,;\n]{2,25}\s)?vor(?=[.,\s])"
)
_CHOSEN = re.compile(
    r"\s(?:wurde|ist|wird|war)\s(?:[\w.]+\s){0,6}?(?:zum|zur|als)\s(?:neuen?r?\s)?(?P<what>(?:[^.,;\n]|e\.\sV\.){4,90}?)\s"
    r"(?:gewählt|ernannt|bestellt|bestätigt|berufen|bestimmt|tätig|eingestellt|eingeführt)(?!\w)"
)
# "Die Stadt X hat A B zur Beauftragten bestellt"
_MADE = re.compile(
    r"\s(?:\w+\s){0,3}?(?:zum|zur|als)\s(?:neuen?r?\s)?(?P<what>[A-ZÄÖÜ][^.;,\n]{3,80}?)\s"
    r"(?:gewählt|ernannt|bestellt|berufen|bestimmt|eingestellt|gemacht|befördert|benannt)(?!\w)"
)
# "A B führte den Marktplatz vor": the verb is another.
_PARTICLE = re.compile(r"\s(?:vor|durch|ein|an|auf|zusammen|herbei|fort|weiter)$")
# How far ahead of a name the subject may stand; our choice.
_SUBJECT_WITHIN = 200
# "Der Rat wählte A B einstimmig zur Beigeordneten."
_CHOOSES = re.compile(
    r"(?:wählten?|ernannten?|bestellten?|beriefe?n?|machten?|bestimmten?)\s(?:(?:Herrn?|Frau)\s)?$"
)
_TO = re.compile(
    r"\s(?:[\w-]+\s){0,3}?(?:zum|zur)\s(?:neuen?r?\s)?(?P<what>[A-ZÄÖÜ][^.;,\n]{3,80})(?=[.;,\n]|$)"
)
_TAKES_OVER = re.compile(
    r"\s(?:übernimmt|übernahm|hat|hatte)\s(?:[\w.]+\s){0,3}?(?:die|den)\s"
    r"(?P<role>[\w-]*(?:[Ll]eitung|[Mm]oderation|[Gg]eschäftsführung|[Kk]oordination|[Vv]orsitz))(?P<of>\s(?:der|des|von)\s[^.,;\n]{2,60})?"
)
# "Bei der Stadt X hat A B die Leitung übernommen"
_TAKEN = re.compile(
    r"\sdie\s(?P<role>[\w-]*(?:[Ll]eitung|[Mm]oderation|[Gg]eschäftsführung|[Kk]oordination|[Ff]ederführung))"
    r"[^.,;\n]{0,60}?\s(?:inne|übernommen|übertragen)(?!\w)"
)
_EMPLOYED = re.compile(
    r"\s(?:ist|war|wird|arbeitet|wirkt)\s(?P<where>[^.;,\n]{2,70}?)\sals\s(?P<what>[^.;,\n]{3,60}?)"
    r"(?:\s(?:beschäftigt|angestellt|tätig|eingesetzt)(?!\w)|\sund\s(?=[a-zäöü])|(?=[.,;\n]|$))"
)


# An age or a party: "A B (38) leitet".
_SHORT_BRACKET = re.compile(r"\s\([^()\n,;]{1,30}\)(?=\s[a-z])")
# "A B, Verwaltungswirt aus X, leitet künftig das Amt", "A B von der Kreisverwaltung X leitet"
_BEHIND_APPOSITION = re.compile(
    r"(?:,\s(?!die\s|der\s|das\s)[^,.;:\n]{3,80},|"
    r"\s(?:vom|(?:von|aus)\s(?:der|dem))\s[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+){0,3})(?=\s[a-z])"
)


def duties_after(flat: str, name: NameMention, actors: Actors) -> Iterator[Claimed]:
    """Yield what the clause behind a name says its bearer leads, is or answers for."""
    text = Clause(flat, actors)
    bracket = _SHORT_BRACKET.match(flat, name.end)
    name = replace(name, end=bracket.end()) if bracket else name
    behind = _BEHIND_APPOSITION.match(flat, name.end)
    for read in _READERS:
        claims = read(text, name)
        if not claims and behind and read in (_leads, _takes_over, is_now):
            claims = read(text, replace(name, end=behind.end()))
        if claims:
            yield from claims
            return


def _leads(text: Clause, name: NameMention) -> list[Claimed]:
    found = _LEADS.match(text.flat, name.end)
    if found is None or not is_office(found["what"]) or _PARTICLE.search(found["what"]):
        return []
    actor = text.actor_in(found.start("verb"), found.end("what") + 1)
    return [duty(text, name, found["verb"], found.span("what"), actor, (name.start, found.end()))]


def _clause_leads(text: Clause, name: NameMention) -> list[Claimed]:
    found = _WHO_LEADS.match(text.flat, name.end)
    phrase = found and next(role_phrases(text.flat, *found.span("clause")), None)
    is_as = bool(found and found["clause"].startswith("als "))
    if found and phrase and is_as and phrase.start == found.start("clause") + len("als "):
        return describe(text.flat, phrase.start, found.end("clause"), text.actors)[:1]
    what = _OBJECT.search(found["clause"]) if found else None
    if found is None or what is None or not is_office(what["what"]):
        return []
    start = found.start("clause") + what.start("what")
    actor = text.actor_in(found.start("clause"), found.end("clause") + 1)
    if found["heads"] == "vorsitzt":
        role = "Vorsitzende" if is_woman(name.name) else "Vorsitzender"
        return [Claimed(role, actor.actor if actor else None, name.start, found.end())]
    verb = "leitet" if found["heads"] else found["verb"]
    span = (start, found.end("clause"))
    return [duty(text, name, verb, span, actor, (name.start, found.end()))]


def _clause_is(text: Clause, name: NameMention) -> list[Claimed]:
    found = _WHO_IS.match(text.flat, name.end)
    if found is None:
        return []
    phrase = next(role_phrases(text.flat, found.start("clause"), found.end("clause")), None)
    if phrase is None or "," in text.flat[found.start("clause") : phrase.start]:
        return []
    return describe(text.flat, phrase.start, found.end("clause"), text.actors)


def _is_led_by(text: Clause, name: NameMention) -> list[Claimed]:
    found = _LED_BY.match(text.flat, name.end)
    if found is None:
        return []
    named = with_office(text.flat, name, max(0, name.start - _SUBJECT_WITHIN)) or name
    if not _BY.search(text.flat, named.start - len(" durch "), named.start):
        return []
    verb = re.sub(r"^ge", "", found["verb"])
    sentence = search_floor(text.flat, name.start)
    led = {one.actor for one in text.actors.before(name.start, back_to=sentence)}
    actor = led.pop() if len(led) == 1 else None
    return [Claimed(agent_noun(verb, name), actor, name.start, found.end())]


def _answers(text: Clause, name: NameMention) -> list[Claimed]:
    found = _WHO_ANSWERS.match(text.flat, name.end) or _ANSWERS_FOR.match(text.flat, name.end)
    found = found or _IS_FOR.match(text.flat, name.end)
    if found is None or any(role_phrases(text.flat, *found.span("where"))):
        return []
    actor = text.actor_in(found.start("where"), found.end("what") + 1)
    role = found["what"]
    if found["how"] == "verantwortlich":
        role = f"Verantwortliche{'' if is_woman(name.name) else 'r'} für {role}"
    role = re.sub(r"^(?:die|das|den)\s", "", role) if found["how"] == "zuständig" else role
    return [Claimed(role, actor.actor if actor else None, name.start, found.end())]


def _heads(text: Clause, name: NameMention) -> list[Claimed]:
    found = _HEADS.match(text.flat, name.end)
    if found is None:
        return []
    actor = text.actor_in(found.start("what"), found.end("what") + 1)
    if found["how"].startswith("s") and found["how"] != "steht" and found["how"] != "stand":
        role = "Vorsitzende" if is_woman(name.name) else "Vorsitzender"
        return [Claimed(role, actor.actor if actor else None, name.start, found.end())]
    return [duty(text, name, "leitet", found.span("what"), actor, (name.start, found.end()))]


def _chosen(text: Clause, name: NameMention) -> list[Claimed]:
    employed = _EMPLOYED.match(text.flat, name.end)
    phrase = next(role_phrases(text.flat, *employed.span("what")), None) if employed else None
    if employed and phrase and phrase.start == employed.start("what"):
        where = text.actor_in(*employed.span("where"))
        claims = describe(text.flat, *employed.span("what"), text.actors)
        return [replace(one, actor=one.actor or (where.actor if where else None)) for one in claims]
    found = _CHOSEN.match(text.flat, name.end)
    if found:
        return describe(text.flat, *found.span("what"), text.actors)
    found = _MADE.match(text.flat, name.end)
    if found is None and _CHOOSES.search(text.flat, max(0, name.start - 40), name.start):
        found = _TO.match(text.flat, name.end)
    if found is None:
        return []
    claims = describe(text.flat, *found.span("what"), text.actors)
    back_to = max(0, name.start - _SUBJECT_WITHIN)
    by = next(iter(text.actors.before(name.start, back_to=back_to)), None)
    return [replace(one, actor=one.actor or (by.actor if by else None)) for one in claims]


def _takes_over(text: Clause, name: NameMention) -> list[Claimed]:
    taken = _TAKEN.match(text.flat, name.end)
    if taken:
        return [Claimed(taken["role"], None, name.start, taken.end())]
    found = _TAKES_OVER.match(text.flat, name.end)
    if found is None:
        return []
    actor = text.actor_in(found.end("role"), found.end())
    return [Claimed(found["role"], actor.actor if actor else None, name.start, found.end())]


def _in_office(text: Clause, name: NameMention) -> list[Claimed]:
    found = _IN_OFFICE.match(text.flat, name.end)
    phrase = next(role_phrases(text.flat, *found.span("what")), None) if found else None
    if found is None or phrase is None or phrase.start != found.start("what"):
        return []
    stop = re.compile(r"\s(?!im|in|von|der|des|bei)[a-zäöü]+").search(
        text.flat, phrase.end, found.end("what")
    )
    claims = describe(
        text.flat, phrase.start, stop.start() if stop else found.end("what"), text.actors
    )
    return [replace(one, role=re.sub(r"(?<=[^s])s$", "", one.role or "") or None) for one in claims]


# The plainest first.
_READERS = (
    _leads,
    _clause_leads,
    _clause_is,
    _answers,
    _heads,
    leads_it,
    leads_last,
    takes_unit,
    _chosen,
    _takes_over,
    _in_office,
    _is_led_by,
    is_now,
    is_also,
)
