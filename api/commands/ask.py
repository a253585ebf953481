"""`ask`: a question is answered by what other towns did, with proof."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from api.answer_text import answer_text
from api.commands.options import Home, Json, settings_of
from api.schemas import answer_object
from api.view import View, open_for_reading
from ontology.errors import PathError, UsageError
from search.answer import Question

__all__ = ["ask"]


Questions = Annotated[
    Path | None, typer.Option(help="JSON Lines with id, query and asker; answers many.")
]
NoCondition = Annotated[
    list[str] | None,
    typer.Option(help="Kind of condition not to be read from the words; `all`: none is."),
]
Limit = Annotated[int | None, typer.Option(min=1, max=100, help="Results; default 10, as text 5.")]


def ask(  # noqa: PLR0913 - a command's parameters are the options of the contract
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(help="In German or English.")] = None,
    *,
    questions: Questions = None,
    asker: Annotated[
        str | None, typer.Option(help="Town that asks; alike towns rank higher.")
    ] = None,
    theme: Annotated[str | None, typer.Option(help="Only this theme.")] = None,
    county: Annotated[str | None, typer.Option(help="Only towns of this county.")] = None,
    since: Annotated[int | None, typer.Option(help="Only from this year on.")] = None,
    until: Annotated[int | None, typer.Option(help="Only up to this year.")] = None,
    max_population: Annotated[int | None, typer.Option(help="Only towns up to this size.")] = None,
    no_condition: NoCondition = None,
    town_fit: Annotated[bool, typer.Option(help="Move towns like the asking one up.")] = True,
    limit: Limit = None,
    home: Home = None,
    as_json: Json = False,
) -> None:
    """Answer whether another town has solved it: the solution, the town, the proof, whom to call.

    Example: nachbarwissen ask "Hat jemand sein Bauarchiv schon eingescannt?" --asker Lage
    """
    as_json = as_json or questions is not None
    conditions: dict[str, Any] = {
        "asker": asker,
        "theme": theme,
        "county": county,
        "since": since,
        "until": until,
        "max_population": max_population,
        "ignored": tuple(no_condition or ()),
        "is_fitted": town_fit,
        "limit": limit or (10 if as_json else 5),
    }
    asked = list(_asked(question, questions, conditions))
    view = open_for_reading(settings_of(context, home))
    for question_id, one in asked:
        _print(view, one, question_id, as_json=as_json)


def _asked(
    question: str | None, questions: Path | None, conditions: dict[str, Any]
) -> Iterator[tuple[str | None, Question]]:
    if (question is None) == (questions is None):
        raise UsageError('Ask one thing: either "QUESTION" or --questions FILE.jsonl.')
    if question is not None:
        if not question.strip():
            raise UsageError("The question is empty; write what you want to know.")
        yield None, Question(question, **conditions)
    if questions is not None:
        for row in _rows(questions):
            own = {**conditions, "asker": row.get("asker") or conditions["asker"]}
            yield row.get("id"), Question(row["query"], **own)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PathError(f"{path} cannot be read as UTF-8 text: {error}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _row(line, f"{path}, line {number}")


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{where}: expected a JSON object, but {error}.") from error
    if not isinstance(row, dict) or not isinstance(row.get("query"), str):
        raise UsageError(f'{where}: expected an object with a text in "query".')
    return row


def _print(view: View, question: Question, question_id: str | None, *, as_json: bool) -> None:
    answer = view.ask(question)
    if as_json:
        typer.echo(answer_object(answer, question_id=question_id).model_dump_json())
    else:
        typer.echo(answer_text(answer))
