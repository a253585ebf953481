"""How editors bring documents, in real Chromium, on a desk and on a telephone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import require_whole, require_whole_in_english_too
from tests.browser.visit import NARROW, WIDE, sign_in, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOTH = pytest.mark.parametrize("width", [WIDE, NARROW])
LETTER = (
    "Lemgo und Lage betreiben gemeinsamen Bauhof\n\n"
    "Das Projekt „Bauhof Lippe-Mitte“ der Städte Lemgo und Lage begann im Mai 2022. "
    "Bürgermeister Markus Baier (Stadt Lemgo) freut sich.\n\nKennung {width}."
)


def wait_for(page: Page, selector: str) -> None:
    """Wait for what a background task brings; a busy machine takes its time."""
    page.wait_for_selector(selector, timeout=120_000)


@BOTH
def test_files_are_dropped_looked_at_corrected_kept_and_taken_back(
    chromium: Browser, editing_address: str, tmp_path: Path, width: int
) -> None:
    letter, broken = tmp_path / f"brief-{width}.txt", tmp_path / "kaputt.pdf"
    letter.write_text(LETTER.format(width=width), "utf-8")
    broken.write_bytes(b"kein PDF")
    with visiting(chromium, editing_address, width=width) as visit:
        page = visit.page
        sign_in(page, "/redaktion/bringen")
        drop(page, letter, broken)
        expect(page.locator(".no li")).to_contain_text("beschädigt")
        require_whole(visit)
        page.get_by_role("checkbox", name="Markus Baier", exact=True).uncheck()
        page.get_by_label("Beginn, Bauhof Lippe-Mitte").fill("2022-06")
        page.get_by_label("Titel").fill(title := f"Gemeinsamer Bauhof {width}")
        page.get_by_role("button", name="Übernehmen").click()
        wait_for(page, "text=Die Dokumente sind jetzt für alle zu finden.")
        require_whole_in_english_too(visit)
        page.get_by_role("link", name=title).click()
        expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
        expect(page.locator("main")).to_contain_text("Juni 2022")
        document = page.url
        page.go_back()
        page.get_by_role("button", name="Rückgängig machen").click()
        wait_for(page, "text=Die Dokumente und Ihre Berichtigungen sind wieder entfernt.")
        require_whole_in_english_too(visit)
        assert page.request.get(document).status == 404


def drop(page: Page, *files: Path) -> None:
    """Drop files on the form as a mouse would, and send them."""
    transfer = page.evaluate_handle(
        """files => {
          const transfer = new DataTransfer();
          for (const [name, text] of files) transfer.items.add(new File([text], name));
          return transfer;
        }""",
        [[file.name, file.read_text("utf-8")] for file in files],
    )
    page.dispatch_event("form.bring[enctype]", "drop", {"dataTransfer": transfer})
    expect(page.locator("#chosen li")).to_have_text([file.name for file in files])
    page.get_by_role("button", name="Hochladen und ansehen").click()
    wait_for(page, "#keep")


def test_bringing_works_with_scripts_off(
    chromium: Browser, editing_address: str, tmp_path: Path
) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text(LETTER.format(width="ohne Skripte"), "utf-8")
    with visiting(chromium, editing_address, has_scripts=False) as visit:
        page = visit.page
        sign_in(page, "/redaktion/bringen")
        page.get_by_label("Dateien hierher ziehen oder auswählen").set_input_files(letter)
        page.get_by_role("button", name="Hochladen und ansehen").click()
        for _ in range(240):
            if page.locator("#keep").count():
                break
            page.get_by_role("link", name="Stand neu laden").click()
            page.wait_for_timeout(500)
        page.get_by_role("button", name="Alles verwerfen").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Dokumente bringen")


@BOTH
def test_an_address_inside_is_refused_in_plain_german(
    chromium: Browser, editing_address: str, width: int
) -> None:
    with visiting(chromium, editing_address, width=width) as visit:
        page = visit.page
        sign_in(page, "/redaktion/bringen")
        page.get_by_label("Oder eine Webadresse").fill("http://127.0.0.1:1/geheim")
        page.get_by_role("button", name="Holen und ansehen").click()
        wait_for(page, "#unread")
        expect(page.locator(".no")).to_contain_text("liegt in einem internen Netz")
        require_whole(visit)
