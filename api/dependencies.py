"""What routes are given: the view of the newest published state, and the page writer."""

from typing import Annotated

from fastapi import Depends, Query, Request

from api.pages import Pages
from api.settings import Settings
from api.view import View, Views

__all__ = ["AppSettings", "CurrentView", "FormatName", "PageWriter"]


def _view(request: Request) -> View:
    views: Views = request.app.state.views
    return views.current()


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages


AppSettings = Annotated[Settings, Depends(_settings)]
CurrentView = Annotated[View, Depends(_view)]
FormatName = Annotated[
    str | None,
    Query(alias="format", description="The format by its name, where `Accept` does not say it."),
]
PageWriter = Annotated[Pages, Depends(_pages)]
