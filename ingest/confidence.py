"""Gives every statement the confidence that was measured for statements of its kind and ground.

An extractor says how sure its rule is; that number is worth what gold says it is worth. The table
`data/confidence.json` holds, for each kind and ground (see `ingest.grounds`), how many statements
were judged, how many of them held, and the confidence that follows; `python -m
tests.quality.calibration --fit` makes it anew whenever extractors changed.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from ingest.grounds import PARTS, ground_of, ground_within, kind_of_thing
from ontology.model import Evidence, Facts

__all__ = ["ANY", "TABLE", "calibrated", "confidence_of", "vouched_for"]

TABLE = "confidence.json"
# The row of a kind for grounds that were too rare, or never met.
ANY = "any"
# The one-sided 95 % bound of the normal distribution: what is vouched for is the lower bound of
# Wilson's interval (JASA 1927), because rules look better on the documents they were written on.
BOUND = 1.645
# So many statements like all of its kind stand beside those of one ground (a choice), so that
# three of three are not taken for certainty.
BORROWED = 5

T = TypeVar("T")


def calibrated(facts: Facts) -> Facts:
    """Return the facts with measured confidences; quotes and order stay as they are."""
    return Facts(
        persons=_all(facts.persons),
        municipalities=_all(facts.municipalities),
        organisations=_all(facts.organisations),
        projects=_all(facts.projects),
        awards=_all(facts.awards),
        events=_all(facts.events),
    )


def confidence_of(kind: str, ground: str) -> float | None:
    """Return how often such statements hold at least; None for a kind that gold cannot judge."""
    rows = _table().get(kind)
    return rows.get(ground, rows[ANY]) if rows else None


def vouched_for(held: float, of: float, *, usual: float) -> float:
    """Return the share of a ground that is vouched for; `usual` is the share of its whole kind."""
    count = of + BORROWED
    share = (held + BORROWED * usual) / count
    spread = BOUND * math.sqrt(share * (1 - share) / count + (BOUND / count / 2) ** 2)
    return (share + BOUND**2 / count / 2 - spread) / (1 + BOUND**2 / count)


def _all(things: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(_one(thing) for thing in things)


def _one(thing: Any) -> Any:  # noqa: ANN401 — any thing of the model; the kind decides its fields
    kind = kind_of_thing(thing)
    changes: dict[str, Any] = {
        field: _parts(thing, getattr(thing, field), of)
        for field, of in PARTS.get(kind, {}).items()
        if getattr(thing, field)
    }
    told = confidence_of(kind, ground_of(thing))
    evidence = tuple(_sure(each, told) for each in thing.evidence)
    return replace(thing, evidence=evidence, **changes)


def _parts(thing: Any, parts: Any, kind: str) -> Any:  # noqa: ANN401 — one part or a tuple of parts
    if isinstance(parts, tuple):
        return tuple(_parts(thing, part, kind) for part in parts)
    told = confidence_of(kind, ground_within(thing, parts))
    return replace(parts, evidence=_sure(parts.evidence, told))


def _sure(evidence: Evidence, confidence: float | None) -> Evidence:
    return evidence if confidence is None else replace(evidence, confidence=confidence)


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    source = files("ingest") / "data" / TABLE
    kinds = json.loads(source.read_text("utf-8"))["kinds"]
    return {
        kind: {ground: row["confidence"] for ground, row in rows.items()}
        for kind, rows in kinds.items()
    }
