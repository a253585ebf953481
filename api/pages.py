"""The page writer: templates, the filters they use, and what every page shows."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.highlights import highlighted
from api.messages import LANGUAGES, label, translator
from api.settings import Settings
from api.view import View
from ontology.gazetteer import gazetteer

__all__ = ["LANGUAGE_COOKIE", "Pages"]

LANGUAGE_COOKIE = "language"
_YEAR_S = 365 * 24 * 3600
_MONTHS = {
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


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
            county=_county,
            day=_day,
            highlighted=highlighted,
            is_own=self._is_own,
            is_web=_is_web,
            label=label,
            number=_number,
            path=self._path,
            percent=_percent,
            query=_query,
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
        other = LANGUAGES[1 - LANGUAGES.index(language)]
        html = self._templates.get_template(template).render(
            values,
            t=translator(language),
            language=language,
            other_language=other,
            other_language_url=f"?{request.url.include_query_params(lang=other).query}",
            shows_corpus=view is not None and view.shows_corpus,
            notice=self._settings.notice,
        )
        response = HTMLResponse(html, status)
        if request.query_params.get("lang") in LANGUAGES:
            response.set_cookie(
                LANGUAGE_COOKIE, language, max_age=_YEAR_S, httponly=True, samesite="lax"
            )
        return response

    def language(self, request: Request) -> str:
        """Return the language that the reader chose now or before, else that of the settings."""
        chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
        return chosen if chosen in LANGUAGES else self._settings.language

    def _path(self, iri: str) -> str:
        """Return where this server shows a thing: its IRI without the base."""
        return f"/{iri.removeprefix(self._settings.base_iri)}"

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


def _day(date: str, language: str) -> str:
    """Return an ISO date of any precision as people write it: `1. September 2022`."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = _MONTHS[language][int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = int(rest[1])
    return f"{day}. {month} {year}" if language == "de" else f"{day} {month} {year}"
