"""Subscribers: who wants a letter when a standing question is answered, and who said so twice."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from api.standing import Standing, now
from ontology.errors import BusyError, NotFoundError, UsageError

__all__ = ["Letter", "Subscriber", "Subscribers"]

# Who did not confirm by then did not ask.
_CONFIRM_WITHIN = timedelta(days=7)
# The form must not become a way to send letters to strangers.
MAX_UNCONFIRMED_AN_HOUR = 20
_ADDRESS = re.compile(r"[^@\s,;:<>\"()\\]+@[^@\s,;:<>\"()\\]+\.[^@\s,;:<>\"()\\.]+")
_MAX_ADDRESS_CHARS = 254


@dataclass(frozen=True, slots=True)
class Subscriber:
    """An address that wants to hear of a question; the token confirms and ends it."""

    token: str
    question: str
    address: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """What a subscriber is still to be told: the documents that answer."""

    subscriber: Subscriber
    documents: tuple[str, ...]


class Subscribers:
    """The addresses, in the file of the standing questions."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing

    def ask(self, question: str, address: str) -> Subscriber | None:
        """Note an address until it confirms; None where it is noted already."""
        if len(address) > _MAX_ADDRESS_CHARS or not _ADDRESS.fullmatch(address):
            raise UsageError(f"{address!r} is no e-mail address; expected name@town.example.")
        with self._standing.open() as database:
            (count,) = database.execute(
                "SELECT count(*) FROM subscriber WHERE NOT is_confirmed AND asked_at > ?",
                (now(minus=timedelta(hours=1)),),
            ).fetchone()
            if count >= MAX_UNCONFIRMED_AN_HOUR:
                raise BusyError("Too many addresses wait for their confirmation; try in an hour.")
            token = secrets.token_urlsafe(24)
            made = database.execute(
                "INSERT OR IGNORE INTO subscriber VALUES (?, ?, ?, 0, ?)",
                (token, question, address, now()),
            )
            return (
                Subscriber(token, question, address, is_confirmed=False) if made.rowcount else None
            )

    def get(self, token: str) -> Subscriber:
        """Return the subscriber with this token."""
        rows: list[tuple[str, str, str, int]] = []
        if self._standing:
            with self._standing.open() as database:
                rows = database.execute(
                    "SELECT token, question, address, is_confirmed FROM subscriber WHERE token = ?",
                    (token,),
                ).fetchall()
        if not rows:
            raise NotFoundError("This subscription is not there (any more).")
        return Subscriber(*rows[0][:3], is_confirmed=bool(rows[0][3]))

    def confirm(self, token: str) -> Subscriber:
        """Begin to send to an address; asking twice changes nothing."""
        with self._standing.open() as database:
            database.execute("UPDATE subscriber SET is_confirmed = 1 WHERE token = ?", (token,))
        return self.get(token)

    def end(self, token: str) -> None:
        """Forget one subscription with its address."""
        with self._standing.open() as database:
            database.execute("DELETE FROM subscriber WHERE token = ?", (token,))

    def erase(self, address: str) -> int:
        """Forget an address everywhere, however it is written; return how often it stood."""
        if not self._standing:
            return 0
        with self._standing.open() as database:
            done = database.execute(
                "DELETE FROM subscriber WHERE lower(address) = lower(?)", (address.strip(),)
            )
            return done.rowcount

    def counts(self) -> Mapping[str, int]:
        """Return how many confirmed addresses each question has."""
        if not self._standing:
            return {}
        with self._standing.open() as database:
            return dict(
                database.execute(
                    "SELECT question, count(*) FROM subscriber WHERE is_confirmed GROUP BY question"
                ).fetchall()
            )

    def drop_unconfirmed(self) -> None:
        """Forget addresses that were never confirmed."""
        with self._standing.open() as database:
            database.execute(
                "DELETE FROM subscriber WHERE NOT is_confirmed AND asked_at < ?",
                (now(minus=_CONFIRM_WITHIN),),
            )

    def letters(self) -> list[Letter]:
        """Return what is still to be sent, one letter a subscription."""
        with self._standing.open() as database:
            rows = database.execute(
                "SELECT token, question, address, document FROM subscriber "
                "JOIN letter ON letter.subscriber = token ORDER BY token, document"
            ).fetchall()
        found: dict[Subscriber, list[str]] = {}
        for token, question, address, document in rows:
            subscriber = Subscriber(token, question, address, is_confirmed=True)
            found.setdefault(subscriber, []).append(document)
        return [Letter(one, tuple(documents)) for one, documents in found.items()]

    def sent(self, letter: Letter) -> None:
        """Note that a letter was taken by the mail server."""
        with self._standing.open() as database:
            database.executemany(
                "DELETE FROM letter WHERE subscriber = ? AND document = ?",
                [(letter.subscriber.token, document) for document in letter.documents],
            )
