"""What officers do, in real Chromium, on a desk and on a telephone."""

import csv
import io
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from tests.browser.visit import NARROW, WIDE, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUESTION = "Hat jemand sein Bauarchiv schon eingescannt?"
BOTH = pytest.mark.parametrize("width", [WIDE, NARROW])


def ask(page: Page, question: str, *, town: str = "") -> None:
    page.goto("/")
    page.get_by_label("Ihre Frage oder ein Stichwort").fill(question)
    page.get_by_label("Ihre Stadt", exact=True).fill(town)
    page.get_by_role("button", name="Suchen").click()


@BOTH
def test_from_a_question_over_the_solution_to_its_quote_in_the_document(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        ask(page, QUESTION)
        expect(page.get_by_role("heading", name="Das haben andere gelöst")).to_be_visible()
        first = page.locator(".result").first
        quote = first.locator("blockquote p").inner_text().split("\n")[0]
        first.locator(".cite a").click()
        mark = page.locator("mark#fund")
        expect(mark).to_be_in_viewport()
        assert quote in page.locator(".prose").inner_text()
        page.go_back()
        first.get_by_role("heading").get_by_role("link").click()
        expect(page.get_by_role("heading", name="Quellen", exact=True)).to_be_visible()


@BOTH
def test_the_whole_way_goes_by_keyboard_alone(chromium: Browser, address: str, width: int) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_label("Ihre Frage oder ein Stichwort")).to_be_focused()
        page.keyboard.type(QUESTION)
        page.keyboard.press("Enter")
        page.wait_for_url("**/?q=*")
        tab_to(page, page.locator(".result h3 a").first.get_attribute("href") or "")
        page.keyboard.press("Enter")
        page.wait_for_url("**/id/project/**")
        tab_to_proof(page)
        page.keyboard.press("Enter")
        expect(page.locator("details.more[open] blockquote").first).to_be_visible()


def tab_to(page: Page, target: str) -> None:
    """Press Tab until the link with this address has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == target:
            return
    pytest.fail(f"80 times Tab did not reach {target}")


def tab_to_proof(page: Page) -> None:
    """Press Tab until a proof can be opened."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.proved summary')"):
            return
    pytest.fail("80 times Tab did not reach a proof")


@BOTH
def test_asking_and_reading_work_with_scripts_off(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width, has_scripts=False) as visit:
        page = visit.page
        ask(page, QUESTION, town="Lage")
        page.locator(".result .cite a").first.click()
        expect(page.locator("mark#fund")).to_be_visible()


def test_the_asking_town_is_suggested_and_remembered_but_stays_out_of_others_links(
    chromium: Browser, address: str
) -> None:
    with visiting(chromium, address) as visit:
        page = visit.page
        page.goto("/")
        page.get_by_label("Ihre Stadt", exact=True).press_sequentially("Leopold")
        expect(page.locator("#asker-suggestions option").first).to_have_attribute(
            "value", "Leopoldshöhe"
        )
        ask(page, QUESTION, town="Gemeinde Leopoldshöhe")
        assert "asker=Leopoldsh" in page.url
        assert "remember" not in page.url
        page.goto("/")
        expect(page.get_by_label("Ihre Stadt", exact=True)).to_have_value("Leopoldshöhe")
        page.goto("/?q=Rufbus&asker=Lage")
        page.goto("/")
        expect(page.get_by_label("Ihre Stadt", exact=True)).to_have_value("Leopoldshöhe")


def test_a_half_typed_question_gets_suggestions(chromium: Browser, address: str) -> None:
    with visiting(chromium, address) as visit:
        visit.page.goto("/")
        visit.page.get_by_label("Ihre Frage oder ein Stichwort").press_sequentially("Mobil")
        expect(visit.page.locator("#q-suggestions option").first).to_have_attribute(
            "value", "Mobilität"
        )


@BOTH
def test_a_filter_leaves_as_many_as_it_says_and_can_be_taken_away(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/?q=Rufbus+f%C3%BCr+abgelegene+Ortsteile")
        everything = page.get_by_role("status").inner_text()
        choice = page.locator("#facet-status + ul a").first
        count = int(choice.locator(".count").inner_text().strip("()"))
        choice.click()
        assert str(min(count, 10)) == str(page.locator(".result").count())
        page.locator(".chips a").first.click()
        expect(page.get_by_role("status")).to_have_text(everything)


def test_a_condition_of_the_sentence_can_be_switched_off(chromium: Browser, address: str) -> None:
    with visiting(chromium, address) as visit:
        page = visit.page
        page.goto("/?q=Rufbus+in+einer+Stadt+unter+20.000+Einwohnern")
        chip = page.locator(".chips a").filter(has_text="20.000")
        expect(chip).to_be_visible()
        chip.click()
        expect(page.locator(".chips a").filter(has_text="20.000")).to_have_count(0)


def test_results_are_taken_along_as_table_word_file_and_paper(
    chromium: Browser, address: str, tmp_path: Path
) -> None:
    with visiting(chromium, address) as visit:
        page = visit.page
        page.goto("/?q=Rufbus")
        names = page.locator(".result h3").all_inner_texts()
        with page.expect_download() as table:
            page.get_by_role("link", name="Tabelle als CSV").click()
        table.value.save_as(tmp_path / "a.csv")
        with page.expect_download() as word:
            page.get_by_role("link", name="Word-Datei (DOCX)").click()
        word.value.save_as(tmp_path / "a.docx")
        page.get_by_role("link", name="Als Text für die Ratsvorlage").click()
        expect(page.get_by_role("heading", name="Quellen", exact=True)).to_be_visible()
        cited = page.locator("blockquote").count()
        assert page.locator("li[id^=quelle-]").count() == cited
        page.emulate_media(media="print")
        expect(page.get_by_role("navigation", name="Hauptmenü")).to_be_hidden()
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert [row["Vorhaben"] for row in rows] == names
    paper = "\n".join(one.text for one in Document(str(tmp_path / "a.docx")).paragraphs)
    assert all(name in paper for name in names)
    assert f"[{cited}]" in paper


def test_pictures_have_a_table_that_says_the_same(chromium: Browser, address: str) -> None:
    with visiting(chromium, address) as visit:
        page = visit.page
        page.goto("/karte?region=Kreis+Lippe")
        dots = page.locator(".picture a").evaluate_all("all => all.map(one => one.ariaLabel)")
        rows = page.locator("tbody th").all_inner_texts()
        assert sorted(dots) == sorted(rows)
        page.locator(".picture a[aria-label=Lemgo]").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1, name="Lemgo")).to_be_visible()


def test_the_page_can_be_read_in_english_and_stays_so(chromium: Browser, address: str) -> None:
    with visiting(chromium, address) as visit:
        page = visit.page
        page.goto("/")
        page.get_by_role("link", name="English").click()
        expect(page.get_by_role("button", name="Search")).to_be_visible()
        page.goto("/karte")
        expect(page.get_by_role("heading", level=1)).to_have_text("Map: where are undertakings?")
