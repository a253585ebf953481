"""Exports: the whole graph in standard formats, and the undertakings as a table."""

import csv
import io
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import IO

from api.dumps import DUMPS
from api.view import View
from graph.named_queries import named_query
from ontology.cards import ProjectCard

__all__ = ["ExportFormat", "safe_cell", "write_export"]

_COLUMNS = (
    "iri",
    "name",
    "kind",
    "status",
    "start",
    "end",
    "themes",
    "municipalities",
    "ags",
    "documents",
)
# A cell that begins so would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class ExportFormat(StrEnum):
    """What is written."""

    NQUADS = "nquads"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    TRIG = "trig"
    CSV = "csv"


def write_export(view: View, output: IO[bytes], *, export_format: ExportFormat) -> None:
    """Write everything in one format; N-Quads are canonical: same content, same bytes."""
    _WRITERS[export_format](view, output)


def _write_nquads(view: View, output: IO[bytes]) -> None:
    view.store.dump(output)


def _write_trig(view: View, output: IO[bytes]) -> None:
    output.writelines(DUMPS["trig"].pieces(view.store))


def _write_turtle(view: View, output: IO[bytes]) -> None:
    view.store.query(named_query("everything")).write(output, format_name="turtle")


def _write_jsonld(view: View, output: IO[bytes]) -> None:
    view.store.query(named_query("everything")).write(output, format_name="jsonld")


def _write_projects(view: View, output: IO[bytes]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for card in sorted(view.catalogue.projects(), key=lambda card: (card.name, card.iri)):
        writer.writerow([safe_cell(value) for value in _row(view, card)])
    # The mark at the beginning makes spreadsheets read it as UTF-8.
    output.write(text.getvalue().encode("utf-8-sig"))


def _row(view: View, card: ProjectCard) -> list[str]:
    documents = dict.fromkeys(span.document_id for span in card.spans)
    known = (view.catalogue.document(document_id) for document_id in documents)
    return [
        card.iri,
        card.name,
        card.kind,
        card.status or "",
        card.start or "",
        card.end or "",
        "; ".join(card.themes),
        "; ".join(town.name for town in card.municipalities),
        "; ".join(town.ags for town in card.municipalities),
        "; ".join(document.source_file for document in known if document),
    ]


def safe_cell(value: str) -> str:
    """Return a table cell that no spreadsheet runs as a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value


_WRITERS: Mapping[ExportFormat, Callable[[View, IO[bytes]], None]] = MappingProxyType(
    {
        ExportFormat.CSV: _write_projects,
        ExportFormat.JSONLD: _write_jsonld,
        ExportFormat.NQUADS: _write_nquads,
        ExportFormat.TRIG: _write_trig,
        ExportFormat.TURTLE: _write_turtle,
    }
)
