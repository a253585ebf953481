"""Finds who holds a role in the words before it: `Lemgos`, `Lemgoer`, `Dessen`, `Ihr`."""

import re
from dataclasses import replace

from ingest.actor_spans import Actors, ActorSpan, Gender, actor_of
from ingest.descriptions import Claimed
from ingest.lexica import words
from ingest.place_names import town_spellings
from ingest.roles import RolePhrase, is_relative, role_phrases
from ingest.sentence_ends import SENTENCE_END
from ontology.model import Actor

__all__ = ["search_floor", "with_holder_before", "without_time"]

_WINDOW = 150
_ANAPHOR = re.compile(
    r"(?<!\w)(?P<word>[Ss]eine?|[Ii]hre?|[Dd]essen|[Dd]eren)\s(?P<region>[a-zäöü]+ische[rn]?\s)?$"
)

# "Lemgos neue Kämmerin"
_TIME = re.compile(
    r"(?<!\w)(?:neu|alt|frühere?|ehemalig|bisherig|langjährig|künftig|scheidend|amtierend|damalig|"
    r"jetzig|heutig|zuständig|gewählt|kommissarisch)(?:e[rnms]?|[rnms])?\s$"
)


def search_floor(flat: str, position: int) -> int:
    """Return how far back the search may go: the line's begin, or a sentence's end."""
    start = max(0, position - _WINDOW, _line_start(flat, position))
    ends = [found.end() for found in SENTENCE_END.finditer(flat, start, position)]
    return ends[-1] if ends else start


def _line_start(flat: str, position: int) -> int:
    """Return where the line begins, or the label line above it: "Ansprechpartnerin:"."""
    start = flat.rfind("\n", 0, position) + 1
    above = re.search(r"(?:^|\n)([^\n:|]{3,60}:?)\n{1,2}$", flat[max(0, start - 70) : start])
    if (
        above
        and start == position
        and (above.group(1).endswith(":") or _is_role_line(above.group(1)))
    ):
        return max(0, start - 70) + above.start(1)
    return start


def _is_role_line(line: str) -> bool:
    """Return whether a line consists of nothing but one role: a heading over contacts."""
    first = next(role_phrases(line, 0, len(line)), None)
    return first is not None and first.start == 0 and first.end == len(line)


def with_holder_before(flat: str, claim: Claimed, phrase: RolePhrase, actors: Actors) -> Claimed:
    """Add the actor that stands before a role: genitive, adjective in -er, or "Dessen"."""
    if claim.actor:
        return claim
    named = _in_compound(claim.role or "", actors)
    if named:
        return replace(claim, actor=named)
    start = without_time(flat, phrase.start)
    near = actors.before(start, back_to=max(0, start - 60))
    if near and near[0].end == start - 1 and near[0].is_genitive:
        return replace(claim, actor=near[0].actor, start=near[0].start)
    before = flat[max(0, start - 45) : start]
    demonym = re.search(
        r"(?<![\w-])((?:Bad\s|Sankt\s)?[A-ZÄÖÜ][\w-]*er|[A-ZÄÖÜa-zäöü]+ische[rnms]?)\s$", before
    )
    actor = _by_demonym(demonym.group(1), actors) if demonym else None
    if actor:
        return replace(
            claim,
            actor=actor,
            start=start - len(demonym.group()) if demonym else claim.start,
        )
    anaphor = _ANAPHOR.search(before)
    if anaphor and is_relative(claim.role or ""):
        return replace(claim, is_inferred=True)
    if anaphor:
        gender: Gender = (
            "feminine" if anaphor["word"].lower().startswith(("ihr", "deren")) else "other"
        )
        is_last = anaphor["word"].lower() in ("deren", "dessen")
        antecedent = _antecedent(flat, phrase.start, gender, actors, is_last=is_last)
        return replace(claim, actor=antecedent.actor if antecedent else None, is_inferred=True)
    return claim


def _in_compound(role: str, actors: Actors) -> Actor | None:
    """Return the body whose name an office bears in front: "Dataport-Beraterin"."""
    bearer, _, rest = role.partition("-")
    if not rest[:1].isupper() or len(bearer) < _LEAST_BEARER or bearer in words("parties"):
        return None
    found = {
        one.actor
        for one in actors.spans
        if one.kind == "organisation" and bearer in re.split(r"[ -]", one.actor.name)
    }
    if len(found) == 1:
        return found.pop()
    return Actor(bearer) if not found and bearer in words("known-organisations") else None


# Shorter ones are "IT" and "KI"; our choice.
_LEAST_BEARER = 3


def without_time(flat: str, start: int) -> int:
    """Return where an office begins once "neue" or "langjähriger" before it are left out."""
    found = _TIME.search(flat, max(0, start - 30), start)
    return found.start() if found else start


def _by_demonym(word: str, actors: Actors) -> Actor | None:
    """Return the actor an adjective is made of: "Lemgoer" of Lemgo, "lippischer" of Kreis Lippe."""
    stem = re.sub(r"(?:er|isch\w*)$", "", word).casefold()
    for span in actors.spans:
        name = re.split(r" (?:am|an|im|in|bei|ob|vor) | \(", span.actor.name.split(" ", 1)[-1])[0]
        full = name.casefold().removeprefix("" if stem.startswith("bad ") else "bad ")
        bare = full.removesuffix("en").removesuffix("e")
        is_near = full.startswith(stem) and len(full) - len(stem) <= 2 and " " not in stem
        if span.actor.ags and len(stem) > 2 and (stem in (full, bare) or is_near):
            return span.actor
    return _town_of(word.removesuffix("er")) if word.endswith("er") else None


def _town_of(name: str) -> Actor | None:
    """Return the largest town of a name that the document has only as an adjective."""
    places = [one.place for one in town_spellings().get(name, ()) if one.text == name]
    largest = max(places, key=lambda place: place.population, default=None)
    return actor_of(largest) if largest else None


def _antecedent(
    flat: str, position: int, gender: Gender, actors: Actors, *, is_last: bool
) -> ActorSpan | None:
    """Return whom "Ihr" takes up: the first of the sentence before; "Dessen": the last."""
    own_start = search_floor(flat, position)
    start = search_floor(flat, max(0, own_start - 2))
    own = [
        one
        for one in actors.before(position, back_to=own_start)
        if one.gender == gender and not flat[: one.start].endswith((" in ", " aus "))
    ]
    if own:
        return own[0]
    previous = [one for one in actors.inside(start, own_start) if one.gender == gender]
    if previous:
        bodies = [one for one in previous if one.kind == "organisation"] or previous
        return bodies[-1] if is_last else previous[0]
    earlier = [one for one in actors.before(start) if one.gender == gender]
    return earlier[0] if earlier else None
