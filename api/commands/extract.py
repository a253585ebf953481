"""`extract`: what would be read out of documents, without touching any store."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import Json, settings_of
from api.extract_object import extract_object
from api.items import Failure, Item, items_of
from api.models import open_aids
from api.sources import find_sources
from ingest.aids import Aids
from ingest.pipeline import read_document
from ontology.errors import ReadError
from ontology.model import Reading

__all__ = ["extract"]


def extract(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="Files or folders to read.")],
    *,
    manifest: Annotated[
        Path | None, typer.Option(help="JSON Lines that describe files by name.")
    ] = None,
    as_json: Json = False,
    as_text: Annotated[
        bool, typer.Option("--text", help="Print the cleaned text that offsets refer to.")
    ] = False,
) -> None:
    """Print what is read out of documents: one JSON object a document, or the cleaned text.

    Example: nachbarwissen extract corpus/documents/owl-017.html --json
    """
    settings = settings_of(context, None)
    if as_json and as_text:
        raise typer.BadParameter("--json and --text exclude each other.")
    aids = None if as_text else open_aids(settings)
    failed = 0
    for source in find_sources(files, manifest=manifest).found:
        for item in items_of(source, max_bytes=settings.max_file_mb * 2**20):
            failed += not _print(item, aids, as_text=as_text)
    if failed:
        raise typer.Exit(1)


def _print(item: Item | Failure, aids: Aids | None, *, as_text: bool) -> bool:
    """Print a document and return True, or name the failure and return False."""
    if isinstance(item, Failure):
        typer.echo(f"failed: {item.source}: {item.reason}", err=True)
        return False
    try:
        reading = read_document(item.content, item.name, manifest=item.manifest, aids=aids)
    except ReadError as error:
        typer.echo(f"failed: {item.key}: {error}", err=True)
        return False
    # Written without translation of line ends, so that offsets hold on every system.
    sys.stdout.buffer.write(_text(reading) if as_text else _json(reading))
    sys.stdout.buffer.flush()
    return True


def _text(reading: Reading) -> bytes:
    return reading.document.text.encode()


def _json(reading: Reading) -> bytes:
    return json.dumps(extract_object(reading), ensure_ascii=False).encode() + b"\n"
