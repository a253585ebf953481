"""The ledger: which source was read into which document, and under which stamp."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Entry", "Ledger"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS source (
    key TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    stamp TEXT NOT NULL,
    is_owner INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS source_by_document ON source (document_id);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One source: a file's absolute path, or `archive.zip!member`.

    The stamp says by which extractors, manifest entry and settings it was read; an empty stamp
    asks for a new reading. The owner is the source that gave the document its name; other sources
    of the same content are duplicates.
    """

    key: str
    document_id: str
    stamp: str
    is_owner: bool = True


class Ledger:
    """A small SQLite file beside the archive; every change is durable when the call returns."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def get(self, key: str) -> Entry | None:
        """Return what is known of a source."""
        return next(self._select("WHERE key = ?", key), None)

    def sources(self, document_id: str) -> list[Entry]:
        """Return every source of a document, ordered by key."""
        return list(self._select("WHERE document_id = ? ORDER BY key", document_id))

    def entries(self) -> list[Entry]:
        """Return every source, ordered by key."""
        return list(self._select("ORDER BY key"))

    def put(self, entry: Entry) -> None:
        """Remember a source, or remember it anew; a new owner makes the others duplicates."""
        with self._connection:
            self._connection.execute("BEGIN")
            if entry.is_owner:
                self._connection.execute(
                    "UPDATE source SET is_owner = 0 WHERE document_id = ?", (entry.document_id,)
                )
            self._connection.execute(
                "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?)",
                (entry.key, entry.document_id, entry.stamp, int(entry.is_owner)),
            )

    def invalidate(self, document_id: str) -> None:
        """Ask for a new reading of every source of a document."""
        self._connection.execute(
            "UPDATE source SET stamp = '' WHERE document_id = ?", (document_id,)
        )

    def forget(self, document_id: str) -> None:
        """Forget every source of a document."""
        self._connection.execute("DELETE FROM source WHERE document_id = ?", (document_id,))

    def _select(self, condition: str, *values: str) -> Iterator[Entry]:
        # The conditions are the three constants above; values are always bound.
        query = f"SELECT key, document_id, stamp, is_owner FROM source {condition}"  # noqa: S608
        with closing(self._connection.execute(query, values)) as rows:
            for key, document_id, stamp, is_owner in rows:
                yield Entry(key, document_id, stamp, bool(is_owner))
