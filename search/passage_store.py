"""The truth of the search index: passages, their vectors and their documents in one SQLite file."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ontology.errors import SearchIndexError
from ontology.model import Document, Passage
from search.encoder import Encoded

__all__ = [
    "IndexedDocument",
    "PassageStore",
    "PassageVectors",
    "StoredPassage",
    "TokenVectors",
    "packed",
]

# Two processes seldom write at once; a reader waits this long for a commit to end.
BUSY_TIMEOUT_S = 10.0
# SQLite takes at most 32,766 parameters in one statement; a thousand keeps each one small.
CHUNK = 1000
SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
    key INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS passages (
    key INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, page INTEGER, heading TEXT, text TEXT NOT NULL,
    vector BLOB NOT NULL, UNIQUE (document_id, ordinal)
);
CREATE TABLE IF NOT EXISTS tokens (
    key INTEGER PRIMARY KEY, starts BLOB NOT NULL, scales BLOB NOT NULL, levels BLOB NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """A document as the index holds it; `stamp` tells which reading of it that is."""

    key: int
    document_id: str
    stamp: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with the number by which both derived indexes know it."""

    key: int
    document_id: str
    ordinal: int
    start: int
    end: int
    text: str
    heading: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """The numbers of passages and, row by row, their vectors."""

    keys: tuple[int, ...]
    rows: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TokenVectors:
    """The tokens of one passage: whole numbers from -127 to 127 and a factor for each token.

    `starts` are places in the passage's text; below zero stands what was read before it.
    """

    levels: NDArray[np.int8]
    scales: NDArray[np.float32]
    starts: NDArray[np.int32]


class PassageStore:
    """Opens, reads and changes the file; changes count from `commit` on, all of them or none."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        mode = "ro" if read_only else "rwc"
        try:
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}",
                uri=True,
                timeout=BUSY_TIMEOUT_S,
                check_same_thread=False,
                isolation_level=None,
            )
            if not read_only:
                self._connection.execute("PRAGMA journal_mode = WAL")
                # What is forgotten is overwritten with zeros, not only marked as free.
                self._connection.execute("PRAGMA secure_delete = ON")
                self._connection.executescript(SCHEMA)
        except sqlite3.Error as error:
            message = f"The search index {path} cannot be opened ({error}); run `reindex`."
            raise SearchIndexError(message) from error
        # One connection serves every thread of the process, one statement at a time.
        self._lock = threading.RLock()

    def close(self) -> None:
        """Give up the file; what was not committed is lost."""
        self._connection.close()

    def meta(self) -> dict[str, str]:
        """Return the named values of the index: its model, its versions, its generation."""
        return {str(name): str(value) for name, value in self._rows("SELECT name, value FROM meta")}

    def set_meta(self, values: Mapping[str, str]) -> None:
        """Change named values."""
        self._begin()
        with self._lock:
            self._connection.executemany(
                "INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items()
            )

    @property
    def generation(self) -> int:
        """The number of commits so far."""
        rows = self._rows("SELECT value FROM meta WHERE name = 'generation'")
        return int(rows[0][0]) if rows else 0

    def commit(self) -> int:
        """Make all changes since the last commit count at once; return the new generation."""
        with self._lock:
            self._begin()
            following = self.generation + 1
            self.set_meta({"generation": str(following)})
            self._connection.execute("COMMIT")
        return following

    def add(
        self,
        document: Document,
        stamp: str,
        passages: Sequence[Passage],
        encoded: Sequence[Encoded],
    ) -> list[int]:
        """Hold a document with its passages and their vectors; return the passages' numbers."""
        self._begin()
        row = (document.id, stamp, document.title, document.text)
        sql = "INSERT INTO documents (document_id, stamp, title, text) VALUES (?, ?, ?, ?)"
        with self._lock:
            self._connection.execute(sql, row)
            return [
                self._add_passage(passage, vectors)
                for passage, vectors in zip(passages, encoded, strict=True)
            ]

    def remove(self, document_id: str) -> list[int]:
        """Forget a document; return the numbers its passages had."""
        self._begin()
        with self._lock:
            keys = [passage.key for passage in self.passages_of(document_id)]
            for key in keys:
                self._connection.execute("DELETE FROM tokens WHERE key = ?", (key,))
            self._connection.execute("DELETE FROM passages WHERE document_id = ?", (document_id,))
            self._connection.execute("DELETE FROM documents WHERE document_id = ?", (document_id,))
        return keys

    def stamps(self) -> dict[str, str]:
        """Return the stamp of every document, by document id."""
        rows = self._rows("SELECT document_id, stamp FROM documents ORDER BY document_id")
        return {str(document_id): str(stamp) for document_id, stamp in rows}

    def count_documents(self) -> int:
        """Return how many documents the index holds."""
        return int(self._rows("SELECT count(*) FROM documents")[0][0])

    def documents(self, document_ids: Iterable[str] | None = None) -> Iterator[IndexedDocument]:
        """Return all documents or these, ordered by id."""
        wanted = self.stamps() if document_ids is None else document_ids
        for document_id in sorted(wanted):
            for row in self._rows(DOCUMENT, (document_id,)):
                yield IndexedDocument(*row)

    def passages(self, document_ids: Iterable[str] | None = None) -> Iterator[StoredPassage]:
        """Return the passages of all documents or of these, in the order of their text."""
        wanted = self.stamps() if document_ids is None else document_ids
        for document_id in sorted(wanted):
            yield from self.passages_of(document_id)

    def passages_of(self, document_id: str) -> list[StoredPassage]:
        """Return the passages of one document in order."""
        return [StoredPassage(*row) for row in self._rows(PASSAGES_OF_DOCUMENT, (document_id,))]

    def by_key(self, keys: Iterable[int]) -> dict[int, StoredPassage]:
        """Return the passages of these numbers; unknown numbers are left out."""
        return {row[0]: StoredPassage(*row) for row in self._chunked(PASSAGES_BY_KEY, keys)}

    def document_ids_by_key(self, keys: Iterable[int]) -> dict[int, str]:
        """Return the ids of the documents of these numbers."""
        sql = "SELECT key, document_id FROM documents WHERE key IN ({})"
        return {int(key): str(document_id) for key, document_id in self._chunked(sql, keys)}

    def vectors(self, keys: Iterable[int] | None = None) -> PassageVectors:
        """Return the vectors of all passages or of these, ordered by number."""
        if keys is None:
            rows = self._rows("SELECT key, vector FROM passages ORDER BY key")
        else:
            rows = self._chunked("SELECT key, vector FROM passages WHERE key IN ({})", keys)
        if not rows:
            return PassageVectors((), np.zeros((0, 0), np.float32))
        joined = np.frombuffer(b"".join(row[1] for row in rows), np.float32)
        return PassageVectors(tuple(row[0] for row in rows), joined.reshape(len(rows), -1))

    def tokens(self, keys: Iterable[int]) -> dict[int, TokenVectors]:
        """Return the token vectors of these passages."""
        sql = "SELECT key, starts, scales, levels FROM tokens WHERE key IN ({})"
        found = {}
        for key, starts, scales, levels in self._chunked(sql, keys):
            factors = np.frombuffer(scales, np.float32)
            width = len(levels) // max(1, len(factors))
            whole = np.frombuffer(levels, np.int8).reshape(len(factors), width)
            found[key] = TokenVectors(whole, factors, np.frombuffer(starts, np.int32))
        return found

    def keys_of(self, document_ids: Iterable[str]) -> list[int]:
        """Return the numbers of all passages of these documents, in order."""
        sql = "SELECT key FROM passages WHERE document_id IN ({})"
        return sorted(row[0] for row in self._chunked(sql, document_ids))

    def _begin(self) -> None:
        with self._lock:
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")

    def _add_passage(self, passage: Passage, vectors: Encoded) -> int:
        place = (passage.document_id, passage.ordinal, passage.start, passage.end, passage.page)
        content = (passage.heading, passage.text, vectors.vector.astype(np.float32).tobytes())
        sql = (
            "INSERT INTO passages (document_id, ordinal, start, end, page, heading, text, vector) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        cursor = self._connection.execute(sql, place + content)
        key = int(cursor.lastrowid or 0)
        stored = packed(vectors)
        blobs = (stored.starts.tobytes(), stored.scales.tobytes(), stored.levels.tobytes())
        self._connection.execute("INSERT INTO tokens VALUES (?, ?, ?, ?)", (key, *blobs))
        return key

    def _chunked(self, sql: str, values: Iterable[str | int]) -> list[tuple[Any, ...]]:
        wanted = sorted(set(values))
        rows = []
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            rows += self._rows(sql.format(",".join("?" * len(part))), part)
        return rows

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.Error as error:
                message = f"The search index cannot be read ({error}); run `reindex`."
                raise SearchIndexError(message) from error


DOCUMENT = "SELECT key, document_id, stamp, title, text FROM documents WHERE document_id = ?"
PASSAGES_OF_DOCUMENT = """
SELECT key, document_id, ordinal, start, end, text, heading, page
FROM passages WHERE document_id = ? ORDER BY ordinal
"""
PASSAGES_BY_KEY = """
SELECT key, document_id, ordinal, start, end, text, heading, page
FROM passages WHERE key IN ({})
"""


def packed(vectors: Encoded) -> TokenVectors:
    """Return the token vectors of a text as they are stored."""
    peaks = np.maximum(np.abs(vectors.tokens).max(axis=1, initial=0.0), np.float32(1e-9))
    levels = np.round(vectors.tokens / peaks[:, None] * 127).astype(np.int8)
    return TokenVectors(levels, (peaks / 127).astype(np.float32), vectors.starts.astype(np.int32))
