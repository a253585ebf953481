"""The command line: `nachbarwissen COMMAND`; data on stdout, everything else on stderr."""

import importlib
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from api.commands.options import EXIT_CODES
from ontology.errors import NachbarwissenError, NotFoundError, QueryError, UsageError

if TYPE_CHECKING:
    from typer._click.core import Command

__all__ = ["COMMANDS", "app", "main", "nachbarwissen"]

# What was asked for cannot be meant: exit status 2. Every other error of ours is status 1.
_WRONG_USAGE = (UsageError, QueryError, NotFoundError)


class _Commands(TyperGroup):
    """Imports a command's module when it is used: `--version` must not wait for an engine."""

    def list_commands(self, _context: object) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: object, name: str) -> "Command | None":
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"api.commands.{COMMANDS[name]}")
        if name in _GROUPS:
            return typer.main.get_command(getattr(module, f"{name}_app"))
        single = typer.Typer(add_completion=False)
        single.command(name, epilog=EXIT_CODES)(getattr(module, name))
        return typer.main.get_command(single)


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    epilog=EXIT_CODES,
)


def _show_version(*, is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"nachbarwissen {version('nachbarwissen')}")
        raise typer.Exit


@app.callback()
def nachbarwissen(
    context: typer.Context,
    *,
    home: Annotated[
        Path | None,
        typer.Option(help="Folder of the installation; default ./data or NACHBARWISSEN_HOME."),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            help="Print the version.",
            callback=lambda value: _show_version(is_wanted=value),
        ),
    ] = False,
) -> None:
    """Answer a town hall that asks whether another town has already solved this."""
    context.obj = home


def main() -> None:
    """Run the command line; an error of ours is one sentence on stderr and a status."""
    try:
        app(prog_name="nachbarwissen")
    except NachbarwissenError as error:
        typer.echo(f"nachbarwissen: {error}", err=True)
        sys.exit(2 if isinstance(error, _WRONG_USAGE) else 1)


# Each command and the module of `api.commands` that holds it, in the order of `--help`.
COMMANDS = {
    "ingest": "ingest",
    "extract": "extract",
    "ask": "ask",
    "similar": "similar",
    "sparql": "sparql",
    "serve": "serve",
    "status": "status",
    "check": "check",
    "export": "export",
    "link": "link",
    "review": "review",
    "contradictions": "contradictions",
    "standing": "standing",
    "reindex": "reindex",
    "forget": "forget",
    "history": "history",
    "erase": "erase",
    "password": "password",
    "model": "model",
}
# Commands with commands of their own.
_GROUPS = frozenset({"model", "review", "standing"})
