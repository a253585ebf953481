"""A fair queue: so many at once, nobody all of it, and those who wait are served in turn."""

import asyncio
import threading
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from ontology.errors import BusyError

__all__ = ["FairQueue"]


@dataclass(frozen=True, eq=False)
class _Waiting:
    """Somebody who waits, in the event loop that waits."""

    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    turn: asyncio.Event = field(default_factory=asyncio.Event)


class FairQueue:
    """Lets `places` through at once, one client at most all but one; clients take turns."""

    def __init__(self, places: int, *, max_waiting: int, patience_s: float) -> None:
        self._places = places
        # Where there are two places or more, one client's slow queries leave one to the others.
        self._most = max(1, places - 1)
        self._max_waiting = max_waiting
        self._patience_s = patience_s
        self._lock = threading.Lock()
        self._inside: Counter[str] = Counter()
        self._waiting: OrderedDict[str, deque[_Waiting]] = OrderedDict()

    @asynccontextmanager
    async def place(self, client: str) -> AsyncIterator[None]:
        """Hold a place while the block runs; raises where too many wait or it takes too long."""
        me = _Waiting()
        with self._lock:
            if sum(map(len, self._waiting.values())) >= self._max_waiting:
                raise BusyError(f"{self._max_waiting} queries wait already; try again in a moment")
            self._waiting.setdefault(client, deque()).append(me)
            self._admit()
        try:
            await asyncio.wait_for(me.turn.wait(), self._patience_s)
        except (TimeoutError, asyncio.CancelledError) as error:
            self._give_up(client, me)
            if isinstance(error, asyncio.CancelledError):
                raise
            msg = f"No place was free for {self._patience_s:g} s; try again in a moment"
            raise BusyError(msg) from error
        try:
            yield
        finally:
            self._leave(client)

    def _give_up(self, client: str, me: _Waiting) -> None:
        with self._lock:
            line = self._waiting.get(client, deque())
            if me in line:
                line.remove(me)
                if not line:
                    del self._waiting[client]
                return
        # The turn came in the same moment: hand it on.
        self._leave(client)

    def _leave(self, client: str) -> None:
        with self._lock:
            self._inside[client] -= 1
            if not self._inside[client]:
                del self._inside[client]
            self._admit()

    def _admit(self) -> None:
        while self._inside.total() < self._places:
            client = next((c for c in self._waiting if self._inside[c] < self._most), None)
            if client is None:
                return
            line = self._waiting.pop(client)
            admitted = line.popleft()
            if line:
                # At the end of the round: everybody else who waits comes first.
                self._waiting[client] = line
            self._inside[client] += 1
            _wake(admitted)


def _wake(admitted: _Waiting) -> None:
    if admitted.loop.is_closed():
        return
    admitted.loop.call_soon_threadsafe(admitted.turn.set)
