"""Every page of readers in real Chromium: accessible, inside its window, light and still.

Each page is opened once a language. Both visits look at it in two corners of width and colours, so
that every page is seen in German and in English, in light and dark, on a desk and a telephone.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from api.messages import LANGUAGES
from api.settings import read_settings
from tests.api.test_server import served
from tests.browser.looks import check, look
from tests.browser.visit import OBSERVED, Visit, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# The first page with all it loads, as it goes over the wire.
MAX_FIRST_PAGE_BYTES = 200_000
QUESTION = "/?q=Hat+jemand+sein+Bauarchiv+schon+eingescannt%3F&asker=Lage"

PAGES = {
    "start": "/",
    "answer": QUESTION,
    "narrowed": "/?q=Rufbus&status=laufend&since=2015",
    "no answer": "/?q=Quantencomputer+f%C3%BCr+den+Friedhof&asker=Nirgendwo",
    "paper": "/vorlage?q=Rufbus",
    "themes": "/themen",
    "theme": "/id/theme/mobilitaet",
    "field of life": "/id/theme/verwaltung",
    "undertakings": "/vorhaben",
    "map": "/karte?region=Kreis+Lippe",
    "network": "/netz?region=Kreis+Lippe",
    "timeline": "/zeitleiste",
    "municipality": "/id/municipality/05766044",
    "county": "/id/county/05766",
    "contradictions": "/widersprueche",
    "saved questions": "/merkliste",
    "tour": "/rundgang",
    "tour with a result": "/rundgang?schritt=3",
    "components": "/gestaltung",
    "help": "/hilfe",
    "glossary": "/glossar",
    "about": "/ueber",
    "privacy": "/datenschutz",
    "accessibility": "/barrierefreiheit",
    "SPARQL": "/sparql",
    "SPARQL, a table": "/sparql?example=e01_themes&query=" + quote("SELECT * { ?s ?p ?o } LIMIT 3"),
    "SPARQL, an error": "/sparql?query=SELEKT",
    "vocabulary": "/ontology",
    "programming interface": "/docs",
    "sign in": "/redaktion/anmelden",
    "not found": "/id/project/gibt-es-nicht",
    "no such page number": "/vorhaben?seite=0",
}
STATUS = {"not found": 404, "no such page number": 422, "SPARQL, an error": 400}
# Pages of things that only the documents name: the first link of such a kind on a page.
LINKED = {
    "undertaking": ("/vorhaben", "/id/project/"),
    "person": ("/id/county/05766", "/id/person/"),
    "organisation": ("/id/person/rainer-vidal", "/id/organisation/"),
    "document": ("/id/county/05766", "/id/document/"),
    "find": ("/?q=Bauarchiv", "pass="),
}
# What there is one of somewhere in the graph.
SOMEWHERE = {
    "award": "?x a nw:AwardGrant",
    "event": "?x a nw:Event",
    "named graph": "GRAPH ?x { ?d a nw:Document }",
}
BOTH = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def reader(chromium: Browser, address: str) -> Iterator[Visit]:
    """One window for all pages."""
    with visiting(chromium, address) as visit:
        yield visit


@BOTH
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_fits_its_windows_and_loads_nothing_foreign(
    reader: Visit, name: str, language: str
) -> None:
    check(reader, PAGES[name], language, status=STATUS.get(name, 200))


@BOTH
@pytest.mark.parametrize("name", LINKED)
def test_a_page_that_others_lead_to_is_accessible_too(
    reader: Visit, name: str, language: str
) -> None:
    start, part = LINKED[name]
    html = reader.page.request.get(start, headers={"Accept": "text/html"}).text()
    found = re.search(rf'href="([^"#]*{re.escape(part)}[^"#]*)', html.partition("<main")[2])
    assert found
    check(reader, found.group(1).replace("&amp;", "&"), language)


@BOTH
@pytest.mark.parametrize("name", SOMEWHERE)
def test_a_page_that_stands_somewhere_in_the_graph_is_accessible_too(
    reader: Visit, name: str, language: str
) -> None:
    query = (
        "PREFIX nw: <https://w3id.org/nachbarwissen/ontology#> "
        f"SELECT ?x WHERE {{ {SOMEWHERE[name]} }} ORDER BY ?x LIMIT 1"
    )
    asked = reader.page.request.get(
        "/sparql", params={"query": query}, headers={"Accept": "application/json"}
    )
    iri = str(asked.json()["results"]["bindings"][0]["x"]["value"])
    check(reader, iri.removeprefix("https://w3id.org/nachbarwissen"), language)


@BOTH
def test_a_refused_sign_in_is_accessible_too(reader: Visit, language: str) -> None:
    check(reader, "/redaktion/anmelden", language)
    reader.page.locator("#account-name").fill("niemand")
    reader.page.locator("#password").fill("geraten")
    reader.page.locator("main form button").click()
    reader.page.wait_for_selector("#problem")
    look(reader, language, status=401)


def test_the_pages_of_an_empty_installation_are_accessible_too(
    chromium: Browser, empty_home: Path, tmp_path: Path
) -> None:
    shutil.copytree(empty_home, tmp_path / "home")
    with (
        served(read_settings(home=tmp_path / "home")) as address,
        visiting(chromium, address) as visit,
    ):
        for path in ("/", "/vorhaben", "/karte", "/netz", "/zeitleiste"):
            for language in LANGUAGES:
                check(visit, path, language)


@pytest.mark.parametrize("path", ["/", QUESTION])
def test_a_first_visit_is_light_and_still(chromium: Browser, address: str, path: str) -> None:
    with visiting(chromium, address) as visit:
        client = visit.page.context.new_cdp_session(visit.page)
        client.send("Network.enable")
        sizes: list[float] = []
        client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        visit.page.goto(path)
        visit.page.wait_for_load_state("networkidle")
        shifts = visit.page.evaluate(OBSERVED, "layout-shift")
    # How quickly is measured by `make bench`; a busy machine says nothing about the page.
    assert 0 < sum(sizes) < MAX_FIRST_PAGE_BYTES
    assert sum(entry["value"] for entry in shifts) == 0
