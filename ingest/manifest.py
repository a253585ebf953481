"""Reads a `manifest.jsonl`: what somebody wrote down about the documents beside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from ontology.errors import UsageError
from ontology.model import DocumentKind

__all__ = ["MANIFEST_NAME", "ManifestEntry", "read_manifest"]

# Under this name a folder's manifest is found without being named.
MANIFEST_NAME = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What the manifest says of one file; what it leaves open is found in the document."""

    file: str
    title: str | None = None
    kind: DocumentKind | None = None
    date: str | None = None
    publisher: str | None = None
    rights: str | None = None
    language: str | None = None
    source: str | None = None
    """The address the text itself was taken from."""


_FIELDS = ("title", "date", "publisher", "rights", "language", "source")


def read_manifest(path: Path) -> Mapping[str, ManifestEntry]:
    """Return the entries of a manifest by file name; a broken line is an error that names it."""
    entries: dict[str, ManifestEntry] = {}
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: the manifest cannot be read ({error}); expected JSON Lines in UTF-8."
        raise UsageError(message) from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            entry = _entry(line, f"{path}, line {number}")
            if entry.file in entries:
                message = f"{path}, line {number}: {entry.file} is listed twice; keep one of them."
                raise UsageError(message)
            entries[entry.file] = entry
    return entries


def _entry(line: str, where: str) -> ManifestEntry:
    try:
        found = json.loads(line)
    except ValueError as error:
        message = (
            f"{where}: no JSON ({error}); expected one object a line. Mend or remove the line."
        )
        raise UsageError(message) from error
    if not isinstance(found, dict) or not isinstance(found.get("file"), str) or not found["file"]:
        message = f'{where}: no file name; expected an object with "file". Mend or remove the line.'
        raise UsageError(message)
    for field in (*_FIELDS, "kind"):
        if not isinstance(found.get(field), str | None):
            message = (
                f"{where}: {field} is {found[field]!r}; expected a text or null. Mend the line."
            )
            raise UsageError(message)
    kind = found.get("kind") or None
    if kind is not None and kind not in get_args(DocumentKind):
        message = f"{where}: kind is {kind!r}; expected one of {', '.join(get_args(DocumentKind))}."
        raise UsageError(message)
    values = {field: found.get(field) or None for field in _FIELDS}
    return ManifestEntry(found["file"], kind=cast("DocumentKind | None", kind), **values)
