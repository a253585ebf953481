"""Answers queries from a server elsewhere, within the limits that our own processes have."""

import threading
import uuid
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.store.reading import Reading, ReadingLimits, ReadingPool, Request
from graph.store.remote import RemoteStore, is_marked
from graph.store.remote_server import RemoteAddress
from graph.store.sink import AnswerLimits
from graph.store.writing import written_answer
from ontology.iris import Iris

__all__ = ["RemoteReading"]

# The server's answer comes as XML or lines, which take up to so many times what a client gets.
WORDINESS = 4


class RemoteReading:
    """Asks the server, counts what it answers, and sends on nothing but whole answers.

    The server is not told to stop where a limit is met: it needs limits of its own.
    """

    def __init__(
        self, limits: ReadingLimits, address: RemoteAddress, *, iris: Iris | None = None
    ) -> None:
        self.limits = limits
        self._iris = iris
        self._local = ReadingPool(limits)
        self._address = address
        self._spool = TemporaryDirectory(prefix="nachbarwissen-")
        self._lock = threading.Lock()
        self._opened: tuple[Path, RemoteStore] | None = None

    def warm_up(self) -> None:
        """Do nothing: the server runs already."""

    def close(self) -> None:
        """Close all connections and remove what was written."""
        if self._opened is not None:
            self._opened[1].close()
        self._local.close()
        self._spool.cleanup()

    def read(self, request: Request) -> Reading:
        """Return the whole answer of a query; whatever exceeds a limit raises instead.

        Workspace and history lie beside the server, in stores of our own.
        """
        if not is_marked(request.store):
            return self._local.read(request)
        result = self._store(request.store).query(
            request.query,
            default_graphs=request.default_graphs,
            named_graphs=request.named_graphs,
            base_iri=request.base_iri,
        )
        spool = Path(self._spool.name) / uuid.uuid4().hex
        limits = AnswerLimits(self.limits.max_rows, self.limits.max_bytes)
        try:
            written = written_answer(result, request.formats, limits, spool)
            file = spool.open("rb") if written.is_on_disk else None
        finally:
            spool.unlink(missing_ok=True)
        return Reading(written.kind, written.size, written.body, file)

    def _store(self, published: Path) -> RemoteStore:
        with self._lock:
            if self._opened is None or self._opened[0] != published:
                bounds = (self.limits.seconds, WORDINESS * self.limits.max_bytes)
                store = RemoteStore(
                    self._address, iris=self._iris, published=published, bounds=bounds
                )
                self._opened = (published, store)
            return self._opened[1]
