"""How light, quick and still pages are in a real browser, against the budgets of the project."""

import statistics
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.visit import NARROW, OBSERVED, WIDE, visiting

__all__ = ["BUDGETS", "over_budget", "page_figures", "told"]

ROUNDS = 5
START = "/"
ANSWER = "/?q=Hat+jemand+sein+Bauarchiv+schon+eingescannt%3F&asker=Lage"
ANSWERED = "performance.getEntriesByType('navigation')[0].responseStart"
LIGHT, PAINT, STILL, SHOWN = (
    "first page, compressed",
    "first page, largest paint",
    "layout shift, first page and answer",
    "answer shown after the server's answer",
)
# Kilobytes, milliseconds, a score, milliseconds; what is measured has to stay below.
BUDGETS: Mapping[str, float] = {LIGHT: 200, PAINT: 1000, STILL: 0.001, SHOWN: 300}
_UNITS = {LIGHT: "kB", PAINT: "ms", SHOWN: "ms"}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one visit with an empty cache brought."""

    kilobytes: float
    paint_ms: float
    answered_ms: float
    shift: float


def page_figures(address: str) -> dict[str, float]:
    """Return the medians over visits at both widths; empty where there is no Chromium."""
    if not CHROMIUM.exists():
        return {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        _seen(browser, address, ANSWER, WIDE)  # the server opens its model once
        first, answers = (
            [
                _seen(browser, address, path, width)
                for width in (WIDE, NARROW)
                for _ in range(ROUNDS)
            ]
            for path in (START, ANSWER)
        )
        browser.close()
    return {
        LIGHT: max(one.kilobytes for one in first),
        PAINT: statistics.median(one.paint_ms for one in first),
        STILL: max(one.shift for one in (*first, *answers)),
        SHOWN: statistics.median(one.paint_ms - one.answered_ms for one in answers),
    }


def told(figures: Mapping[str, float]) -> dict[str, str]:
    """Return the figures as rows that name their budgets."""
    if not figures:
        return {"pages": f"not measured, there is no Chromium at {CHROMIUM}"}
    return {
        f"{name} (budget {BUDGETS[name] if name in _UNITS else 0:.0f})": (
            f"{value:.0f} {_UNITS[name]}" if name in _UNITS else f"{value:.3f}"
        )
        for name, value in figures.items()
    }


def over_budget(figures: Mapping[str, float]) -> list[str]:
    """Return the names of the budgets that do not hold."""
    return [name for name, value in figures.items() if value >= BUDGETS[name]]


def _seen(browser: Browser, address: str, path: str, width: int) -> _Seen:
    with visiting(browser, address, width=width) as visit:
        client = visit.page.context.new_cdp_session(visit.page)
        client.send("Network.enable")
        sizes: list[float] = []
        client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        visit.page.goto(path)
        visit.page.wait_for_load_state("networkidle")
        paints = visit.page.evaluate(OBSERVED, "largest-contentful-paint")
        shifts = visit.page.evaluate(OBSERVED, "layout-shift")
        return _Seen(
            sum(sizes) / 1000,
            max(entry["startTime"] for entry in paints),
            visit.page.evaluate(ANSWERED),
            sum(entry["value"] for entry in shifts),
        )
