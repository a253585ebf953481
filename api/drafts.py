"""Drafts: what was brought over the web, as files, until somebody keeps or drops it."""

import re
import secrets
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Literal

from pydantic import BaseModel, ConfigDict

from api.archive import reading_from_json, reading_to_json, write_atomically
from api.items import Item
from ingest.manifest import ManifestEntry
from ontology.errors import NotFoundError
from ontology.model import Reading

__all__ = ["BUSY", "Draft", "DraftItem", "Drafts", "file_name"]

# What nobody kept by then is forgotten.
KEPT_DAYS = 14
MAX_NAME_CHARS = 120
_ID = re.compile(r"[0-9a-f]{16}")

State = Literal["reading", "ready", "keeping", "kept", "undoing", "undone"]
# While something works on it.
BUSY = frozenset({"reading", "keeping", "undoing"})


class DraftItem(BaseModel):
    """One document of a draft, or why there is none.

    `manifest` is by what it was read besides its content, `stamp` how.
    """

    model_config = ConfigDict(frozen=True)

    number: int
    name: str
    document_id: str = ""
    stamp: str = ""
    manifest: ManifestEntry | None = None
    is_known: bool = False
    failure: str | None = None
    detail: str = ""


class Draft(BaseModel):
    """What one person brought at once, and how far it is."""

    model_config = ConfigDict(frozen=True)

    id: str
    who: str
    begun: str
    state: State = "reading"
    url: str | None = None
    done: int = 0
    total: int = 0
    items: tuple[DraftItem, ...] = ()
    kept: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    problem: str | None = None


class Drafts:
    """The folder `drafts/`: one folder a draft, one a document in it."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def new(self, who: str, files: Sequence[Item] = (), *, url: str | None = None) -> Draft:
        """Keep what was brought, unread."""
        self._remove_old()
        now = datetime.now(UTC).isoformat(timespec="seconds")
        draft = Draft(id=secrets.token_hex(8), who=who, begun=now, url=url, total=len(files) or 1)
        self.save(draft)
        for number, item in enumerate(files, start=1):
            self.put(draft, "brought", number, item)
        return draft

    def all(self) -> list[Draft]:
        """Return every draft, the newest first."""
        found = [self.get(path.parent.name) for path in self._directory.glob("*/draft.json")]
        return sorted(found, key=lambda draft: (draft.begun, draft.id), reverse=True)

    def get(self, draft_id: str) -> Draft:
        """Return a draft as it is now."""
        if not _ID.fullmatch(draft_id):
            raise NotFoundError(f"There is no draft {draft_id}.")
        try:
            content = (self._directory / draft_id / "draft.json").read_bytes()
        except FileNotFoundError as error:
            raise NotFoundError(f"There is no draft {draft_id}; it was dropped.") from error
        return Draft.model_validate_json(content)

    def save(self, draft: Draft) -> None:
        """Keep how far a draft is."""
        folder = self._directory / draft.id
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / "draft.json", draft.model_dump_json().encode())

    def put(self, draft: Draft, kind: str, number: int, item: Item) -> Path:
        """Keep a file: `brought` as it came, `read` as one document of it."""
        path = self._folder(draft, kind, number) / file_name(item.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(item.content)
        return path

    def files(self, draft: Draft, kind: str) -> list[Path]:
        """Return the files of a kind in their order."""
        folders = (self._directory / draft.id).glob(f"{kind}-*")
        return [path for folder in sorted(folders) for path in sorted(folder.glob("[!.]*"))]

    def content(self, draft: Draft, item: DraftItem) -> bytes:
        """Return a document's file."""
        return (self._folder(draft, "read", item.number) / item.name).read_bytes()

    def put_reading(self, draft: Draft, number: int, reading: Reading) -> None:
        """Keep what was read out of a document."""
        folder = self._folder(draft, "read", number)
        write_atomically(folder / ".reading", reading_to_json(reading))

    def reading(self, draft: Draft, item: DraftItem) -> Reading:
        """Return what was read out of a document."""
        return reading_from_json(
            (self._folder(draft, "read", item.number) / ".reading").read_bytes()
        )

    def empty(self, draft: Draft) -> None:
        """Remove a draft's files; that there was one stays."""
        for folder in (self._directory / draft.id).iterdir():
            if folder.is_dir():
                shutil.rmtree(folder)

    def drop(self, draft: Draft) -> None:
        """Remove a draft."""
        shutil.rmtree(self._directory / draft.id, ignore_errors=True)

    def _folder(self, draft: Draft, kind: str, number: int) -> Path:
        return self._directory / draft.id / f"{kind}-{number:05d}"

    def _remove_old(self) -> None:
        oldest = (datetime.now(UTC) - timedelta(days=KEPT_DAYS)).isoformat(timespec="seconds")
        for draft in self.all():
            if draft.begun < oldest:
                self.drop(draft)


def file_name(name: str) -> str:
    """Return the last part of a name as a file name that means nothing to any system."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = re.sub(r'[\x00-\x1f\x7f<>:"|?*/]', "_", last).lstrip(". ") or "dokument"
    stem, suffix = PurePosixPath(plain).stem, PurePosixPath(plain).suffix
    return (
        f"{stem[: MAX_NAME_CHARS - len(suffix)]}{suffix}"
        if len(suffix) < 20
        else plain[:MAX_NAME_CHARS]
    )
