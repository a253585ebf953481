"""Decisions that wait to be written: noted on disk at once, drawn into the graph in the background.

A decision takes seconds, since all documents follow it; nobody should wait for that between two
key strokes. What is noted survives a stop and is written at the next start.
"""

import json
import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from api.archive import write_atomically
from api.layout import Layout
from api.reviewing import ruling
from api.settings import Settings
from api.view import Views
from api.writer import open_for_writing
from graph.decisions import Decision
from graph.review import Matter, matter_named, pair_id
from graph.rulings import decided_on, with_decision
from ontology.errors import EmptyHomeError, InUseError, NotFoundError

__all__ = ["Noted", "RulingsQueue", "matter_id"]

LOG = logging.getLogger(__name__)

# While somebody else writes, a new attempt comes after this time.
AGAIN_S = 2.0


@dataclass(frozen=True, slots=True)
class Noted:
    """A decision as it was taken at the desk; `is_undo` takes the one on this matter back."""

    matter: str
    texts: tuple[str, ...]
    is_accepted: bool
    who: str
    is_undo: bool = False


@dataclass
class RulingsQueue:
    """Notes decisions and writes them in the order in which they were taken."""

    settings: Settings
    views: Views
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _wake: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None
    _is_closing: bool = False

    @property
    def _path(self) -> Path:
        return Layout(self.settings.home).rulings

    def waiting(self) -> tuple[Noted, ...]:
        """Return what is noted and not yet written, earliest first."""
        with self._lock:
            return self._read()

    def note(self, noted: Noted) -> None:
        """Note a decision; it is on disk when the call returns."""
        with self._lock:
            self._write((*self._read(), noted))
        self.start()

    def start(self) -> None:
        """Write in the background what is noted."""
        with self._lock:
            if not self._read():
                return
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="rulings", daemon=True)
                self._thread.start()

    def settle(self, timeout_s: float = 60.0) -> None:
        """Wait until all is written, for whoever has to see it."""
        end = time.monotonic() + timeout_s
        while self.waiting() and time.monotonic() < end:
            time.sleep(0.05)

    def close(self) -> None:
        """End after the decision at hand; the others are written at the next start."""
        self._is_closing = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while not self._is_closing and (batch := self.waiting()):
            try:
                self._apply(batch)
            except (InUseError, EmptyHomeError) as error:
                LOG.info("decisions wait: %s", error)
                self._wake.wait(AGAIN_S)
                continue
            with self._lock:
                self._write(self._read()[len(batch) :])

    def _apply(self, batch: Sequence[Noted]) -> None:
        matters = self.views.current().matters
        with open_for_writing(self.settings) as writer:
            for noted in batch:
                writer.redecide(partial(_decided, noted=noted, matters=matters))
            writer.publish()

    def _read(self) -> tuple[Noted, ...]:
        try:
            lines = self._path.read_text("utf-8").splitlines()
        except FileNotFoundError:
            return ()
        entries = [json.loads(line) for line in lines]
        return tuple(Noted(**{**each, "texts": tuple(each["texts"])}) for each in entries)

    def _write(self, noted: Sequence[Noted]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps(asdict(each), ensure_ascii=False) for each in noted]
        write_atomically(self._path, "".join(f"{line}\n" for line in lines).encode())


def _decided(
    former: tuple[Decision, ...], *, noted: Noted, matters: tuple[Matter, ...]
) -> tuple[Decision, ...]:
    if noted.is_undo:
        return _without(former, noted)
    try:
        matter = matter_named(matters, noted.matter)
    except NotFoundError as error:
        # A document was forgotten, or somebody else decided: there is nothing to decide on.
        LOG.info("a decision is moot: %s", error)
        return former
    return with_decision(
        former, decided_on(matter, ruling(noted.who), is_accepted=noted.is_accepted)
    )


def _without(former: tuple[Decision, ...], noted: Noted) -> tuple[Decision, ...]:
    return tuple(each for each in former if matter_id(each) != noted.matter)


def matter_id(decision: Decision) -> str:
    """Return by which id the desk knew what was decided on."""
    if decision.statement:
        return decision.statement.digest
    return pair_id(*decision.things) if len(decision.things) == 2 else ""
