"""`model`: the embedding model of an installation."""

import typer

from api.commands.options import settings_of
from api.models import build_model
from api.progress import progress_bar

__all__ = ["build", "model", "model_app"]

model_app = typer.Typer(name="model", no_args_is_help=True, add_completion=False)


@model_app.callback()
def model() -> None:
    """Build the embedding model.

    Example: nachbarwissen model build
    """


@model_app.command("build")
def build(context: typer.Context) -> None:
    """Build the default model once, from what is installed; nothing is downloaded.

    Example: nachbarwissen model build
    """
    settings = settings_of(context, None)
    with progress_bar("Building the model") as steps:
        steps.total(100)
        folder = build_model(settings, progress=lambda step, _share: steps.done(step))
    typer.echo(f"The model is in {folder}.", err=True)
