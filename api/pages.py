"""The page writer: templates, the filters they use, and what every page shows."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.access import visitor
from api.answer_files import citation, plain_quote
from api.answer_pictures import short_name
from api.dates import day
from api.disputes import DisputeSide
from api.document_page import DocumentStatement
from api.highlights import highlighted
from api.interface_page import code_pieces, in_language
from api.messages import LANGUAGES, knows, label, translator
from api.passes import find_address
from api.proofs import Shown
from api.reasons import missing_text, telling_words, why_not
from api.settings import Settings
from api.signal_texts import signal_text
from api.values import said
from api.view import View
from ontology.gazetteer import gazetteer
from ontology.iris import Iris

__all__ = ["LANGUAGE_COOKIE", "YEAR_S", "Pages"]

LANGUAGE_COOKIE = "language"
YEAR_S = 365 * 24 * 3600
# What every page leads to: the address and the key of its name.
NAVIGATION = (
    ("/", "nav_ask"),
    ("/themen", "themes"),
    ("/vorhaben", "projects"),
    ("/karte", "nav_map"),
    ("/widersprueche", "nav_disputes"),
    ("/merkliste", "nav_standing"),
    ("/hilfe", "nav_help"),
)
# Three pictures of the same: the menu names the first, each leads to the others.
PICTURES = (
    ("/karte", "nav_map"),
    ("/netz", "nav_network"),
    ("/zeitleiste", "nav_timeline"),
)


class Pages:
    """Writes pages in the reader's language."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._templates = Environment(
            loader=PackageLoader("api"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters.update(
            citation=citation,
            code_pieces=code_pieces,
            county=_county,
            day=day,
            highlighted=highlighted,
            in_language=in_language,
            is_own=self._is_own,
            is_web=_is_web,
            label=label,
            missing_text=missing_text,
            known_text=lambda key, other: key if knows(key) else other,
            number=_number,
            path=self._path,
            percent=_percent,
            place_path=self._place_path,
            plain_quote=plain_quote,
            query=_query,
            said=_said,
            short_name=short_name,
            signal_text=signal_text,
            telling_words=telling_words,
            theme_path=self._theme_path,
            why_not=why_not,
        )

    def write(
        self,
        request: Request,
        template: str,
        values: Mapping[str, Any],
        *,
        view: View | None = None,
        status: int = 200,
    ) -> HTMLResponse:
        """Return a page; `view` tells what its foot has to say."""
        language = self.language(request)
        editor = visitor(request)
        other = LANGUAGES[1 - LANGUAGES.index(language)]
        html = self._templates.get_template(template).render(
            values,
            t=translator(language),
            language=language,
            other_language=other,
            other_language_url=f"?{request.url.include_query_params(lang=other).query}",
            shows_corpus=view is not None and view.shows_corpus,
            notice=self._settings.notice,
            navigation=NAVIGATION,
            pictures=PICTURES,
            here=request.url.path,
            editor=editor,
            find_url=partial(find_address, view) if view else None,
        )
        response = HTMLResponse(html, status)
        if editor:
            # A signed-in page may say more than others may see: no cache keeps it.
            response.headers["Cache-Control"] = "no-store"
        if request.query_params.get("lang") in LANGUAGES:
            response.set_cookie(
                LANGUAGE_COOKIE, language, max_age=YEAR_S, httponly=True, samesite="lax"
            )
        return response

    def language(self, request: Request) -> str:
        """Return the language that the reader chose now or before, else that of the settings."""
        chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
        return chosen if chosen in LANGUAGES else self._settings.language

    def _path(self, iri: str) -> str:
        """Return where this server shows a thing: its IRI without the base."""
        return f"/{iri.removeprefix(self._settings.base_iri)}"

    def _place_path(self, ags: str) -> str:
        return self._path(Iris(self._settings.base_iri).municipality(ags))

    def _theme_path(self, label: str) -> str:
        return self._path(Iris(self._settings.base_iri).theme(label))

    def _is_own(self, iri: str) -> bool:
        return iri.startswith(f"{self._settings.base_iri}id/")


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _percent(value: float) -> int:
    return round(100 * value)


def _query(values: Mapping[str, str | None]) -> str:
    return urlencode({name: value for name, value in values.items() if value})


def _county(ags: str) -> str | None:
    place = gazetteer().get(ags)
    return place.county if place and not place.is_independent else None


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _said(shown: Shown | DocumentStatement | DisputeSide, language: str) -> str:
    return said(shown.term, shown.value, language)
