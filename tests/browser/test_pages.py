"""Every page in real Chromium: accessible, inside its window, from here alone, light and still.

Each page is opened once a language. Both visits look at it in two corners of width and colours, so
that every page is seen in German and in English, in light and dark, on a desk and a telephone.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser

from api.access import SESSION_COOKIE
from api.accounts import FIRST_ACCOUNT, Accounts
from api.guard import HEADERS
from api.layout import Layout
from api.messages import LANGUAGES
from api.pages import LANGUAGE_COOKIE
from api.settings import Settings, read_settings
from api.standing import Standing, question_id
from api.subscribers import Subscribers
from tests.api.test_server import served
from tests.browser.visit import HEIGHT, NARROW, OBSERVED, PASSWORD, WIDE, Visit, flaws, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# The first page with all it loads, as it goes over the wire.
MAX_FIRST_PAGE_BYTES = 200_000
Colours = Literal["light", "dark"]
CORNERS: Mapping[str, tuple[tuple[int, Colours], ...]] = {
    "de": ((WIDE, "light"), (NARROW, "dark")),
    "en": ((NARROW, "light"), (WIDE, "dark")),
}
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
# What only editors see, on their copy of the corpus.
EDITORS = {
    "desk": "/redaktion",
    "password": "/redaktion/passwort",
    "bring": "/redaktion/bringen",
    "review": "/redaktion/pruefen",
    "review of pairs": "/redaktion/pruefen?art=pair",
    "review of statements": "/redaktion/pruefen?art=statement",
    "open questions": "/redaktion/offene-fragen",
    "erasing a person": "/redaktion/person/rainer-vidal/loeschen",
    "contact data": "/id/person/rainer-vidal",
    "all saved questions": "/merkliste",
}


BOTH = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def reader(chromium: Browser, address: str) -> Iterator[Visit]:
    """One window for all pages."""
    with visiting(chromium, address) as visit:
        yield visit


@pytest.fixture(scope="module")
def editor(chromium: Browser, editing_address: str, editing_settings: Settings) -> Iterator[Visit]:
    """One window in which an editor is signed in."""
    accounts = Accounts(Layout(editing_settings.home).accounts)
    key = accounts.sign_in(FIRST_ACCOUNT, PASSWORD, address="127.0.0.1")
    with visiting(chromium, editing_address) as visit:
        put_cookie(visit, SESSION_COOKIE, key)
        yield visit


def put_cookie(visit: Visit, name: str, value: str) -> None:
    visit.page.context.add_cookies([{"name": name, "value": value, "url": visit.address}])


def check(visit: Visit, path: str, language: str, *, status: int = 200) -> None:
    """Open a page and look at it in the corners of a language."""
    visit.forget()
    put_cookie(visit, LANGUAGE_COOKIE, language)
    response = visit.page.goto(path)
    assert response is not None
    assert response.status == status
    assert response.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    look(visit, language, status=status)


def look(visit: Visit, language: str, *, status: int = 200) -> None:
    """Look at the page that is open."""
    page = visit.page
    assert page.locator("html").get_attribute("lang") == language
    for width, colours in CORNERS[language]:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=colours)
        assert flaws(page) == [], f"{page.url} at {width} px, {colours}"
    assert visit.hosts == {urlsplit(visit.address).netloc}
    # The browser reports the status of a page that is a problem, and that is all.
    expected = () if status == 200 else (f" {status} ",)
    assert [one for one in visit.complaints if not any(part in one for part in expected)] == []


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
@pytest.mark.parametrize("name", EDITORS)
def test_a_page_for_editors_is_accessible_too(editor: Visit, name: str, language: str) -> None:
    check(editor, EDITORS[name], language)


@BOTH
def test_a_draft_is_accessible_as_it_came_and_when_it_is_refused(
    editor: Visit, language: str
) -> None:
    page = editor.page
    page.goto("/redaktion/bringen")
    letter = f"Das Projekt „Bauhof Lippe“ der Stadt Lage begann im Mai 2022. ({language})"
    page.locator("#files").set_input_files(
        {"name": "brief.txt", "mimeType": "text/plain", "buffer": letter.encode()}
    )
    page.locator("form.bring[enctype] button").click()
    page.wait_for_selector("#keep", timeout=120_000)
    path = urlsplit(page.url).path
    check(editor, path, language)
    # As a browser sends it that checks no pattern.
    page.locator("#keep").evaluate("form => { form.noValidate = true; }")
    page.locator("[name=date-1]").fill("bald")
    page.locator("button[form=keep]").click()
    page.wait_for_selector("[aria-invalid]")
    look(editor, language, status=422)
    page.goto(path)
    page.locator('form[action$="verwerfen"] button').click()
    check(editor, f"{path}/gibt-es-nicht", language, status=404)


@BOTH
def test_the_pages_of_a_kept_question_and_its_letters_are_accessible_too(
    editor: Visit, editing_settings: Settings, language: str
) -> None:
    standing = Standing(Layout(editing_settings.home).standing)
    key = standing.save({"q": "Rufbus?"}, language=language, known=[], was_unanswered=True)
    question = question_id(key)
    subscriber = Subscribers(standing).ask(question, "frage@stadt.example")
    assert subscriber
    page = editor.page
    check(editor, f"/merkliste/{question}", language)
    page.locator("form[action$=email]").evaluate("form => { form.noValidate = true; }")
    page.locator("#email").fill("niemand")
    page.locator("form[action$=email] button").click()
    page.wait_for_selector("[aria-invalid]")
    look(editor, language, status=422)
    for path in (f"/abo/{subscriber.token}", f"/abo/{subscriber.token}/ende"):
        check(editor, path, language)
        page.locator("main form button").click()
        page.wait_for_selector("main [role=status]")
        look(editor, language)
    check(editor, f"/abo/{subscriber.token}", language, status=404)
    standing.remove(question)


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
