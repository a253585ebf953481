"""What documents said before they were replaced: kept, asked, compared, and forgotten for good."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.app import create_app
from api.cli import app
from api.history import History, Version, difference, versions_of
from api.layout import Layout
from api.settings import Settings
from api.view import open_for_reading
from api.writer import open_for_writing
from tests.conftest import take
from tests.factories import write_documents

BEFORE = "Die Stadt Lage führt 2019 das Dokumentenmanagement ein. Max Muster ist Bürgermeister."
AFTER = "Die Stadt Lage führt 2020 das Dokumentenmanagement ein. Eva Beispiel ist Bürgermeisterin."
DATES = (
    "PREFIX nw: <https://w3id.org/nachbarwissen/ontology#> "
    "SELECT ?q { GRAPH ?g { ?e nw:quote ?q } }"
)


@pytest.fixture
def replaced(settings: Settings, tmp_path: Path) -> Settings:
    for text in (BEFORE, AFTER):
        take(settings, write_documents(tmp_path / "in", {"lage.txt": text}))
    return settings


def quotes(client: TestClient, path: str) -> str:
    return client.get(path, params={"query": DATES, "format": "csv"}).text


@pytest.fixture
def client(replaced: Settings) -> Iterator[TestClient]:
    application = create_app(replaced)
    yield TestClient(application)
    application.state.sparql.close()


def test_a_replaced_document_says_by_sparql_what_it_said(client: TestClient) -> None:
    now, before = quotes(client, "/sparql"), quotes(client, "/history/sparql")
    assert "Eva Beispiel" in now
    assert "Max Muster" not in now
    assert "Max Muster" in before
    assert "Eva Beispiel" not in before
    query = (
        "PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX prov: <http://www.w3.org/ns/prov#> "
        "SELECT ?old ?new ?when { ?g dcterms:isVersionOf ?old ; dcterms:isReplacedBy ?new ; "
        "prov:invalidatedAtTime ?when }"
    )
    answer = client.get("/history/sparql", params={"query": query, "format": "json"}).json()
    (row,) = answer["results"]["bindings"]
    assert row["old"] != row["new"]
    assert row["when"]["datatype"].endswith("dateTime")
    assert "Service" in client.get("/history/sparql", headers={"Accept": "text/turtle"}).text


def test_the_command_lists_shows_and_compares(replaced: Settings) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(app, ["--home", str(replaced.home), *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    (row,) = json.loads(run("history", "lage.txt", "--json"))
    number = str(row["number"])
    for name in (
        row["document"],
        row["replaced_by"],
        f"https://x.example/id/document/{row['document']}",
    ):
        assert json.loads(run("history", name, "--json")) == [row]
    assert "Max Muster" in run("history", "lage.txt", "--show", number)
    changes = run("history", "lage.txt", "--diff", number).splitlines()
    assert any(line.startswith("- ") and "Max Muster" in line for line in changes)
    assert any(line.startswith("+ ") and "Eva Beispiel" in line for line in changes)
    assert "Max Muster" in run("sparql", "--history", "--format", "csv", DATES)


def test_the_same_text_read_again_is_no_version(replaced: Settings, tmp_path: Path) -> None:
    assert len(versions_of(replaced, "lage.txt")) == 1
    take(replaced, tmp_path / "in")
    write_documents(tmp_path / "in", {"lage.txt": f"{AFTER} Ende."})
    take(replaced, tmp_path / "in")
    assert [one.successor for one in versions_of(replaced, "lage.txt")][:-1] == [
        one.document_id for one in versions_of(replaced, "lage.txt")
    ][1:]


def test_what_is_forgotten_leaves_nothing_in_the_history(
    replaced: Settings, client: TestClient
) -> None:
    assert "Max Muster" in quotes(client, "/history/sparql")
    with open_for_writing(replaced) as writer:
        writer.forget(open_for_reading(replaced).store.document_ids()[0])
        writer.publish()
    folder = Layout(replaced.home).history.parent
    assert not any(b"Muster" in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert quotes(client, "/history/sparql") == "q\r\n"
    assert versions_of(replaced, "lage.txt") == []


def test_versions_alone_can_be_forgotten_and_the_document_stays(replaced: Settings) -> None:
    (version,) = versions_of(replaced, "lage.txt")
    result = CliRunner().invoke(
        app, ["--home", str(replaced.home), "forget", version.document_id, "--yes"]
    )
    assert result.exit_code == 0, result.output
    assert versions_of(replaced, "lage.txt") == []
    assert len(open_for_reading(replaced).store.document_ids()) == 1
    result = CliRunner().invoke(app, ["--home", str(replaced.home), "history", "lage.txt"])
    assert result.exit_code == 1


def test_a_person_can_be_erased_from_every_version(tmp_path: Path) -> None:
    history = History(tmp_path / "history.sqlite")
    lines = (
        "<urn:b/id/evidence/1> <urn:p> <urn:max> .",
        '<urn:b/id/evidence/1> <urn:quote> "M. ist Chef" .',
        '<urn:lage> <urn:label> "Lage" .',
        '<urn:max> <urn:name> "Max" .',
    )
    history.keep(Version("/a", "one", "a", "A", "2026-01-01T00:00:00+00:00", "two", lines))
    stamp = history.stamp()
    history.erase(["<urn:max>"])
    (version,) = history.versions()
    assert version.lines == ('<urn:lage> <urn:label> "Lage" .',)
    assert history.stamp() != stamp
    history.close()


def test_a_difference_is_what_went_and_what_came() -> None:
    assert difference(["a", "b"], ["b", "c"]) == ["- a", "+ c"]
