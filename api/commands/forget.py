"""`forget`: a document leaves graph, index and archive."""

from typing import Annotated

import typer

from api.commands.options import Home, settings_of
from api.history import versions_of
from api.settings import Settings
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
    """Remove a document, all that only it says, and what it said before.

    Example: nachbarwissen forget owl-017.html --yes
    """
    settings = settings_of(context, home)
    cards = list(open_for_reading(settings).catalogue.documents())
    if not any(_is_called(card, document) for card in cards):
        _forget_versions(settings, document, yes=yes)
        return
    card = _the_one(document, cards)
    typer.echo(f"{card.source_file} ({card.id}): {card.title}", err=True)
    if not yes:
        typer.confirm("Forget it for good?", abort=True, err=True)
    with open_for_writing(settings) as writer:
        writer.forget(card.id)
        writer.publish()
    typer.echo("forgotten", err=True)


def _is_called(card: DocumentCard, name: str) -> bool:
    return name in {card.id, card.iri, card.source_file}


def _forget_versions(settings: Settings, document: str, *, yes: bool) -> None:
    """Forget what a document said that another one has replaced."""
    versions = versions_of(settings, document)
    if not versions:
        raise NotFoundError(f"There is no document {document}; `status --json` lists them all.")
    typer.echo(f"{len(versions)} earlier versions of {versions[0].source_file}", err=True)
    if not yes:
        typer.confirm("Forget them for good?", abort=True, err=True)
    with open_for_writing(settings) as writer:
        writer.history.forget(versions[0].document_id, [versions[0].source])
    typer.echo("forgotten", err=True)


def _the_one(document: str, cards: list[DocumentCard]) -> DocumentCard:
    named = [card for card in cards if _is_called(card, document)]
    if len(named) > 1:
        ids = ", ".join(sorted(card.id for card in named))
        raise UsageError(f"Several documents are called {document}; name one by its id: {ids}.")
    return named[0]
