"""Makes an office out of a verb and its object: `leitet das Amt` is `Leiter des Amts`."""

import re
from dataclasses import dataclass

from ingest.actor_spans import Actors, ActorSpan
from ingest.descriptions import Claimed
from ingest.genders import is_woman
from ingest.names import NameMention

__all__ = ["VERB", "Clause", "agent_noun", "duty", "is_office"]

VERB = (
    r"(?P<verb>leitete?|koordinierte?|verantwortete?|führte?|betreute?|moderierte?|"
    r"leitet|koordiniert|verantwortet|führt|betreut|moderiert)t?"
)
_VERB_NOUN = {
    "leite": "Leiter",
    "führt": "Leiter",
    "koord": "Koordinator",
    "veran": "Verantwortlicher",
    "moder": "Moderator",
    "betre": "Betreuer",
}
_BUSINESS = re.compile(r"[Dd]ie\sGeschäfte(?!\w)")
_SINCE = re.compile(
    r"\s(?:seit|ab|bis)\s(?:[\w.]+\s?){1,3}$|\s(?:seit\s\d{4}\s)?und\s[a-zäöü]+t\s.*$"
)
_NEUTER = re.compile(r"(?:amt|büro|team|zentrum|institut|dezernat|referat|sachgebiet)$", re.I)


@dataclass(frozen=True, slots=True)
class Clause:
    """A text with its actors, as the readers of clauses see it."""

    flat: str
    actors: Actors

    def actor_in(self, start: int, end: int) -> ActorSpan | None:
        """Return the first actor between two offsets."""
        return next(iter(self.actors.inside(start, end)), None)


def duty(
    text: Clause,
    name: NameMention,
    verb: str,
    what: tuple[int, int],
    actor: ActorSpan | None,
    whole: tuple[int, int],
) -> Claimed:
    """Return the role of who leads what stands at `what`, stated in the stretch `whole`."""
    if _BUSINESS.match(text.flat, what[0]) and verb.startswith("führ"):
        role = f"Geschäftsführer{'in' if is_woman(name.name) else ''}"
        return Claimed(role, actor.actor if actor else None, min(whole), max(whole))
    if actor and text.flat[what[0] : actor.start].endswith("„"):
        what = (actor.start, what[1])
    words = _SINCE.sub("", " ".join(text.flat[what[0] : what[1]].split()))
    article = words.partition(" ")[0]
    is_whole = actor is not None and what[0] <= actor.start <= what[0] + len(article) + 1
    if actor and actor.start >= what[0] and not is_whole:
        words = " ".join(text.flat[what[0] : actor.start].split())
        words = re.sub(r"\s(?:der|des|von|vom|in|im|bei|beim)$", "", words)
    # A body with a name of its own is told by it; "die Steuerungsgruppe" says what is led.
    is_plain = article.casefold() in ("die", "den", "das") and len(words.split()) == 2
    is_named = is_whole and not is_plain
    role = (
        agent_noun(verb, name)
        if is_named or " " not in words
        else _of(agent_noun(verb, name), words)
    )
    return Claimed(role, actor.actor if actor else None, min(whole), max(whole))


def _of(noun: str, words: str) -> str:
    """Return "Leiterin" of "den Fachbereich Zentrale Dienste" with its object in the genitive."""
    article, _, rest = words.partition(" ")
    head = rest.split()[0]
    if article.casefold() == "die" or (article.casefold() == "der" and not _NEUTER.search(head)):
        return f"{noun} der {rest}"
    return f"{noun} des {head}{_genitive_ending(head)}{rest[len(head) :]}"


def _genitive_ending(head: str) -> str:
    if head.endswith(("kreis", "haus")):
        return "es"
    return "" if head.endswith(("s", "x", "z", "e", "en")) else "s"


# What is led or kept for a while, or done by the way, makes no office.
_PASSING = re.compile(
    r"(?:^|\s)\w*(?:[Bb]uch|[Ll]iste|[Pp]rotokoll|[Rr]egie|[Ww]ort|[Gg]espräche?|[Ee]ntwurf|[Nn]achmittag|"
    r"[Vv]ormittag|[Aa]bend|[Tt]ag|[Vv]eranstaltung|[Ss]itzung|[Rr]undgang|[Dd]iskussion|[Kk]asse|[Vv]erhandlung(?:en)?)(?:\s|$)"
)


def is_office(what: str) -> bool:
    """Return whether leading something is an office: a unit, not a list or an evening."""
    return _PASSING.search(what) is None


def agent_noun(verb: str, name: NameMention) -> str:
    """Return what somebody is who leads or looks after something, in the fitting gender."""
    noun = _VERB_NOUN.get(verb[:5].casefold(), "Leiter")
    if not is_woman(name.name):
        return noun
    return "Verantwortliche" if noun.endswith("licher") else f"{noun}in"
