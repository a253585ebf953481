"""What editors do, in real Chromium, on a desk and on a telephone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visit import NARROW, PASSWORD, WIDE, Visit, sign_in, violations, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOTH = pytest.mark.parametrize("width", [WIDE, NARROW])


def require_whole(visit: Visit, width: int) -> None:
    """Accessible, inside its window, nothing foreign, nothing that the browser complains of."""
    page = visit.page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    assert len(visit.hosts) == 1
    assert visit.complaints == []


def press_until_focused(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == name:
            return
    pytest.fail(f"60 times Tab did not reach {name}")


@BOTH
def test_signing_in_and_out_goes_by_keyboard_and_without_scripts(
    chromium: Browser, editing_address: str, width: int
) -> None:
    with visiting(chromium, editing_address, width=width) as visit:
        page = visit.page
        page.goto("/redaktion")
        page.get_by_label("Name", exact=True).focus()
        page.keyboard.type("redaktion")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Angemeldet als redaktion.")).to_be_visible()
        require_whole(visit, width)
        page.goto("/redaktion/passwort")
        require_whole(visit, width)
        page.goto("/redaktion")
        press_until_focused(page, "Abmelden")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{editing_address}")
        expect(page.get_by_role("link", name="Anmelden")).to_be_visible()
    with visiting(chromium, editing_address, width=width, has_scripts=False) as visit:
        sign_in(visit.page)
        expect(visit.page.get_by_role("link", name="Redaktion")).to_be_visible()
