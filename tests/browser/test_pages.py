"""Every page in real Chromium: accessible, inside its window, from here alone, light and still."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import HEIGHT, NARROW, OBSERVED, WIDE, violations, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# The first page with all it loads, as it goes over the wire.
MAX_FIRST_PAGE_BYTES = 200_000

PAGES = {
    "start": "/",
    "answer": "/?q=Hat+jemand+sein+Bauarchiv+schon+eingescannt%3F&asker=Lage",
    "narrowed": "/?q=Rufbus&status=laufend&since=2015",
    "no answer": "/?q=Quantencomputer+f%C3%BCr+den+Friedhof&asker=Nirgendwo",
    "paper": "/vorlage?q=Rufbus",
    "themes": "/themen",
    "theme": "/id/theme/mobilitaet",
    "field of life": "/id/theme/verwaltung",
    "undertakings": "/vorhaben",
    "map": "/karte?region=Kreis+Lippe",
    "network": "/netz",
    "timeline": "/zeitleiste",
    "municipality": "/id/municipality/05766044",
    "county": "/id/county/05766",
    "contradictions": "/widersprueche",
    "saved questions": "/merkliste",
    "tour": "/rundgang",
    "tour with a result": "/rundgang?schritt=3",
    "components": "/gestaltung",
    "answer in English": "/?q=Rufbus&lang=en",
    "map in English": "/karte?lang=en",
    "components in English": "/gestaltung?lang=en",
    "help": "/hilfe",
    "glossary": "/glossar",
    "about": "/ueber",
    "privacy": "/datenschutz",
    "accessibility": "/barrierefreiheit",
    "SPARQL": "/sparql",
    "vocabulary": "/ontology",
    "English": "/?lang=en",
    "sign in": "/redaktion/anmelden",
    "not found": "/id/project/gibt-es-nicht",
}
# Pages of things that only the documents name: the first link of such a kind on a page.
LINKED = {
    "undertaking": ("/vorhaben", "/id/project/"),
    "person": ("/id/county/05766", "/id/person/"),
    "organisation": ("/id/person/rainer-vidal", "/id/organisation/"),
    "document": ("/id/county/05766", "/id/document/"),
    "find": ("/?q=Bauarchiv", "pass="),
}


def check(browser: Browser, address: str, path: str) -> None:
    with visiting(browser, address) as visit:
        response = visit.page.goto(path)
        assert response is not None
        assert response.status == (404 if "gibt-es-nicht" in path else 200)
        assert visit.page.locator("h1").count() == 1
        for width in (WIDE, NARROW):
            visit.page.set_viewport_size({"width": width, "height": HEIGHT})
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
            assert violations(visit.page) == []
        assert visit.hosts == {urlsplit(address).netloc}
        # A page that is not there is reported as such by the browser, and that is all.
        assert [one for one in visit.complaints if "404" not in one] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_fits_both_windows_and_loads_nothing_foreign(
    chromium: Browser, address: str, name: str
) -> None:
    check(chromium, address, PAGES[name])


@pytest.mark.parametrize("name", LINKED)
def test_a_page_that_others_lead_to_is_accessible_too(
    chromium: Browser, address: str, name: str
) -> None:
    start, part = LINKED[name]
    with visiting(chromium, address) as visit:
        visit.page.goto(start)
        path = visit.page.locator(f'main a[href*="{part}"]').first.get_attribute("href")
    assert path
    check(chromium, address, path)


@pytest.mark.parametrize("kind", ["AwardGrant", "Event"])
def test_pages_of_awards_and_events_are_accessible_too(
    chromium: Browser, address: str, kind: str
) -> None:
    query = (
        "PREFIX nw: <https://w3id.org/nachbarwissen/ontology#> "
        f"SELECT ?x WHERE {{ ?x a nw:{kind} }} ORDER BY ?x LIMIT 1"
    )
    with visiting(chromium, address) as visit:
        found = visit.page.request.get(
            "/sparql", params={"query": query}, headers={"Accept": "application/json"}
        ).json()
    iri = found["results"]["bindings"][0]["x"]["value"]
    check(chromium, address, str(iri).removeprefix("https://w3id.org/nachbarwissen"))


@pytest.mark.parametrize("path", ["/", PAGES["answer"]])
def test_a_first_visit_is_light_and_still(chromium: Browser, address: str, path: str) -> None:
    with visiting(chromium, address) as visit:
        client = visit.page.context.new_cdp_session(visit.page)
        client.send("Network.enable")
        sizes: list[float] = []
        client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        visit.page.goto(path)
        visit.page.wait_for_load_state("networkidle")
        painted = visit.page.evaluate(OBSERVED, "largest-contentful-paint")
        shifts = visit.page.evaluate(OBSERVED, "layout-shift")
    assert 0 < sum(sizes) < MAX_FIRST_PAGE_BYTES
    # How quickly is measured by `make bench`; a busy machine says nothing about the page.
    print(f"{path}: {sum(sizes):.0f} bytes, {max(one['startTime'] for one in painted):.0f} ms")
    assert sum(entry["value"] for entry in shifts) == 0
