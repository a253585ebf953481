"""Accounts of editors: passwords, sessions on the server, and a brake on guessing."""

import hashlib
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from ontology.errors import SignInError, TooManyAttemptsError, UsageError

__all__ = ["FIRST_ACCOUNT", "MIN_PASSWORD_CHARS", "Accounts", "Session", "new_password"]

FIRST_ACCOUNT = "redaktion"
# The least that Germany's BSI recommends for a password that is one's only key.
MIN_PASSWORD_CHARS = 12
MAX_PASSWORD_CHARS = 200
# A working day, and a long lunch.
SESSION_S = 12 * 3600
IDLE_S = 2 * 3600
# Five slips of the finger are human; nobody guesses twenty random characters at this pace.
WINDOW_S = 15 * 60
MAX_FAILURES = 5
MAX_FAILURES_OVERALL = 50
# Without letters and digits that look alike.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS account (
    name TEXT PRIMARY KEY, hash TEXT NOT NULL, role TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS session (
    key TEXT PRIMARY KEY, name TEXT NOT NULL, form_token TEXT NOT NULL,
    begun REAL NOT NULL, seen REAL NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS failure (address TEXT NOT NULL, at REAL NOT NULL) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is signed in; forms carry `form_token`, which no other site can know."""

    name: str
    role: str
    form_token: str


def new_password() -> str:
    """Return a random password that can be read out: four groups of five characters."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(4))
    return "-".join(groups)


class Accounts:
    """The accounts of an installation, in a file that only its owner may read.

    Of a session only the hash of its key is kept: who reads the file cannot take one over.
    """

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock
        self._hasher = PasswordHasher()
        # One at a time: a hash takes 64 MiB for a moment, and guesses sent together count as well.
        self._lock = threading.Lock()

    def names(self) -> list[str]:
        """Return the names of all accounts, ordered."""
        if not self._path.exists():
            return []
        with self._open() as file:
            return [name for (name,) in file.execute("SELECT name FROM account ORDER BY name")]

    def set_password(self, name: str, password: str) -> None:
        """Give an account a password, making the account if need be; its sessions end."""
        if not MIN_PASSWORD_CHARS <= len(password) <= MAX_PASSWORD_CHARS:
            raise UsageError(
                f"The password has {len(password)} characters; expected {MIN_PASSWORD_CHARS} to "
                f"{MAX_PASSWORD_CHARS}. Choose another, or let one be made."
            )
        with self._lock:
            hashed = self._hasher.hash(password)
        with self._open() as file:
            file.execute("INSERT OR REPLACE INTO account VALUES (?, ?, 'editor')", (name, hashed))
            file.execute("DELETE FROM session WHERE name = ?", (name,))

    def sign_in(self, name: str, password: str, *, address: str) -> str:
        """Return the key of a new session; a wrong password or too many of them raise."""
        self.check(name, password, address=address)
        key, now = secrets.token_urlsafe(32), self._clock()
        with self._open() as file:
            file.execute("DELETE FROM failure WHERE address = ?", (address,))
            file.execute("DELETE FROM session WHERE begun < ?", (now - SESSION_S,))
            file.execute(
                "INSERT INTO session VALUES (?, ?, ?, ?, ?)",
                (_hashed(key), name, secrets.token_urlsafe(32), now, now),
            )
        return key

    def check(self, name: str, password: str, *, address: str) -> None:
        """Raise where the password is wrong, or where too many were."""
        with self._lock:
            self._brake(address)
            if not self._is_right(name, password):
                with self._open() as file:
                    file.execute("INSERT INTO failure VALUES (?, ?)", (address, self._clock()))
                raise SignInError("Name or password are wrong; check both, or set a new password.")

    def session(self, key: str) -> Session | None:
        """Return the session of a key, None where there is none or it has run out."""
        if not self._path.exists():
            return None
        now = self._clock()
        with self._open() as file:
            row = file.execute(
                "SELECT name, role, form_token FROM session JOIN account USING (name) "
                "WHERE key = ? AND begun > ? AND seen > ?",
                (_hashed(key), now - SESSION_S, now - IDLE_S),
            ).fetchone()
            if row:
                file.execute("UPDATE session SET seen = ? WHERE key = ?", (now, _hashed(key)))
        return Session(*row) if row else None

    def sign_out(self, key: str) -> None:
        """End a session."""
        with self._open() as file:
            file.execute("DELETE FROM session WHERE key = ?", (_hashed(key),))

    def _is_right(self, name: str, password: str) -> bool:
        with self._open() as file:
            row = file.execute("SELECT hash FROM account WHERE name = ?", (name,)).fetchone()
        if row is None:
            # It takes as long as with a known name, so that nobody learns which names there are.
            self._hasher.hash(password[:MAX_PASSWORD_CHARS])
            return False
        try:
            return self._hasher.verify(row[0], password[:MAX_PASSWORD_CHARS])
        except VerificationError:
            return False

    def _brake(self, address: str) -> None:
        since = self._clock() - WINDOW_S
        with self._open() as file:
            file.execute("DELETE FROM failure WHERE at < ?", (since,))
            overall = [at for (at,) in file.execute("SELECT at FROM failure ORDER BY at")]
            own = [
                at
                for (at,) in file.execute(
                    "SELECT at FROM failure WHERE address = ? ORDER BY at", (address,)
                )
            ]
        for failures, limit in ((own, MAX_FAILURES), (overall, MAX_FAILURES_OVERALL)):
            if len(failures) >= limit:
                wait_s = int(failures[-limit] - since) + 1
                raise TooManyAttemptsError(
                    f"{len(failures)} failed sign-ins; try again in {wait_s} seconds.", wait_s
                )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not self._path.exists()
        with closing(sqlite3.connect(self._path)) as file:
            if is_new:
                self._path.chmod(0o600)
            file.executescript(_SCHEMA)
            with file:
                yield file


def _hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
