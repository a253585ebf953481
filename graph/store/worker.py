"""A process that answers queries over read-only stores until its parent ends or kills it.

The engine cannot be interrupted in its process, so a query that must end ends with its process.
Started as `python -m graph.store.worker FD MEMORY_BYTES SECONDS`.
"""

import ctypes
import resource
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from graph.query_planning import Planner, answered_soonest
from graph.store.engine import Store
from graph.store.job import Job, Reply
from graph.store.results import QueryResult
from graph.store.sink import AnswerLimits
from graph.store.writing import written_answer
from ontology.errors import NachbarwissenError, QueryAbortedError

__all__ = ["main"]


# A statement in memory takes some 650 bytes (45,454 short texts, resident memory before and after):
# a fifth of what a query may have.
BYTES_A_STATEMENT = 3_000
# Each thread of the engine that meets another at the allocator opens an arena of its own, 64 MiB of
# the addresses that the limit counts: 800 MiB gone before the first query, on a busy machine now
# and then all of them. With two arenas opening a store takes 300 MiB. The number is glibc's.
ARENA_MAX, ARENAS = -8, 2


class _Stores:
    """The store that was asked last, with what was learnt of it; a newer snapshot takes its place.

    `most` statements of it are held in memory.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._path = ""
        self._store: Store | None = None
        self._planners: dict[str | None, Planner] = {}

    def at(self, path: str) -> Store:
        if self._store is None or path != self._path:
            self._planners.clear()
            self._store = Store(Path(path), read_only=True)
            self._path = path
        return self._store

    def planner(self, job: Job) -> Planner | None:
        """Return what answers queries over the default graph; None for a job that names graphs."""
        store = self.at(job.store)
        if job.default_graphs or job.named_graphs is not None:
            return None
        if job.base_iri not in self._planners:
            self._planners.clear()
            ask = partial(store.query, base_iri=job.base_iri)
            self._planners[job.base_iri] = Planner(ask, most=self._most)
        return self._planners[job.base_iri]

    def work_until(self, is_asked: Callable[[], bool]) -> None:
        """Read what is to be held in memory while nobody asks."""
        for planner in self._planners.values():
            while planner.has_work and not is_asked():
                planner.work()


def main(descriptor: int, memory_bytes: int, seconds: int) -> None:
    """Answer the jobs that come in, one after the other."""
    with suppress(AttributeError):
        ctypes.CDLL(None).mallopt(ARENA_MAX, ARENAS)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    # Ctrl+C in the terminal is for the parent; the alarm ends this process without a word, also
    # where the parent is gone and cannot kill it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    stores = _Stores(memory_bytes // BYTES_A_STATEMENT)
    with Connection(descriptor) as connection:
        connection.send_bytes(b"ready")
        while True:
            stores.work_until(connection.poll)
            try:
                message = connection.recv_bytes()
            except (EOFError, ConnectionError):
                return
            signal.setitimer(signal.ITIMER_REAL, seconds)
            _reply(connection, stores, Job.from_bytes(message))
            signal.setitimer(signal.ITIMER_REAL, 0)


def _reply(connection: Connection, stores: _Stores, job: Job) -> None:
    limits = AnswerLimits(job.max_rows, job.max_bytes)
    try:
        reply, body = _answered(stores, job, limits)
    except NachbarwissenError as error:
        reply, body = Reply.of_error(error), b""
    except MemoryError:
        aborted = QueryAbortedError("The query needed more memory than a query may have here")
        reply, body = Reply.of_error(aborted), b""
    connection.send_bytes(reply.to_bytes())
    if not reply.error and not reply.spool:
        connection.send_bytes(body)


def _answered(stores: _Stores, job: Job, limits: AnswerLimits) -> tuple[Reply, bytes]:
    begun = time.perf_counter()
    planner = stores.planner(job)
    result = planner.answer(job.query) if planner else _of_named_graphs(stores.at(job.store), job)
    written = written_answer(result, job.formats, limits, Path(job.spool))
    if planner is not None:
        planner.note(job.query, time.perf_counter() - begun)
    spool = job.spool if written.is_on_disk else ""
    return Reply(kind=written.kind, size=written.size, spool=spool), written.body


def _of_named_graphs(store: Store, job: Job) -> QueryResult:
    ask = partial(
        store.query,
        default_graphs=job.default_graphs,
        named_graphs=job.named_graphs,
        base_iri=job.base_iri,
    )
    return answered_soonest(job.query, ask)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
