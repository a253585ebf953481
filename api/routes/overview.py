"""Overviews and help: themes, undertakings, map, network, timeline, and pages of plain text."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.dependencies import AppSettings, CurrentView, PageWriter
from api.design_page import design_values
from api.disputes import disputes
from api.overviews import (
    map_values,
    network_values,
    projects_values,
    themes_values,
    timeline_values,
)
from api.pages import Pages
from api.tour import tour_values
from api.view import View
from ontology.vocabulary import themes as all_themes

__all__ = [
    "about",
    "accessibility",
    "contradictions",
    "design",
    "glossary",
    "handbook",
    "network",
    "privacy",
    "projects",
    "router",
    "themes",
    "timeline",
    "tour",
    "town_map",
]

Choice = Annotated[str, Query(max_length=100)]

# What there is besides the handbook, which is written in German alone.
_IN_ENGLISH = frozenset({"about", "accessibility", "glossary", "privacy"})

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/themen")
def themes(request: Request, view: CurrentView, pages: PageWriter) -> HTMLResponse:
    """Show the fields of life and their themes."""
    return pages.write(request, "themes.html", themes_values(view), view=view)


@router.get("/vorhaben")
def projects(
    request: Request, view: CurrentView, pages: PageWriter, seite: int = Query(1, ge=1, le=10**6)
) -> HTMLResponse:
    """Show all undertakings, page by page."""
    return pages.write(request, "projects.html", projects_values(view, seite), view=view)


@router.get("/karte")
def town_map(
    request: Request, view: CurrentView, pages: PageWriter, theme: Choice = "", region: Choice = ""
) -> HTMLResponse:
    """Show where undertakings are, and which places are joined by one."""
    return pages.write(request, "map.html", map_values(view, theme, region), view=view)


@router.get("/netz")
def network(
    request: Request, view: CurrentView, pages: PageWriter, theme: Choice = "", region: Choice = ""
) -> HTMLResponse:
    """Show who works with whom."""
    return pages.write(request, "network.html", network_values(view, theme, region), view=view)


@router.get("/zeitleiste")
def timeline(request: Request, view: CurrentView, pages: PageWriter) -> HTMLResponse:
    """Show when undertakings began, and which still run."""
    return pages.write(request, "timeline.html", timeline_values(view), view=view)


@router.get("/widersprueche")
def contradictions(request: Request, view: CurrentView, pages: PageWriter) -> HTMLResponse:
    """Show what documents say differently, both sides with their quotes."""
    return pages.write(request, "disputes.html", {"disputes": disputes(view)}, view=view)


@router.get("/gestaltung")
def design(request: Request, view: CurrentView, pages: PageWriter) -> HTMLResponse:
    """Show what pages are made of."""
    return pages.write(request, "design.html", design_values(view), view=view)


@router.get("/rundgang")
def tour(
    request: Request, view: CurrentView, pages: PageWriter, schritt: int = Query(1, ge=1, le=99)
) -> HTMLResponse:
    """Show one step of the guided tour."""
    return pages.write(request, "tour.html", tour_values(view, schritt), view=view)


@router.get("/hilfe")
def handbook(request: Request, view: CurrentView, pages: PageWriter) -> HTMLResponse:
    """Show the handbook: a tour of five minutes, and how to read an answer."""
    return _text(request, pages, view, "handbook", {})


@router.get("/glossar")
def glossary(request: Request, view: CurrentView, pages: PageWriter) -> HTMLResponse:
    """Show what the words mean, and the themes with their abbreviations."""
    return _text(request, pages, view, "glossary", {"themes": all_themes()})


@router.get("/ueber")
def about(request: Request, view: CurrentView, pages: PageWriter) -> HTMLResponse:
    """Show what is searched, where the data come from and under which licences."""
    return _text(request, pages, view, "about", _holdings(view))


@router.get("/datenschutz")
def privacy(
    request: Request, view: CurrentView, pages: PageWriter, settings: AppSettings
) -> HTMLResponse:
    """Show which personal data are kept, why, and how to have them erased."""
    return _text(request, pages, view, "privacy", {"office": settings.notice})


@router.get("/barrierefreiheit")
def accessibility(
    request: Request, view: CurrentView, pages: PageWriter, settings: AppSettings
) -> HTMLResponse:
    """Show the accessibility statement in the form that BITV 2.0 asks for."""
    return _text(request, pages, view, "accessibility", {"office": settings.notice})


def _text(
    request: Request, pages: Pages, view: View, name: str, values: dict[str, Any]
) -> HTMLResponse:
    """Write a page of plain text in the reader's language, in German where there is no other."""
    is_english = pages.language(request) == "en" and name in _IN_ENGLISH
    values = {**values, "written": "en" if is_english else "de"}
    template = f"{name}.en.html" if is_english else f"{name}.html"
    return pages.write(request, template, values, view=view)


def _holdings(view: View) -> dict[str, Any]:
    cards = view.catalogue.documents()
    rights: dict[str, int] = {}
    for card in cards:
        rights[card.rights] = rights.get(card.rights, 0) + 1
    dated = sorted(card.date for card in cards if card.date)
    return {
        "documents": len(cards),
        "rights": sorted(rights.items(), key=lambda each: (-each[1], each[0])),
        "first": dated[0] if dated else None,
        "last": dated[-1] if dated else None,
    }
