"""`reindex`: the search index is built again from graph and archive."""

import shutil

import typer

from api.commands.options import Home, settings_of
from api.layout import Layout
from api.lock import writer_lock
from api.writer import open_for_writing

__all__ = ["reindex"]


def reindex(context: typer.Context, *, home: Home = None) -> None:
    """Build the search index again, for instance after the model was changed.

    Example: nachbarwissen reindex
    """
    settings = settings_of(context, home)
    layout = Layout(settings.home)
    with writer_lock(layout.lock):
        if layout.published() is not None:
            layout.unpublished.touch()
        shutil.rmtree(layout.index, ignore_errors=True)
    with open_for_writing(settings):
        typer.echo(f"The index of {settings.home} is built anew.", err=True)
