"""Pictures of SPARQL answers: bars, a network, a map, as far as the columns allow them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from api.drawing import Link, Map, Network, draw_map, draw_network
from graph.answer_tables import AnswerTable, Cell
from ontology.gazetteer import gazetteer
from ontology.terms import PREFIXES

__all__ = ["VIEWS", "Bar", "Chart", "Picture", "picture", "short_name", "views_of"]

# More bars are longer than a screen, more names than these touch each other around a circle.
MAX_BARS = 60
MAX_IN_NETWORK = 40
# What fits between the circle and the edge of the drawing.
MAX_NAME_CHARS = 26
# More lines make a picture of threads.
MAX_LINES = 400


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: what is counted, how much, and how long its bar is of 100."""

    label: Cell
    value: str
    length: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of two columns."""

    label: str
    measure: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn above the table, and whether it leaves anything out."""

    view: str
    drawn: Chart | Network | Map
    is_cut: bool = False


def views_of(table: AnswerTable) -> tuple[str, ...]:
    """Return the ways in which an answer can be shown, the table first."""
    return ("table", *(name for name, draw in _DRAWN.items() if draw(table) is not None))


def picture(table: AnswerTable, view: str) -> Picture | None:
    """Return an answer drawn in one of the ways, None where its columns do not allow that."""
    draw = _DRAWN.get(view)
    return draw(table) if draw else None


def short_name(iri: str) -> str:
    """Return how a table writes an IRI: with its prefix, or without the address of all."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri.rpartition("/id/")[2]


def _chart(table: AnswerTable) -> Picture | None:
    numbers = [
        at for at in _columns(table) if _all(table, at, lambda cell: cell.number is not None)
    ]
    labels = [at for at in _columns(table) if at not in numbers]
    if table.kind != "table" or not numbers or not labels:
        return None
    # Of an address and a name the name reads better.
    names = [at for at in labels if _all(table, at, lambda cell: not cell.is_iri)]
    label, measure = (names or labels)[0], numbers[-1]
    pairs = [(row[label], row[measure]) for row in table.rows]
    found = [(one, other) for one, other in pairs if one and other and (other.number or 0) >= 0]
    largest = max((other.number or 0 for _, other in found), default=0)
    bars = tuple(
        Bar(one, other.value, round(100 * (other.number or 0) / (largest or 1), 1))
        for one, other in found[:MAX_BARS]
    )
    chart = Chart(table.columns[label], table.columns[measure], bars)
    return Picture("chart", chart, len(found) > MAX_BARS) if bars else None


def _network(table: AnswerTable) -> Picture | None:
    links = _links(table, lambda cell: cell.value if cell.is_iri else None)
    if not links:
        return None
    weight = Counter[str]()
    for link in links:
        weight.update({link.one: link.count, link.other: link.count})
    chosen = sorted(key for key, _ in weight.most_common(MAX_IN_NETWORK))
    drawn = [link for link in links if link.one in chosen and link.other in chosen]
    network = draw_network([(key, _cut(short_name(key))) for key in chosen], drawn[:MAX_LINES])
    return Picture("graph", network, len(weight) > len(chosen) or len(drawn) > MAX_LINES)


def _cut(name: str) -> str:
    return name if len(name) <= MAX_NAME_CHARS else f"{name[: MAX_NAME_CHARS - 1]}…"


def _map(table: AnswerTable) -> Picture | None:
    places = {key for row in table.rows for cell in row if cell and (key := _place(cell))}
    links = _links(table, _place)
    drawn = draw_map(sorted(places), links[:MAX_LINES])
    return Picture("map", drawn, len(links) > MAX_LINES) if drawn else None


def _links(table: AnswerTable, key_of: Callable[[Cell], str | None]) -> list[Link]:
    """Return which things stand together in a row, the first two that there are."""
    found = Counter[tuple[str, str]]()
    for row in table.rows:
        ends = row[::2] if table.kind == "graph" else row
        keys = list(dict.fromkeys(key for cell in ends if cell and (key := key_of(cell))))
        if len(keys) > 1:
            found[keys[0], keys[1]] += 1
    return [Link(*pair, count) for pair, count in found.most_common()]


def _place(cell: Cell) -> str | None:
    """Return the official key of the municipality or county that a cell names."""
    folder, _, key = cell.value.rpartition("/")
    is_place = cell.is_iri and folder.endswith(("/id/municipality", "/id/county"))
    return key if is_place and gazetteer().get(key) else None


def _columns(table: AnswerTable) -> Sequence[int]:
    return range(len(table.columns))


def _all(table: AnswerTable, column: int, is_so: Callable[[Cell], bool]) -> bool:
    cells: Iterator[Cell] = (cell for row in table.rows if (cell := row[column]))
    first = next(cells, None)
    return first is not None and is_so(first) and all(map(is_so, cells))


_DRAWN: Mapping[str, Callable[[AnswerTable], Picture | None]] = MappingProxyType(
    {"chart": _chart, "graph": _network, "map": _map}
)
VIEWS = ("table", *_DRAWN)
