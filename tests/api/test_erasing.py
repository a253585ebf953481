"""One person leaves the installation for good, and contact data are for those signed in."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.accounts import Accounts
from api.app import create_app
from api.cli import app as command_line
from api.exports import ExportFormat, write_export
from api.layout import Layout
from api.settings import Settings
from api.view import open_for_reading
from ingest.contacts import contact_near
from ontology.privacy import mask_contacts
from tests.api.test_sign_in import HTML, PASSWORD, sign_in, token_in
from tests.conftest import take
from tests.factories import write_documents

LEMGO = (
    "Bürgermeisterin Petra Beispiel, Stadt Lemgo, Tel. 05261 213456, "
    "petra.beispiel@lemgo.example\n\nDie Stadt Lemgo startete das Projekt „Bauhof Nord“ 2021. "
    "Ansprechpartnerin ist Petra Beispiel."
)
LAGE = "Die Stadt Lage dankt Petra Beispiel. Bürgermeister Peter Koch (Stadt Lage) kam."
SECRETS = ("petra.beispiel@lemgo.example", "05261 213456")
PERSON = "/id/person/petra-beispiel"


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    folder = write_documents(tmp_path / "in", {"lemgo.txt": LEMGO, "lage.txt": LAGE})
    assert take(settings, folder).new == 2
    Accounts(Layout(settings.home).accounts).set_password("redaktion", PASSWORD)
    return folder


@pytest.fixture
def client(settings: Settings, folder: Path) -> Iterator[TestClient]:
    assert folder.is_dir()
    with TestClient(create_app(settings), follow_redirects=False, headers=HTML) as client:
        yield client


def files_naming(home: Path, name: str) -> list[str]:
    return [
        str(path.relative_to(home))
        for path in sorted(home.rglob("*"))
        if path.is_file() and name.encode() in path.read_bytes()
    ]


def test_contact_data_are_shown_to_editors_and_to_nobody_else(
    client: TestClient, settings: Settings
) -> None:
    view = open_for_reading(settings)
    document = next(one.iri for one in view.catalogue.documents() if "lemgo" in one.source_file)
    public = [
        client.get(path, headers={"Accept": accept}).text
        for path, accept in (
            (PERSON, "text/html"),
            (PERSON, "text/turtle"),
            (document.removeprefix(settings.base_iri.rstrip("/")), "text/html"),
            ("/?q=Bauhof+Nord", "text/html"),
            ("/api/v1/ask?q=Bauhof+Nord+Beispiel", "application/json"),
            ("/vorlage?q=Bauhof", "text/html"),
            ("/antwort.csv?q=Bauhof", "*/*"),
            ("/antwort.atom?q=Bauhof", "*/*"),
        )
    ]
    export = settings.home / "export.nq"
    with export.open("wb") as file:
        write_export(view, file, export_format=ExportFormat.NQUADS)
    public.append(export.read_text("utf-8"))
    assert [one for one in public for secret in SECRETS if secret in one] == []
    assert sign_in(client) == 303
    page = client.get(PERSON)
    assert all(secret in page.text for secret in SECRETS)
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "written",
    [
        "05261 213-0",
        "05261 / 213 - 45",
        "(05261) 213456",
        "05261.213456",
        "+49 5261 213456",
        "0049 5261/213456",
        "a.b(ät)lemgo.example",
        "a.b [at] lemgo.example",
    ],
)
def test_whatever_is_read_as_contact_is_covered_in_public(written: str) -> None:
    text = f"Petra Beispiel, Tel. {written}"
    found = contact_near(text, len("Petra Beispiel"), len(text))
    assert found.email or found.phone
    assert written not in mask_contacts(text)


def test_dates_and_figures_are_no_telephone_numbers() -> None:
    text = "Am 01.02.2024, vom 03.04.-05.06.2023, 0,5 Millionen, 1.234.567 Euro, 2020/2021."
    assert mask_contacts(text) == text


def test_an_erased_person_is_nowhere_and_does_not_come_back(
    client: TestClient, settings: Settings, folder: Path
) -> None:
    assert sign_in(client) == 303
    page = client.get("/redaktion/person/petra-beispiel/loeschen").text
    assert "lemgo" in page.casefold()
    token = token_in(page)
    path = "/redaktion/person/petra-beispiel/loeschen"
    assert client.post(path, data={"form_token": token}).status_code == 422
    assert client.get(PERSON).status_code == 200
    done = client.post(path, data={"form_token": token, "sure": "1"})
    assert "2 Dokumente wurden geändert" in done.text
    assert client.get(PERSON).status_code == 404
    assert files_naming(settings.home, "Petra Beispiel") == []
    assert files_naming(settings.home, "petra.beispiel@") == []
    view = open_for_reading(settings)
    assert {card.name for card in view.catalogue.persons()} == {"Peter Koch"}
    (folder / "neu.txt").write_text(f"{LEMGO} Neu.", "utf-8")
    assert take(settings, folder).new == 1
    assert (
        CliRunner()
        .invoke(
            command_line,
            ["--home", str(settings.home), "reindex"],
            env={"NACHBARWISSEN_MODEL": settings.model},
        )
        .exit_code
        == 0
    )
    assert files_naming(settings.home, "Petra Beispiel") == []


def test_the_command_lists_first_and_erases_when_told(settings: Settings, folder: Path) -> None:
    assert folder.is_dir()
    arguments = ["--home", str(settings.home), "erase", "Petra Beispiel"]
    environment = {"NACHBARWISSEN_MODEL": settings.model}
    listed = CliRunner().invoke(command_line, [*arguments, "--dry-run", "--json"], env=environment)
    told = json.loads(listed.stdout)
    assert told["names"] == ["Petra Beispiel"]
    assert {each["source_file"] for each in told["documents"]} == {"lemgo.txt", "lage.txt"}
    assert "Petra Beispiel" in {
        card.name for card in open_for_reading(settings).catalogue.persons()
    }
    done = CliRunner().invoke(command_line, [*arguments, "--yes"], env=environment)
    assert done.exit_code == 0, done.output
    again = CliRunner().invoke(command_line, arguments, env=environment)
    assert again.exit_code != 0


def test_a_document_is_forgotten_once_it_is_confirmed(
    client: TestClient, settings: Settings
) -> None:
    assert sign_in(client) == 303
    (card,) = [
        one
        for one in open_for_reading(settings).catalogue.documents()
        if one.source_file == "lage.txt"
    ]
    path = f"/redaktion/dokument/{card.id}/vergessen"
    token = token_in(client.get(path).text)
    assert client.post(path, data={"form_token": token}).status_code == 422
    assert "ist gelöscht" in client.post(path, data={"form_token": token, "sure": "1"}).text
    assert len(open_for_reading(settings).catalogue.documents()) == 1
