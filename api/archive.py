"""The archive: every document's original file, its cleaned text and its whole reading on disk."""

import hashlib
import os
import shutil
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter, ValidationError

from ontology.errors import NotFoundError, StoreError
from ontology.model import Reading

__all__ = ["Archive", "reading_from_json", "reading_to_json", "write_atomically"]

_READING = "reading.json"
_TEXT = "text.txt"
_ORIGINAL = "original"
_READINGS = TypeAdapter(Reading)


def reading_to_json(reading: Reading) -> bytes:
    """Return a reading as JSON that `reading_from_json` turns back into an equal reading."""
    return _READINGS.dump_json(reading)


def reading_from_json(content: bytes) -> Reading:
    """Return the reading that `reading_to_json` wrote."""
    return _READINGS.validate_json(content)


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that it holds either what it held before or the whole new content."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _sync_folder(path.parent)


class Archive:
    """The folder `archive/<document id>/`; a document is in it once its reading is."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def save(self, reading: Reading, original: bytes) -> None:
        """Keep a document, or keep it anew; its reading is written last."""
        folder = self.directory / reading.document.id
        folder.mkdir(parents=True, exist_ok=True)
        original_name = _original_name(reading.document.source_file)
        for former in folder.glob(f"{_ORIGINAL}*"):
            if former.name != original_name:
                former.unlink()
        write_atomically(folder / original_name, original)
        write_atomically(folder / _TEXT, reading.document.text.encode())
        write_atomically(folder / _READING, reading_to_json(reading))

    def load(self, document_id: str) -> Reading:
        """Return the reading of a document."""
        path = self.directory / document_id / _READING
        try:
            return reading_from_json(path.read_bytes())
        except FileNotFoundError as error:
            raise NotFoundError(f"No document {document_id} in the archive.") from error
        except ValidationError as error:
            raise StoreError(
                f"{path} does not hold a reading of this version; ingest its source again."
            ) from error

    def text(self, document_id: str) -> str:
        """Return the cleaned text of a document."""
        try:
            return (self.directory / document_id / _TEXT).read_bytes().decode()
        except FileNotFoundError as error:
            raise NotFoundError(f"No document {document_id} in the archive.") from error

    def stamp(self, document_id: str) -> str:
        """Return the SHA-256 of a document's stored reading, by which the index knows it."""
        try:
            content = (self.directory / document_id / _READING).read_bytes()
        except FileNotFoundError as error:
            raise NotFoundError(f"No document {document_id} in the archive.") from error
        return hashlib.sha256(content).hexdigest()

    def ids(self) -> list[str]:
        """Return the ids of all documents kept, ordered."""
        if not self.directory.is_dir():
            return []
        return sorted(path.parent.name for path in self.directory.glob(f"*/{_READING}"))

    def remove(self, document_id: str) -> None:
        """Remove a document; its reading goes first, so it never counts as half kept."""
        folder = self.directory / document_id
        (folder / _READING).unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)

    def remove_fragments(self) -> None:
        """Remove what a stopped process left behind: folders without a reading."""
        if not self.directory.is_dir():
            return
        for folder in self.directory.iterdir():
            if folder.is_dir() and not (folder / _READING).exists():
                shutil.rmtree(folder, ignore_errors=True)


def _original_name(source_file: str) -> str:
    return f"{_ORIGINAL}{PurePosixPath(source_file).suffix.lower()}"


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
