"""`password`: a new password for the editors' account."""

import sys
from typing import Annotated

import typer

from api.accounts import FIRST_ACCOUNT, Accounts, new_password
from api.commands.options import Home, settings_of
from api.layout import Layout

__all__ = ["password"]


def password(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Option(help="The account; one is made if need be.")] = FIRST_ACCOUNT,
    generate: Annotated[
        bool, typer.Option("--generate", help="Make a random one and print it.")
    ] = False,
    home: Home = None,
) -> None:
    """Set a new password for an editor; whoever is signed in with the old one is signed out.

    Example: nachbarwissen password --generate
    """
    accounts = Accounts(Layout(settings_of(context, home).home).accounts)
    chosen = new_password() if generate else _typed()
    accounts.set_password(name, chosen)
    typer.echo(f"The password of {name} is set.", err=True)
    if generate:
        typer.echo(chosen)


def _typed() -> str:
    """Return what is typed twice without being shown, or the line that a script sends."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return str(typer.prompt("New password", hide_input=True, confirmation_prompt=True, err=True))
