"""Erasures: whom nobody may read about here any more, known by a keyed hash of the name only."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable
from pathlib import Path

from api.archive import write_atomically
from ingest.redaction import redacted
from ontology.gazetteer import gazetteer
from ontology.iris import Iris, slug
from ontology.model import Reading

__all__ = ["Erasures", "erased_words"]


class Erasures:
    """The register of an installation; every reading passes it before it is stored.

    It holds no name: whoever has the file can test a name, not list them.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._key, self._hashes = b"", frozenset[str]()
        if path.exists():
            content = json.loads(path.read_text("utf-8"))
            self._key, self._hashes = bytes.fromhex(content["key"]), frozenset(content["names"])

    def add(self, names: Iterable[str]) -> None:
        """Remember that people of these names are erased."""
        self._key = self._key or secrets.token_bytes(32)
        self._hashes |= {self._hash(name) for name in names}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        content = {"key": self._key.hex(), "names": sorted(self._hashes)}
        write_atomically(self._path, json.dumps(content).encode())
        self._path.chmod(0o600)

    def holds(self, name: str) -> bool:
        """Return whether people of this name are erased."""
        return bool(self._hashes) and self._hash(name) in self._hashes

    def applied(self, reading: Reading) -> Reading:
        """Return a reading without them."""
        return redacted(reading, self.holds) if self._hashes else reading

    def _hash(self, name: str) -> str:
        return hmac.new(self._key, slug(name).encode(), hashlib.sha256).hexdigest()


def erased_words(names: Iterable[str], iris: Iris) -> frozenset[str]:
    """Return by which words old statements tell of these people: names, surnames and IRIs."""
    found: set[str] = set()
    for name in names:
        surname = name.split()[-1]
        found |= {name, iris.person(name)}
        if not gazetteer().named(surname):
            found.add(surname)
    return frozenset(found)
