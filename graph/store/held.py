"""Parts of a published state in memory: what was asked about once and took long.

The engine finds a statement in memory about ten times sooner than in its files. Who answers queries
asks for the parts that one reads; where they are not held, they are wanted, and read while nothing
else is to be done, some statements at a time. They are dropped, the longest unused first, where all
together would be too many, and all of them with the state that they belong to.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pyoxigraph import Quad, QueryTriples, Triple

from graph.held_patterns import Part
from graph.store.engine import Store
from graph.store.results import QueryResult
from ontology.errors import QueryError

__all__ = ["HeldStatements"]

# Some ten milliseconds of reading: so long may a query have to wait for it.
STATEMENTS_A_STEP = 400

Parts = tuple[Part, ...]


class _InMemory(Store):
    """A store in memory that is filled bit by bit."""

    def add(self, triples: Iterable[Triple]) -> None:
        self._writer().extend(Quad(each.subject, each.predicate, each.object) for each in triples)


class HeldStatements:
    """Stores in memory by what they hold; `most` is how many statements altogether."""

    def __init__(self, ask: Callable[[str], QueryResult], *, most: int) -> None:
        self._ask = ask
        self._most = most
        self._stores: dict[Parts, Store] = {}
        self._sizes: dict[Parts, int] = {}
        self._work: dict[Parts, Iterator[None]] = {}
        self._never: set[Parts] = set()

    def store(self, parts: Parts) -> Store | None:
        """Return a store that holds these parts and nothing else, None where there is none."""
        found = self._stores.pop(parts, None)
        if found is not None:
            self._stores[parts] = found
        return found

    def want(self, parts: Parts) -> None:
        """Hold these parts as soon as there is time to read them."""
        if not any(parts in known for known in (self._stores, self._work, self._never)):
            self._work[parts] = self._reading(parts)

    @property
    def has_work(self) -> bool:
        """Tell whether anything that was wanted is still to be read."""
        return bool(self._work)

    def work(self) -> None:
        """Read some of what was wanted."""
        parts, reading = next(iter(self._work.items()))
        try:
            next(reading)
        except (StopIteration, QueryError):
            del self._work[parts]
            if parts not in self._stores:
                self._never.add(parts)

    def _reading(self, parts: Parts) -> Iterator[None]:
        for iri in {iri for part in parts for iri in part.iris}:
            if self._number(iri) > self._most:
                return
            yield
        store, size = _InMemory(), 0
        for part in parts:
            triples = self._triples(part)
            while some := tuple(islice(triples, STATEMENTS_A_STEP)):
                store.add(some)
                size += len(some)
                if size > self._most:
                    return
                yield
        self._keep(parts, store, size)

    def _number(self, iri: str) -> int:
        """Return how many statements a property has, as far as that matters."""
        some = f"SELECT ?s {{ ?s <{iri}> ?o }} LIMIT {self._most + 1}"
        (row,) = self._ask(f"SELECT (COUNT(*) AS ?number) {{ {{ {some} }} }}").rows()
        return int(row["number"] or 0)

    def _triples(self, part: Part) -> Iterator[Triple]:
        answer = self._ask(part.text()).answer
        if not isinstance(answer, QueryTriples):
            msg = f"{part.text()} asks for statements and was answered with something else"
            raise QueryError(msg)
        return answer

    def _keep(self, parts: Parts, store: Store, size: int) -> None:
        self._stores[parts], self._sizes[parts] = store, size
        while sum(self._sizes.values()) > self._most:
            oldest = next(iter(self._stores))
            del self._stores[oldest], self._sizes[oldest]
