"""Counts over two steps, counted before the second step instead of after it.

"How many undertakings does each county's towns lead?" is a look-up of the county for each of 22,727
undertakings to the engine. Here they are counted by town, each statement about a county is read
once, and the counts are summed: over a million statements 36 ms instead of 240. The sums are the
counts: each statement of the second step meets as many rows as were counted for what they share. It
is done where the second step has not many times the statements of the first; of these as few are
counted as tell that.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.query_shapes import is_plain, names_no_thing, only_table, spaced, triples, variables
from graph.query_text import replaced
from ontology.errors import QueryError

__all__ = ["counted_early"]

# The engine looks fewer up as soon as it reads anything else.
FEW = 1_000
# So many statements are read in sequence while one is looked up, with what counting them takes.
READ_MEANWHILE = 5
# How many statements of the first step are counted to begin with, and how many times more then.
SAMPLE, MORE = 4_000, 10
_HEAD = re.compile(
    r"SELECT (?P<group>[?$]\w+) \( ?COUNT ?\( ?(?P<counted>[?$]\w+|\*) ?\) AS "
    r"(?P<name>[?$]\w+) ?\)(?: WHERE)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"GROUP BY (?P<group>[?$]\w+)"
    r"(?: ORDER BY (?:(?:ASC|DESC) ?\( ?[?$]\w+ ?\)|[?$]\w+| )+)?(?: ?LIMIT \d+)?(?: OFFSET \d+)?",
    re.IGNORECASE,
)

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Joined:
    """A count over two triples: where head and pattern stand, what they are and share."""

    prologue: str
    start: int
    end: int
    group: str
    name: str
    shared: str
    first: Triple
    second: Triple

    def text(self) -> str:
        """Return head and pattern as they are evaluated sooner."""
        number = "?count"
        while number in {*self.first, *self.second, self.name}:
            number += "_"
        return (
            f"SELECT {self.group} (SUM({number}) AS {self.name}) {{ "
            f"{{ SELECT {self.shared} (COUNT(*) AS {number}) {{ {' '.join(self.first)} }} "
            f"GROUP BY {self.shared} }} "
            f"{{ SELECT {self.shared} {self.group} {{ {' '.join(self.second)} }} }} }}"
        )


def counted_early(query: str, ask: Callable[[str], str]) -> str:
    """Return a query with the same answer that looks fewer things up, often the same text.

    `ask` answers a query over the same data as a table in the format TSV.
    """
    found = _joined(query)
    try:
        if found is None or not _is_quicker(found, ask):
            return query
    except QueryError:
        return query
    return replaced(query, [(found.start, found.end, found.text())])


def _joined(query: str) -> _Joined | None:
    table = only_table(query) if "count" in query.casefold() else None
    if table is None or not all(map(is_plain, table.inside)):
        return None
    head, tail = _HEAD.fullmatch(spaced(table.head)), _TAIL.fullmatch(table.tail)
    known = variables(table.inside)
    if head is None or tail is None or head["counted"][1:] not in {*known, ""}:
        return None
    if not names_no_thing(table.inside):
        return None
    if tail["group"] != head["group"] or head["name"][1:] in known:
        return None
    start = table.head[0].start
    place = (query[:start], start, table.tokens[table.closing].end)
    return _of_two(place, head["group"], head["name"], triples(table.inside))


def _of_two(
    place: tuple[str, int, int], group: str, name: str, both: list[Triple]
) -> _Joined | None:
    if len(both) != len(("first", "second")):
        return None
    first, second = both if group in both[1] else reversed(both)
    shared = _variables(first) & _variables(second)
    if len(shared) != 1 or group in first or group not in second or _has_open_verb(both):
        return None
    return _Joined(*place, group, name, shared.pop(), first, second)


def _variables(triple: Triple) -> set[str]:
    return {term for term in triple if term[0] in "?$"}


def _has_open_verb(both: list[Triple]) -> bool:
    return any(verb[0] in "?$" for _, verb, _ in both)


def _is_quicker(found: _Joined, ask: Callable[[str], str]) -> bool:
    """Tell whether the second step has few statements for those of the first."""
    sample = SAMPLE
    while True:
        looked_up = _number(found, found.first, sample, ask)
        most = READ_MEANWHILE * looked_up
        if looked_up < FEW:
            return False
        if _number(found, found.second, most + 1, ask) <= most:
            return True
        if looked_up < sample:
            return False
        sample *= MORE


def _number(found: _Joined, triple: Triple, most: int, ask: Callable[[str], str]) -> int:
    """Return how many statements fit a triple, `most` where there are more."""
    rows = f"SELECT {found.shared} {{ {' '.join(triple)} }} LIMIT {most}"
    table = ask(f"{found.prologue} SELECT (COUNT(*) AS ?number) {{ {{ {rows} }} }}")
    return int(table.split("\n")[1])
