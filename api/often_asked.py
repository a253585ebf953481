"""The queries asked again and again, worth answering anew when another state is published."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, replace
from pathlib import Path

from graph.store import Request

__all__ = ["OftenAsked"]

# Dashboards ask a few dozen queries; one that was not asked for so many others is given up.
REMEMBERED = 200
# Longer texts are made by programs, with values that are not asked for twice.
MAX_CHARACTERS = 4_000
# From the second time on a query counts as asked again.
AGAIN = 2


@dataclass
class _Asked:
    request: Request
    times: int = 0


class OftenAsked:
    """Remembers the queries asked last, and over which state of each data set."""

    def __init__(self) -> None:
        self._asked: OrderedDict[Hashable, _Asked] = OrderedDict()
        self._states: dict[Path, Path] = {}
        self._lock = threading.Lock()

    def note(self, key: Hashable, request: Request) -> list[Request]:
        """Count a query; return those worth answering anew where it is the first over a new state.

        `key` names the query without its state. The states of one data set lie in one folder.
        """
        data_set = request.store.parent
        with self._lock:
            before = self._states.get(data_set)
            self._states[data_set] = request.store
            if len(request.query) <= MAX_CHARACTERS:
                self._asked.setdefault((data_set, key), _Asked(request)).times += 1
                self._asked.move_to_end((data_set, key))
            while len(self._asked) > REMEMBERED:
                self._asked.popitem(last=False)
            if before in {None, request.store}:
                return []
            again = [one for one in self._asked.values() if one.times >= AGAIN]
        again.sort(key=lambda one: -one.times)
        ours = [one.request for one in again if one.request.store.parent == data_set]
        return [replace(one, store=request.store) for one in ours]
