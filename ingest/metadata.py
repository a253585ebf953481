"""Says what a document is: title, kind, date, publisher, language and rights."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from ingest.cleaning import CleanText
from ingest.imprint import date_in, is_body, publisher_in, rights_in
from ingest.kinds import Traits, kind_of
from ingest.language import language_of
from ingest.manifest import ManifestEntry
from ingest.readers import RawText
from ingest.titles import opening_of, title_in
from ontology.model import DocumentKind

__all__ = ["Metadata", "describe"]

DEFAULT_RIGHTS = "all-rights-reserved"

_ISO_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document is, whoever said so."""

    title: str
    kind: DocumentKind
    language: str
    rights: str
    date: str | None = None
    publisher: str | None = None
    source_url: str | None = None


def describe(
    raw: RawText, cleaned: CleanText, source_file: str, *, manifest: ManifestEntry | None = None
) -> Metadata:
    """Return what a document is: by the manifest, else by its format, else by its words."""
    given = manifest or ManifestEntry(source_file)
    title = given.title or _title(raw, cleaned, source_file)
    publisher = given.publisher or _publisher(raw, cleaned)
    around = "\n".join(cleaned.dropped)
    kind = given.kind or kind_of(Traits(title, cleaned.text, around, publisher, raw.meta.is_sent))
    return Metadata(
        title=title,
        kind=kind,
        language=given.language or language_of(cleaned.text, raw.meta.language),
        rights=given.rights or _rights(raw, cleaned, kind),
        date=given.date or _date(raw, cleaned, title, kind),
        publisher=publisher,
        source_url=given.source or raw.meta.source_url,
    )


def _title(raw: RawText, cleaned: CleanText, source_file: str) -> str:
    if raw.meta.title:
        return " ".join(raw.meta.title.split())
    return title_in(cleaned.text) or opening_of(cleaned.text) or PurePath(source_file).stem


def _publisher(raw: RawText, cleaned: CleanText) -> str | None:
    """Return who published it; an author is believed only where the name is an office's."""
    stated = raw.meta.publisher
    if stated and (not raw.meta.is_authored or is_body(stated)):
        return stated
    return publisher_in(cleaned.text, cleaned.dropped) or stated


def _rights(raw: RawText, cleaned: CleanText, kind: DocumentKind) -> str:
    stated = raw.meta.rights or rights_in("\n".join((cleaned.text, *cleaned.dropped)))
    if stated is None and kind == "ratsvorlage":
        # Council papers are published for everybody's notice: § 5 (2) UrhG.
        return "official-work"
    return stated or DEFAULT_RIGHTS


def _date(raw: RawText, cleaned: CleanText, title: str, kind: DocumentKind) -> str | None:
    stated = raw.meta.date if _ISO_DATE.fullmatch(raw.meta.date or "") else None
    borne = date_in(cleaned.text, of_meeting=kind == "workshop-protokoll")
    if raw.meta.is_sent:
        return borne or _sent(stated, title)
    return stated or borne


def _sent(stated: str | None, title: str) -> str | None:
    """Return when a mail was sent, unless its subject is an issue of another year."""
    years: list[str] = _YEAR.findall(title)
    if stated and years and stated[:4] not in years:
        return years[-1]
    return stated
