"""Keeping a question and looking at pictures from close by, in real Chromium."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visit import NARROW, WIDE, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOTH = pytest.mark.parametrize("width", [WIDE, NARROW])
UNANSWERED = "/?q=Quantencomputer+f%C3%BCr+den+Friedhof"


@BOTH
def test_an_unanswered_question_is_kept_listed_and_removed_by_keyboard(
    chromium: Browser, editing_address: str, width: int
) -> None:
    with visiting(chromium, editing_address, width=width, has_scripts=False) as visit:
        page = visit.page
        page.goto(UNANSWERED)
        page.get_by_role("button", name="Frage merken").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Quantencomputer für den Friedhof"
        )
        expect(page.get_by_role("link", name="Atom-Feed dieser Frage")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto("/merkliste")
        page.get_by_role("link", name="Quantencomputer für den Friedhof").click()
        page.get_by_role("button", name="Frage entfernen").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Sie haben noch keine Frage gemerkt.")).to_be_visible()
        assert visit.complaints == []


@BOTH
def test_a_map_comes_closer_and_moves_by_keyboard_alone(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/karte")
        picture = page.locator(".picture svg")
        whole = picture.get_attribute("viewBox")
        page.locator(".picture").focus()
        for key in "+++":
            page.keyboard.press(key)
        near = picture.get_attribute("viewBox") or ""
        assert float(near.split()[2]) < float((whole or "").split()[2]) / 3
        page.keyboard.press("ArrowRight")
        assert float((picture.get_attribute("viewBox") or "").split()[0]) > float(near.split()[0])
        page.keyboard.press("0")
        assert picture.get_attribute("viewBox") == whole
        page.get_by_role("button", name="Vergrößern").click()
        assert picture.get_attribute("viewBox") != whole
        assert visit.complaints == []
