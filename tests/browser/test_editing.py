"""What editors do, in real Chromium, on a desk and on a telephone.

Pages that an address leads to are looked at in `test_pages`, here what only doing brings about.
"""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visit import NARROW, PASSWORD, WIDE, Visit, flaws, sign_in, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COLOURS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
BOTH = pytest.mark.parametrize("width", [WIDE, NARROW])


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
