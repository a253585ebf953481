"""Infers where a role is held when the text leaves it to the reader."""

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed
from ingest.holder_candidates import Candidate, Issuer, Stated, candidates
from ingest.holder_signs import View, view_of
from ingest.issuers import issuers_of
from ingest.names import NameMention
from ingest.offices import office_of, sphere_of
from ingest.presence_lists import is_in_list
from ingest.roles import is_relative
from ingest.surroundings import Surroundings

__all__ = ["WEIGHTS", "Holders", "holders_of"]

WEIGHTS = "holder-weights.json"
# A guess pays when it is right about as often as the harmonic mean asks; chosen on the letters.
MIN_CHANCE = 0.38
# A chair is of a body; a town has a mayor.
_CHAIR = re.compile(
    r"(?:(?:stellvertretende|erste|zweite)[rn]?\s)?(?:Verbandsvor(?:sitzende|steher)|Vorsitzende)"
    r"(?:r|n|in)?(?:\s(?:des|der)\s\w*(?:r[aä]te?s|[Vv]ersammlung))?",
    re.IGNORECASE,
)
# A county has one, so that a list of guests leaves no doubt of whom.
_COUNTY = re.compile(r"Landrat|Landrätin")


@dataclass(frozen=True, slots=True)
class Holders:
    """Who can hold the roles that a document leaves open."""

    candidates: Sequence[Candidate]
    issuers: Sequence[Issuer]
    surroundings: Surroundings
    watch: Callable[[View], None] | None = None
    """Told of every view that is weighed: how the weights are learnt."""

    def view(self, claim: Claimed, name: NameMention, stated: Sequence[Stated]) -> View:
        """Return what is seen from the name: the candidates with their signs."""
        known = (self.candidates, self.issuers, stated)
        return view_of(self.surroundings, name, claim.role or "", known=known)

    def fill(self, claim: Claimed, name: NameMention, stated: Sequence[Stated]) -> Claimed:
        """Return the claim with the actor it implies, marked as inferred, or as it was."""
        if claim.actor or not claim.role or not self.candidates:
            return claim
        if claim.role == "Protokoll" or (is_relative(claim.role) and claim.is_inferred):
            return claim
        is_county = _COUNTY.fullmatch(claim.role) is not None
        if not is_county and is_in_list(self.surroundings.flat, self.surroundings.names, name):
            return claim
        view = self.view(claim, name, stated)
        options = view.options()
        if self.watch:
            self.watch(view)
        best, chance = _best([signs for _, signs in options], view.nobody())
        if best is None and len(options) == 1 and sphere_of(office_of(claim.role)) == "public":
            best, chance = 0, MIN_CHANCE
        if best is None:
            return claim
        actor = options[best][0].actor
        if actor.ags and _CHAIR.fullmatch(claim.role):
            return claim
        return replace(claim, actor=actor, is_inferred=True, confidence=chance)


def holders_of(
    flat: str,
    actors: Actors,
    publisher: str | None,
    names: Sequence[NameMention],
    watch: Callable[[View], None] | None = None,
) -> Holders:
    """Return the holders of a document that `publisher` issued."""
    issuers = issuers_of(flat, actors, publisher)
    return Holders(candidates(actors, issuers), issuers, Surroundings(flat, names), watch)


def _best(options: Sequence[Iterable[str]], nobody: Iterable[str]) -> tuple[int | None, float]:
    """Return which option is likeliest, None for nobody, and its share of the chances."""
    scores = [_score(signs) for signs in options]
    top = max(range(len(scores)), key=lambda at: scores[at])
    total = sum(math.exp(score - scores[top]) for score in (*scores, _score(nobody)))
    chance = round(1 / total, 3)
    return (top, chance) if chance >= MIN_CHANCE else (None, 0.0)


def _score(signs: Iterable[str]) -> float:
    weights = _weights()
    return sum(weights.get(sign, 0.0) for sign in signs)


@cache
def _weights() -> Mapping[str, float]:
    source = files("ingest") / "data" / WEIGHTS
    return {str(sign): float(weight) for sign, weight in json.loads(source.read_text()).items()}
