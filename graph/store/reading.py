"""The reading processes as their parent sees them: one job at a time each, killed at the limit."""

import shutil
import signal
import socket
import subprocess
import sys
import threading
import uuid
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import mkdtemp
from typing import IO, Self

from graph.store.job import Job, Reply
from ontology.errors import QueryAbortedError, QueryTimeoutError, StoreError

__all__ = ["Reading", "ReadingLimits", "ReadingPool", "Request"]

# A new process imports the engine in a third of a second; on a busy machine in a few.
START_S = 60.0
# The process ends itself this long after the parent should have killed it.
GRACE_S = 5


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What one query may take, and how many run at once."""

    seconds: float = 30.0
    max_rows: int = 1_000_000
    max_bytes: int = 256 * 2**20
    memory_bytes: int = 2 * 2**30
    processes: int = 2


@dataclass(frozen=True, slots=True)
class Request:
    """A query over the store in a folder; `formats` names one for each kind of answer."""

    store: Path
    query: str
    formats: Mapping[str, str]
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] | None = None
    base_iri: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A complete answer: its kind, its size, and its bytes or the open file that holds them."""

    kind: str
    size: int
    body: bytes
    file: IO[bytes] | None = None


@dataclass
class _Process:
    process: subprocess.Popen[bytes]
    connection: Connection
    is_ready: bool = False

    def end(self) -> int:
        """Kill the process where it still runs; return how it ended."""
        if self.process.poll() is None:
            self.process.kill()
        status = self.process.wait()
        self.connection.close()
        return status


@dataclass
class _Held:
    """What must go when nobody reads any more: the processes and the folder they write to."""

    processes: list[_Process] = field(default_factory=list)
    spool: Path | None = None

    def end(self) -> None:
        while self.processes:
            self.processes.pop().end()
        if self.spool is not None:
            shutil.rmtree(self.spool, ignore_errors=True)


class ReadingPool:
    """Warm processes that answer queries; who calls waits for one that is free."""

    def __init__(self, limits: ReadingLimits) -> None:
        self.limits = limits
        self._idle: list[_Process] = []
        self._held = _Held()
        self._lock = threading.Lock()
        self._free = threading.BoundedSemaphore(limits.processes)
        self._finalizer = weakref.finalize(self, self._held.end)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def warm_up(self) -> None:
        """Start all processes, so that the first query waits for none."""
        with self._lock:
            while len(self._held.processes) < self.limits.processes:
                self._idle.append(self._start())

    def close(self) -> None:
        """End all processes and remove what they wrote."""
        self._finalizer()
        self._idle.clear()

    def read(self, request: Request) -> Reading:
        """Return the whole answer of a query; whatever exceeds a limit raises instead."""
        with self._free:
            process = self._take()
            spool = self._spool() / uuid.uuid4().hex
            try:
                return self._ask(process, request, spool)
            finally:
                self._put_back(process)
                spool.unlink(missing_ok=True)

    def _spool(self) -> Path:
        with self._lock:
            if self._held.spool is None:
                self._held.spool = Path(mkdtemp(prefix="nachbarwissen-"))
            return self._held.spool

    def _ask(self, process: _Process, request: Request, spool: Path) -> Reading:
        job = Job(
            store=str(request.store),
            query=request.query,
            formats=request.formats,
            spool=str(spool),
            max_rows=self.limits.max_rows,
            max_bytes=self.limits.max_bytes,
            default_graphs=request.default_graphs,
            named_graphs=request.named_graphs,
            base_iri=request.base_iri,
        )
        connection = process.connection
        try:
            self._await_start(process)
            connection.send_bytes(job.to_bytes())
            if not connection.poll(self.limits.seconds):
                process.end()
                raise QueryTimeoutError(_too_long(self.limits.seconds))
            reply = Reply.from_bytes(connection.recv_bytes())
            reply.raise_error()
            body = b"" if reply.file else connection.recv_bytes()
        except (EOFError, ConnectionError) as error:
            raise _aborted(process.end(), self.limits) from error
        file = reply.file.open("rb") if reply.file else None
        return Reading(reply.kind, reply.size, body, file)

    def _await_start(self, process: _Process) -> None:
        if process.is_ready:
            return
        if not process.connection.poll(START_S):
            process.end()
            msg = f"No reading process started within {START_S:g} s; is the machine overloaded?"
            raise StoreError(msg)
        process.connection.recv_bytes()
        process.is_ready = True

    def _take(self) -> _Process:
        with self._lock:
            return self._idle.pop() if self._idle else self._start()

    def _put_back(self, process: _Process) -> None:
        """Keep the process, or start another where it was ended: the next query finds it warm."""
        with self._lock:
            if process.process.poll() is None:
                self._idle.append(process)
                return
            process.connection.close()
            if process in self._held.processes:
                self._held.processes.remove(process)
                self._idle.insert(0, self._start())

    def _start(self) -> _Process:
        ours, theirs = socket.socketpair()
        with theirs:
            arguments = [
                str(theirs.fileno()),
                str(self.limits.memory_bytes),
                str(int(self.limits.seconds) + GRACE_S),
            ]
            process = subprocess.Popen(  # noqa: S603 - our own module, our own numbers
                [sys.executable, "-P", "-m", "graph.store.worker", *arguments],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        started = _Process(process, Connection(ours.detach()))
        self._held.processes.append(started)
        return started


def _too_long(seconds: float) -> str:
    return (
        f"The query ran longer than {seconds:g} s and was ended. Make it narrower: bind a subject "
        "or a predicate, avoid patterns that share no variable, write MINUS for FILTER NOT EXISTS."
    )


def _aborted(status: int, limits: ReadingLimits) -> QueryAbortedError:
    name = signal.Signals(-status).name if status < 0 else f"status {status}"
    return QueryAbortedError(
        f"The query's process ended ({name}): it needed more memory than the "
        f"{limits.memory_bytes / 2**20:,.0f} MiB that a query may have, or is nested too deeply. "
        "Ask for less at once: add conditions, LIMIT, or aggregate fewer groups."
    )
