"""`sparql`: SPARQL 1.1 over the graph."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from api.commands.options import Home, settings_of
from api.passage_queries import ready_query
from api.version_graphs import version_store
from api.view import Views
from graph.query_planning import answered_soonest
from graph.store import QueryResult, Store
from ontology.errors import PathError, UsageError

__all__ = ["OutputFormat", "sparql"]


class OutputFormat(StrEnum):
    """How the answer is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    XML = "xml"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


def sparql(
    context: typer.Context,
    query: Annotated[str | None, typer.Argument(help="A SPARQL 1.1 query.")] = None,
    *,
    file: Annotated[Path | None, typer.Option("-f", "--file", help="File with the query.")] = None,
    output: Annotated[OutputFormat, typer.Option("--format")] = OutputFormat.TABLE,
    history: Annotated[
        bool, typer.Option("--history", help="Ask what documents said before.")
    ] = False,
    home: Home = None,
) -> None:
    """Run a query over the graph and print its answer.

    Example: nachbarwissen sparql "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    """
    settings, text = settings_of(context, home), _text(query, file)
    if history:
        result = Store(version_store(settings), read_only=True).query(text)
    else:
        ready = ready_query(Views(settings), text)
        result = answered_soonest(ready.text, ready.view.store.query)
    if output is not OutputFormat.TABLE:
        result.write(sys.stdout.buffer, format_name=output.value)
        sys.stdout.buffer.flush()
    elif result.kind == "table":
        _print_table(result)
    elif result.kind == "truth":
        typer.echo("yes" if result else "no")
    else:
        typer.echo(result.text(format_name="turtle"), nl=False)


def _text(query: str | None, file: Path | None) -> str:
    if (query is None) == (file is None):
        raise UsageError("Give one query: either QUERY or -f FILE.")
    if file is None:
        return query or ""
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PathError(f"{file} cannot be read as UTF-8 text: {error}") from error


def _print_table(result: QueryResult) -> None:
    table = Table()
    for name in result.variables:
        table.add_column(name, overflow="fold")
    count = 0
    for row in result.rows():
        table.add_row(*(value or "" for value in row.values()))
        count += 1
    Console(markup=False, highlight=False).print(table)
    typer.echo(f"{count} rows", err=True)
