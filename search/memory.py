"""Keeps the passages that questions touch ready to compare: read once, not every time."""

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.passage_store import PassageStore, StoredPassage, TokenVectors
from search.products import ROW_ZERO

__all__ = ["PassageMemory", "ReadyPassage", "made_ready"]

# About 6,000 passages of 90 words; a larger collection keeps those that were asked for last. A
# passage that is not here costs 0.2 ms.
LIMIT_BYTES = 200_000_000
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class ReadyPassage:
    """A passage with its token vectors as bytes around `ROW_ZERO`, one row a token.

    A row times `scale` is the vector of length one; `starts` are the tokens' places. With one
    scale for all, the likest token is found among whole numbers.
    """

    passage: StoredPassage
    rows: NDArray[np.uint8]
    scale: float
    starts: NDArray[np.int32]


def made_ready(passage: StoredPassage, tokens: TokenVectors) -> ReadyPassage:
    """Return a passage ready to compare."""
    scale = float(tokens.scales.max(initial=TINY))
    levels = np.rint(tokens.levels * (tokens.scales / scale)[:, None])
    return ReadyPassage(passage, (levels + ROW_ZERO).astype(np.uint8), scale, tokens.starts)


class PassageMemory:
    """Remembers passages by number; a number never comes to mean another passage."""

    def __init__(self, store: PassageStore, *, limit_bytes: int = LIMIT_BYTES) -> None:
        self._store = store
        self._limit_bytes = limit_bytes
        self._held: OrderedDict[int, ReadyPassage] = OrderedDict()
        self._bytes = 0
        self._document_ids: dict[int, str] = {}
        self._lock = threading.Lock()

    def get(self, keys: Iterable[int]) -> dict[int, ReadyPassage]:
        """Return the passages of these numbers in order; unknown numbers are left out."""
        wanted = sorted(set(keys))
        with self._lock:
            found = {key: self._held[key] for key in wanted if key in self._held}
            for key in found:
                self._held.move_to_end(key)
        missing = [key for key in wanted if key not in found]
        if missing:
            read = self._read(missing)
            self._hold(read)
            found |= read
            return {key: found[key] for key in wanted if key in found}
        return found

    def document_ids(self, keys: Iterable[int]) -> dict[int, str]:
        """Return the ids of the documents of these numbers; unknown numbers are left out."""
        wanted = list(keys)
        missing = [key for key in wanted if key not in self._document_ids]
        if missing:
            self._document_ids |= self._store.document_ids_by_key(missing)
        return {key: self._document_ids[key] for key in wanted if key in self._document_ids}

    def _read(self, keys: list[int]) -> dict[int, ReadyPassage]:
        passages = self._store.by_key(keys)
        tokens = self._store.tokens(passages)
        return {key: made_ready(passages[key], found) for key, found in tokens.items()}

    def _hold(self, read: dict[int, ReadyPassage]) -> None:
        with self._lock:
            for key, one in read.items():
                if key not in self._held:
                    self._held[key] = one
                    self._bytes += one.rows.nbytes
            while self._bytes > self._limit_bytes and len(self._held) > 1:
                _, oldest = self._held.popitem(last=False)
                self._bytes -= oldest.rows.nbytes
