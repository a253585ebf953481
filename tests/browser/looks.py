"""Looks at pages: in the corners of width and colours that a language stands for."""

from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from api.guard import HEADERS
from api.pages import LANGUAGE_COOKIE
from tests.browser.visit import HEIGHT, NARROW, WIDE, Visit, flaws

__all__ = [
    "CORNERS",
    "check",
    "look",
    "put_cookie",
    "require_whole",
    "require_whole_in_english_too",
]

Colours = Literal["light", "dark"]
COLOURS: tuple[Colours, ...] = ("light", "dark")
CORNERS: Mapping[str, tuple[tuple[int, Colours], ...]] = {
    "de": ((WIDE, "light"), (NARROW, "dark")),
    "en": ((NARROW, "light"), (WIDE, "dark")),
}


def put_cookie(visit: Visit, name: str, value: str) -> None:
    visit.page.context.add_cookies([{"name": name, "value": value, "url": visit.address}])


def check(visit: Visit, path: str, language: str, *, status: int = 200) -> None:
    """Open a page and look at it in the corners of a language."""
    visit.forget()
    put_cookie(visit, LANGUAGE_COOKIE, language)
    response = visit.page.goto(path)
    assert response is not None
    assert response.status == status
    assert response.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    look(visit, language, status=status)


def look(visit: Visit, language: str, *, status: int = 200) -> None:
    """Look at the page that is open."""
    page = visit.page
    assert page.locator("html").get_attribute("lang") == language
    for width, colours in CORNERS[language]:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=colours)
        assert flaws(page) == [], f"{page.url} at {width} px, {colours}"
    assert visit.hosts == {urlsplit(visit.address).netloc}
    # The browser reports the status of a page that is a problem, and that is all.
    expected = () if status == 200 else (f" {status} ",)
    assert [one for one in visit.complaints if not any(part in one for part in expected)] == []


def require_whole(visit: Visit) -> None:
    """Without a flaw in light and dark, nothing foreign, nothing that the browser complains of."""
    for colours in COLOURS:
        visit.page.emulate_media(color_scheme=colours)
        assert flaws(visit.page) == [], colours
    assert len(visit.hosts) == 1
    assert visit.complaints == []


def require_whole_in_english_too(visit: Visit) -> None:
    """Look at the page in German and in English, and go back to German."""
    require_whole(visit)
    visit.page.get_by_role("link", name="English").click()
    visit.page.wait_for_selector("html[lang=en]")
    require_whole(visit)
    visit.page.get_by_role("link", name="Deutsch").click()
    visit.page.wait_for_selector("html[lang=de]")
