"""Outlines of states and counties, traced from the points of the gazetteer.

`python -m ontology.tracing` writes `data/outlines.json`. Every spot of a fine grid belongs to the
municipality whose middle is nearest, as far as there is one nearby; where spots of two states (or
counties) meet runs an outline. That is true to a few kilometres: enough to find one's way on a
map, and free of any licence but that of the gazetteer.
"""

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ontology.gazetteer import Place, gazetteer

__all__ = ["OUTLINES", "lines_between", "simplified", "trace"]

OUTLINES = Path(__file__).parent / "data" / "outlines.json"
# Two kilometres: finer than the distance between two municipalities.
_STEP_DEGREES = 0.02
# How much a degree of longitude is shorter than one of latitude in the middle of Germany.
_SHRINK = math.cos(math.radians(51))
# Beyond that from every municipality lies the sea or another country.
_REACH_DEGREES = 0.1
_OUTSIDE = -1
# Shorter closed lines are woods and lakes between municipalities, and exclaves too small to see.
_SHORTEST_LOOP = 24

Row = NDArray[np.floating]
Keys = NDArray[np.int64]
Node = tuple[int, int]
Line = list[Node]


def trace() -> dict[str, list[list[list[float]]]]:
    """Return the outlines of states and of counties as lines of longitude and latitude."""
    places = [place for place in gazetteer().places() if not place.is_county]
    grid = _Grid(places)
    return {
        "land": grid.outlines(lambda place: place.land),
        "county": grid.outlines(lambda place: place.county_ags or place.ags),
    }


def lines_between(labels: Keys) -> list[Line]:
    """Return the lines along which neighbouring labels differ, whole from crossing to crossing."""
    beside: dict[Node, set[Node]] = defaultdict(set)
    for row, column in zip(*np.nonzero(labels[:, 1:] != labels[:, :-1]), strict=True):
        _join(beside, (int(row), int(column) + 1), (int(row) + 1, int(column) + 1))
    for row, column in zip(*np.nonzero(labels[1:] != labels[:-1]), strict=True):
        _join(beside, (int(row) + 1, int(column)), (int(row) + 1, int(column) + 1))
    crossings = sorted(node for node, others in beside.items() if len(others) != 2)
    lines = [line for node in crossings for line in _lines_from(node, beside)]
    while beside:
        lines += [line for line in _lines_from(min(beside), beside) if len(line) >= _SHORTEST_LOOP]
    return lines


def simplified(line: Line, *, tolerance: float) -> Line:
    """Return a line with fewer nodes that strays no further than that (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    (row, column), (last_row, last_column) = line[0], line[-1]
    length = math.hypot(last_row - row, last_column - column)
    away = [
        abs((last_row - row) * (column - one[1]) - (row - one[0]) * (last_column - column)) / length
        if length
        else math.hypot(one[0] - row, one[1] - column)
        for one in line
    ]
    furthest = max(range(len(line)), key=away.__getitem__)
    if away[furthest] <= tolerance:
        return [line[0], line[-1]]
    head = simplified(line[: furthest + 1], tolerance=tolerance)
    return head[:-1] + simplified(line[furthest:], tolerance=tolerance)


class _Grid:
    """Which municipality is nearest to each spot of a grid over the country."""

    def __init__(self, places: list[Place]) -> None:
        self._places = places
        east = np.array([place.longitude for place in places])
        north = np.array([place.latitude for place in places])
        margin = 2 * _REACH_DEGREES
        self._west, self._north = float(east.min()) - margin, float(north.max()) + margin
        columns = round((float(east.max()) + margin - self._west) / _STEP_DEGREES)
        rows = round((self._north - float(north.min()) + margin) / _STEP_DEGREES)
        at = self._west + (np.arange(columns) + 0.5) * _STEP_DEGREES
        found = []
        for row in range(rows):
            latitude = self._north - (row + 0.5) * _STEP_DEGREES
            near = np.nonzero(abs(north - latitude) < _REACH_DEGREES)[0]
            found.append(self._nearest(at, latitude - north[near], east[near], near))
        self._nearest_places = np.array(found)

    @staticmethod
    def _nearest(at: Row, off: Row, east: Row, near: Keys) -> Keys:
        if not len(near):
            return np.full(len(at), _OUTSIDE)
        distance = np.hypot((at[:, None] - east[None, :]) * _SHRINK, off[None, :])
        best = distance.argmin(axis=1)
        is_near = distance[np.arange(len(at)), best] < _REACH_DEGREES
        return np.where(is_near, near[best], _OUTSIDE)

    def outlines(self, key: Callable[[Place], str]) -> list[list[list[float]]]:
        numbers = {
            name: number for number, name in enumerate(sorted({key(p) for p in self._places}))
        }
        of_place = np.array([numbers[key(place)] for place in self._places] + [_OUTSIDE])
        lines = lines_between(of_place[self._nearest_places])
        return [[self._degrees(node) for node in simplified(line, tolerance=0.9)] for line in lines]

    def _degrees(self, node: Node) -> list[float]:
        row, column = node
        return [
            round(self._west + column * _STEP_DEGREES, 2),
            round(self._north - row * _STEP_DEGREES, 2),
        ]


def _join(beside: dict[Node, set[Node]], one: Node, other: Node) -> None:
    beside[one].add(other)
    beside[other].add(one)


def _lines_from(start: Node, beside: dict[Node, set[Node]]) -> Iterator[Line]:
    """Yield the lines that leave a node, each used up as far as the next crossing."""
    while beside.get(start):
        line = [start]
        while True:
            here = line[-1]
            following = min(beside[here])
            _part(beside, here, following)
            line.append(following)
            if following == start or len(beside.get(following, ())) != 1:
                break
        yield line


def _part(beside: dict[Node, set[Node]], one: Node, other: Node) -> None:
    for here, there in ((one, other), (other, one)):
        beside[here].discard(there)
        if not beside[here]:
            del beside[here]


if __name__ == "__main__":
    OUTLINES.write_text(json.dumps(trace(), separators=(",", ":")) + "\n", "utf-8")
