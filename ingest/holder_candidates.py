"""Lists the bodies that can hold an office a text leaves open, with what it says of them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.actor_spans import Actors, ActorSpan
from ingest.offices import Office
from ontology.model import Actor

__all__ = ["Candidate", "Issuer", "Stated", "candidates", "key_of"]

_LEARNED = re.compile(
    r"hochschul|universit|institut|(?<!\w)(?:TU|FH|TH|HS|KIT|DFKI)(?!\w)|akademie", re.I
)
_STATE = re.compile(r"minister|(?<!\w)Land |regierung|landesamt|Freistaat", re.I)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued a document, and what says so: its publisher, letterhead or dateline."""

    actor: Actor
    how: str


@dataclass(frozen=True, slots=True)
class Stated:
    """An office or employer that the text states of a person."""

    person: str
    office: Office
    actor: Actor
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body of the text with all its mentions, which may be none for an issuer."""

    actor: Actor
    kind: str
    mentions: tuple[ActorSpan, ...]


def key_of(actor: Actor) -> str:
    """Return what makes two actors one: the AGS, else the name."""
    return actor.ags or actor.name


def candidates(actors: Actors, issuers: Sequence[Issuer]) -> tuple[Candidate, ...]:
    """Return the bodies of a text, and who issued it, each once."""
    mentions: defaultdict[str, list[ActorSpan]] = defaultdict(list)
    for span in actors.spans:
        mentions[key_of(span.actor)].append(span)
    found = [
        Candidate(spans[0].actor, _kind(spans[0].actor, spans[0].kind), tuple(spans))
        for spans in mentions.values()
    ]
    more = [one.actor for one in issuers if key_of(one.actor) not in mentions]
    return (*found, *(Candidate(one, _kind(one, None), ()) for one in dict.fromkeys(more)))


def _kind(actor: Actor, given: str | None) -> str:
    if given == "circle":
        return "circle"
    if actor.ags:
        return "county" if len(actor.ags) == 5 else "town"
    if _LEARNED.search(actor.name):
        return "learned"
    return "state" if _STATE.search(actor.name) else "organisation"
