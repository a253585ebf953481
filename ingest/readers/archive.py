"""Opens what holds several documents: ZIP archives and e-mails with attachments."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from ingest.readers.dispatch import SUFFIXES
from ingest.readers.mail import attachments, read_mail
from ontology.errors import (
    DamagedFileError,
    EmptyTextError,
    EncryptedFileError,
    ReadError,
    UnsafeArchiveError,
)

__all__ = ["Member", "members"]

# Our choice: far above what a town's papers of a year need, far below what fills a small server.
MAX_MEMBERS = 10_000
MAX_TOTAL_BYTES = 1_000_000_000
MAX_MEMBER_BYTES = 200_000_000
MAX_RATIO = 200
MAX_NESTING = 3


@dataclass(frozen=True, slots=True)
class Member:
    """A document out of a container, or why it cannot be had."""

    name: str
    content: bytes = b""
    error: ReadError | None = None


def members(content: bytes, name: str) -> Iterator[Member]:
    """Yield the documents of a file: those in a ZIP, a mail and its attachments, else itself.

    A member that cannot be had carries its error and the others go on. Members of a kind no reader
    knows are passed over. Names are `archive.zip/folder/file.pdf`.
    """
    yield from _members(content, name, depth=0)


def _members(content: bytes, name: str, *, depth: int) -> Iterator[Member]:
    suffix = PurePath(name).suffix.lower()
    if suffix == ".zip":
        yield from _archive(content, name, depth=depth)
    elif suffix == ".eml":
        yield from _mail(content, name, depth=depth)
    else:
        yield Member(name, content)


def _mail(content: bytes, name: str, *, depth: int) -> Iterator[Member]:
    try:
        attached = [(title, data) for title, data in attachments(content, name) if _is_known(title)]
    except ReadError as error:
        yield Member(name, content, error)
        return
    if not attached or _has_words(content, name):
        yield Member(name, content)
    for title, data in attached:
        yield from _inner(data, f"{name}/{PurePath(title).name}", depth=depth)


def _has_words(content: bytes, name: str) -> bool:
    try:
        read_mail(content, name)
    except EmptyTextError:
        return False  # a mail that only carries its attachments is no document of its own
    return True


def _inner(content: bytes, name: str, *, depth: int) -> Iterator[Member]:
    if depth >= MAX_NESTING:
        message = (
            f"{name}: packed {depth + 1} deep; expected at most {MAX_NESTING}. Unpack it first."
        )
        yield Member(name, error=UnsafeArchiveError(message))
        return
    yield from _members(content, name, depth=depth + 1)


def _is_known(name: str) -> bool:
    return PurePath(name).suffix.lower() in {*SUFFIXES, ".zip"}


def _archive(content: bytes, name: str, *, depth: int) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        message = f"{name}: the ZIP is damaged or cut off; expected a whole archive. Pack it again."
        failure = DamagedFileError(message)
        failure.__cause__ = error
        yield Member(name, content, failure)
        return
    with archive:
        yield from _entries(archive, entries, name, depth=depth)


def _entries(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str, *, depth: int
) -> Iterator[Member]:
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_MEMBERS or total > MAX_TOTAL_BYTES:
        message = (
            f"{name}: {len(entries)} files of {total} bytes in all; expected at most {MAX_MEMBERS} "
            f"and {MAX_TOTAL_BYTES}. Pack smaller archives."
        )
        yield Member(name, error=UnsafeArchiveError(message))
        return
    for entry in sorted(entries, key=lambda one: one.filename):
        path = f"{name}/{entry.filename}"
        try:
            _check(entry, path)
            if _is_passed_over(entry.filename):
                continue
            data = _unpack(archive, entry, path)
        except ReadError as error:
            yield Member(path, error=error)
            continue
        yield from _inner(data, path, depth=depth)


def _is_passed_over(filename: str) -> bool:
    parts = PurePosixPath(filename).parts
    return not _is_known(filename) or "__MACOSX" in parts or parts[-1].startswith(".")


def _check(entry: zipfile.ZipInfo, path: str) -> None:
    plain = entry.filename.replace("\\", "/")
    if plain.startswith("/") or ".." in plain.split("/") or ":" in plain.split("/")[0]:
        message = (
            f"{path}: the archive reaches outside itself; expected names below it. Pack it anew."
        )
        raise UnsafeArchiveError(message)
    if entry.flag_bits & 0x1:
        message = f"{path}: the file is packed with a password; expected none. Pack it without."
        raise EncryptedFileError(message)
    ratio = entry.file_size / max(entry.compress_size, 1)
    if entry.file_size > MAX_MEMBER_BYTES or (ratio > MAX_RATIO and entry.file_size > 1_000_000):
        message = (
            f"{path}: {entry.compress_size} bytes unpack to {entry.file_size}; expected at most "
            f"{MAX_MEMBER_BYTES} and {MAX_RATIO} times its packed size. Check it by hand."
        )
        raise UnsafeArchiveError(message)


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str) -> bytes:
    try:
        with archive.open(entry) as stream:
            data = stream.read(entry.file_size + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        message = f"{path}: this part of the archive is damaged; expected it whole. Pack it again."
        raise DamagedFileError(message) from error
    except RuntimeError as error:
        message = f"{path}: the file is packed with a password; expected none. Pack it without."
        raise EncryptedFileError(message) from error
    if len(data) > entry.file_size:
        message = (
            f"{path}: unpacks to more than the archive says; expected {entry.file_size} bytes."
        )
        raise UnsafeArchiveError(message)
    return data
