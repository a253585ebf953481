"""The watch over standing questions: asked again after each intake, each answer told once."""

import logging
import sqlite3
from dataclasses import dataclass

from filelock import FileLock

from api.inquiry import answered, inquiry_of
from api.layout import Layout
from api.ledger import Ledger
from api.settings import Settings
from api.standing import Standing, StandingQuestion, now
from api.standing_mail import post_of
from api.subscribers import Subscribers
from api.view import View, open_for_reading
from ontology.errors import MailError

__all__ = ["WatchReport", "look_again"]

# What ranks lower, or much lower than the best, is near the question but not its answer.
ANSWERS_LOOKED_AT = 3
LEAST_SHARE_OF_BEST = 0.8
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WatchReport:
    """What a look brought: answers that are new, letters that went out, and those that wait."""

    answers: int = 0
    sent: int = 0
    waiting: int = 0


def look_again(settings: Settings) -> WatchReport:
    """Ask every standing question that new documents may answer, and send what is to be sent.

    What was found is stored as one act, then letters go out one by one and are struck off, so a
    process that is stopped loses nothing; the next look goes on where it stood.
    """
    layout = Layout(settings.home)
    standing = Standing(layout.standing)
    if not standing or layout.published() is None:
        return WatchReport()
    with FileLock(layout.standing.with_suffix(".lock")):
        Subscribers(standing).drop_unconfirmed()
        found = 0
        if _may_be_new(layout, standing):
            found = _ask_all(standing, open_for_reading(settings))
        sent, waiting = _send(standing, settings)
    return WatchReport(found, sent, waiting)


def _may_be_new(layout: Layout, standing: Standing) -> bool:
    """Return whether documents came or went; telling that opens neither graph nor model."""
    ledger = Ledger(layout.ledger)
    try:
        there = {entry.document_id for entry in ledger.entries()}
    finally:
        ledger.close()
    with standing.open() as database:
        asked = database.execute("SELECT id FROM document WHERE was_asked").fetchall()
    return there != {row[0] for row in asked}


def _ask_all(standing: Standing, view: View) -> int:
    there = view.store.document_ids()
    with standing.open() as database:
        asked = {row[0] for row in database.execute("SELECT id FROM document WHERE was_asked")}
    are_new = not asked.issuperset(there)
    answers = {
        question.id: _answering(view, question) if are_new else ()
        for question in standing.questions()
    }
    found = 0
    with standing.open() as database:
        standing.learn(database, there)
        database.execute("UPDATE document SET was_asked = 1")
        numbers = dict(database.execute("SELECT id, number FROM document").fetchall())
        for question, after in database.execute("SELECT id, after FROM question").fetchall():
            new = [one for one in answers.get(question, ()) if numbers[one] > after]
            found += sum(_noted(database, question, document) for document in new)
    return found


def _noted(database: sqlite3.Connection, question: str, document: str) -> int:
    """Note an answer and the letters it makes; return 0 where it was noted before."""
    made = database.execute(
        "INSERT OR IGNORE INTO answer VALUES (?, ?, ?, 0)", (question, document, now())
    )
    if made.rowcount:
        database.execute(
            "INSERT OR IGNORE INTO letter SELECT token, ? FROM subscriber "
            "WHERE question = ? AND is_confirmed",
            (document, question),
        )
    return made.rowcount


def _answering(view: View, question: StandingQuestion) -> tuple[str, ...]:
    """Return the documents that prove the best results, none where nothing answers."""
    outcome = answered(view, inquiry_of(question.values))
    if not outcome.answer.answered:
        return ()
    best = outcome.results[:ANSWERS_LOOKED_AT]
    finds = (
        find
        for one in best
        if one.score >= LEAST_SHARE_OF_BEST * best[0].score
        for find in one.evidence
    )
    there = set(view.store.document_ids())
    return tuple(dict.fromkeys(find.document.id for find in finds if find.document.id in there))


def _send(standing: Standing, settings: Settings) -> tuple[int, int]:
    subscribers = Subscribers(standing)
    letters = subscribers.letters()
    post = post_of(settings)
    if not letters or post is None:
        return 0, len(letters)
    view = open_for_reading(settings)
    for number, letter in enumerate(letters):
        cards = [card for one in letter.documents if (card := view.catalogue.document(one))]
        try:
            if cards:
                post.tell(letter.subscriber, standing.question(letter.subscriber.question), cards)
        except MailError as error:
            _LOG.warning("%d letters wait: %s", len(letters) - number, error)
            return number, len(letters) - number
        subscribers.sent(letter)
    return len(letters), 0
