"""The first rows of a sorted table, found without sorting them all.

The engine sorts every row before it keeps twenty of them, and looks each name up again for each
comparison: over a million statements the latest twenty of 22,727 undertakings took 2.5 s. Here the
values of the first key are counted, which reads no names; those that the first rows have, and of
these the values of the other keys, go back into the query as `VALUES`. The answer is the same: the
rows with these values are all the rows that can be among the first. It is done where the pattern is
nothing but triples, so that every key has a value, and where all values of a key are of one kind
whose order is beyond doubt; any other query stays as it is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.query_shapes import is_plain, names_no_thing, only_table, variables
from graph.query_text import Piece, replaced
from ontology.errors import QueryError

__all__ = ["narrowed"]

# More rows than a page shows are seldom asked for, and each stands in the query as a value.
MOST_ROWS = 1_000
# Values beyond that take as long to read as the engine takes to sort.
MOST_VALUES = 50_000
_TAIL = re.compile(
    r"ORDER BY (?P<keys>(?:(?:(?:ASC|DESC) ?\( ?[?$]\w+ ?\)|[?$]\w+) ?)+)"
    r"LIMIT (?P<limit>\d+)(?: OFFSET (?P<offset>\d+))?",
    re.IGNORECASE,
)
_KEY = re.compile(r"(?P<descending>DESC ?\( ?)?[?$](?P<name>\w+)", re.IGNORECASE)

Rank = str | int


@dataclass(frozen=True, slots=True)
class _Key:
    """A variable that rows are sorted by."""

    name: str
    is_descending: bool


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A query for the first rows: what stands before it, its pattern, its end, its keys."""

    prologue: str
    pattern: str
    end: int
    keys: tuple[_Key, ...]
    rows: int


def narrowed(query: str, ask: Callable[[str], str]) -> str:
    """Return a query with the same answer that sorts fewer rows, often the same text.

    `ask` answers a query over the same data as a table in the format TSV.
    """
    found = _sorted_query(query)
    if found is None:
        return query
    try:
        values = _first_values(found, ask)
    except QueryError:
        return query
    return replaced(query, [(found.end, found.end, f" {values} ")]) if values else query


def _sorted_query(query: str) -> _Sorted | None:
    table = only_table(query) if "order" in query.casefold() else None
    tail = _TAIL.fullmatch(table.tail) if table else None
    if table is None or tail is None:
        return None
    if not _is_simple(table.head[1:]) or not _has_many_rows(table.inside):
        return None
    keys = tuple(
        _Key(key["name"], key["descending"] is not None) for key in _KEY.finditer(tail["keys"])
    )
    rows = int(tail["limit"]) + int(tail["offset"] or 0)
    if not {key.name for key in keys} <= variables(table.inside) or not 0 < rows <= MOST_ROWS:
        return None
    end = table.tokens[table.closing].start
    pattern = query[table.tokens[table.opening].end : end]
    return _Sorted(query[: table.head[0].start], pattern, end, keys, rows)


def _is_simple(head: Sequence[Piece]) -> bool:
    """Tell whether a query selects variables of its pattern, each row as often as it is found."""
    return all(
        token.kind == "variable" or token.text == "*" or token.is_word("WHERE") for token in head
    )


def _has_many_rows(inside: Sequence[Piece]) -> bool:
    return bool(inside) and all(map(is_plain, inside)) and names_no_thing(inside)


def _first_values(found: _Sorted, ask: Callable[[str], str]) -> str:
    """Return the values that the keys of the first rows have, as SPARQL; empty for no gain."""
    first, *others = found.keys
    counted = _table(
        ask(
            f"{found.prologue} SELECT ?{first.name} (COUNT(*) AS ?{_unused(found)}) "
            f"{{ {found.pattern}\n }} GROUP BY ?{first.name} LIMIT {MOST_VALUES + 1}"
        )
    )
    if not 0 < len(counted) <= MOST_VALUES:
        return ""
    chosen = _first_of([row[:1] for row in counted], (first,), found.rows, counts=counted)
    if not chosen or (not others and len(chosen) == len(counted)):
        return ""
    values = _values((first,), chosen)
    if not others:
        return values
    names = " ".join(f"?{key.name}" for key in found.keys)
    rows = _table(
        ask(
            f"{found.prologue} SELECT {names} {{ {found.pattern}\n {values} }} "
            f"LIMIT {MOST_VALUES + 1}"
        )
    )
    if len(rows) > MOST_VALUES:
        return values
    best = _first_of(rows, found.keys, found.rows)
    return _values(found.keys, best) if best else values


def _unused(found: _Sorted) -> str:
    name = "rows"
    while name in found.pattern:
        name += "_"
    return name


def _table(text: str) -> list[list[str]]:
    """Return the rows of a table in TSV without its head."""
    return [line.split("\t") for line in text.split("\n")[1:] if line]


def _first_of(
    rows: Sequence[Sequence[str]],
    keys: Sequence[_Key],
    wanted: int,
    *,
    counts: Sequence[Sequence[str]] = (),
) -> list[tuple[str, ...]]:
    """Return the values of the first rows and of all their equals; none where order is in doubt.

    Each row stands for one, or for as many as the second column of `counts` says.
    """
    columns = [_ranks([row[place] for row in rows]) for place in range(len(keys))]
    if not all(columns):
        return []
    order = list(range(len(rows)))
    for key, ranks in reversed(list(zip(keys, columns, strict=True))):
        order.sort(key=ranks.__getitem__, reverse=key.is_descending)
    chosen: dict[tuple[str, ...], None] = {}
    reached, last = 0, None
    for place in order:
        rank = [ranks[place] for ranks in columns]
        if reached >= wanted and rank != last:
            break
        chosen[tuple(rows[place])] = None
        reached += int(counts[place][1]) if counts else 1
        last = rank
    return list(chosen)


def _values(keys: Sequence[_Key], rows: Sequence[Sequence[str]]) -> str:
    names = " ".join(f"?{key.name}" for key in keys)
    lines = " ".join(f"({' '.join(row)})" for row in rows)
    return f"VALUES ({names}) {{ {lines} }}"


def _ranks(terms: Sequence[str]) -> list[Rank]:
    """Return by what terms of one kind are sorted; none where they are not all of one."""
    for kind in _KINDS:
        try:
            return list(kind(terms))
        except ValueError:
            continue
    return []


def _iris(terms: Sequence[str]) -> Iterator[Rank]:
    for term in terms:
        if not (term.startswith("<") and term.endswith(">")) or "\\" in term:
            raise ValueError(term)
        yield term[1:-1]


def _texts(terms: Sequence[str]) -> Iterator[Rank]:
    for term in terms:
        if len(term) < len('""') or not (term[0] == term[-1] == '"') or "\\" in term:
            raise ValueError(term)
        yield term[1:-1]


def _dates(terms: Sequence[str]) -> Iterator[Rank]:
    for term in terms:
        day = term.removeprefix('"').removesuffix(_DATE)
        if len(term) != len(day) + 1 + len(_DATE) or not _DAY.fullmatch(day):
            raise ValueError(term)
        yield date.fromisoformat(day).isoformat()


def _integers(terms: Sequence[str]) -> Iterator[Rank]:
    for term in terms:
        if not _INTEGER.fullmatch(term):
            raise ValueError(term)
        yield int(term)


_DATE = '"^^<http://www.w3.org/2001/XMLSchema#date>'
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# More digits may be beyond what the engine compares as whole numbers.
_INTEGER = re.compile(r"-?\d{1,18}", re.ASCII)
_KINDS: tuple[Callable[[Sequence[str]], Iterator[Rank]], ...] = (_iris, _texts, _dates, _integers)
