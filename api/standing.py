"""Standing questions: what somebody asked to be told about, kept beside the documents."""

import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

from ontology.errors import BusyError, NotFoundError

__all__ = ["NewAnswer", "Standing", "StandingQuestion", "now", "question_id"]

# A town asks a few hundred; beyond that somebody plays with the form.
MAX_QUESTIONS = 2000

_SCHEMA = """
CREATE TABLE IF NOT EXISTS document (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    was_asked INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS question (
    id TEXT PRIMARY KEY, inquiry TEXT NOT NULL, language TEXT NOT NULL,
    saved_at TEXT NOT NULL, after INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answer (
    question TEXT NOT NULL REFERENCES question ON DELETE CASCADE,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    found_at TEXT NOT NULL, is_seen INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (question, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unanswered (
    question TEXT PRIMARY KEY REFERENCES question ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS subscriber (
    token TEXT PRIMARY KEY, question TEXT NOT NULL REFERENCES question ON DELETE CASCADE,
    address TEXT NOT NULL, is_confirmed INTEGER NOT NULL DEFAULT 0, asked_at TEXT NOT NULL,
    UNIQUE (question, address)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS letter (
    subscriber TEXT NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    PRIMARY KEY (subscriber, document)
) STRICT, WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class StandingQuestion:
    """A question that stays: how it was asked, when, and what answered it since."""

    id: str
    values: Mapping[str, str]
    language: str
    saved_at: str
    answers: tuple["NewAnswer", ...] = ()
    was_unanswered: bool = False

    @property
    def text(self) -> str:
        """The words of the question."""
        return self.values["q"]

    @property
    def address(self) -> str:
        """Where its whole answer stands."""
        return f"/?{urlencode(self.values)}"

    @property
    def is_open(self) -> bool:
        """Whether nothing answered it when it was kept, and nothing has since."""
        return self.was_unanswered and not self.answers

    @property
    def is_newly_answered(self) -> bool:
        """Whether a document answered it that its asker has not marked as read."""
        return any(not answer.is_seen for answer in self.answers)


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """A document that answers a question and came after it."""

    document_id: str
    found_at: str
    is_seen: bool


def question_id(key: str) -> str:
    """Return the public id of the question that this key may change."""
    return sha256(key.encode()).hexdigest()[:24]


class Standing:
    """A small SQLite file; every change is durable when its call returns."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __bool__(self) -> bool:
        """Tell whether anything was ever saved."""
        return self._path.exists()

    def save(
        self,
        values: Mapping[str, str],
        *,
        language: str,
        known: Iterable[str],
        was_unanswered: bool = False,
    ) -> str:
        """Keep a question and return the key that may change it; `known` documents are not new."""
        key = secrets.token_urlsafe(18)
        with self.open() as database:
            (count,) = database.execute("SELECT count(*) FROM question").fetchone()
            if count >= MAX_QUESTIONS:
                raise BusyError(
                    f"{count} questions stand already; an editor has to remove some of them first."
                )
            self.learn(database, known)
            (last,) = database.execute("SELECT coalesce(max(number), 0) FROM document").fetchone()
            database.execute(
                "INSERT INTO question VALUES (?, ?, ?, ?, ?)",
                (question_id(key), json.dumps(dict(values)), language, now(), last),
            )
            if was_unanswered:
                database.execute("INSERT INTO unanswered VALUES (?)", (question_id(key),))
        return key

    def questions(self, ids: Iterable[str] | None = None) -> list[StandingQuestion]:
        """Return these questions, or all, the newest first."""
        if not self:
            return []
        with self.open() as database:
            found = [
                _question(database, row)
                for row in database.execute("SELECT * FROM question ORDER BY saved_at DESC, id")
            ]
        wanted = None if ids is None else set(ids)
        return [one for one in found if wanted is None or one.id in wanted]

    def question(self, wanted: str) -> StandingQuestion:
        """Return one question."""
        found = self.questions([wanted])
        if not found:
            raise NotFoundError(f"There is no standing question {wanted}.")
        return found[0]

    def mark_seen(self, wanted: str) -> None:
        """Note that the asker has read what answered."""
        with self.open() as database:
            database.execute("UPDATE answer SET is_seen = 1 WHERE question = ?", (wanted,))

    def remove(self, wanted: str) -> None:
        """Remove a question with everything that hangs on it."""
        with self.open() as database:
            database.execute("DELETE FROM question WHERE id = ?", (wanted,))

    @staticmethod
    def learn(database: sqlite3.Connection, ids: Iterable[str]) -> None:
        """Give each new document a number; those that are gone leave with all about them."""
        there = set(ids)
        known = {row[0] for row in database.execute("SELECT id FROM document")}
        new, gone = sorted(there - known), sorted(known - there)
        database.executemany("INSERT INTO document (id) VALUES (?)", [(one,) for one in new])
        database.executemany("DELETE FROM document WHERE id = ?", [(one,) for one in gone])

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one transaction; it is made where there is none yet."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._path, timeout=30, isolation_level=None)
        try:
            # What is erased is overwritten at once: addresses leave no trace in the file.
            for setting in ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON"):
                database.execute(f"PRAGMA {setting}")
            database.executescript(_SCHEMA)
            database.execute("BEGIN IMMEDIATE")
            with database:
                yield database
        finally:
            database.close()


def now(*, minus: timedelta = timedelta()) -> str:
    """Return the time in UTC as it is stored and as Atom writes it."""
    return f"{datetime.now(UTC) - minus:%Y-%m-%dT%H:%M:%SZ}"


def _question(
    database: sqlite3.Connection, row: tuple[str, str, str, str, int]
) -> StandingQuestion:
    answers = database.execute(
        "SELECT document, found_at, is_seen FROM answer WHERE question = ? "
        "ORDER BY found_at DESC, document",
        (row[0],),
    )
    waiting = database.execute("SELECT 1 FROM unanswered WHERE question = ?", (row[0],))
    return StandingQuestion(
        id=row[0],
        values=json.loads(row[1]),
        language=row[2],
        saved_at=row[3],
        answers=tuple(NewAnswer(one, at, bool(seen)) for one, at, seen in answers),
        was_unanswered=waiting.fetchone() is not None,
    )
