"""How quickly pages show in a real browser: largest paint, and the answer after the server's."""

import statistics
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.visit import OBSERVED, visiting

__all__ = ["page_figures"]

ROUNDS = 5
START = "/"
ANSWER = "/?q=Hat+jemand+sein+Bauarchiv+schon+eingescannt%3F&asker=Lage"
ANSWERED = "performance.getEntriesByType('navigation')[0].responseStart"


def page_figures(address: str) -> dict[str, str]:
    """Return the times of the first page and of an answer; the budgets are 1000 and 300 ms."""
    if not CHROMIUM.exists():
        return {"pages": f"not measured, there is no Chromium at {CHROMIUM}"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        first = [_painted(browser, address, START)["paint"] for _ in range(ROUNDS)]
        answers = [_painted(browser, address, ANSWER) for _ in range(ROUNDS)]
        browser.close()
    after = [one["paint"] - one["answered"] for one in answers]
    return {
        "first page, largest paint (budget 1000)": f"{statistics.median(first):.0f} ms",
        "answer shown after the server's answer (300)": f"{statistics.median(after):.0f} ms",
    }


def _painted(browser: Browser, address: str, path: str) -> dict[str, Any]:
    with visiting(browser, address) as visit:
        visit.page.goto(path)
        paints = visit.page.evaluate(OBSERVED, "largest-contentful-paint")
        return {
            "paint": max(entry["startTime"] for entry in paints),
            "answered": visit.page.evaluate(ANSWERED),
        }
