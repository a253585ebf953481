"""What documents said before they were replaced: their statements, kept until forgotten."""

import hashlib
import shutil
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.layout import Layout
from api.settings import Settings

__all__ = ["History", "Version", "difference", "versions_of"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS version (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    document_id TEXT NOT NULL,
    source_file TEXT NOT NULL,
    title TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    successor TEXT NOT NULL,
    statements BLOB NOT NULL,
    UNIQUE (source, document_id, successor)
) STRICT;
"""
_COLUMNS = "number, source, document_id, source_file, title, replaced_at, successor, statements"
# Nodes that only carry what is said of something else: without that they say nothing.
_CARRIERS = ("/id/evidence/", "/id/membership/")


@dataclass(frozen=True, slots=True)
class Version:
    """What a document said until another took its place; `lines` are N-Triples in order.

    `source` is the file it was read from, `replaced_at` the moment in UTC.
    """

    source: str
    document_id: str
    source_file: str
    title: str
    replaced_at: str
    successor: str
    lines: tuple[str, ...]
    number: int = 0


class History:
    """A small SQLite file beside the ledger; every change is durable when the call returns."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        self._folder.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        # What is forgotten leaves no trace in the file.
        self._connection.execute("PRAGMA secure_delete = ON")
        self._connection.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def keep(self, version: Version) -> None:
        """Keep a version; one that is kept already stays as it is."""
        statements = zlib.compress("\n".join(version.lines).encode())
        row = (
            version.source,
            version.document_id,
            version.source_file,
            version.title,
            version.replaced_at,
            version.successor,
            statements,
        )
        self._connection.execute(
            "INSERT OR IGNORE INTO version (source, document_id, source_file, title, replaced_at, "
            "successor, statements) VALUES (?, ?, ?, ?, ?, ?, ?)",
            row,
        )

    def of(self, name: str) -> list[Version]:
        """Return the versions of a file, by its path or name or any document that it held."""
        return self._select(
            "WHERE source IN (SELECT source FROM version WHERE source = ?1 OR source_file = ?1 "
            "OR document_id = ?1 OR successor = ?1) ORDER BY number",
            name,
        )

    def versions(self) -> list[Version]:
        """Return all versions in the order in which they were replaced."""
        return self._select("ORDER BY number")

    def stamp(self) -> str:
        """Return a text that changes with every change of what is kept."""
        (rows,) = self._connection.execute(
            "SELECT group_concat(number || ':' || length(statements), ' ') FROM version"
        ).fetchone()
        return hashlib.sha256((rows or "").encode()).hexdigest()[:16]

    def forget(self, document_id: str, sources: Collection[str] = ()) -> None:
        """Forget all versions of a document and of the files that held it, for good."""
        named = [document_id, *sources]
        places = ", ".join("?" * len(named))
        self._connection.execute(
            "DELETE FROM version WHERE source IN (SELECT source FROM version WHERE "  # noqa: S608 - only question marks are put in
            f"document_id IN ({places}) OR successor IN ({places}) OR source IN ({places}))",
            named * 3,
        )
        self._leave_no_trace()

    def erase(self, words: Collection[str]) -> None:
        """Remove every statement that has one of these words or IRIs in it, and its evidence."""
        for version in self.versions():
            kept = _without(version.lines, words)
            if kept != version.lines:
                self._connection.execute(
                    "UPDATE version SET statements = ? WHERE number = ?",
                    (zlib.compress("\n".join(kept).encode()), version.number),
                )
        self._leave_no_trace()

    def _leave_no_trace(self) -> None:
        # The log beside the file holds what was deleted until it is emptied; so do the stores
        # that were written for queries.
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for folder in self._folder.glob("versions-*"):
            shutil.rmtree(folder, ignore_errors=True)

    def _select(self, condition: str, *values: str) -> list[Version]:
        # The conditions are the constants above; values are always bound.
        query = f"SELECT {_COLUMNS} FROM version {condition}"  # noqa: S608
        with closing(self._connection.execute(query, values)) as rows:
            return [_version(row) for row in rows]


def _version(row: Sequence[Any]) -> Version:
    number, source, document_id, source_file, title, replaced_at, successor, statements = row
    lines = tuple(zlib.decompress(statements).decode().split("\n"))
    return Version(
        source, document_id, source_file, title, replaced_at, successor, lines, number=number
    )


def versions_of(settings: Settings, document: str) -> list[Version]:
    """Return the versions of a document, by its file, its id or its IRI."""
    history = History(Layout(settings.home).history)
    try:
        return history.of(document.rpartition("/")[2] if "/id/document/" in document else document)
    finally:
        history.close()


def difference(before: Sequence[str], after: Iterable[str]) -> list[str]:
    """Return the lines that went (`- `) and that came (`+ `), in order."""
    old, new = set(before), set(after)
    changed = [(line, "-") for line in old - new] + [(line, "+") for line in new - old]
    return [f"{sign} {line}" for line, sign in sorted(changed)]


def _without(lines: Sequence[str], words: Collection[str]) -> tuple[str, ...]:
    named = [line for line in lines if any(word in line for word in words)]
    subjects = {line.partition(" ")[0] for line in named}
    carriers = {one for one in subjects if any(part in one for part in _CARRIERS)}
    gone = set(named)
    return tuple(
        line for line in lines if line not in gone and line.partition(" ")[0] not in carriers
    )
