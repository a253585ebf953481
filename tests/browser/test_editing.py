"""What editors do, in real Chromium, on a desk and on a telephone.

Pages that an address leads to are looked at in `test_editor_pages`, here what only doing brings
about; bringing documents has a file of its own.
"""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import require_whole, require_whole_in_english_too
from tests.browser.visit import NARROW, PASSWORD, WIDE, sign_in, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOTH = pytest.mark.parametrize("width", [WIDE, NARROW])


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
        press_until_focused(page, "Abmelden")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{editing_address}")
        expect(page.get_by_role("link", name="Anmelden")).to_be_visible()
    with visiting(chromium, editing_address, width=width, has_scripts=False) as visit:
        sign_in(visit.page)
        expect(visit.page.get_by_role("link", name="Redaktion")).to_be_visible()


@BOTH
def test_the_review_desk_goes_by_keys_alone(
    chromium: Browser, editing_address: str, width: int
) -> None:
    with visiting(chromium, editing_address, width=width) as visit:
        page = visit.page
        sign_in(page, "/redaktion/pruefen?art=pair")
        first, second = page.locator(".task h2").all_inner_texts()[:2]
        assert page.locator(".task").first.locator(".side-of").count() == 2
        page.keyboard.press("j")
        page.keyboard.press("j")
        expect(page.locator(".task").nth(1)).to_be_focused()
        page.keyboard.press("k")
        page.keyboard.press("r")
        expect(page.get_by_role("status")).to_contain_text("Gemerkt: nicht dasselbe")
        expect(page.locator(".task h2").first).to_have_text(second)
        expect(page.locator(".task").first).to_be_focused()
        page.keyboard.press("u")
        expect(page.get_by_role("status")).to_have_text("Zurückgenommen.")
        expect(page.locator(".task h2").first).to_have_text(first)
        require_whole(visit)


@BOTH
def test_contact_data_and_erasing_are_for_editors(
    chromium: Browser, editing_address: str, width: int
) -> None:
    path = "/id/person/rainer-vidal"
    with visiting(chromium, editing_address, width=width) as visit:
        page = visit.page
        page.goto(path)
        expect(page.get_by_text("E-Mail und Telefon sehen nur")).to_be_visible()
        expect(page.get_by_role("link", name="Diese Person löschen")).to_have_count(0)
        sign_in(page, path)
        expect(page.get_by_role("heading", name="Kontakt")).to_be_visible()
        page.get_by_role("link", name="Diese Person löschen").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("überall löschen")
        page.get_by_role("button", name="Diese Person löschen").click()
        expect(page.get_by_label("Ja, diese Person endgültig löschen.")).to_be_focused()
        page.get_by_role("link", name="Abbrechen").click()
        page.locator('main a[href*="/id/document/"]:visible').first.click()
        page.get_by_role("link", name="Dokument löschen").click()
        require_whole_in_english_too(visit)
        page.get_by_role("link", name="Abbrechen").click()
        expect(page.get_by_role("link", name="Dokument löschen")).to_be_visible()


# Whom one document alone names, so that no other test misses them.
NAMED_ONCE = (
    "SELECT ?who WHERE { GRAPH ?document { ?who a <http://xmlns.com/foaf/0.1/Person> } "
    "FILTER CONTAINS(STR(?document), '/graph/document/') } "
    "GROUP BY ?who HAVING (COUNT(DISTINCT ?document) = 1) ORDER BY ?who LIMIT 2"
)


@BOTH
def test_a_person_is_erased_by_keyboard_and_gone_for_good(
    chromium: Browser, editing_address: str, width: int
) -> None:
    with visiting(chromium, editing_address, width=width) as visit:
        page = visit.page
        asked = page.request.get(
            "/sparql", params={"query": NAMED_ONCE}, headers={"Accept": "application/json"}
        )
        iri = asked.json()["results"]["bindings"][0]["who"]["value"]
        path = f"/id/person/{iri.rpartition('/')[2]}"
        sign_in(page, path)
        name = page.get_by_role("heading", level=1).inner_text()
        page.goto(f"/redaktion/person/{path.rpartition('/')[2]}/loeschen")
        document = page.locator("main .list a").first.get_attribute("href") or ""
        assert name in page.request.get(document).text()
        page.get_by_label("Ja, diese Person endgültig löschen.").focus()
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text(
            "Die Person ist gelöscht.", timeout=120_000
        )
        require_whole(visit)
        assert page.request.get(path).status == 404
        assert name not in page.request.get(document).text()
