"""Bringing documents over the web: read aside, looked at, corrected, kept, and taken back."""

import dataclasses
import hashlib
import json
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock

from api.drafts import Draft, DraftItem, Drafts
from api.fetching import fetch
from api.intake import reading_key, take_items
from api.items import Failure, Item, items_of
from api.layout import Layout
from api.models import name_aids, open_aids
from api.settings import Settings
from api.sources import Source
from api.stamp import reading_stamp
from api.view import Views
from api.writer import open_for_writing
from graph.decisions import Decision
from graph.rulings import with_decision
from ingest.aids import Aids
from ingest.manifest import MANIFEST_NAME, ManifestEntry
from ingest.pipeline import read_document
from ontology.errors import EmptyHomeError, FetchError, NachbarwissenError, ReadError
from ontology.iris import Iris

__all__ = ["Bringing", "Wish"]

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of a draft's document: what its manifest says, what is decided on it."""

    number: int
    manifest: ManifestEntry | None
    decisions: tuple[Decision, ...] = ()


@dataclass
class _Told:
    """Passes on how far a task is."""

    tell: Callable[[int], None]
    count: int = 0

    def total(self, count: int) -> None:
        """Say nothing: a draft knows its size."""

    def done(self, what: str) -> None:
        """Count one more."""
        LOG.debug("%s is done", what)
        self.count += 1
        self.tell(self.count)


@dataclass
class Bringing:
    """Works on drafts one after the other, beside the requests that ask how far they are."""

    settings: Settings
    views: Views
    _running: dict[str, Future[None]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.layout = Layout(self.settings.home)
        self.drafts = Drafts(self.layout.drafts)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bringing")

    def close(self) -> None:
        """Finish the document at hand and begin no other."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def bring(self, who: str, files: Sequence[Item] = (), *, url: str | None = None) -> Draft:
        """Begin to read files, or what an address leads to."""
        draft = self.drafts.new(who, files, url=url)
        self._submit(draft, self._read)
        return draft

    def look(self, draft_id: str) -> Draft:
        """Return a draft; one that a stopped server left half read is read on."""
        draft = self.drafts.get(draft_id)
        if draft.state == "reading" and not self._is_running(draft):
            self._submit(draft, self._read)
        elif draft.state == "keeping" and not self._is_running(draft):
            draft = self._put(draft, state="ready", problem="stopped")
        elif draft.state == "undoing" and not self._is_running(draft):
            draft = self._put(draft, state="kept", problem="stopped")
        return draft

    def keep(self, draft: Draft, wishes: Sequence[Wish]) -> None:
        """Begin to take documents of a draft into the installation."""
        begun = self._put(draft, state="keeping", done=0, total=len(wishes), problem=None)
        self._submit(begun, lambda each: self._keep(each, wishes))

    def undo(self, draft: Draft) -> None:
        """Begin to forget what was kept of a draft, with the decisions that were made for it."""
        begun = self._put(draft, state="undoing", done=0, total=1, problem=None)
        self._submit(begun, self._undo, otherwise="kept")

    # -- reading -----------------------------------------------------------------------------

    def _read(self, draft: Draft) -> None:
        try:
            if draft.url and not self.drafts.files(draft, "brought"):
                found = fetch(
                    draft.url,
                    max_bytes=self._max_bytes,
                    allow_private=self.settings.fetch_private,
                    proxy=self.settings.fetch_proxy.get_secret_value() or None,
                )
                self.drafts.put(draft, "brought", 1, Item("", found.name, found.content))
        except FetchError as error:
            failed = DraftItem(number=1, name=draft.url or "", failure=f"fetch_{error.cause}")
            self._put(draft, state="ready", done=1, items=(failed,))
            return
        items: list[DraftItem] = []
        for path in self.drafts.files(draft, "brought"):
            for item in items_of(Source(path), max_bytes=self._max_bytes):
                manifest = ManifestEntry(path.name, source=draft.url) if draft.url else None
                items.append(self._read_one(draft, len(items) + 1, item, manifest))
                draft = self._put(draft, done=len(items), total=max(draft.total, len(items)))
        self._put(draft, state="ready", items=tuple(items), total=len(items))

    def _read_one(
        self, draft: Draft, number: int, item: Item | Failure, manifest: ManifestEntry | None
    ) -> DraftItem:
        if isinstance(item, Failure):
            name = Path(item.source).name
            return DraftItem(number=number, name=name, failure=item.kind, detail=item.reason)
        name = self.drafts.put(draft, "read", number, item).name
        digest = hashlib.sha256(item.content).hexdigest()[:16]
        try:
            reading = read_document(item.content, name, manifest=manifest, aids=self._aids)
        except ReadError as error:
            kind = type(error).__name__
            return DraftItem(number=number, name=name, failure=kind, detail=str(error))
        self.drafts.put_reading(draft, number, reading)
        return DraftItem(
            number=number,
            name=name,
            document_id=digest,
            stamp=self._stamp(name, manifest),
            manifest=manifest,
            is_known=self._knows(digest),
        )

    # -- keeping -----------------------------------------------------------------------------

    def _keep(self, draft: Draft, wishes: Sequence[Wish]) -> None:
        items = {item.number: item for item in draft.items}
        wanted = [(items[wish.number], wish) for wish in wishes if wish.number in items]
        readings = {
            reading_key(item.document_id, item.stamp): self.drafts.reading(draft, item)
            for item, _ in wanted
        }
        with open_for_writing(self.settings) as writer:
            known = {entry.document_id for entry in writer.ledger.entries()}
            decisions = [each for wish in wishes for each in wish.decisions]
            if decisions:
                writer.redecide(lambda former: _with_all(former, decisions))
            sources = [self._source(draft, item, wish.manifest) for item, wish in wanted]
            steps = _Told(lambda count: self._tell(draft, count))
            report = take_items(writer, sources, steps=steps, readings=readings)
            after = {entry.document_id for entry in writer.ledger.entries()}
        failed = {Path(one.source).name: one for one in report.failed}
        kept = [item.document_id for item, _ in wanted if item.name not in failed]
        self._put(
            draft,
            state="kept",
            done=len(wanted),
            items=tuple(_with_failure(item, failed.get(item.name)) for item in draft.items),
            kept=tuple(one for one in kept if one in after and one not in known),
            decisions=tuple(self._decision_id(each) for each in decisions),
        )
        self.drafts.empty(draft)

    def _undo(self, draft: Draft) -> None:
        with open_for_writing(self.settings) as writer:
            writer.redecide(
                lambda decisions: tuple(
                    each for each in decisions if self._decision_id(each) not in draft.decisions
                )
            )
            known = {entry.document_id for entry in writer.ledger.entries()}
            for document_id in known.intersection(draft.kept):
                writer.forget(document_id)
            writer.publish()
        self._put(draft, state="undone")

    def _source(self, draft: Draft, item: DraftItem, manifest: ManifestEntry | None) -> Item:
        """Put a document where `ingest` finds it again, with what is known about it."""
        # An address is one source however often it changes; a file is what it holds.
        key = hashlib.sha256(draft.url.encode()).hexdigest()[:16] if draft.url else item.document_id
        folder = self.layout.uploads / key
        folder.mkdir(parents=True, exist_ok=True)
        for former in folder.iterdir():
            former.unlink()
        path = folder / item.name
        content = self.drafts.content(draft, item)
        path.write_bytes(content)
        if manifest:
            line = json.dumps(dataclasses.asdict(manifest), ensure_ascii=False)
            (folder / MANIFEST_NAME).write_text(f"{line}\n", "utf-8")
        return Item(Source(path).key, item.name, content, manifest)

    # -- the rest ----------------------------------------------------------------------------

    def _submit(
        self, draft: Draft, task: Callable[[Draft], None], *, otherwise: str = "ready"
    ) -> None:
        def run() -> None:
            try:
                task(draft)
            except NachbarwissenError as error:
                LOG.warning("draft %s: %s", draft.id, error)
                self._put(draft, state=otherwise, problem=type(error).__name__)

        future = self._worker.submit(run)
        future.add_done_callback(_log)
        with self._lock:
            self._running[draft.id] = future

    def _is_running(self, draft: Draft) -> bool:
        with self._lock:
            future = self._running.get(draft.id)
        return future is not None and not future.done()

    def _put(self, draft: Draft, **changed: object) -> Draft:
        new = draft.model_copy(update=changed)
        self.drafts.save(new)
        return new

    def _tell(self, draft: Draft, count: int) -> None:
        self._put(draft, done=count)

    def _stamp(self, name: str, manifest: ManifestEntry | None) -> str:
        return reading_stamp(
            name,
            manifest,
            partner=None,
            base_iri=self.settings.base_iri,
            aids=name_aids(self.settings),
        )

    def _knows(self, document_id: str) -> bool:
        try:
            return self.views.current().catalogue.document(document_id) is not None
        except EmptyHomeError:
            return False

    def _decision_id(self, decision: Decision) -> str:
        return decision.iri(Iris(self.settings.base_iri))

    @property
    def _max_bytes(self) -> int:
        return self.settings.max_file_mb * 2**20

    @cached_property
    def _aids(self) -> Aids:
        return open_aids(self.settings)


def _log(done: Future[None]) -> None:
    """Say in the log what nobody foresaw; the draft then waits as if the server had stopped."""
    error = None if done.cancelled() else done.exception()
    if error is not None:
        LOG.error("a draft could not be worked on", exc_info=error)


def _with_all(former: tuple[Decision, ...], new: Sequence[Decision]) -> tuple[Decision, ...]:
    for each in new:
        former = with_decision(former, each)
    return former


def _with_failure(item: DraftItem, failure: Failure | None) -> DraftItem:
    if failure is None:
        return item
    return item.model_copy(update={"failure": failure.kind, "detail": failure.reason})
