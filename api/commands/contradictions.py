"""`contradictions`: what documents say differently about one undertaking."""

import json
from typing import Annotated

import typer

from api.commands.options import Home, Json, settings_of
from api.review_objects import ContradictionObject, contradiction_object
from api.view import open_for_reading
from graph.contradictions import contradictions as find_contradictions

__all__ = ["contradictions"]


def contradictions(
    context: typer.Context,
    *,
    within: Annotated[
        bool, typer.Option("--within", help="Also several dates, statuses or sums in one document.")
    ] = False,
    home: Home = None,
    as_json: Json = False,
) -> None:
    """List beginnings, ends, statuses and figures that documents give differently, with proof.

    Example: nachbarwissen contradictions --json
    """
    view = open_for_reading(settings_of(context, home))
    found = [
        contradiction_object(each, view)
        for each in find_contradictions(view.store, view.catalogue)
        if within or not each.is_minor
    ]
    if as_json:
        for each in found:
            typer.echo(json.dumps(each.model_dump(), ensure_ascii=False))
        return
    typer.echo("\n\n".join(map(_text, found)) or "No contradictions.")


def _text(found: ContradictionObject) -> str:
    counts = f" ({found.counts})" if found.counts else ""
    lines = [f"{found.thing.name}: {found.label}{counts}"]
    for side in found.sides:
        lines.append(f"  {side.value}")
        lines += [
            f"    {proof.document.source_file}: „{' '.join(proof.quote.split())}“"
            for proof in side.evidence
        ]
    return "\n".join(lines)
