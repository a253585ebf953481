"""Reads roles out of the words before a name: `Den Verband führt A B`, `besetzt mit A B`."""

import re
from collections.abc import Iterator

from ingest.actor_spans import Actors
from ingest.deputies import at_the_top, stands_in
from ingest.descriptions import Claimed
from ingest.duty_nouns import VERB, Clause, agent_noun, duty, is_office
from ingest.genders import is_woman
from ingest.names import NameMention
from ingest.office_names import with_office
from ingest.posts import fills_post
from ingest.roles import is_role_noun, is_unit, role_phrases

__all__ = ["duties_before"]

# "stellt mit A B die Projektleiterin"
_PROVIDED = re.compile(
    r"\s(?:die|den|eine[nr]?|ihre[nr]?|seine[nr]?)\s(?:[a-zäöü]+e[nr]?\s)?(?=[A-ZÄÖÜ])"
)

# "Den Fachbereich Zentrale Dienste leitet dort ..."
_LED_BY = re.compile(
    rf"(?<!\w)(?<!urch\s)(?P<what>(?:[Dd]en|[Dd]as|[Dd]ie|[Dd]er)\s[A-ZÄÖÜ][^.,;:\n]{{2,80}}?)\s{VERB}"
    r"\s(?P<between>[^.,;:\n]{0,60})$"
)
_UNDER = re.compile(
    r"(?:[Uu]nter\s(?:der\s)?(?P<role>Leitung|Moderation|Federführung|Vorsitz|"
    r"Projektleitung)\s(?:des|der)?\s?(?:von\s)?|(?<!\w)(?P<verb>[Gg]eleitet|[Kk]oordiniert|"
    r"[Mm]oderiert|[Bb]etreut)(?:(?:\s(?P<of>[^.\n]{0,90}))?\s(?:von|durch)|"
    r"\s(?:hat|hatte)\s[^.\n]{2,50})\s)$"
)
# "Unter der Leitung von Professorin A B" tells of an afternoon as often as of an office.
_UNDER_THE = re.compile(r"[Uu]nter\s[^.\n]{0,40}$")
_UNIT_UNDER = re.compile(
    r"(?P<article>[Dd]ie|[Dd]as|[Dd]er|[Dd]em)\s(?P<unit>[A-ZÄÖÜ][\w-]*)(?P<rest>(?:\s(?:für\s|und\s)?[A-ZÄÖÜ][\w-]*){0,5})\sunter\s$"
)
# "Geleitet wird das Team von Kreisrat ...": between verb and name stands an office.
_LED_BY_OFFICE = re.compile(
    r"(?<!\w)(?P<verb>[Gg]eleitet|[Kk]oordiniert)\s(?P<of>[^.\n]{0,90}?)\s?(?:von|durch)\s"
    r"(?P<office>[^.,;:\n]{3,60})$"
)
_CHAIR = re.compile(r"[Dd]en\s(?:\w+\s)?Vorsitz(?!\w)")
_LED_NOUN = {"moderiert": "Moderation"}
_LIES_WITH = re.compile(
    r"(?P<role>[\w-]*(?:[Ll]eitung|[Kk]oordination|[Mm]oderation|[Ff]ührung|[Vv]orsitz|"
    r"[Ss]teuerung|[Ff]ederführung|[Kk]oordinierung))\s(?P<of>(?:der|des|im|am|"
    r"für)\s(?:[^.,;\n]|e\.\sV\.){2,70}\s)?(?:liegt|lag|obliegt|übernahm|übernimmt|hat|hatte|"
    r"übernommen\shat|übergab\sman|ging\san|geht\san)\s(?:seit\s(?:(?:diesem|dem)\s)?\w+\s(?:\d{4}\s)?|"
    r"(?:nun|künftig|deshalb|daher|zunächst|derzeit|dort|vorerst|weiterhin|erneut)\s)?(?:in\s[A-ZÄÖÜ][\w-]+\s)?(?:bei\s|an\s|in\sden\sHänden\svon\s)?$"
)
# Who holds an office now was told before: "Sie folgt auf A B", "die Aufgabe von A B übernommen".
_FOLLOWS = re.compile(r"(?:folgt|folgte|gefolgt)\s(?:[\w.]+\s){0,4}?auf\s(?:den\s|die\s)?$")
_FOLLOWED_BY = re.compile(r"(?:[Ii]hm|[Ii]hr|[Ii]hnen)\s(?:folgt|folgte)\s(?:\w+\s){0,2}$")
_FROM_BEHIND = re.compile(r"\s(?:übernommen|übernahm|abgelöst)(?!\w)")
_SUCCEEDS = re.compile(
    r"\s(?:\w+\s){0,3}?(?:seine[nr]?|ihre[nr]?|dessen|deren|diese[ns]?)\s"
    r"(?:Posten|Amt|Stelle|Aufgaben?|Nachfolge)(?!\w)"
)
_FILLED = re.compile(
    r"(?:(?P<office>Posten|Stelle|Amt)\s(?:des|der|eine[sr])\s(?P<role>[A-ZÄÖÜ][\w-]+)[^.\n]{0,60}\s)?"
    r"(?:besetzt\s(?:[a-zäöü]+\s){0,3})?mit\s$"
)
# Who leads a talk or keeps the minutes holds no office by it.
_TALKS = re.compile(
    r"(?:[Gg]espräch|[Ii]nterview|[Vv]erhandlung|[Ww]ort|[Ll]iste|\s(?:Tag|Abend|Nachmittag|"
    r"Vormittag|Programm|Veranstaltung|Rundgang)(?:$|\s))"
)
_PROVIDED_FIRST = re.compile(
    r"\s(?:hat|haben|bekommt|bekam|verfügt|gewann|stellt|gibt)\s[^.;,\n]{2,60}?\seine[nr]?\s(?:[a-zäöü]+\s)?(?=[A-ZÄÖÜ])"
)
# "Dem Aufsichtsrat sitzt seit 2021 A B vor"
_SITS = re.compile(
    r"(?<!\w)[Dd](?:em|er)\s(?P<what>[A-ZÄÖÜ][^.,;\n]{2,60}?)\s(?:sitzt|saß|steht|stand)\s"
    r"(?:[a-zäöü]+\s(?:\d{4}\s)?){0,3}$"
)
_SITS_BEHIND = re.compile(r"\s(?:[a-zäöü]+\s)?vor(?=[.,;\s])")
_WINDOW = 160
_LED = ("circle", "organisation")


def duties_before(flat: str, name: NameMention, floor: int, actors: Actors) -> Iterator[Claimed]:
    """Yield what the words in front of a name, from `floor` on, say its bearer leads."""
    text = Clause(flat, actors)
    start = max(floor, name.start - _WINDOW)
    for read in (
        _sits,
        _led_by,
        _led_passively,
        _unit_under,
        _lies_with,
        _provided,
        _filled,
        _follows,
        stands_in,
        at_the_top,
        fills_post,
    ):
        claim = read(text, name, start)
        if claim:
            yield claim
            return
    titled = with_office(flat, name, start)
    if titled and not _UNDER_THE.search(flat, start, titled.start):
        claim = _led_passively(text, titled, start) or _lies_with(text, titled, start)
        if claim:
            yield claim


def _led_by(text: Clause, name: NameMention, start: int) -> Claimed | None:
    found = _LED_BY.search(text.flat, start, name.start)
    if found is None or _TALKS.search(found["what"]) or not is_office(found["what"]):
        return None
    if not _may_stand_between(text, found.span("between")):
        return None
    actor = text.actor_in(*found.span("what"))
    whole = (found.start("what"), name.end)
    if _CHAIR.match(found["what"]):
        return Claimed("Vorsitz", actor.actor if actor else None, *whole)
    return duty(text, name, found["verb"], found.span("what"), actor, whole)


def _may_stand_between(text: Clause, span: tuple[int, int]) -> bool:
    """Return whether between verb and name stand adverbs or the office of who leads."""
    words = text.flat[span[0] : span[1]].split()
    phrase = next(role_phrases(text.flat, *span), None)
    if phrase:
        return phrase.end >= span[1] - 1
    return not any(word[0].isupper() for word in words) and len(words) < 4


def _led_passively(text: Clause, name: NameMention, start: int) -> Claimed | None:
    found = _UNDER.search(text.flat, start, name.start)
    if found and found["role"]:
        return Claimed(found["role"], None, found.start(), name.end)
    if found is None:
        found = _LED_BY_OFFICE.search(text.flat, start, name.start)
        if found is None or not _may_stand_between(text, found.span("office")):
            return None
    verb = found["verb"].casefold()
    role = _LED_NOUN.get(verb) or agent_noun(verb[2:] if verb.startswith("ge") else verb, name)
    led = (
        [one for one in text.actors.inside(*found.span("of")) if one.kind in _LED]
        if found["of"]
        else []
    )
    return Claimed(role, led[0].actor if led else None, found.start(), name.end)


def _sits(text: Clause, name: NameMention, start: int) -> Claimed | None:
    """Read "Dem Aufsichtsrat sitzt A B vor"."""
    found = _SITS.search(text.flat, start, name.start)
    if found is None or not _SITS_BEHIND.match(text.flat, name.end):
        return None
    ending = "Vorsitzende" if is_woman(name.name) else "Vorsitzender"
    actor = text.actor_in(*found.span("what"))
    board = found["what"].endswith("rat") and " " not in found["what"]
    role = f"{found['what']}s{ending.casefold()}" if board else ending
    return Claimed(role, actor.actor if actor else None, found.start(), name.end)


def _unit_under(text: Clause, name: NameMention, start: int) -> Claimed | None:
    found = _UNIT_UNDER.search(text.flat, start, name.start)
    if found is None or not is_unit(found["unit"]):
        return None
    span = (found.start("article"), found.end("rest"))
    return duty(text, name, "leitet", span, None, (found.start(), name.end))


def _lies_with(text: Clause, name: NameMention, start: int) -> Claimed | None:
    found = _LIES_WITH.search(text.flat, start, name.start)
    if found is None or "\n" in found.group():
        return None
    actor = text.actor_in(*found.span("of")) if found["of"] else None
    return Claimed(found["role"], actor.actor if actor else None, found.start(), name.end)


def _provided(text: Clause, name: NameMention, start: int) -> Claimed | None:
    """Read "stellt mit A B die Projektleiterin"."""
    link = _PROVIDED.match(text.flat, name.end) or _PROVIDED_FIRST.match(text.flat, name.end)
    if link is None or not re.search(r"(?<!\w)[Mm]it $", text.flat[start : name.start]):
        return None
    phrase = next(role_phrases(text.flat, link.end(), min(len(text.flat), link.end() + 60)), None)
    if phrase is None or phrase.start != link.end():
        return None
    actor = text.actor_in(link.start(), link.end())
    actor = actor or next(iter(text.actors.before(name.start, back_to=start)), None)
    role = text.flat[phrase.start : phrase.end]
    return Claimed(role, actor.actor if actor else None, name.start, phrase.end)


def _filled(text: Clause, name: NameMention, start: int) -> Claimed | None:
    """Read "den Posten einer Managerin geschaffen und mit A B besetzt"."""
    found = _FILLED.search(text.flat, start, name.start)
    if found is None or not found["role"] or not is_role_noun(found["role"]):
        return None
    is_filled = "besetzt" in found.group() or re.match(r"\sbesetzt(?!\w)", text.flat[name.end :])
    return Claimed(found["role"], None, found.start(), name.end) if is_filled else None


def _follows(text: Clause, name: NameMention, start: int) -> Claimed | None:
    """Read that somebody held or holds the office of the person before."""
    before = text.flat[start : name.start]
    if _FOLLOWS.search(before) or (
        before.endswith(" von ") and _FROM_BEHIND.match(text.flat, name.end)
    ):
        return Claimed("Vorgänger", None, name.start, name.end)
    if _FOLLOWED_BY.search(before):
        return Claimed("Nachfolger", None, name.start, name.end)
    behind = _SUCCEEDS.match(text.flat, name.end)
    return Claimed("Nachfolger", None, name.start, behind.end()) if behind else None
