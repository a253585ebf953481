"""The writer: keeps archive, graph, index and ledger in step, whatever stops it in between."""

import dataclasses
import logging
import shutil
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from api.archive import Archive
from api.erasures import Erasures, erased_words
from api.history import History, Version
from api.layout import Layout
from api.ledger import Entry, Ledger
from api.lock import writer_lock
from api.models import name_aids, open_aids, open_model
from api.settings import Settings
from api.standing_watch import look_again
from api.stores import open_writable
from graph.canonical import amendments_for, keep_decisions, refresh_canonical
from graph.convert import to_statements
from graph.decisions import Decision, read_decisions
from graph.mentions import Mentions, read_mentions
from graph.reference import load_reference
from graph.statements import Statement
from graph.store import Store
from graph.validation import require_valid
from ingest.aids import Aids
from ontology.errors import NachbarwissenError
from ontology.iris import Iris
from ontology.model import Reading
from search.index import SearchIndex

__all__ = ["Writer", "open_for_writing"]

# Readers see the finds of a long intake after this time at the latest.
PUBLISH_AFTER_S = 60.0
_LOG = logging.getLogger(__name__)


class Writer:
    """Changes one installation; its caller holds the lock.

    A document goes into the archive, then into the graph as one act, then into the index. The
    graph decides what there is: `agree` brings archive and index to what it says. A mark on disk
    tells that this is needed, so that a run without changes opens neither store nor model.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._layout = Layout(settings.home)
        self._archive = Archive(self._layout.archive)
        self._pending = 0
        self._published_at = time.monotonic()
        self.base_iri = settings.base_iri
        self.aids_name = name_aids(settings)
        self.max_file_bytes = settings.max_file_mb * 2**20
        self.ledger = Ledger(self._layout.ledger)
        self.history = History(self._layout.history)
        self._erasures = Erasures(self._layout.erased)
        if self._layout.unpublished.exists() or self._layout.published() is None:
            self.agree()

    def close(self) -> None:
        """Let go of everything that was opened."""
        self.ledger.close()
        self.history.close()
        for opened in ("_store", "_index"):
            if opened in self.__dict__:
                self.__dict__[opened].close()

    def replace(
        self, reading: Reading, original: bytes, entry: Entry, *, former: Entry | None
    ) -> None:
        """Store a document for a source and forget what the source held before."""
        reading, original = self._passed(reading, original)
        document_id = reading.document.id
        statements = self._statements(reading)
        require_valid(statements, source_file=reading.document.source_file)
        superseded = self._abandoned_by(former, document_id)
        self._mark()
        self._remember(superseded, entry)
        self._archive.save(reading, original)
        # From here on `agree` completes the act if the process is stopped.
        self.ledger.put(dataclasses.replace(entry, stamp=""))
        self._store.replace(document_id, statements, superseded=superseded)
        self._index.add(reading, stamp=self._archive.stamp(document_id))
        self._drop(superseded)
        self.ledger.put(entry)
        self._count()

    def add_source(self, entry: Entry, *, former: Entry | None) -> None:
        """Remember a second source of a document; what the source held before is forgotten."""
        superseded = self._abandoned_by(former, entry.document_id)
        if superseded:
            self._mark()
            self._remember(superseded, entry)
            for document_id in superseded:
                self._store.forget(document_id)
            self._drop(superseded)
        self.ledger.put(entry)

    def forget(self, document_id: str) -> None:
        """Remove a document from graph, index, archive, ledger and history."""
        self._mark()
        sources = self.ledger.sources(document_id)
        self.history.forget(document_id, [one.key for one in sources])
        self.ledger.forget(document_id)
        self._store.forget(document_id)
        self._drop([document_id])
        for source in sources:
            self._forget_upload(Path(source.key))
        self._count()

    def erase(self, names: Collection[str]) -> int:
        """Take people out of every document, now and whenever one is read; return how many."""
        self._erasures.add(names)
        self._mark()
        changed = 0
        for document_id in self._store.document_ids():
            before = self._archive.load(document_id)
            reading, original = self._passed(before, b"")
            if reading is before:
                continue
            changed += 1
            self._archive.save(reading, original)
            self._store.replace(document_id, self._statements(reading))
            self._index.add(reading, stamp=self._archive.stamp(document_id))
            for source in self.ledger.sources(document_id):
                self._forget_upload(Path(source.key))
        self.history.erase(erased_words(names, Iris(self.base_iri)))
        self.publish()
        # Files of the store and of snapshots still hold what was removed: both are written anew.
        self._renew_store()
        self._mark()
        self.publish()
        self._layout.keep_only_published()
        return changed

    def _renew_store(self) -> None:
        beside = self._layout.fresh_graph.with_name("fresh.part")
        shutil.rmtree(beside, ignore_errors=True)
        if not self._store.write_anew(beside):
            return
        beside.replace(self._layout.fresh_graph)
        self.__dict__.pop("_store").close()
        self._layout.adopt_fresh_graph()

    def _passed(self, reading: Reading, original: bytes) -> tuple[Reading, bytes]:
        """Return a reading without erased people; the file that names them is not kept either."""
        passed = self._erasures.applied(reading)
        return (reading, original) if passed is reading else (passed, passed.document.text.encode())

    def decide(
        self, change: Callable[[tuple[Decision, ...], Mentions], tuple[Decision, ...]]
    ) -> None:
        """Change what people decided: `change` is given it, and what the documents mention."""
        self.redecide(lambda decisions: change(decisions, read_mentions(self._store)))
        self.publish()

    def redecide(self, change: Callable[[tuple[Decision, ...]], tuple[Decision, ...]]) -> None:
        """Change what people decided; `publish` draws the consequences."""
        decisions = change(read_decisions(self._store))
        self._mark()
        keep_decisions(self._store, decisions)

    def publish(self) -> None:
        """Make everything done so far durable and visible to readers."""
        if not self._layout.unpublished.exists():
            return
        refresh_canonical(self._store, self._archive)
        snapshot = self._layout.next_snapshot()
        self._store.snapshot(snapshot)
        # The index comes last: readers who search and join wait from here until the next line.
        generation = self._index.commit()
        self._layout.publish(snapshot, generation=generation)
        self._layout.unpublished.unlink()
        self._pending = 0
        self._published_at = time.monotonic()

    def agree(self) -> None:
        """Complete what a stopped process began, bring archive and index to the graph, publish."""
        self._mark()
        self._complete_graph()
        stored = self._store.document_ids()
        for document_id in sorted(set(self._archive.ids()) - set(stored)):
            self._archive.remove(document_id)
        self._archive.remove_fragments()
        indexed = self._index.document_ids()
        for document_id in sorted(set(indexed) - set(stored)):
            self._index.remove(document_id)
        for document_id in stored:
            stamp = self._archive.stamp(document_id)
            if indexed.get(document_id) != stamp:
                self._index.add(self._archive.load(document_id), stamp=stamp)
        self.publish()

    def _complete_graph(self) -> None:
        entries = self.ledger.entries()
        archived = set(self._archive.ids())
        for document_id in sorted({entry.document_id for entry in entries if not entry.stamp}):
            if document_id in archived:
                reading = self._archive.load(document_id)
                self._store.replace(document_id, self._statements(reading))
        vouched = {entry.document_id for entry in entries}
        stored = set(self._store.document_ids())
        for document_id in sorted(stored - vouched):
            self._store.forget(document_id)
        for document_id in sorted(vouched - stored):
            self.ledger.forget(document_id)

    def _statements(self, reading: Reading) -> list[Statement]:
        return to_statements(reading, Iris(self.base_iri), amendments=amendments_for(self._store))

    @cached_property
    def aids(self) -> Aids:
        """What helps the rules, opened when the first document is read."""
        return open_aids(self._settings)

    @cached_property
    def _store(self) -> Store:
        store = open_writable(self._settings)
        load_reference(store)
        return store

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex.open(self._layout.index, open_model(self._settings))

    def _abandoned_by(self, former: Entry | None, document_id: str) -> list[str]:
        """Return the document that no source holds once `former` holds another one."""
        if former is None or former.document_id == document_id:
            return []
        others = [
            other for other in self.ledger.sources(former.document_id) if other.key != former.key
        ]
        if others:
            # Another source takes it over: it gets its own name when that source is read next.
            self.ledger.invalidate(former.document_id)
            return []
        return [former.document_id]

    def _remember(self, superseded: list[str], entry: Entry) -> None:
        """Keep what documents say that another one takes the place of, before anything changes."""
        for document_id in superseded:
            document = self._archive.load(document_id).document
            self.history.keep(
                Version(
                    entry.key,
                    document_id,
                    document.source_file,
                    document.title,
                    datetime.now(UTC).isoformat(timespec="seconds"),
                    entry.document_id,
                    self._store.lines(self._store.iris.document_graph(document_id)),
                )
            )

    def _drop(self, document_ids: list[str]) -> None:
        for document_id in document_ids:
            self._index.remove(document_id)
            self._archive.remove(document_id)
            self.ledger.forget(document_id)

    def _forget_upload(self, source: Path) -> None:
        """Remove the source of a document that came over the web: nobody else keeps it."""
        if self._layout.uploads.resolve() in source.resolve().parents:
            shutil.rmtree(source.parent, ignore_errors=True)

    def _mark(self) -> None:
        self._layout.unpublished.parent.mkdir(parents=True, exist_ok=True)
        self._layout.unpublished.touch()

    def _count(self) -> None:
        self._pending += 1
        is_late = time.monotonic() - self._published_at > PUBLISH_AFTER_S
        if self._pending >= self._settings.batch_documents or is_late:
            self.publish()


@contextmanager
def open_for_writing(settings: Settings) -> Iterator[Writer]:
    """Hold the writer's lock while the block runs; a missing installation is made.

    Afterwards standing questions are asked again where documents came or went.
    """
    with writer_lock(Layout(settings.home).lock):
        writer = Writer(settings)
        try:
            yield writer
        finally:
            writer.close()
    try:
        look_again(settings)
    except NachbarwissenError as error:
        # What was written stands; the questions are asked again after the next change.
        _LOG.warning("Standing questions wait: %s", error)
