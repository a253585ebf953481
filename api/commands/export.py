"""`export`: everything leaves in open formats."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import Home, settings_of
from api.exports import ExportFormat, write_export
from api.view import View, open_for_reading
from ontology.errors import PathError, UsageError

__all__ = ["export"]


def export(
    context: typer.Context,
    *,
    export_format: Annotated[
        ExportFormat, typer.Option("--format", help="csv lists the undertakings.")
    ] = ExportFormat.NQUADS,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; else stdout.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file.")] = False,
    home: Home = None,
) -> None:
    """Write the graph as canonical N-Quads, TriG, Turtle or JSON-LD, or the undertakings as CSV.

    Example: nachbarwissen export --format turtle --output graph.ttl
    """
    if output is not None and output.exists() and not force:
        raise UsageError(f"{output} exists; choose another name or add --force.")
    view = open_for_reading(settings_of(context, home))
    if output is None:
        write_export(view, sys.stdout.buffer, export_format=export_format)
        sys.stdout.buffer.flush()
    else:
        _write_file(view, output, export_format)
        typer.echo(f"{output} is written.", err=True)


def _write_file(view: View, output: Path, export_format: ExportFormat) -> None:
    beside = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            write_export(view, file, export_format=export_format)
        beside.replace(output)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise PathError(f"{output} cannot be written: {error.strerror}.") from error
