"""What a user pointed at, as a list of sources: files, and what folders hold."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ingest.manifest import MANIFEST_NAME, ManifestEntry, read_manifest
from ingest.readers import SUFFIXES
from ontology.errors import PathError

__all__ = ["Source", "Sources", "find_sources"]

# Files that speak about a folder and are no documents of it, in whatever format.
_ABOUT_THE_FOLDER = ("README", "LICENSE", "LICENCE", "CHANGELOG", "NOTICE")

Manifest = Mapping[str, ManifestEntry]


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: `key` is its absolute path, `name` what the document will carry."""

    path: Path
    manifest: Manifest = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The absolute path, by which the file is known again."""
        return os.path.abspath(self.path)  # noqa: PTH100 - Path.resolve would follow links

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Sources:
    """Every source in reading order, and how many files in folders were passed over."""

    found: tuple[Source, ...]
    passed_over: int


def find_sources(paths: Iterable[Path], *, manifest: Path | None = None) -> Sources:
    """Return the files that the paths name and the readable ones that folders hold, sorted.

    A file named outright is a source whatever its kind. In a folder other kinds of file, hidden
    ones and those about the folder are passed over. A `manifest.jsonl` beside a file describes it;
    entries of `manifest` come first.
    """
    given = read_manifest(manifest) if manifest else {}
    manifests = _Manifests(given)
    found: dict[str, Source] = {}
    passed_over = 0
    for path in paths:
        if not os.path.lexists(path):
            raise PathError(f"{path} does not exist; name a file or a folder.")
        for candidate in _files(path):
            if path.is_dir() and not _is_document(candidate):
                passed_over += candidate.name != MANIFEST_NAME
                continue
            source = Source(candidate, manifests.beside(candidate))
            found.setdefault(source.key, source)
    return Sources(tuple(found.values()), passed_over)


class _Manifests:
    """Reads each folder's manifest once."""

    def __init__(self, given: Manifest) -> None:
        self._given = given
        self._by_folder: dict[Path, Manifest] = {}

    def beside(self, path: Path) -> Manifest:
        folder = path.parent
        if folder not in self._by_folder:
            beside = folder / MANIFEST_NAME
            own = read_manifest(beside) if beside.is_file() else {}
            self._by_folder[folder] = {**own, **self._given}
        return self._by_folder[folder]


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    # A folder that cannot be listed is yielded itself: reading it fails, is named and counted.
    closed: list[Path] = []
    for folder, inner, names in os.walk(path, onerror=lambda error: closed.append(_folder(error))):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(names))
    yield from closed


def _folder(error: OSError) -> Path:
    return Path(os.fsdecode(error.filename))


def _is_document(path: Path) -> bool:
    if path.is_dir():
        return True
    if path.name.startswith(".") or path.name.upper().startswith(_ABOUT_THE_FOLDER):
        return False
    if not (path.is_file() or path.is_symlink()):
        return False
    return path.suffix.lower() in {*SUFFIXES, ".zip"}
