"""The steps by which a file becomes a reading, in their order."""

import hashlib

from ingest.aids import Aids
from ingest.cleaning import clean
from ingest.facts import extract_facts
from ingest.manifest import ManifestEntry
from ingest.metadata import describe
from ingest.passages import cut
from ingest.readers import read_file
from ontology.errors import EmptyTextError
from ontology.model import Document, Reading

__all__ = ["read_document", "read_file_as_document"]


def read_document(
    content: bytes,
    source_file: str,
    *,
    manifest: ManifestEntry | None = None,
    partner: str | None = None,
    aids: Aids | None = None,
) -> Reading:
    """Return everything that can be read out of a file: document, facts and passages.

    What the manifest says goes before what was found, field by field.
    """
    document = read_file_as_document(content, source_file, manifest=manifest, partner=partner)
    return Reading(document, extract_facts(document, aids=aids), cut(document))


def read_file_as_document(
    content: bytes,
    source_file: str,
    *,
    manifest: ManifestEntry | None = None,
    partner: str | None = None,
) -> Document:
    """Return the cleaned text of a file with what is known about it, without facts."""
    raw = read_file(content, source_file)
    cleaned = clean(raw)
    if not cleaned.text:
        message = (
            f"{source_file}: nothing is left once menus and notices are taken out; expected the "
            "text of a document. Save the page with its content."
        )
        raise EmptyTextError(message)
    found = describe(raw, cleaned, source_file, manifest=manifest)
    return Document(
        sha256=hashlib.sha256(content).hexdigest(),
        source_file=source_file,
        text=cleaned.text,
        title=found.title,
        kind=found.kind,
        date=found.date,
        publisher=found.publisher,
        language=found.language,
        rights=found.rights,
        source_url=found.source_url,
        partner=partner,
        page_starts=cleaned.page_starts,
        headings=cleaned.headings,
    )
