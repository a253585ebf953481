"""Reads what later sentences say of a person by pronoun: `Sie ist ...`, `Bisher war er ...`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed, describe
from ingest.duties import duties_after
from ingest.duty_nouns import VERB
from ingest.genders import is_woman
from ingest.names import NameMention
from ingest.roles import agrees, is_role_noun, role_phrases
from ingest.surroundings import LONGEST_SENTENCE

__all__ = ["said_by_pronoun"]

_SUBJECT = r"(?P<who>[Ee]r|[Ss]ie|Die\s\d\d-[Jj]ährige|Der\s\d\d-[Jj]ährige)"
_BEING = r"(?:ist|war|wird|wurde|arbeitet|arbeitete|bleibt|amtiert)"
_WHEN = (
    r"(?:Bisher|Bislang|Zuvor|Davor|Vorher|Früher|Zuletzt|Derzeit|Seither|Künftig|Heute|Damals|"
    r"Inzwischen|Dort|Seit\s[\w. ]{3,25})"
)
_IS = re.compile(
    rf"(?:(?<=[.!?“)]\s)|(?<=;\s)|(?<=,\s))(?:{_SUBJECT}\s{_BEING}|{_WHEN}\s{_BEING}\s(?P<late>er|sie))"
    r"\s(?P<what>[^.;!?\n]{4,140})"
)
# "Sie leitet in X das Bauamt", "– er leitet das Bauamt –"
_DOES = re.compile(rf"(?<=[.!?“)–;,]\s){_SUBJECT}\s(?=(?:{VERB})\s)")
# "..., sagt der Bauhofchef."
_SAYS = re.compile(
    r"(?<!\w)(?:sagt|sagte|erklärt|erklärte|meint|meinte|so|betont|betonte|berichtet|weiß|lacht|erzählt|"
    r"schwärmt|bilanziert|versichert|findet)\s(?P<article>der|die)\s(?P<what>[A-ZÄÖÜ][\w-]+)(?=[.,;]|$)"
)
_EMPLOYED = re.compile(
    r"(?:(?:Angestellt|Beschäftigt|Angesiedelt|Tätig)\s(?:ist|war|wird)\s|(?<=[.!?“]\s)(?=(?:Er|Sie)\sarbeitet))"
    r"(?P<who>[Ee]r|[Ss]ie)\s(?:arbeitet\s(?:[\w ]{0,20}\s)?)?(?:bei|beim|im|in|für)\s"
)
# An employer with its unit and article; our choice.
MAX_EMPLOYER_CHARS = 80
_CLAUSE_END = re.compile(r"\sund\s(?![A-ZÄÖÜ])|,\s(?:die|der|das|wo|was|und)\s")


def said_by_pronoun(
    flat: str, names: Sequence[NameMention], index: int, actors: Actors
) -> Iterator[Claimed]:
    """Yield the roles that sentences after the name at `index` give its bearer by pronoun."""
    name = names[index]
    end = flat.find("\n", name.end)
    end = min(len(flat) if end < 0 else end, name.end + LONGEST_SENTENCE)
    for found in _IS.finditer(flat, name.end, end):
        is_female = (found["who"] or found["late"]).casefold().startswith(("sie", "die"))
        if _antecedent(names, found.start(), is_female=is_female) == index:
            yield from _claims(flat, found, actors)

    for said in (*_said(flat, (name.end, end)), *_employed(flat, (name.end, end), actors)):
        if _antecedent(names, said.position, is_female=said.is_female) == index:
            yield said.claim
    for found in _DOES.finditer(flat, name.end, end):
        is_female = found["who"].casefold().startswith(("sie", "die"))
        if _antecedent(names, found.start(), is_female=is_female) == index:
            yield from duties_after(flat, replace(name, end=found.end() - 1), actors)


@dataclass(frozen=True, slots=True)
class _Said:
    position: int
    is_female: bool
    claim: Claimed


def _said(flat: str, span: tuple[int, int]) -> Iterator[_Said]:
    """Yield the offices by which a sentence takes up who spoke: "sagt der Bauhofchef"."""
    for found in _SAYS.finditer(flat, *span):
        noun, is_female = found["what"], found["article"] == "die"
        if is_role_noun(noun) and agrees(noun, is_female=is_female):
            claim = Claimed(noun, None, found.start("what"), found.end("what"))
            yield _Said(found.start(), is_female, claim)


def _employed(flat: str, span: tuple[int, int], actors: Actors) -> Iterator[_Said]:
    """Yield the employers of "Angestellt ist sie bei der Stadt X"."""
    for found in _EMPLOYED.finditer(flat, *span):
        reach = min(span[1], found.end() + MAX_EMPLOYER_CHARS)
        actor = next(iter(actors.inside(found.end() - 1, reach)), None)
        if actor:
            claim = Claimed(None, actor.actor, found.start(), actor.end)
            yield _Said(found.start(), found["who"].casefold() == "sie", claim)


def _antecedent(names: Sequence[NameMention], position: int, *, is_female: bool) -> int | None:
    """Return which name a pronoun takes up: the last before it whose gender agrees."""
    before = [at for at, name in enumerate(names) if name.end <= position]
    fitting = [at for at in before if is_woman(names[at].name) == is_female]
    return fitting[-1] if fitting else None


def _claims(flat: str, found: re.Match[str], actors: Actors) -> Iterator[Claimed]:
    start, end = found.span("what")
    stop = _CLAUSE_END.search(flat, start, end)
    end = stop.start() if stop else end
    phrase = next(role_phrases(flat, start, end), None)
    if phrase is None or re.search(r"[A-ZÄÖÜ,]", flat[start : phrase.start]):
        return
    yield from describe(flat, phrase.start, end, actors)
