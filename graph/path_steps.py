"""Paths of any length as the steps that there are: one, or two, or as many as the graph has.

"All towns below this state" (`?town nw:partOf+ :state`) is asked step by step by the engine, which
looks up for each town what is part of it: nothing, over a million statements in 19 ms. How many
steps of a property can follow each other is a fact of the published state; where they are few, a
path of any length is one step, or two, and no more, and the last look-ups are not made. It is done
where one end of the path is named and the property has no circles.
"""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass

from graph.query_shapes import Table, is_plain, only_table, verb_iri
from graph.query_text import Piece, replaced
from ontology.errors import QueryError

__all__ = ["stepped"]

# Deeper than any order of places, themes or bodies here.
MOST_STEPS = 6
# So many ways from the named end are walked; where more lead to the same things, a path is quicker.
MOST_WAYS = 20_000
# Beyond that, to learn how many steps there are takes longer than analysts wait.
MOST_STATEMENTS = 250_000


@dataclass(frozen=True, slots=True)
class _Path:
    """One property of any number of steps: where it stands, its verb, its two ends, its open one.

    `key` names the property whatever prefix a query gives it.
    """

    prologue: str
    key: str
    start: int
    end: int
    verb: str
    ends: tuple[str, str]
    open_end: str

    def steps(self, number: int) -> str:
        """Return the pattern of a path of so many steps."""
        subject, value = self.ends
        return f"{subject} {'/'.join([self.verb] * number)} {value}"

    def text(self, most: int) -> str:
        """Return the pattern of a path of one step up to so many."""
        ways = " UNION ".join(f"{{ {self.steps(n)} }}" for n in range(1, most + 1))
        return f"{{ SELECT DISTINCT {self.open_end} {{ {ways} }} }}"


def stepped(query: str, ask: Callable[[str], str], depths: MutableMapping[str, int]) -> str:
    """Return a query with the same answer that looks fewer things up, often the same text.

    `ask` answers a query over the same data as a table in the format TSV; `depths` keeps what was
    learnt of these data.
    """
    found = _path(query)
    if found is None:
        return query
    try:
        if found.key not in depths:
            depths[found.key] = _depth(found, ask)
        most = depths[found.key]
        if not most or _ways(found, most, ask) >= MOST_WAYS:
            return query
    except QueryError:
        return query
    return replaced(query, [(found.start, found.end, found.text(most))])


def _path(query: str) -> _Path | None:
    table = only_table(query) if "+" in query else None
    if table is None or any(token.is_word("FROM") for token in table.head):
        return None
    others = [token for token in table.inside if token.text != "+"]
    plus = [place for place, token in enumerate(table.inside) if token.text == "+"]
    if len(plus) != 1 or not all(map(is_plain, others)) or any(_is_open(t) for t in others):
        return None
    return _around(query, table, plus[0])


def _is_open(token: Piece) -> bool:
    """Tell whether a token may belong to a path or a value of several tokens."""
    return token.kind == "mark" and token.text not in {".", ";", ","}


def _around(query: str, table: Table, plus: int) -> _Path | None:
    """Return the path whose mark stands there, if it is a whole triple and one end is named."""
    first, last = plus - 2, plus + 1
    if first < 0 or last >= len(table.inside):
        return None
    before, behind = table.inside[:first][-1:], table.inside[last + 1 :][:1]
    if any(token.text != "." for token in (*before, *behind)):
        return None
    subject, verb, _, value = table.inside[first : last + 1]
    iri = verb_iri(table.tokens, table.start, verb.text)
    named = [one for one in (subject, value) if one.kind in {"iri", "pname"}]
    open_ends = [one for one in (subject, value) if one.kind == "variable"]
    if not iri or len(named) != 1 or len(open_ends) != 1:
        return None
    prologue = query[: table.head[0].start]
    ends = (subject.text, value.text)
    return _Path(prologue, iri, subject.start, value.end, verb.text, ends, open_ends[0].text)


def _depth(found: _Path, ask: Callable[[str], str]) -> int:
    """Return how many steps of a property can follow each other, 0 for too many to know."""
    every = f"SELECT ?a {{ ?a <{found.key}> ?b }} LIMIT {MOST_STATEMENTS + 1}"
    if not 0 < _number(f"{{ {every} }}", ask) <= MOST_STATEMENTS:
        return 0
    reached = f"SELECT DISTINCT ?n1 {{ ?n0 <{found.key}> ?n1 }}"
    for depth in range(1, MOST_STEPS + 1):
        further = f"{{ {reached} }} ?n{depth} <{found.key}> ?n{depth + 1}"
        if not _number(further, ask):
            return depth
        reached = f"SELECT DISTINCT ?n{depth + 1} {{ {further} }}"
    return 0


def _ways(found: _Path, most: int, ask: Callable[[str], str]) -> int:
    """Return how many ways lead from the named end to others, at most `MOST_WAYS`."""
    ways = 0
    for number in range(1, most + 1):
        rows = f"SELECT * {{ {found.steps(number)} }} LIMIT {MOST_WAYS}"
        ways = max(ways, _number(f"{{ {rows} }}", ask, found.prologue))
    return ways


def _number(pattern: str, ask: Callable[[str], str], prologue: str = "") -> int:
    """Return how many rows a pattern has."""
    return int(ask(f"{prologue} SELECT (COUNT(*) AS ?number) {{ {pattern} }}").split("\n")[1])
