"""`check`: tells whether an installation holds what it should and its parts agree."""

import dataclasses
import json

import typer

from api.commands.options import Home, Json, settings_of
from api.condition import check as check_view
from api.view import open_for_reading

__all__ = ["check"]


def check(context: typer.Context, *, home: Home = None, as_json: Json = False) -> None:
    """Check the shapes, and that graph, index and archive hold the same; status 1 if not.

    Example: nachbarwissen check
    """
    findings = check_view(open_for_reading(settings_of(context, home)))
    if as_json:
        rows = [dataclasses.asdict(finding) for finding in findings]
        typer.echo(json.dumps({"agrees": not findings, "findings": rows}, ensure_ascii=False))
    for finding in findings:
        typer.echo(f"{finding.what}; {finding.remedy}", err=True)
    if findings:
        raise typer.Exit(1)
    typer.echo("Graph, index and archive agree; every shape holds.", err=True)
