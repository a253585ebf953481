"""The HTTP application: page, API, SPARQL endpoint and linked data in one process."""

from importlib.metadata import version
from importlib.resources import files

from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.staticfiles import StaticFiles

from api.accounts import Accounts
from api.bringing import Bringing
from api.errors import add_error_answers
from api.guard import Guard
from api.layout import Layout
from api.metrics import Metrics
from api.openapi import TAGS, Application, operation_name
from api.pages import Pages
from api.routes import (
    asking,
    bringing,
    contradictions,
    entities,
    erasing,
    graphs,
    health,
    interface,
    listings,
    open_questions,
    overview,
    review,
    reviewing,
    signing,
    standing,
    start,
    statements,
    suggest,
    vocabulary,
)
from api.rulings_queue import RulingsQueue
from api.settings import Settings
from api.sparql_parts import add_sparql
from api.view import Views

__all__ = ["create_app"]

_DESCRIPTION = "Has another town already solved this? Answers with proof, as JSON."

# Below that the headers weigh more than what is saved.
MIN_COMPRESSED_BYTES = 1000


def create_app(settings: Settings) -> FastAPI:
    """Return the application for one installation."""
    app = Application(
        title="Nachbarwissen",
        description=_DESCRIPTION,
        version=version("nachbarwissen"),
        docs_url=None,
        redoc_url=None,
        openapi_tags=[{"name": name, "description": said} for name, said in TAGS.items()],
        generate_unique_id_function=operation_name,
    )
    app.state.settings = settings
    app.state.accounts = Accounts(Layout(settings.home).accounts)
    app.state.views = Views(settings)
    app.state.bringing = Bringing(settings, app.state.views)
    app.state.rulings = RulingsQueue(settings, app.state.views)
    app.state.pages = Pages(settings)
    app.state.metrics = Metrics()
    app.add_middleware(GZipMiddleware, minimum_size=MIN_COMPRESSED_BYTES)
    app.add_middleware(Guard, metrics=app.state.metrics)
    add_error_answers(app)
    add_sparql(app, settings)
    for routes in _ROUTES:
        app.include_router(routes.router)
    app.mount("/static", StaticFiles(directory=str(files("api") / "static")), name="static")
    return app


_ROUTES = (
    start,
    standing,
    overview,
    asking,
    suggest,
    listings,
    contradictions,
    review,
    signing,
    bringing,
    reviewing,
    open_questions,
    erasing,
    statements,
    entities,
    graphs,
    vocabulary,
    interface,
    health,
)
