"""Visits: a window on the server that notes what goes wrong and what is loaded from where."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

WIDE, NARROW = 1280, 390
HEIGHT = 844
PASSWORD = "correct horse battery"  # noqa: S105 - of accounts that only tests have
# What axe-core does not look for, and a reader sees at once.
OWN_CHECKS = (Path(__file__).parent / "checks.js").read_text("utf-8")
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")

# What the browser observed of a kind so far.
OBSERVED = """kind => new Promise(done => {
  const found = [];
  new PerformanceObserver(list => found.push(...list.getEntries().map(one => one.toJSON())))
    .observe({type: kind, buffered: true});
  setTimeout(() => done(found), 100);
})"""


@dataclass
class Visit:
    """A page in a window of its own, with every complaint of the browser and every request."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def forget(self) -> None:
        """Begin anew in the same window."""
        self.complaints.clear()
        self.hosts.clear()


def violations(page: Page) -> list[str]:
    """Return what axe-core finds, by rule and place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
    return [
        f"{one['id']}: {one['help']} at {[node['target'] for node in one['nodes'][:3]]}"
        for one in found["violations"]
    ]


def flaws(page: Page) -> list[str]:
    """Return what is wrong with a page as it stands: axe-core's findings and our own."""
    return [*violations(page), *page.evaluate(OWN_CHECKS)]


def sign_in(page: Page, target: str = "/redaktion") -> None:
    """Sign in as the editor and go on to a page."""
    page.goto(f"/redaktion/anmelden?weiter={target}")
    page.get_by_label("Name", exact=True).fill("redaktion")
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    page.wait_for_url(f"**{target}")


@contextmanager
def visiting(
    browser: Browser, address: str, *, width: int = WIDE, has_scripts: bool = True, scale: float = 1
) -> Iterator[Visit]:
    """Open a window of this width without cookies."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": HEIGHT},
        locale="de-DE",
        device_scale_factor=scale,
        java_script_enabled=has_scripts,
        accept_downloads=True,
    )
    visit = Visit(context.new_page(), address)
    page = visit.page
    page.on(
        "console", lambda said: visit.complaints.append(said.text) if _is_bad(said.type) else None
    )
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("request", lambda request: visit.hosts.add(urlsplit(request.url).netloc))
    try:
        yield visit
    finally:
        context.close()


def _is_bad(kind: str) -> bool:
    return kind in {"error", "warning"}
