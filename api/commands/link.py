"""`link`: things are joined with the same things in other catalogues, by a file with sources."""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import Home, Json, settings_of
from api.linking import change_links
from api.mappings import Mapping, read_mapping
from api.settings import Settings
from api.view import open_for_reading
from graph.links import drop_links, keep_links, link_sources
from ontology.errors import NotFoundError, UsageError

__all__ = ["link"]


def link(
    context: typer.Context,
    *,
    mapping: Annotated[
        Path | None,
        typer.Option(help="CSV file with the columns thing, same_as, source and perhaps licence."),
    ] = None,
    remove: Annotated[
        str | None, typer.Option(help="Remove all links of this source.", metavar="SOURCE")
    ] = None,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Join towns and other things with Wikidata or another catalogue, or list the sources.

    `thing` is an official key (05766044) or the end of an address (project/5-fuer-owl), `same_as`
    a Q number or a web address, `source` says who found that the two are one. People are not
    linked.

    Example: nachbarwissen link --mapping wikidata.csv
    """
    settings = settings_of(context, home)
    if mapping is not None and remove is not None:
        raise UsageError("Give --mapping or --remove, not both.")
    if mapping is not None:
        view = open_for_reading(settings)
        found = read_mapping(mapping, view.iris, view.knows)
        counts = change_links(settings, lambda store: keep_links(store, found.links))
        _tell(found, counts, as_json=as_json)
    elif remove is not None:
        _remove(settings, remove)
    else:
        _list(settings, as_json=as_json)


def _tell(found: Mapping, counts: dict[str, int], *, as_json: bool) -> None:
    for reason in found.refused:
        typer.echo(reason, err=True)
    if as_json:
        typer.echo(json.dumps({"links": counts, "refused": len(found.refused)}))
    else:
        for source, count in counts.items():
            typer.echo(f"{count} links of {source}", err=True)
    if found.refused:
        raise typer.Exit(1)


def _remove(settings: Settings, source: str) -> None:
    if source not in link_sources(open_for_reading(settings).store):
        raise NotFoundError(f"There are no links of {source!r}; `nachbarwissen link` lists sources")
    change_links(settings, lambda store: drop_links(store, source))
    typer.echo(f"The links of {source} are gone.", err=True)


def _list(settings: Settings, *, as_json: bool) -> None:
    sources = link_sources(open_for_reading(settings).store)
    typer.echo(json.dumps(sources) if as_json else "\n".join(sources))
