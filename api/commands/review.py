"""`review`: doubtful merges and statements, and what a person decides on them."""

import json
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel

from api.commands.options import EXIT_CODES, Home, Json, settings_of
from api.review_objects import MatterObject, decision_object, matter_object
from api.reviewing import Desk, account_name
from api.view import View, open_for_reading
from graph.decisions import Decision
from graph.review import DOUBTED_UP_TO

__all__ = [
    "accept",
    "apart",
    "decisions",
    "list_matters",
    "merge",
    "reject",
    "review",
    "review_app",
    "split",
    "undo",
]

# More quotes for one statement tell a reader of a terminal nothing new.
MAX_SHOWN_QUOTES = 3

review_app = typer.Typer(
    name="review",
    no_args_is_help=True,
    add_completion=False,
    epilog=EXIT_CODES,
    help="Doubtful merges and statements of low confidence: list them and decide.",
)

Who = Annotated[str | None, typer.Option("--who", help="Who decides; default: the account.")]
Reason = Annotated[str | None, typer.Option("--reason", help="Why, for those who ask later.")]
Identifier = Annotated[str, typer.Argument(help="Id of an open matter, or its beginning.")]


@review_app.callback()
def review() -> None:
    """Decide what the software could not; decisions outlive every re-ingestion."""


@review_app.command("list", epilog=EXIT_CODES)
def list_matters(
    context: typer.Context,
    *,
    up_to: Annotated[
        float, typer.Option(min=0, max=1, help="Statements at most as sure as this.")
    ] = DOUBTED_UP_TO,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    home: Home = None,
    as_json: Json = False,
) -> None:
    """List what waits for a decision: pairs of names first, then statements.

    Example: nachbarwissen review list --limit 20
    """
    view, desk = _open(context, home)
    matters = desk.matters(up_to=up_to)
    for each in matters[:limit]:
        shown = matter_object(each, view)
        typer.echo(_json(shown) if as_json else _text(shown))
    typer.echo(f"{len(matters)} open", err=True)


@review_app.command("accept", epilog=EXIT_CODES)
def accept(
    context: typer.Context,
    identifier: Identifier,
    *,
    who: Who = None,
    reason: Reason = None,
    home: Home = None,
) -> None:
    """Decide that a pair is one thing, or that a statement holds.

    Example: nachbarwissen review accept 3f2a --reason "called the town hall"
    """
    _, desk = _open(context, home)
    decision = desk.rule(identifier, is_accepted=True, who=who or account_name(), reason=reason)
    _tell(decision, desk)


@review_app.command("reject", epilog=EXIT_CODES)
def reject(
    context: typer.Context,
    identifier: Identifier,
    *,
    who: Who = None,
    reason: Reason = None,
    home: Home = None,
) -> None:
    """Decide that a pair is two things, or that a statement is wrong and leaves the graph.

    Example: nachbarwissen review reject 3f2a
    """
    _, desk = _open(context, home)
    decision = desk.rule(identifier, is_accepted=False, who=who or account_name(), reason=reason)
    _tell(decision, desk)


@review_app.command("merge", epilog=EXIT_CODES)
def merge(
    context: typer.Context,
    things: Annotated[tuple[str, str], typer.Argument(help="Two IRIs, or what follows /id/.")],
    *,
    who: Who = None,
    reason: Reason = None,
    home: Home = None,
) -> None:
    """Decide that two things are one.

    Example: nachbarwissen review merge person/rainer-vidal person/rainer-vidal-garcia
    """
    _, desk = _open(context, home)
    who = who or account_name()
    _tell(desk.rule_on_pair(things, is_same=True, who=who, reason=reason), desk)


@review_app.command("apart", epilog=EXIT_CODES)
def apart(
    context: typer.Context,
    things: Annotated[tuple[str, str], typer.Argument(help="Two IRIs, or what follows /id/.")],
    *,
    who: Who = None,
    reason: Reason = None,
    home: Home = None,
) -> None:
    """Decide that two things are not one, also where the software joined them.

    Example: nachbarwissen review apart organisation/krz organisation/kommunales-rechenzentrum
    """
    _, desk = _open(context, home)
    who = who or account_name()
    _tell(desk.rule_on_pair(things, is_same=False, who=who, reason=reason), desk)


@review_app.command("split", epilog=EXIT_CODES)
def split(
    context: typer.Context,
    thing: Annotated[str, typer.Argument(help="IRI of a name, or what follows /id/.")],
    documents: Annotated[list[str], typer.Argument(help="Documents by id or file name.")],
    *,
    who: Who = None,
    reason: Reason = None,
    home: Home = None,
) -> None:
    """Decide that some documents mean somebody or something else of the same name.

    Example: nachbarwissen review split person/peter-weber owl-012.eml
    """
    _, desk = _open(context, home)
    _tell(desk.split(thing, documents, who=who or account_name(), reason=reason), desk)


@review_app.command("decisions", epilog=EXIT_CODES)
def decisions(context: typer.Context, *, home: Home = None, as_json: Json = False) -> None:
    """List what was decided, earliest first.

    Example: nachbarwissen review decisions --json
    """
    _, desk = _open(context, home)
    for each in desk.decisions():
        typer.echo(_json(decision_object(each, desk)) if as_json else _line(each, desk))


@review_app.command("undo", epilog=EXIT_CODES)
def undo(
    context: typer.Context,
    identifier: Annotated[
        str | None, typer.Argument(help="Id of a decision; else the last.")
    ] = None,
    *,
    home: Home = None,
) -> None:
    """Take a decision back.

    Example: nachbarwissen review undo
    """
    _, desk = _open(context, home)
    desk.undo(identifier)
    typer.echo("undone", err=True)


def _open(context: typer.Context, home: Path | None) -> tuple[View, Desk]:
    settings = settings_of(context, home)
    view = open_for_reading(settings)
    return view, Desk(settings, view)


def _tell(decision: Decision, desk: Desk) -> None:
    typer.echo(_line(decision, desk))


def _line(decision: Decision, desk: Desk) -> str:
    key = decision.statement
    about = (key.subject, key.predicate, key.value) if key else decision.things
    files = f" ({', '.join(decision.source_files)})" if decision.source_files else ""
    why = f": {decision.reason}" if decision.reason else ""
    matter = " | ".join(about) + files
    return f"{desk.decision_id(decision)}  {decision.verdict}  {matter}  [{decision.who}]{why}"


def _json(shown: BaseModel) -> str:
    return json.dumps(shown.model_dump(), ensure_ascii=False)


def _text(matter: MatterObject) -> str:
    joiner = " = ? " if matter.kind == "pair" else " · "
    lines = [f"{matter.id}  {matter.score:.2f}  {joiner.join(matter.texts)}"]
    lines += [f"    {signal}" for signal in matter.signals]
    lines += [
        f"    {proof.document.source_file}: „{' '.join(proof.quote.split())}“"
        for proof in matter.evidence[:MAX_SHOWN_QUOTES]
    ]
    return "\n".join(lines)
