"""`status`: what an installation holds."""

import dataclasses
import json

import typer

from api.commands.options import Home, Json, settings_of
from api.condition import Status, status_of
from api.view import open_for_reading

__all__ = ["status"]


def status(context: typer.Context, *, home: Home = None, as_json: Json = False) -> None:
    """Print counts, versions and sizes; `--json` lists every document as well.

    Example: nachbarwissen status
    """
    settings = settings_of(context, home)
    found = status_of(open_for_reading(settings), settings)
    if as_json:
        typer.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=2))
    else:
        typer.echo(_text(found))


def _text(found: Status) -> str:
    rows = [
        ("home", found.home),
        ("version", found.version),
        *((name, f"{count:,}") for name, count in found.counts.items()),
        ("statements", f"{found.statements:,}"),
        *((f"{part} size", f"{size / 2**20:.1f} MB") for part, size in found.bytes.items()),
    ]
    return "\n".join(f"{name:15} {value}" for name, value in rows)
