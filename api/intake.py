"""Intake: sources become documents of an installation; each ends as one counted outcome."""

import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from api.items import Failure, Item, items_of
from api.ledger import Entry
from api.progress import Steps
from api.sources import Sources
from api.stamp import reading_stamp
from api.writer import Writer
from ingest.pipeline import read_document
from ontology.errors import InvalidGraphError, ReadError
from ontology.model import Reading

__all__ = ["IntakeReport", "reading_key", "take_in", "take_items"]


@dataclass(slots=True)
class IntakeReport:
    """What became of every source."""

    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    duplicates: int = 0
    passed_over: int = 0
    failed: list[Failure] = field(default_factory=list)
    seconds: float = 0.0


def take_in(
    writer: Writer, sources: Sources, *, steps: Steps, partner: str | None = None
) -> IntakeReport:
    """Read every source into the installation and report what became of each."""
    begun = time.monotonic()
    report = IntakeReport(passed_over=sources.passed_over)
    intake = _Intake(writer, report, partner=partner)
    steps.total(len(sources.found))
    for source in sources.found:
        for item in items_of(source, max_bytes=writer.max_file_bytes):
            intake.take(item)
        steps.done(source.name)
    writer.publish()
    report.seconds = round(time.monotonic() - begun, 2)
    return report


def take_items(
    writer: Writer, items: Iterable[Item], *, steps: Steps, readings: Mapping[str, Reading]
) -> IntakeReport:
    """Take documents that were read before; one that now reads otherwise is read anew."""
    report = IntakeReport()
    intake = _Intake(writer, report, partner=None, readings=readings)
    for item in items:
        intake.take(item)
        steps.done(item.name)
    writer.publish()
    return report


def reading_key(document_id: str, stamp: str) -> str:
    """Return under which name a reading is passed on: the same file read the same way."""
    return f"{document_id} {stamp}"


class _Intake:
    """Decides for each item whether it is known, known elsewhere, changed or new."""

    def __init__(
        self,
        writer: Writer,
        report: IntakeReport,
        *,
        partner: str | None,
        readings: Mapping[str, Reading] | None = None,
    ) -> None:
        self._writer = writer
        self._report = report
        self._partner = partner
        self._readings = readings or {}

    def take(self, item: Item | Failure) -> None:
        if isinstance(item, Failure):
            self._report.failed.append(item)
            return
        document_id = hashlib.sha256(item.content).hexdigest()[:16]
        stamp = reading_stamp(
            item.name,
            item.manifest,
            partner=self._partner,
            base_iri=self._writer.base_iri,
            aids=self._writer.aids_name,
        )
        entry = Entry(item.key, document_id, stamp)
        known = self._writer.ledger.get(item.key)
        if known and (known.document_id, known.stamp) == (document_id, stamp):
            self._report.unchanged += 1
        elif self._is_kept_for_another(entry):
            self._add_duplicate(entry, known)
        else:
            self._read(item, entry, known)

    def _is_kept_for_another(self, entry: Entry) -> bool:
        return any(
            other.is_owner and other.stamp and other.key != entry.key and _is_there(other.key)
            for other in self._writer.ledger.sources(entry.document_id)
        )

    def _add_duplicate(self, entry: Entry, known: Entry | None) -> None:
        alias = Entry(entry.key, entry.document_id, entry.stamp, is_owner=False)
        self._writer.add_source(alias, former=known)
        self._report.duplicates += 1

    def _read(self, item: Item, entry: Entry, known: Entry | None) -> None:
        try:
            known_reading = self._readings.get(reading_key(entry.document_id, entry.stamp))
            reading = known_reading or self._reading(item)
            self._writer.replace(reading, item.content, entry, former=known)
        except (ReadError, InvalidGraphError) as error:
            self._report.failed.append(Failure(item.key, str(error), type(error).__name__))
            return
        if known:
            self._report.replaced += 1
        else:
            self._report.new += 1

    def _reading(self, item: Item) -> Reading:
        return read_document(
            item.content,
            item.name,
            manifest=item.manifest,
            partner=self._partner,
            aids=self._writer.aids,
        )


def _is_there(key: str) -> bool:
    return Path(key.partition("!")[0]).exists()
