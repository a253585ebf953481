"""A query as the engine answers it soonest: all ways of putting it otherwise, one after another."""

from collections.abc import Callable

from graph.held_patterns import held_pattern
from graph.joined_counts import counted_early
from graph.path_steps import stepped
from graph.query_rewriting import rewritten
from graph.store.held import HeldStatements
from graph.store.results import QueryResult
from graph.top_rows import narrowed
from ontology.errors import QueryError

__all__ = ["Planner", "answered_soonest"]

# What is answered sooner gains little from memory; what takes longer may be of any size.
HELD_FROM_S, HELD_UP_TO_S = 0.02, 15.0


def answered_soonest(
    query: str, ask: Callable[[str], QueryResult], depths: dict[str, int] | None = None
) -> QueryResult:
    """Return the answer of a query; `ask` gives the engine's own, over data that stay the same.

    `depths` keeps what was learnt of the properties in these data.
    """

    def table(text: str) -> str:
        return ask(text).text(format_name="tsv")

    known = {} if depths is None else depths
    return ask(narrowed(stepped(counted_early(rewritten(query), table), table, known), table))


class Planner:
    """Answers queries over the default graph of one published state, and learns from them.

    `ask` gives the engine's own answer; `most` statements are held in memory.
    """

    def __init__(self, ask: Callable[[str], QueryResult], *, most: int) -> None:
        self._ask = ask
        self._depths: dict[str, int] = {}
        self._held = HeldStatements(ask, most=most)

    def answer(self, query: str) -> QueryResult:
        """Return the answer of a query."""
        pattern = held_pattern(query)
        held = self._held.store(pattern.parts) if pattern else None
        if pattern is not None and held is not None:
            try:
                return answered_soonest(pattern.query, held.query)
            except QueryError:
                # The message is to name the places of the query as it came.
                pass
        return answered_soonest(query, self._ask, self._depths)

    def note(self, query: str, seconds: float) -> None:
        """Take in how long a query took: what it reads may be worth holding."""
        pattern = held_pattern(query) if HELD_FROM_S < seconds < HELD_UP_TO_S else None
        if pattern is not None:
            self._held.want(pattern.parts)

    @property
    def has_work(self) -> bool:
        """Tell whether something is to be read while nobody asks."""
        return self._held.has_work

    def work(self) -> None:
        """Read some of it."""
        self._held.work()
