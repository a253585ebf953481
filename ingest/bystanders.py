"""Looks in the sentence for the office and employer of persons of whom nothing closer is said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.actor_spans import Actors, ActorSpan
from ingest.descriptions import Claimed, describe
from ingest.genders import is_woman
from ingest.names import NameMention
from ingest.roles import RolePhrase, agrees, for_gender, is_plural, is_role_noun, role_phrases
from ingest.surroundings import Surroundings

__all__ = ["guessed_claims", "taken_up"]

_OBLIQUE = re.compile(
    r"(?<!\w)(?:dem|den|des|einem|einen|eines|ihrem|ihren|seinem|seinen|zum|vom|beim|mit|von|an|bei|für|ohne)\s"
    r"(?:[a-zäöü]+\s)?$"
)


def guessed_claims(near: Surroundings, indices: Sequence[int], actors: Actors) -> Iterator[Claimed]:
    """Yield a role, else an employer, that a sentence with one of these mentions gives."""
    for find in (_role_in_sentence, _taken_up, _employer):
        for index in indices:
            claims = list(find(near, near.names[index], actors))
            if claims:
                yield from (replace(claim, is_inferred=True) for claim in claims)
                return


def taken_up(near: Surroundings, indices: Sequence[int], actors: Actors) -> Iterator[Claimed]:
    """Yield the office by which the sentence behind one of these mentions takes the person up."""
    for index in indices:
        for claim in _taken_up(near, near.names[index], actors):
            yield replace(claim, is_inferred=True)
            return


def _role_in_sentence(near: Surroundings, name: NameMention, actors: Actors) -> Iterator[Claimed]:
    """Yield the one office of the sentence that no other person bears."""
    start, end = near.sentence(name)
    others = [one for one in near.names if start <= one.start < end and one.name != name.name]
    if len(others) > 1:
        return
    phrases = list(role_phrases(near.flat, start, end))
    free = [one for one in phrases if _is_free(near.flat, one, name, others)]
    if len(free) != 1 or len(phrases) > 1 + len(others):
        return
    phrase = free[0]
    stop = re.compile(r"[,;.:!?\n]|\s(?:und|hat|ist|war|wird)\s").search(near.flat, phrase.end, end)
    limit = stop.start() if stop else end
    within = (one for one in actors.inside(phrase.end, end + 1) if one.start < limit < one.end)
    limit = next((one.end for one in within), limit)
    if phrase.end < name.start:
        limit = min(limit, name.start)
    for claim in describe(near.flat, phrase.start, limit, actors)[:1]:
        role = claim.role and for_gender(claim.role, is_female=is_woman(name.name))
        yield replace(
            claim, role=role, start=min(phrase.start, name.start), end=max(claim.end, name.end)
        )


# "... von A B. Der Leiter der Feuerwehr X drehte sich um."
_TAKEN_UP = re.compile(
    r"[.!?“]\s(?P<article>Die|Der)\s(?P<what>(?P<noun>[A-ZÄÖÜ][\w-]+)"
    r"(?:\s(?:der|des|von|vom|im|in|bei|beim|für|am|aus)\s(?:(?:der|dem|den|die)\s)?[A-ZÄÖÜ][\w-]*(?:\s[A-ZÄÖÜ][\w-]*)*)*)"
    r"\s(?=[a-zäöü]{3,}[\s.,])"
)


def _taken_up(near: Surroundings, name: NameMention, actors: Actors) -> Iterator[Claimed]:
    """Yield the office by which the next sentence takes the person up: "Die Leiterin der X hat"."""
    start, end = near.sentence(name)
    found = _TAKEN_UP.match(near.flat, end)
    others = [one for one in near.names if start <= one.start < end and one.name != name.name]
    if found is None or others or not is_role_noun(found["noun"]):
        return
    is_female = is_woman(name.name)
    if agrees(found["noun"], is_female=is_female) and (found["article"] == "Die") == is_female:
        for claim in describe(near.flat, *found.span("what"), actors)[:1]:
            yield replace(claim, start=name.start)


def _is_free(
    flat: str, phrase: RolePhrase, name: NameMention, others: Sequence[NameMention]
) -> bool:
    """Return whether an office agrees with the person and belongs to nobody else."""
    noun = flat[phrase.noun_start : phrase.end]
    if is_plural(noun) or any(abs(one.start - phrase.end) <= 3 for one in others):
        return False
    if any(0 <= phrase.start - one.end <= 4 for one in others):
        return False
    before = flat[max(0, phrase.start - 25) : phrase.start]
    return agrees(noun, is_female=is_woman(name.name)) and not _OBLIQUE.search(before)


def _employer(near: Surroundings, name: NameMention, actors: Actors) -> Iterator[Claimed]:
    """Yield whom the clause before the name, or the sentence behind it, names alone."""
    before = actors.inside(*near.clause_before(name))
    led = [one for one in before if near.is_led_in(one)]
    _, end = near.sentence(name)
    following = [one.start for one in near.names if name.end <= one.start < end]
    behind = actors.inside(name.end, min([end, *following]))
    found: ActorSpan | None = None
    if led:
        found = led[-1]
    elif len({one.actor for one in behind}) == 1 and near.is_led_in(behind[0]):
        found = behind[0]
    if found:
        yield Claimed(None, found.actor, min(found.start, name.start), max(found.end, name.end))
