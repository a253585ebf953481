"""`similar`: what is like an undertaking, who has the same still open, who works on a theme."""

import json
from typing import Annotated

import typer
from pydantic import BaseModel

from api.commands.options import Home, Json, settings_of
from api.likeness import AlikeObject, ThemeTownObject, alike_objects, theme_towns
from api.view import open_for_reading
from ontology.errors import UsageError

__all__ = ["similar"]


def similar(  # noqa: PLR0913 - a command's parameters are its options
    context: typer.Context,
    project: Annotated[str | None, typer.Argument(help="Name or IRI of an undertaking.")] = None,
    *,
    planned: Annotated[
        bool, typer.Option("--planned", help="Only what is still planned: who has it open.")
    ] = False,
    theme: Annotated[str | None, typer.Option(help="Instead: who works on this theme.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Number of results.")] = 10,
    home: Home = None,
    as_json: Json = False,
) -> None:
    """Print the undertakings most like one, or the municipalities that work on a theme.

    Example: nachbarwissen similar "Holibri" --planned
    """
    if (project is None) == (theme is None):
        raise UsageError("Name one thing: either an undertaking or --theme.")
    view = open_for_reading(settings_of(context, home))
    found: list[AlikeObject] | list[ThemeTownObject]
    if theme is not None:
        found = theme_towns(view, theme)[:limit]
    else:
        found = alike_objects(view, project or "", is_planned=planned, limit=limit)
    if as_json:
        typer.echo(json.dumps([each.model_dump() for each in found], ensure_ascii=False))
    for each in found if not as_json else ():
        typer.echo(_line(each))


def _line(each: BaseModel) -> str:
    if isinstance(each, AlikeObject):
        towns = ", ".join(town.name for town in each.municipalities)
        return f"{each.likeness:.2f}  {each.project.name}  ({towns or 'ohne Ort'})"
    if isinstance(each, ThemeTownObject):
        return f"{each.municipality.name}: {', '.join(one.name for one in each.projects)}"
    raise TypeError(f"cannot print {type(each).__name__}")
