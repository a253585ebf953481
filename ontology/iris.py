"""Mints every IRI; nobody else builds one.

Entities live under `<base>id/`, named graphs under `<base>graph/`. All functions are pure: the
same mention gives the same IRI on every machine and in every order of ingestion.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from ontology.model import Actor

__all__ = ["BASE", "ONTOLOGY", "Iris", "part_iri", "plain_iri", "slug"]

BASE = "https://w3id.org/nachbarwissen/"
ONTOLOGY = "https://w3id.org/nachbarwissen/ontology#"

# Long enough for every name met, short enough for a browser's address line.
MAX_SLUG_CHARS = 80

_TRANSLITERATION = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "&": " und ", "+": " plus "}
)


def slug(name: str) -> str:
    """Return a name as lower-case ASCII words joined by hyphens (`Müller` → `mueller`).

    A name without any letter or digit, or one that had to be cut, ends in eight digits of its
    SHA-256 so that different names stay apart.
    """
    lowered = unicodedata.normalize("NFC", name).casefold().translate(_TRANSLITERATION)
    ascii_only = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    if words and len(words) <= MAX_SLUG_CHARS:
        return words
    digest = hashlib.sha256(lowered.encode()).hexdigest()[:8]
    return f"{words[: MAX_SLUG_CHARS - 9].rstrip('-')}-{digest}".lstrip("-")


# No slug holds two hyphens in a row, so what stands before them is the IRI of the bare name.
_PART = "--"


def part_iri(iri: str, part: str) -> str:
    """Return the IRI of one of several things that share a name; `part` tells which."""
    return f"{iri}{_PART}{slug(part)}"


def plain_iri(iri: str) -> str:
    """Return the IRI that the name alone gives, whichever of its namesakes is meant."""
    folder, slash, key = iri.rpartition("/")
    return f"{folder}{slash}{key.partition(_PART)[0]}"


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one installation, all below its base."""

    base: str = BASE

    def document(self, document_id: str) -> str:
        """Return the IRI of a document, by the first 16 digits of its SHA-256."""
        return f"{self.base}id/document/{document_id}"

    def passage(self, document_id: str, ordinal: int) -> str:
        """Return the IRI of a passage of a document."""
        return f"{self.base}id/passage/{document_id}-{ordinal:04d}"

    def person(self, name: str) -> str:
        """Return the IRI of a person, by the name without titles."""
        return f"{self.base}id/person/{slug(name)}"

    def municipality(self, ags: str) -> str:
        """Return the IRI of a municipality (8 digits) or county (5 digits)."""
        return f"{self.base}id/{'county' if len(ags) == 5 else 'municipality'}/{ags}"

    def land(self, key: str) -> str:
        """Return the IRI of a federal state, by the first two digits of any key in it."""
        return f"{self.base}id/land/{key}"

    def organisation(self, name: str) -> str:
        """Return the IRI of an organisation that is no municipality."""
        return f"{self.base}id/organisation/{slug(name)}"

    def actor(self, actor: Actor) -> str:
        """Return the IRI of whoever acts: a municipality, a county or another organisation."""
        return self.municipality(actor.ags) if actor.ags else self.organisation(actor.name)

    def project(self, name: str, anchor: str | None = None) -> str:
        """Return the IRI of an undertaking; `anchor` (a town's name) keeps generic names apart."""
        return f"{self.base}id/project/{slug(f'{name} {anchor}' if anchor else name)}"

    def award(self, *parts: str) -> str:
        """Return the IRI of an award won, by competition, category, year and recipient."""
        return f"{self.base}id/award/{slug(' '.join(part for part in parts if part))}"

    def event(self, *parts: str) -> str:
        """Return the IRI of an event, by name, date and place."""
        return f"{self.base}id/event/{slug(' '.join(part for part in parts if part))}"

    def theme(self, label: str) -> str:
        """Return the IRI of a theme, by its German label."""
        return f"{self.base}id/theme/{slug(label)}"

    def role(self, label: str) -> str:
        """Return the IRI of a normalised role, by its German label."""
        return f"{self.base}id/role/{slug(label)}"

    def hashed(self, kind: str, *parts: str) -> str:
        """Return the IRI of a node without a name of its own (`membership`, `evidence`)."""
        digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]
        return f"{self.base}id/{kind}/{digest}"

    def document_graph(self, document_id: str) -> str:
        """Return the name of the graph that holds all one document says."""
        return f"{self.base}graph/document/{document_id}"

    def graph(self, name: str) -> str:
        """Return the name of another graph: `reference`, `canonical`, `partner/<town>`."""
        return f"{self.base}graph/{name}"
