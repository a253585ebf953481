"""Pictures for the handbook: `python -m tests.browser.screenshots ADDRESS` over a running demo."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from playwright.sync_api import FilePayload, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.visit import NARROW, WIDE, Visit, sign_in, visiting

FOLDER = Path(__file__).parents[2] / "docs" / "handbuch"
# Enough to read, little to download: a picture stays below 150 KB.
SCALE = {WIDE: 0.75, NARROW: 1}
PICTURES = {
    "fragen": "/",
    "antwort": "/?q=Hat+jemand+sein+Bauarchiv+schon+eingescannt%3F&asker=Lage",
    "vorhaben": "/id/project/kooperation-der-lippischen-digitalisierungsbeauftragten",
    "ort": "/id/municipality/05766044",
    "themen": "/themen",
    "thema": "/id/theme/mobilitaet",
    "karte": "/karte?theme=Smart+City&region=Nordrhein-Westfalen",
    "netz": "/netz",
    "zeitleiste": "/zeitleiste",
    "widersprueche": "/widersprueche",
    "vorlage": "/vorlage?q=Rufbus",
    "mensch": "/id/person/rainer-vidal",
    "rundgang": "/rundgang?schritt=3",
    "gestaltung": "/gestaltung",
    "merkliste": "/?q=Quantencomputer+f%C3%BCr+den+Friedhof",
    "hilfe": "/hilfe",
}
# What only editors see, over a demo whose account has the tests' password.
EDITED = {
    "anmelden": "/redaktion/anmelden",
    "redaktion": "/redaktion",
    "bringen": "/redaktion/bringen",
    "pruefen": "/redaktion/pruefen?art=pair",
    "offene-fragen": "/redaktion/offene-fragen",
    "loeschen": "/redaktion/person/rainer-vidal/loeschen",
}
LETTER = (
    "Lemgo und Lage betreiben einen Bauhof\n\nDas Projekt „Bauhof Lippe-Mitte“ der Städte Lemgo "
    "und Lage begann im Mai 2022. Bürgermeister Markus Baier (Stadt Lemgo) freut sich."
)


def editing(visit: Visit, save: Callable[[str], None]) -> None:
    """Take the pictures of the editors' pages."""
    page = visit.page
    for name, path in EDITED.items():
        if name == "redaktion":
            sign_in(page)
        page.goto(path)
        save(name)
    page.goto(EDITED["bringen"])
    letter: FilePayload = {
        "name": "bauhof.txt",
        "mimeType": "text/plain",
        "buffer": LETTER.encode(),
    }
    page.get_by_label("Dateien hierher ziehen oder auswählen").set_input_files(letter)
    page.get_by_role("button", name="Hochladen und ansehen").click()
    page.wait_for_selector("#keep", timeout=120_000)
    save("vorschau")
    page.get_by_role("button", name="Alles verwerfen").click()


def picture(visit: Visit, width: int, name: str) -> None:
    """Write what the window shows."""
    visit.page.screenshot(path=FOLDER / f"{name}-{width}.png")


# The picture of a kept question is taken after keeping it.
KEPT = "merkliste"


def main() -> None:
    """Write one picture a page and width; what lies below the window's edge is left out."""
    address = sys.argv[1]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, path in PICTURES.items():
            for width in (WIDE, NARROW):
                with visiting(browser, address, width=width, scale=SCALE[width]) as visit:
                    visit.page.goto(path)
                    if name == KEPT:
                        visit.page.get_by_role("button", name="Frage merken").click()
                        visit.page.wait_for_url("**/merkliste/*")
                    picture(visit, width, name)
        for width in (WIDE, NARROW):
            with visiting(browser, address, width=width, scale=SCALE[width]) as visit:
                editing(visit, partial(picture, visit, width))
        browser.close()


if __name__ == "__main__":
    main()
