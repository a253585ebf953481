"""`history`: what a document said before it was replaced."""

import json
from typing import Annotated

import typer

from api.commands.options import Home, Json, settings_of
from api.history import Version, difference, versions_of
from api.view import open_for_reading
from ontology.errors import NotFoundError

__all__ = ["history"]


def history(
    context: typer.Context,
    document: Annotated[str, typer.Argument(help="File name, path, document id or IRI.")],
    *,
    show: Annotated[
        int | None, typer.Option(help="Print the statements of the version of this number.")
    ] = None,
    diff: Annotated[
        int | None, typer.Option(help="Print what went (-) and came (+) after this version.")
    ] = None,
    home: Home = None,
    as_json: Json = False,
) -> None:
    """List what a document said before it was replaced; statements as N-Triples.

    Example: nachbarwissen history pressemitteilung.html --diff 1
    """
    settings = settings_of(context, home)
    versions = versions_of(settings, document)
    if not versions:
        raise NotFoundError(f"No earlier version of {document} is kept.")
    if show is not None:
        typer.echo("\n".join(_numbered(versions, show).lines))
    elif diff is not None:
        chosen = _numbered(versions, diff)
        store = open_for_reading(settings).store
        after = next(
            (one.lines for one in versions if one.document_id == chosen.successor),
            store.lines(store.iris.document_graph(chosen.successor)),
        )
        typer.echo("\n".join(difference(chosen.lines, after)))
    else:
        _list(versions, as_json=as_json)


def _numbered(versions: list[Version], number: int) -> Version:
    for version in versions:
        if version.number == number:
            return version
    known = ", ".join(str(version.number) for version in versions)
    raise NotFoundError(f"There is no version {number} of this document; there are {known}.")


def _list(versions: list[Version], *, as_json: bool) -> None:
    rows = [
        {
            "number": version.number,
            "document": version.document_id,
            "source_file": version.source_file,
            "title": version.title,
            "replaced_at": version.replaced_at,
            "replaced_by": version.successor,
            "statements": len(version.lines),
        }
        for version in versions
    ]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        typer.echo(
            f"{row['number']}: {row['title']} ({row['document']}), {row['statements']} statements, "
            f"replaced {row['replaced_at']} by {row['replaced_by']}"
        )
