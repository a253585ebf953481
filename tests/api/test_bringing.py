"""Documents brought over the web: looked at, corrected, kept, taken back."""

import io
import re
import time
import zipfile
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.accounts import Accounts
from api.app import create_app
from api.drafts import BUSY
from api.layout import Layout
from api.settings import Settings
from api.view import open_for_reading
from tests.api.test_sign_in import HTML, PASSWORD, sign_in, token_in
from tests.conftest import take

BAUHOF = (
    "Lemgo und Lage betreiben gemeinsamen Bauhof\n\n"
    "Pressemitteilung der Stadt Lemgo vom 12. März 2024\n\n"
    "Das Projekt „Bauhof Lippe-Mitte“ der Städte Lemgo und Lage begann im Mai 2022 und läuft "
    "weiter. Bürgermeister Markus Baier (Stadt Lemgo) freut sich. Das Land fördert das Projekt."
)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    Accounts(Layout(settings.home).accounts).set_password("redaktion", PASSWORD)
    app = create_app(settings)
    with TestClient(app, follow_redirects=False, headers=HTML) as client:
        assert sign_in(client) == 303
        yield client
    app.state.bringing.close()


def bring(client: TestClient, *files: tuple[str, bytes], url: str = "") -> str:
    """Send files or an address, wait until they are read, and return the draft's path."""
    token = token_in(client.get("/redaktion/bringen").text)
    response = client.post(
        "/redaktion/bringen",
        data={"form_token": token, "url": url},
        files=[("files", file) for file in files],
    )
    assert response.status_code == 303, response.text
    return wait(client, response.headers["location"])


def wait(client: TestClient, path: str) -> str:
    for _ in range(600):
        if client.get(f"{path}/stand").json()["state"] not in BUSY:
            return path
        time.sleep(0.05)
    pytest.fail("the draft is not done within half a minute")


def fields_of(page: str) -> dict[str, list[str]]:
    """Return what a browser would send of the form as it stands."""
    fields: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", page.partition('id="keep"')[2].partition("</form>")[0]):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and value and ('type="checkbox"' not in tag or " checked" in tag):
            fields.setdefault(name.group(1), []).append(value.group(1))
    return fields


def keep(client: TestClient, path: str, fields: dict[str, list[str]]) -> str:
    response = client.post(f"{path}/uebernehmen", data=fields)
    assert response.status_code == 303, response.text
    wait(client, path)
    return client.get(path).text


def digest_of(page: str, label: str) -> str:
    found = re.search(rf'value="([0-9a-f]{{12}})" checked><label[^>]*>{label}', page)
    assert found, label
    return found.group(1)


def test_a_document_is_looked_at_corrected_kept_and_taken_back(
    client: TestClient, settings: Settings
) -> None:
    path = bring(client, ("bauhof.txt", BAUHOF.encode()))
    page = client.get(path).text
    assert "Bauhof Lippe-Mitte" in page
    assert open_for_reading(settings).catalogue.documents() == ()
    fields = fields_of(page)
    (start,) = [name for name, value in fields.items() if value == ["2022-05"]]
    fields[start] = ["2022-06"]
    fields["title-1"] = ["Ein Bauhof für zwei Städte"]
    fields["keep-1"].remove(digest_of(page, "Markus Baier"))
    assert "Rückgängig machen" in keep(client, path, fields)
    catalogue = open_for_reading(settings).catalogue
    (document,) = catalogue.documents()
    assert document.title == "Ein Bauhof für zwei Städte"
    assert catalogue.persons() == ()
    (project,) = [card for card in catalogue.projects() if card.start]
    said = catalogue.statements_about(project.iri)
    (begun,) = [card for card in said if card.value == "2022-06"]
    assert {proof.reviewer for proof in begun.evidence} == {"redaktion"}
    assert "Mai 2022" in begun.evidence[0].quote

    assert take(settings, Layout(settings.home).uploads).unchanged == 1
    client.post(f"{path}/zuruecknehmen", data={"form_token": fields["form_token"]})
    wait(client, path)
    assert open_for_reading(settings).catalogue.documents() == ()
    assert list(Layout(settings.home).uploads.iterdir()) == []
    assert client.get("/redaktion/bringen").text.count("zurückgenommen") == 1


def test_a_correction_outlives_a_new_reading(client: TestClient, settings: Settings) -> None:
    path = bring(client, ("bauhof.txt", BAUHOF.encode()))
    fields = fields_of(client.get(path).text)
    (start,) = [name for name, value in fields.items() if value == ["2022-05"]]
    keep(client, path, {**fields, start: ["2021"]})
    layout = Layout(settings.home)
    (source,) = layout.uploads.glob("*/bauhof.txt")
    source.write_text(f"{BAUHOF} Viele kamen.", "utf-8")
    assert take(settings, layout.uploads).replaced == 1
    cards = open_for_reading(settings).catalogue.projects()
    assert [card.start for card in cards if card.start] == ["2021"]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(client: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("innen/bauhof.txt", BAUHOF)
        archive.writestr("innen/leer.txt", "")
    path = bring(
        client,
        ("alles.zip", packed.getvalue()),
        ("kaputt.pdf", b"kein PDF"),
        ("tabelle.xlsx", b"x"),
    )
    page = client.get(path).text
    assert page.count("Dieses Dokument übernehmen") == 1
    for said in ("leer.txt", "kaputt.pdf", "ist beschädigt", "tabelle.xlsx", "Art von Datei"):
        assert said in page


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.org/x", "keine Webadresse"),
        ("http://127.0.0.1:9/x", "in einem internen Netz"),
    ],
)
def test_an_address_that_may_not_be_fetched_is_explained(
    client: TestClient, url: str, said: str
) -> None:
    assert said in client.get(bring(client, url=url)).text


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_wrong_date_is_refused_in_plain_words_and_the_rest_of_the_form_stays(
    client: TestClient, settings: Settings, language: str
) -> None:
    path = bring(client, ("bauhof.txt", BAUHOF.encode()))
    page = client.get(path).text
    fields = fields_of(page)
    (start,) = [name for name, value in fields.items() if value == ["2022-05"]]
    person = digest_of(page, "Markus Baier")
    fields |= {start: ["bald"], "date-1": ["morgen"], "title-1": ["Ein Bauhof für zwei Städte"]}
    fields["keep-1"].remove(person)
    client.cookies.set("language", language)
    response = client.post(f"{path}/uebernehmen", data=fields)
    assert response.status_code == 422
    said = {
        "de": ("„bald“ ist kein Datum.", "„morgen“ ist kein Datum."),
        "en": ("“bald” is no date.", "“morgen” is no date."),
    }[language]
    assert all(sentence in response.text for sentence in said)
    again = fields_of(response.text)
    assert {name: again[name] for name in fields} == fields
    assert f'href="#{start}"' in response.text
    assert open_for_reading(settings).catalogue.documents() == ()


def test_nothing_is_taken_from_who_is_not_signed_in_or_sends_too_much(
    client: TestClient, settings: Settings
) -> None:
    token = token_in(client.get("/redaktion/bringen").text)
    files = [("files", ("a.txt", BAUHOF.encode()))]
    foreign = client.post("/redaktion/bringen", data={"form_token": "x"}, files=files)
    assert foreign.status_code == 403
    much = client.post(
        "/redaktion/bringen",
        content=b"",
        headers={"Content-Length": str(10**12), "Content-Type": "multipart/form-data"},
    )
    assert much.status_code == 413
    empty = client.post("/redaktion/bringen", data={"form_token": token})
    assert empty.status_code == 422
    client.cookies.clear()
    out = client.post("/redaktion/bringen", data={"form_token": token}, files=files)
    assert out.headers["location"].startswith("/redaktion/anmelden")
    assert not Layout(settings.home).drafts.exists()
