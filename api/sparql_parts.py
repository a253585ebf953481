"""Adds to an application what SPARQL needs: the endpoint, the workspace, the descriptions, CORS."""

from fastapi import FastAPI

from api.open_data import OpenData
from api.routes import data_set, history, sparql, workspace
from api.settings import Settings
from api.sparql_endpoint import SparqlEndpoint
from api.workspace import AdminWorkspace

__all__ = ["add_sparql"]


def add_sparql(app: FastAPI, settings: Settings) -> None:
    """Make an application answer SPARQL at its three endpoints, and describe its data set."""
    app.state.sparql = SparqlEndpoint(settings)
    app.state.workspace = AdminWorkspace(settings)
    for routes in (sparql, data_set, history, workspace):
        app.include_router(routes.router)
    app.add_middleware(OpenData)
