"""The stamp of a reading: two readings of one file under the same stamp are the same."""

import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path

from ingest.manifest import ManifestEntry

__all__ = ["reading_stamp", "software_digest"]

# Whatever these packages hold can change what is read out of a document or stored of it.
_PACKAGES = ("ontology", "ingest", "graph")


@cache
def software_digest() -> str:
    """Return the SHA-256 over the files that decide what is read out of a document."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        folder = Path(str(files(package)))
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(str(path.relative_to(folder)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def reading_stamp(
    name: str, manifest: ManifestEntry | None, *, partner: str | None, base_iri: str, aids: str = ""
) -> str:
    """Return what a reading depends on besides the file's content, as one short text."""
    entry = asdict(manifest) if manifest else None
    parts = [software_digest(), name, entry, partner, base_iri, aids]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:32]
