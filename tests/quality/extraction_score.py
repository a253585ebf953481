"""Scores extracted facts against gold: precision, recall and F1 for each kind of fact.

Two facts agree when their names do after folding: without academic titles, municipalities by their
bare name and whether they are a county, organisations and projects with some tolerance of spelling.
Facts are counted over all documents together (micro average).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

__all__ = ["KINDS", "Score", "mean_f1", "score"]

Json = Mapping[str, Any]
Fact = tuple[Any, ...]

_TITLE = re.compile(
    r"\b(?:prof|dr|dipl|ing|med|phil|jur|h\.?c|mag|m\.?a|b\.?a)\b\.?(?:-ing\.)?", re.IGNORECASE
)
_COUNTY = re.compile(r"^(?:kreis|landkreis|städteregion|region)|kreis$", re.IGNORECASE)
_TOWN_WORDS = (
    "kreis- und hochschulstadt",
    "hanse- und universitätsstadt",
    "hansestadt",
    "universitätsstadt",
    "landeshauptstadt",
    "große kreisstadt",
    "kreisstadt",
    "hochschulstadt",
    "alte hansestadt",
    "stadt",
    "gemeinde",
    "markt",
    "samtgemeinde",
    "verbandsgemeinde",
    "ortsgemeinde",
    "bundesstadt",
    "klingenstadt",
    "flecken",
)
_TOWN_PREFIX = re.compile(rf"^(?:{'|'.join(_TOWN_WORDS)})\s+", re.IGNORECASE)
_COUNTY_KINDS = {"Kreis", "Landkreis", "Städteregion"}


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts of one kind were found, were in gold, and agree."""

    hits: int
    gold: int
    found: int

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.gold + self.found) if self.gold + self.found else 0.0


def score(gold: Mapping[str, Json], found: Mapping[str, Json]) -> dict[str, Score]:
    """Return a score for each kind; both sides are keyed by document id."""
    totals = dict.fromkeys(KINDS, Score(0, 0, 0))
    for document_id, truth in sorted(gold.items()):
        wanted, got = _facts(truth), _facts(found.get(document_id, {}))
        for kind, same in KINDS.items():
            hits = _matched(wanted[kind], got[kind], same)
            old = totals[kind]
            totals[kind] = Score(
                old.hits + hits, old.gold + len(wanted[kind]), old.found + len(got[kind])
            )
    return totals


def mean_f1(scores: Mapping[str, Score]) -> float:
    """Return the plain mean over the kinds."""
    return sum(one.f1 for one in scores.values()) / len(scores)


def _matched(gold: Sequence[Fact], found: Sequence[Fact], same: Callable[..., bool]) -> int:
    free = list(found)
    hits = 0
    for wanted in gold:
        partner = next((fact for fact in free if same(wanted, fact)), None)
        if partner is not None:
            free.remove(partner)
            hits += 1
    return hits


def _facts(document: Json) -> dict[str, list[Fact]]:
    persons = document.get("persons", [])
    roles = [(fold(p["name"]), role) for p in persons for role in p.get("roles") or []]
    projects = document.get("projects", [])
    kinds: dict[str, Iterable[Fact]] = {
        "person": ((fold(p["name"]),) for p in persons),
        "affiliation": ((n, r["organisation"]) for n, r in roles if r.get("organisation")),
        "role": ((name, role["role"]) for name, role in roles if role.get("role")),
        "municipality": (_municipality(m) for m in document.get("municipalities", [])),
        "organisation": ((o["name"],) for o in document.get("organisations", [])),
        "project": ((p["name"],) for p in projects),
        "participation": (
            (p["name"], place(town)) for p in projects for town in p.get("participants") or []
        ),
        "award": (
            (a.get("award") or "", a.get("category") or "", str(a.get("year") or ""))
            for a in document.get("awards", [])
        ),
        "event": (
            (e.get("date") or "", fold(e.get("kind")), fold(e.get("place")))
            for e in document.get("events", [])
        ),
    }
    return {kind: list(dict.fromkeys(facts)) for kind, facts in kinds.items()}


def fold(name: str | None) -> str:
    """Return a name without titles, case, soft hyphens and outer punctuation."""
    bare = _TITLE.sub(" ", name or "")
    return re.sub(r"[\s\u00ad]+", " ", bare).strip(" .,;:-").casefold()


def place(name: str) -> tuple[str, bool]:
    """Return a municipality's bare name, and whether it is a county."""
    plain = re.sub(r"\s+", " ", name).strip()
    if _COUNTY.search(plain):
        return re.sub(r"^(?:land)?kreis\s+", "", plain, flags=re.IGNORECASE).casefold(), True
    return _TOWN_PREFIX.sub("", plain).casefold(), False


def _municipality(mention: Json) -> Fact:
    bare, is_county = place(mention["name"])
    return bare, is_county or mention.get("kind") in _COUNTY_KINDS


def _same_organisation(one: str, other: str) -> bool:
    if place(one) == place(other):
        return True
    a, b = fold(one), fold(other)
    return fuzz.ratio(a, b) >= 85 or fuzz.token_set_ratio(a, b) >= 92


def _alike(one: str, other: str, least: int) -> bool:
    return fuzz.token_set_ratio(fold(one), fold(other)) >= least


def _same_award(gold: Fact, found: Fact) -> bool:
    if gold[2] and gold[2] != found[2]:
        return False
    pairs = [(a, b) for a in gold[:2] for b in found[:2] if a and b]
    return any(_alike(a, b, 80) for a, b in pairs)


def _same_event(gold: Fact, found: Fact) -> bool:
    if gold[0]:
        return bool(gold[0] == found[0] or (len(gold[0]) < 10 and found[0].startswith(gold[0])))
    return bool(gold[1] == found[1] and (not gold[2] or gold[2] == found[2]))


KINDS: dict[str, Callable[[Fact, Fact], bool]] = {
    "person": lambda g, f: bool(g == f),
    "affiliation": lambda g, f: g[0] == f[0] and _same_organisation(g[1], f[1]),
    "role": lambda g, f: g[0] == f[0] and _alike(g[1], f[1], 80),
    "municipality": lambda g, f: bool(g == f),
    "organisation": lambda g, f: _same_organisation(g[0], f[0]),
    "project": lambda g, f: _alike(g[0], f[0], 75),
    "participation": lambda g, f: g[1] == f[1] and _alike(g[0], f[0], 75),
    "award": _same_award,
    "event": _same_event,
}
