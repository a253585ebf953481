"""What officers do, in real Chromium, on a desk and on a telephone."""

import csv
import io
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from ontology.headings import as_heading
from tests.browser.visit import NARROW, WIDE, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUESTION = "Hat jemand sein Bauarchiv schon eingescannt?"
STORY = ("Anlass", "Lösung", "Ergebnis")
NAMES = "all => all.map(one => one.ariaLabel)"
BOTH = pytest.mark.parametrize("width", [WIDE, NARROW])


def ask(page: Page, question: str, *, town: str = "") -> None:
    page.goto("/")
    page.get_by_label("Ihre Frage oder ein Stichwort").fill(question)
    page.get_by_label("Ihre Stadt", exact=True).fill(town)
    page.get_by_role("button", name="Suchen").click()


@BOTH
def test_from_a_half_typed_question_over_the_solution_to_its_quote_in_the_document(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/")
        page.get_by_label("Ihre Frage oder ein Stichwort").press_sequentially("Mobil")
        suggested = page.locator("#q-suggestions option").first
        expect(suggested).to_have_attribute("value", "Mobilität")
        ask(page, QUESTION)
        expect(page.get_by_role("heading", name="Das haben andere gelöst")).to_be_visible()
        first = page.locator(".result").first
        quote = first.locator("blockquote p").inner_text().split("\n")[0]
        first.locator(".cite a").click()
        expect(page.locator("mark#fund")).to_be_in_viewport()
        assert quote in page.locator(".prose").inner_text()
        page.go_back()
        first.get_by_role("heading").get_by_role("link").click()
        expect(page.get_by_role("heading", name="Quellen", exact=True)).to_be_visible()
        assert visit.complaints == []


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


@BOTH
def test_the_asking_town_is_suggested_and_remembered_but_stays_out_of_others_links(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/")
        page.get_by_label("Ihre Stadt", exact=True).press_sequentially("Leopold")
        expect(page.locator("#asker-suggestions option").first).to_have_attribute(
            "value", "Leopoldshöhe"
        )
        ask(page, QUESTION, town="Gemeinde Leopoldshöhe")
        assert "asker=Leopoldsh" in page.url
        assert "remember" not in page.url
        for path in ("/", "/?q=Rufbus&asker=Lage", "/"):
            page.goto(path)
        expect(page.get_by_label("Ihre Stadt", exact=True)).to_have_value("Leopoldshöhe")


@BOTH
def test_conditions_narrow_as_they_say_are_taken_away_and_travel_with_the_link(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/?q=Rufbus+in+einer+Stadt+unter+20.000+Einwohnern")
        read = page.locator(".chips a").filter(has_text="20.000")
        read.click()
        expect(read).to_have_count(0)
        everything = page.get_by_role("status").inner_text()
        if width == NARROW:
            page.get_by_role("link", name="Eingrenzen").click()
        choice = page.locator("#facet-status + ul a").first
        count = int(choice.locator(".count").inner_text().strip("()"))
        choice.click()
        results = page.locator(".result h3").all_inner_texts()
        assert len(results) == min(count, 10)
        link = page.get_by_role("link", name="Link zum Weitergeben").get_attribute("href")
        page.locator(".chips a").first.click()
        expect(page.get_by_role("status")).to_have_text(everything)
        page.context.clear_cookies()
        page.goto(link or "")
        assert page.locator(".result h3").all_inner_texts() == results


@BOTH
def test_results_are_taken_along_as_tables_word_file_pdf_and_paper(
    chromium: Browser, address: str, tmp_path: Path, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/?q=Rufbus")
        names = page.locator(".result h3").all_inner_texts()
        links = {
            "csv": "Tabelle als CSV",
            "docx": "Word-Datei (DOCX)",
            "pdf": "PDF",
            "xlsx": "Tabelle für Excel (XLSX)",
        }
        taken = {kind: taken_along(page, name, tmp_path) for kind, name in links.items()}
        page.get_by_role("link", name="Als Text für die Ratsvorlage").click()
        expect(page.get_by_role("heading", name="Quellen", exact=True)).to_be_visible()
        cited = page.locator("blockquote").count()
        assert page.locator("li[id^=quelle-]").count() == cited
        page.emulate_media(media="print")
        expect(page.get_by_role("navigation", name="Hauptmenü")).to_be_hidden()
    content = taken["csv"].read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert [row["Vorhaben"] for row in rows] == names
    paper = "\n".join(one.text for one in Document(str(taken["docx"])).paragraphs)
    assert all(name in paper for name in names)
    assert f"[{cited}]" in paper
    assert taken["pdf"].read_bytes().startswith(b"%PDF-")
    with ZipFile(taken["xlsx"]) as workbook:
        cells = "".join(
            unescape(workbook.read(name).decode()) for name in workbook.namelist() if "xml" in name
        )
    assert all(name in cells for name in names)


def taken_along(page: Page, name: str, folder: Path) -> Path:
    """Download what a link leads to."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@BOTH
def test_pictures_have_a_table_that_says_the_same(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/zeitleiste")
        rows = page.locator("tbody tr").count()
        assert page.locator("tbody svg.bar .run").count() == rows > 5
        page.goto("/netz?region=Kreis+Lippe")
        drawn = set(page.locator(".picture a").evaluate_all(NAMES))
        told = page.locator("tbody tr > :nth-child(-n+2)").all_inner_texts()
        assert drawn == set(told)
        page.goto("/karte?region=Kreis+Lippe")
        dots = page.locator(".picture a").evaluate_all(NAMES)
        assert sorted(dots) == sorted(page.locator("tbody th").all_inner_texts())
        page.locator(".picture a[aria-label=Lemgo]").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1, name="Lemgo")).to_be_visible()


def test_a_telephone_shows_first_where_the_dots_of_a_picture_are(
    chromium: Browser, address: str
) -> None:
    with visiting(chromium, address, width=NARROW) as visit:
        page = visit.page
        page.goto("/?q=Holibri")
        page.locator(".result h3 a").first.click()
        frame = page.locator(".picture")
        frame.scroll_into_view_if_needed()
        for dot in page.locator(".picture .spot").all():
            box, frame_box = dot.bounding_box(), frame.bounding_box()
            assert box
            assert frame_box
            assert frame_box["x"] <= box["x"] <= frame_box["x"] + frame_box["width"]


def test_on_a_telephone_the_row_of_a_table_is_a_block_whose_lines_are_named(
    chromium: Browser, address: str
) -> None:
    with visiting(chromium, address, width=NARROW) as visit:
        page = visit.page
        page.goto("/karte?region=Kreis+Lippe")
        cells = page.locator("tbody tr").first.locator("td:visible")
        lines = [cell.bounding_box() for cell in cells.all()]
        assert all(line and line["x"] < NARROW / 4 for line in lines)
        named = cells.evaluate_all(
            "all => all.map(one => getComputedStyle(one, '::before').content)"
        )
        heads = page.locator("thead th").all_text_contents()
        assert named == [f'"{head}: "' for head in heads if f'"{head}: "' in named]
        assert len(named) >= 3


@BOTH
def test_an_undertaking_is_told_from_its_occasion_to_its_outcome(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/id/project/kooperation-der-lippischen-digitalisierungsbeauftragten")
        told = page.locator("section[aria-labelledby=features] dt").all_inner_texts()
        assert [one for one in told if one in STORY] == list(STORY)


def test_headings_and_the_names_in_lists_begin_with_a_capital(
    chromium: Browser, address: str
) -> None:
    with visiting(chromium, address) as visit:
        page = visit.page
        page.goto("/vorhaben?seite=1")
        names = page.locator("main .list li > a:first-child").all_inner_texts()
        # What is written small is a name of its own, like digital.interkommunal or regiopolPaten.
        firsts = [one.split()[0] for one in names]
        assert [one for one in firsts if one.isalpha() and one.islower()] == []
        assert [one for one in names if as_heading(one) != one] == []
        page.get_by_role("link", name="Digitale Bauakte", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Digitale Bauakte")


@BOTH
def test_the_board_of_contradictions_shows_both_sides_with_their_proofs(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/widersprueche")
        first = page.locator(".contradiction").first
        sides = first.locator("dt").all_inner_texts()
        assert len(set(sides)) == len(sides) > 1
        assert first.locator("blockquote").count() >= len(sides)
        first.get_by_role("heading").get_by_role("link").click()
        expect(page.locator(".contradiction").first).to_be_visible()


@BOTH
def test_the_page_can_be_read_in_english_and_stays_so(
    chromium: Browser, address: str, width: int
) -> None:
    with visiting(chromium, address, width=width) as visit:
        page = visit.page
        page.goto("/")
        page.get_by_role("link", name="English").click()
        expect(page.get_by_role("button", name="Search")).to_be_visible()
        page.goto("/karte")
        expect(page.get_by_role("heading", level=1)).to_have_text("Map: where are undertakings?")
        for step in range(1, 6):
            page.goto(f"/rundgang?schritt={step}")
            expect(page.locator("main")).to_contain_text(f"Step {step} of 5")
