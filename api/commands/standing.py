"""`standing`: the questions that stay, asked again or removed, and addresses erased."""

import dataclasses
import json
from typing import Annotated

import typer

from api.commands.options import EXIT_CODES, Home, Json, settings_of
from api.layout import Layout
from api.settings import Settings
from api.standing import Standing
from api.standing_watch import look_again
from api.subscribers import Subscribers

__all__ = ["check", "erase", "list_questions", "remove", "standing", "standing_app"]

standing_app = typer.Typer(
    name="standing",
    no_args_is_help=True,
    add_completion=False,
    epilog=EXIT_CODES,
    help="Questions that stay until a new document answers them.",
)


@standing_app.callback()
def standing() -> None:
    """List standing questions, ask them again, remove them, erase an address."""


@standing_app.command("list", epilog=EXIT_CODES)
def list_questions(context: typer.Context, *, home: Home = None, as_json: Json = False) -> None:
    """Print every question with the number of new answers and of confirmed addresses.

    Example: nachbarwissen standing list
    """
    kept = _standing(settings_of(context, home))
    counts = Subscribers(kept).counts()
    for one in kept.questions():
        if as_json:
            said = dataclasses.asdict(one) | {"subscribers": counts.get(one.id, 0)}
            typer.echo(json.dumps(said, ensure_ascii=False))
        else:
            new = sum(not answer.is_seen for answer in one.answers)
            typer.echo(f"{one.id}  {new} new, {counts.get(one.id, 0)} addresses  {one.text}")


@standing_app.command("check", epilog=EXIT_CODES)
def check(context: typer.Context, *, home: Home = None, as_json: Json = False) -> None:
    """Ask all questions again and send the letters that wait; each intake does so by itself.

    Example: nachbarwissen standing check
    """
    report = look_again(settings_of(context, home))
    typer.echo(
        f"{report.answers} new answers, {report.sent} letters sent, {report.waiting} waiting",
        err=True,
    )
    if as_json:
        typer.echo(json.dumps(dataclasses.asdict(report)))
    if report.waiting:
        raise typer.Exit(1)


@standing_app.command("remove", epilog=EXIT_CODES)
def remove(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="Its id, as `list` prints it.")],
    *,
    home: Home = None,
) -> None:
    """Remove a question with the addresses that hang on it.

    Example: nachbarwissen standing remove 0123456789abcdef01234567
    """
    kept = _standing(settings_of(context, home))
    found = kept.question(question)
    kept.remove(found.id)
    typer.echo(f"removed: {found.text}", err=True)


@standing_app.command("erase", epilog=EXIT_CODES)
def erase(
    context: typer.Context,
    address: Annotated[str, typer.Argument(help="The e-mail address.")],
    *,
    home: Home = None,
) -> None:
    """Erase an e-mail address from every question.

    Example: nachbarwissen standing erase name@town.example
    """
    count = Subscribers(_standing(settings_of(context, home))).erase(address)
    typer.echo(f"erased from {count} questions", err=True)


def _standing(settings: Settings) -> Standing:
    return Standing(Layout(settings.home).standing)
