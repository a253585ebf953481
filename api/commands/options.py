"""Options that several commands share, and the settings that come of them."""

from pathlib import Path
from typing import Annotated

import typer

from api.settings import Settings, read_settings

__all__ = ["EXIT_CODES", "Home", "Json", "settings_of"]

# Typer shows it under every command's help.
EXIT_CODES = "Exit codes: 0 all done, 1 something failed (each named on stderr), 2 wrong usage."

Home = Annotated[
    Path | None,
    typer.Option(
        "--home", help="Folder of the installation; default ./data or NACHBARWISSEN_HOME."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON on stdout.")]


def settings_of(context: typer.Context, home: Path | None, **given: str | int | None) -> Settings:
    """Return the settings; `--home` behind the command wins over the one before it."""
    return read_settings(home=home or context.obj, **given)
