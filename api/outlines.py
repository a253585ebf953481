"""Outlines of states and counties as one path of a drawing."""

import json
from collections.abc import Callable, Iterable
from functools import cache

from ontology.tracing import OUTLINES

__all__ = ["outline_path"]

Spot = tuple[float, float]


def outline_path(
    levels: Iterable[str], at: Callable[[float, float], Spot], *, width: float, height: float
) -> str:
    """Return the lines of `land` or `county` that touch a drawing; `at` tells where a degree is."""
    path = []
    for level in levels:
        for line in _lines()[level]:
            spots = [at(east, north) for east, north in line]
            if _touches(spots, width, height):
                path.append("M" + "L".join(f"{round(x)} {round(y)}" for x, y in spots))
    return "".join(path)


def _touches(spots: list[Spot], width: float, height: float) -> bool:
    return (
        min(x for x, _ in spots) <= width
        and max(x for x, _ in spots) >= 0
        and min(y for _, y in spots) <= height
        and max(y for _, y in spots) >= 0
    )


@cache
def _lines() -> dict[str, list[list[list[float]]]]:
    lines: dict[str, list[list[list[float]]]] = json.loads(OUTLINES.read_text("utf-8"))
    return lines
