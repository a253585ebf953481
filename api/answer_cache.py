"""Answers that were given before: a published state never changes, so they stay true."""

import re
import threading
from collections import OrderedDict
from collections.abc import Hashable

from graph.store import Reading

__all__ = ["AnswerCache", "is_repeatable"]

# What differs from one evaluation to the next, or depends on others.
_VOLATILE = re.compile(r"\b(?:now|rand|uuid|struuid|bnode|service)\b|\\u", re.IGNORECASE)


class AnswerCache:
    """Keeps the answers that were asked for last, up to so many bytes."""

    def __init__(self, *, max_bytes: int, max_answer_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._max_answer_bytes = max_answer_bytes
        self._answers: OrderedDict[Hashable, Reading] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Reading | None:
        """Return the answer kept under a key."""
        with self._lock:
            answer = self._answers.get(key)
            if answer is not None:
                self._answers.move_to_end(key)
            return answer

    def keep(self, key: Hashable, answer: Reading) -> None:
        """Keep an answer where it is small; the one unused for longest makes room."""
        if answer.file is not None or answer.size > self._max_answer_bytes:
            return
        with self._lock:
            if key in self._answers:
                return
            self._answers[key] = answer
            self._size += answer.size
            while self._size > self._max_bytes:
                _, oldest = self._answers.popitem(last=False)
                self._size -= oldest.size


def is_repeatable(query: str) -> bool:
    """Tell whether a query gives the same answer over the same state each time."""
    return _VOLATILE.search(query) is None
