"""`ingest`: documents become part of an installation."""

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import Home, Json, settings_of
from api.intake import IntakeReport, take_in
from api.progress import progress_bar
from api.sources import find_sources
from api.writer import open_for_writing

__all__ = ["ingest"]


def ingest(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files and folders; ZIP archives too.")],
    *,
    manifest: Annotated[
        Path | None, typer.Option(help="JSON Lines that describe files by name.")
    ] = None,
    partner: Annotated[str | None, typer.Option(help="Town that sent the documents.")] = None,
    home: Home = None,
    as_json: Json = False,
) -> None:
    """Read documents; skip what is unchanged, replace what changed.

    Example: nachbarwissen ingest corpus/documents
    """
    settings = settings_of(context, home)
    sources = find_sources(paths, manifest=manifest)
    with open_for_writing(settings) as writer, progress_bar("Reading") as steps:
        report = take_in(writer, sources, steps=steps, partner=partner)
    for failure in report.failed:
        typer.echo(f"failed: {failure.source}: {failure.reason}", err=True)
    typer.echo(_summary(report), err=True)
    if as_json:
        typer.echo(json.dumps(dataclasses.asdict(report), ensure_ascii=False, indent=2))
    if report.failed:
        raise typer.Exit(1)


def _summary(report: IntakeReport) -> str:
    return (
        f"{report.new} new, {report.replaced} replaced, {report.unchanged} unchanged, "
        f"{report.duplicates} duplicates, {report.passed_over} passed over, "
        f"{len(report.failed)} failed; {report.seconds:.1f} s"
    )
