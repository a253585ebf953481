"""`erase`: one person leaves every document, for good."""

import json
from typing import Annotated

import typer

from api.commands.options import Home, Json, settings_of
from api.erasing import Erasure, planned_erasure
from api.erasing import erase as erase_person
from api.view import View, open_for_reading
from ontology.errors import NotFoundError, UsageError

__all__ = ["erase"]


def erase(
    context: typer.Context,
    person: Annotated[str, typer.Argument(help="The name, the IRI, or what follows /id/.")],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only list what would change.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    home: Home = None,
    as_json: Json = False,
) -> None:
    """Erase a person everywhere: statements, names in texts and quotes, originals, decisions.

    Example: nachbarwissen erase person/petra-beispiel --dry-run
    """
    settings = settings_of(context, home)
    view = open_for_reading(settings)
    planned = planned_erasure(view, _iri(view, person))
    _tell(planned, as_json=as_json)
    if dry_run:
        return
    if not yes:
        typer.confirm("Erase this person for good?", abort=True, err=True)
    changed = erase_person(settings, planned)
    typer.echo(f"erased; {changed} documents were changed", err=True)


def _iri(view: View, person: str) -> str:
    if person.startswith(view.iris.base):
        return person
    if person.startswith("person/"):
        return f"{view.iris.base}id/{person}"
    named = [card.iri for card in view.catalogue.persons() if card.name == person]
    if not named:
        raise NotFoundError(f"There is no person {person!r}; name one by the IRI of its page.")
    if len(named) > 1:
        raise UsageError(f"Several people are called {person}; name one by IRI: {named}.")
    return named[0]


def _tell(planned: Erasure, *, as_json: bool) -> None:
    places = [(place.document.source_file, place.count) for place in planned.places]
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "iri": planned.iri,
                    "names": planned.names,
                    "statements": planned.statements,
                    "documents": [{"source_file": file, "places": count} for file, count in places],
                },
                ensure_ascii=False,
            )
        )
        return
    typer.echo(f"{', '.join(planned.names)}: {planned.statements} statements")
    for file, count in places:
        typer.echo(f"  {file}: named in {count} places")
