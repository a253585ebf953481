"""SPARQL queries that search: their patterns become rows of passages of the published state."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from api.view import View, Views
from graph.search_patterns import Search, SearchFind, has_searches, with_finds
from ontology.errors import BusyError, NachbarwissenError, StaleIndexError

__all__ = ["ReadyQuery", "ready_query"]

# Index and graph are brought into readers' sight one after the other: a second for 20,000
# passages. Who waits longer than this waits for a run that was stopped.
PATIENCE_S = 10.0
PAUSE_S = 0.05


@dataclass(frozen=True, slots=True)
class ReadyQuery:
    """A query that the engine understands, and the state of the graph it is to be asked of."""

    view: View
    text: str


def ready_query(views: Views, query: str, *, base: str = "") -> ReadyQuery:
    """Return a query whose searches are done, and the state that they were done in.

    Index and graph are of the same state: while the next one is being published, this waits.
    """
    deadline = time.monotonic() + PATIENCE_S
    while True:
        view = views.current()
        if not has_searches(query):
            return ReadyQuery(view, query)
        try:
            ready = ReadyQuery(view, with_finds(query, _Finder(view), base=base))
            is_in_step = view.is_in_step()
        except StaleIndexError:
            raise
        except NachbarwissenError:
            # What a search says while the index changes under it means nothing.
            if view.is_in_step():
                raise
            is_in_step = False
        if is_in_step:
            return ready
        if time.monotonic() > deadline:
            raise BusyError(
                "Graph and search index are not of one state: a run is publishing, or was stopped "
                "before it had. Try again; if it stays so, any `nachbarwissen ingest` completes it"
            )
        time.sleep(PAUSE_S)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the passages of one state."""

    view: View

    def __call__(self, search: Search) -> Sequence[SearchFind]:
        passages = self.view.passages
        if search.kind == "matches":
            found = passages.matching(search.text, limit=search.limit, is_limited=search.is_limited)
        else:
            found = passages.similar(search.text, limit=search.limit)
        iri = self.view.iris.passage
        return [SearchFind(iri(one.document_id, one.ordinal), one.score) for one in found]
