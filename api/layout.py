"""Where an installation keeps what: every path below its home folder."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from api.archive import write_atomically

__all__ = ["Layout", "Publication"]

# The published copy, and two that a reader may still hold open from before.
KEPT_SNAPSHOTS = 3


@dataclass(frozen=True, slots=True)
class Publication:
    """What readers are to open: a snapshot of the graph, and the index of which commit fits it."""

    snapshot: Path
    generation: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders and files of one home."""

    home: Path

    @property
    def archive(self) -> Path:
        """Original files, texts and readings."""
        return self.home / "archive"

    @property
    def ledger(self) -> Path:
        """Which source was read into which document."""
        return self.archive / "archive.sqlite"

    @property
    def live_graph(self) -> Path:
        """The writer's store."""
        return self.home / "graph" / "live"

    @property
    def index(self) -> Path:
        """The search index."""
        return self.home / "index"

    @property
    def history(self) -> Path:
        """What documents said before they were replaced."""
        return self.home / "history" / "history.sqlite"

    @property
    def workspace(self) -> Path:
        """The dataset that an administrator may write."""
        return self.home / "workspace"

    @property
    def accounts(self) -> Path:
        """Who may sign in, and who is signed in."""
        return self.home / "accounts.sqlite"

    @property
    def standing(self) -> Path:
        """Standing questions, what answered them, and who wants to hear of it."""
        return self.home / "standing.sqlite"

    @property
    def drafts(self) -> Path:
        """What was brought over the web and is not kept yet."""
        return self.home / "drafts"

    @property
    def uploads(self) -> Path:
        """Sources of the documents that were brought over the web."""
        return self.home / "uploads"

    @property
    def rulings(self) -> Path:
        """Decisions of the review desk that are not in the graph yet."""
        return self.home / "rulings.jsonl"

    @property
    def erased(self) -> Path:
        """Whom nobody may read about here any more."""
        return self.home / "erased.json"

    @property
    def lock(self) -> Path:
        """The file that the one writer locks."""
        return self.home / "writer.lock"

    @property
    def unpublished(self) -> Path:
        """A mark that the live graph may hold what index and snapshot do not show yet."""
        return self.home / "graph" / "unpublished"

    @property
    def _current(self) -> Path:
        return self.home / "graph" / "current"

    def published(self) -> Path | None:
        """Return the snapshot that readers are to open, None where nothing was published yet."""
        publication = self.publication()
        return publication.snapshot if publication else None

    def publication(self) -> Publication | None:
        """Return what was published last, None where nothing was."""
        if not self._current.is_file():
            return None
        # A publication of an older version names no generation.
        name, _, generation = self._current.read_text("utf-8").strip().partition(" ")
        snapshot = self._current.parent / name
        return Publication(snapshot, int(generation) if generation else None)

    def next_snapshot(self) -> Path:
        """Return the path of a snapshot that does not exist yet."""
        numbers = [_number(path) for path in self._snapshots()]
        return self._current.parent / f"snapshot-{max(numbers, default=0) + 1}"

    def publish(self, snapshot: Path, *, generation: int | None = None) -> None:
        """Point readers to a snapshot, and remove those that nobody opens any more.

        `generation` is the commit of the index that holds the same documents.
        """
        line = snapshot.name if generation is None else f"{snapshot.name} {generation}"
        write_atomically(self._current, f"{line}\n".encode())
        older = [path for path in self._snapshots() if path != snapshot]
        for path in sorted(older, key=_number)[: -KEPT_SNAPSHOTS + 1]:
            shutil.rmtree(path, ignore_errors=True)

    @property
    def fresh_graph(self) -> Path:
        """A whole copy of the writer's store that takes its place when the store is opened."""
        return self.home / "graph" / "fresh"

    def adopt_fresh_graph(self) -> None:
        """Put a whole copy in the place of the writer's store, also after a stop in between."""
        if self.fresh_graph.exists():
            shutil.rmtree(self.live_graph, ignore_errors=True)
            self.fresh_graph.replace(self.live_graph)

    def keep_only_published(self) -> None:
        """Remove every older snapshot at once: what was erased must not stand in one."""
        for path in self._snapshots():
            if path != self.published():
                shutil.rmtree(path, ignore_errors=True)

    def _snapshots(self) -> list[Path]:
        return list(self._current.parent.glob("snapshot-*"))


def _number(snapshot: Path) -> int:
    return int(snapshot.name.rpartition("-")[2])
