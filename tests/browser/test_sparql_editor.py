"""The SPARQL editor in real Chromium: by keyboard, with suggestions, within the page's policy."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from graph.named_queries import example_query
from tests.browser.visit import AXE, NARROW, violations, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_query_is_written_with_suggestions_and_run_by_keyboard(
    chromium: Browser, address: str
) -> None:
    with visiting(chromium, address) as visit:
        page = visit.page
        page.goto("/sparql")
        editor = page.get_by_role("textbox", name="Abfrage in SPARQL 1.1")
        editor.press("Control+a")
        page.keyboard.type("SELECT ?town (COUNT(*) AS ?n) WHERE { ?x partici")
        suggestion = page.get_by_role("option", name="nw:participant")
        expect(suggestion).to_contain_text("beteiligt")
        page.evaluate(AXE)
        assert violations(page) == []
        page.keyboard.press("Enter")
        page.keyboard.type(" ?town } GROUP BY ?tow")
        expect(page.get_by_role("option", name="?town")).to_be_visible()
        page.keyboard.type("n")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("heading", name="Ergebnis")).to_contain_text("Zeilen")
        # The prefix came with the term; the query stands in the address and in the editor.
        assert "PREFIX+nw" in page.url
        expect(editor).to_contain_text("PREFIX nw:")
        assert visit.complaints == []


def test_the_editor_lets_the_keyboard_go_on(chromium: Browser, address: str) -> None:
    with visiting(chromium, address) as visit:
        page = visit.page
        page.goto("/sparql")
        page.get_by_role("textbox", name="Abfrage in SPARQL 1.1").press("Tab")
        expect(page.get_by_role("button", name="Ausführen")).to_be_focused()


@pytest.mark.parametrize(
    ("example", "view"),
    [("e01_themes", "chart"), ("e04_pairs", "map"), ("e16_partner_graph", "graph")],
)
def test_an_answer_is_shown_as_a_picture_on_a_telephone_too(
    chromium: Browser, address: str, example: str, view: str
) -> None:
    with visiting(chromium, address, width=NARROW) as visit:
        page = visit.page
        page.goto(f"/sparql?query={quote(example_query(example))}&view={view}#result")
        shown = page.locator(".chart tbody tr" if view == "chart" else ".picture a")
        assert shown.count() > 5
        page.evaluate(AXE)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
        assert visit.complaints == []


def test_a_table_is_downloaded_for_excel(chromium: Browser, address: str, tmp_path: Path) -> None:
    with visiting(chromium, address) as visit:
        page = visit.page
        page.goto(f"/sparql?query={quote(example_query('e01_themes'))}")
        with page.expect_download() as table:
            page.get_by_role("link", name="Excel").click()
        table.value.save_as(tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_without_scripts_a_plain_form_shows_a_table(chromium: Browser, address: str) -> None:
    with visiting(chromium, address, has_scripts=False) as visit:
        page = visit.page
        page.goto("/sparql?example=e01_themes")
        page.get_by_role("button", name="Ausführen").click()
        expect(page.get_by_role("heading", name="Ergebnis")).to_be_visible()
        assert page.locator("table.answer tbody tr").count() == 24
        page.get_by_role("link", name="Diagramm").click()
        assert page.locator(".chart tbody tr").count() == 24
