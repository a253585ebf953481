"""`forget`: a document leaves graph, index and archive."""

from typing import Annotated

import typer

from api.commands.options import Home, settings_of
from api.view import open_for_reading
from api.writer import open_for_writing
from ontology.cards import DocumentCard
from ontology.errors import NotFoundError, UsageError

__all__ = ["forget"]


def forget(
    context: typer.Context,
    document: Annotated[str, typer.Argument(help="Its id, file name or IRI.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    home: Home = None,
) -> None:
    """Remove a document and all that only it says.

    Example: nachbarwissen forget owl-017.html --yes
    """
    settings = settings_of(context, home)
    cards = open_for_reading(settings).catalogue.documents()
    card = _the_one(document, list(cards))
    typer.echo(f"{card.source_file} ({card.id}): {card.title}", err=True)
    if not yes:
        typer.confirm("Forget it for good?", abort=True, err=True)
    with open_for_writing(settings) as writer:
        writer.forget(card.id)
        writer.publish()
    typer.echo("forgotten", err=True)


def _the_one(document: str, cards: list[DocumentCard]) -> DocumentCard:
    named = [card for card in cards if document in {card.id, card.iri, card.source_file}]
    if not named:
        raise NotFoundError(f"There is no document {document}; `status --json` lists them all.")
    if len(named) > 1:
        ids = ", ".join(sorted(card.id for card in named))
        raise UsageError(f"Several documents are called {document}; name one by its id: {ids}.")
    return named[0]
