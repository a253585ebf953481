"""Drawings: maps and networks as plain shapes that a template writes as inline SVG."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from api.outlines import outline_path
from ontology.gazetteer import Place, gazetteer

__all__ = ["Line", "Link", "Map", "Network", "Point", "draw_map", "draw_network"]

# Units of the drawing; the page scales it to its column.
_WIDTH = 760
# Around the outermost points, so that names at the edge are not cut.
_MARGIN = 60
# No region is drawn larger than this many units a degree: two towns next door stay neighbours.
_MAX_SCALE = 1500.0
_MAX_HEIGHT = 900.0
# From there on (units a degree) one sees counties; below that they are a net that hides the rest.
_NEAR_SCALE = 180.0
_FAR_DEGREES = 3.0
# So many faint dots show where people live; more would only weigh.
_MAX_BACKGROUND = 2500
# The names of this many of the largest are wanted most.
_KEPT_FREE = 40
# What a name of this many letters takes in units at the size of the style sheet.
_LETTER = 7.4
_LINE_HEIGHT = 17.0


@dataclass(frozen=True, slots=True)
class Link:
    """Two things that are joined, and how often."""

    one: str
    other: str
    count: int


@dataclass(frozen=True, slots=True)
class Point:
    """A thing on a drawing; `label` is empty where its name would lie on another."""

    key: str
    name: str
    x: float
    y: float
    radius: float
    label: str = ""
    anchor: str = "start"
    label_x: float = 0.0
    label_y: float = 0.0
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A link as it is drawn."""

    path: str
    count: int
    title: str


@dataclass(frozen=True, slots=True)
class Map:
    """Places where they lie, before the outlines of states, close by of counties too.

    `background` is a path of dots, one a municipality around; from afar there are none.
    """

    width: int
    height: int
    background: str
    states: str
    counties: str
    points: tuple[Point, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Things on a circle, joined by curves through its inside."""

    size: int
    points: tuple[Point, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """How degrees become units: an equirectangular projection, true at the middle's latitude."""

    west: float
    north: float
    scale: float
    shrink: float
    width: int
    height: int

    def place(self, place: Place) -> tuple[float, float]:
        return self.at(place.longitude, place.latitude)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        x = _MARGIN + (longitude - self.west) * self.scale * self.shrink
        y = _MARGIN + (self.north - latitude) * self.scale
        return round(x, 1), round(y, 1)

    @property
    def is_near(self) -> bool:
        return self.scale > _NEAR_SCALE

    def outlines(self, level: str) -> str:
        return outline_path([level], self.at, width=self.width, height=self.height)


def draw_map(keys: Sequence[str], links: Iterable[Link]) -> Map | None:
    """Return the map of these municipalities and counties, None where none is known."""
    known = ((key, gazetteer().get(key)) for key in dict.fromkeys(keys))
    places = {key: place for key, place in known if place is not None}
    if not places:
        return None
    frame = _frame(list(places.values()))
    joined = [link for link in links if link.one in places and link.other in places]
    weight = _degrees(joined)
    spots = [
        Point(key, place.name, *frame.place(place), _radius(weight.get(key, 0)))
        for key, place in places.items()
    ]
    at = {spot.key: spot for spot in spots}
    lines = [
        Line(
            f"M{at[link.one].x} {at[link.one].y}L{at[link.other].x} {at[link.other].y}",
            link.count,
            f"{at[link.one].name} – {at[link.other].name}",
        )
        for link in joined
    ]
    points = _labelled(sorted(spots, key=lambda spot: (-spot.radius, spot.name)), frame)
    return Map(
        frame.width,
        frame.height,
        _background(frame) if frame.is_near else "",
        frame.outlines("land"),
        frame.outlines("county") if frame.is_near else "",
        points,
        tuple(lines),
    )


def draw_network(names: Sequence[tuple[str, str]], links: Iterable[Link]) -> Network:
    """Return the things (key and name) on a circle in the given order, with their links."""
    size, radius = _WIDTH, _WIDTH / 2 - 190
    joined = list(links)
    weight = _degrees(joined)
    points = {}
    for number, (key, name) in enumerate(names):
        angle = 2 * math.pi * number / max(len(names), 1)
        points[key] = _on_circle(key, name, angle, size, radius, _radius(weight.get(key, 0)))
    middle = size / 2
    lines = [
        Line(
            f"M{points[link.one].x} {points[link.one].y}"
            f"Q{middle} {middle} {points[link.other].x} {points[link.other].y}",
            link.count,
            f"{points[link.one].name} – {points[link.other].name}",
        )
        for link in joined
        if link.one in points and link.other in points
    ]
    return Network(size, tuple(points.values()), tuple(lines))


def _on_circle(key: str, name: str, angle: float, size: int, radius: float, dot: float) -> Point:
    x, y = size / 2 + radius * math.cos(angle), size / 2 + radius * math.sin(angle)
    out_x = size / 2 + (radius + 12) * math.cos(angle)
    out_y = size / 2 + (radius + 12) * math.sin(angle)
    is_left = math.cos(angle) < 0
    # Names read outwards on the right and inwards on the left, so none stands upside down.
    turn = math.degrees(angle) + (180 if is_left else 0)
    return Point(
        key=key,
        name=name,
        x=round(x, 1),
        y=round(y, 1),
        radius=dot,
        label=name,
        anchor="end" if is_left else "start",
        label_x=round(out_x, 1),
        label_y=round(out_y, 1),
        turn=round(turn, 1),
    )


def _frame(places: Sequence[Place]) -> _Frame:
    if max(one.latitude for one in places) - min(one.latitude for one in places) > _FAR_DEGREES:
        # Places all over the country stand on the map of the whole country.
        places = [place for place in gazetteer().places() if not place.is_county]
    west = min(place.longitude for place in places)
    east = max(place.longitude for place in places)
    south = min(place.latitude for place in places)
    north = max(place.latitude for place in places)
    shrink = math.cos(math.radians((south + north) / 2))
    inner = _WIDTH - 2 * _MARGIN
    wide = inner / max((east - west) * shrink, 1e-6)
    high = (_MAX_HEIGHT - 2 * _MARGIN) / max(north - south, 1e-6)
    scale = min(wide, high, _MAX_SCALE)
    # What does not fill the width stands in its middle.
    west -= (inner / scale / shrink - (east - west)) / 2
    height = round((north - south) * scale + 2 * _MARGIN)
    return _Frame(west, north, scale, shrink, _WIDTH, height)


def _background(frame: _Frame) -> str:
    """Return one path with a dot for each municipality in the frame, thinned out evenly."""
    spots = []
    for place in gazetteer().places():
        if place.is_county:
            continue
        x, y = frame.place(place)
        if 0 <= x <= frame.width and 0 <= y <= frame.height:
            spots.append((round(x), round(y)))
    step = len(spots) // _MAX_BACKGROUND + 1
    return "".join(f"M{x} {y}h0" for x, y in spots[::step])


def _labelled(spots: Iterable[Point], frame: _Frame) -> tuple[Point, ...]:
    """Return the points, each with its name where there is room; the first come first."""
    spots = list(spots)
    # The largest dots too must not be covered by a name.
    taken = [_around(spot) for spot in spots[:_KEPT_FREE]]
    placed = []
    for spot in spots:
        wide = len(spot.name) * _LETTER
        is_right = spot.x + spot.radius + 4 + wide < frame.width
        left = spot.x + spot.radius + 4 if is_right else spot.x - spot.radius - 4 - wide
        box = (left, spot.y - _LINE_HEIGHT / 2, left + wide, spot.y + _LINE_HEIGHT / 2)
        has_room = not any(_overlap(box, other) for other in taken)
        if has_room:
            taken.append(box)
        placed.append(
            replace(
                spot,
                label=spot.name if has_room else "",
                anchor="start" if is_right else "end",
                label_x=round(left if is_right else left + wide, 1),
                label_y=round(spot.y + 4, 1),
            )
        )
    return tuple(placed)


def _around(spot: Point) -> tuple[float, float, float, float]:
    r = spot.radius
    return spot.x - r, spot.y - r, spot.x + r, spot.y + r


def _overlap(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _degrees(links: Iterable[Link]) -> dict[str, int]:
    degrees: dict[str, int] = {}
    for link in links:
        for key in (link.one, link.other):
            degrees[key] = degrees.get(key, 0) + link.count
    return degrees


def _radius(degree: int) -> float:
    """Return a dot's radius: its area grows with what it stands for, within limits."""
    return round(min(4 + 0.5 * math.sqrt(degree), 9), 1)
