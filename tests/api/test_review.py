import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr
from typer.testing import CliRunner, Result

from api.app import create_app
from api.cli import app
from api.exports import ExportFormat, write_export
from api.settings import Settings
from api.view import open_for_reading
from ontology.cards import PersonCard
from ontology.errors import NotFoundError, UsageError
from ontology.extractors import EXTRACTOR_VERSIONS
from tests.conftest import take
from tests.factories import write_documents

LAGE = "Bürgermeister Peter Koch (Stadt Lage) eröffnete den Bauhof. Die Stadt Lage freut sich."
MARKET = "Peter Koch, Bürgermeister der Stadt Lage, sprach über den Wochenmarkt der Stadt Lage."
SHORT = "Die Leiterin Jana Vidal (Stadt Lemgo) stellte den Plan der Stadt Lemgo vor."
LONG = "Jana Vidal Ortega, Leiterin der Stadt Lemgo, dankte allen in der Stadt Lemgo."
RULES_VERSION = EXTRACTOR_VERSIONS["rules"]
KEY = "a-long-key-of-the-editors"


@pytest.fixture
def folder(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    texts = {"lage.txt": LAGE, "markt.txt": MARKET, "kurz.txt": SHORT, "lang.txt": LONG}
    folder = write_documents(tmp_path / "in", texts)
    take(settings, folder)
    monkeypatch.setenv("NACHBARWISSEN_MODEL", settings.model)
    monkeypatch.setenv("NACHBARWISSEN_HOME", str(settings.home))
    return folder


def review(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["review", *arguments])


def listed(*arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in review(*arguments, "--json").stdout.splitlines()]


def persons(settings: Settings) -> dict[str, PersonCard]:
    cards = open_for_reading(settings).catalogue.persons()
    return {card.iri.rpartition("/")[2]: card for card in cards}


def files_of(settings: Settings, person: str) -> set[str]:
    catalogue = open_for_reading(settings).catalogue
    spans = catalogue.mentions(persons(settings)[person].iri)
    cards = (catalogue.document(span.document_id) for span in spans)
    return {card.source_file for card in cards if card}


def test_a_split_outlives_changed_documents_and_reindexing(
    settings: Settings, folder: Path
) -> None:
    assert files_of(settings, "peter-koch") == {"lage.txt", "markt.txt"}
    made = review("split", "person/peter-koch", "markt.txt", "--who", "Eva", "--reason", "Sohn")
    assert made.exit_code == 0, made.output
    assert set(persons(settings)) >= {"peter-koch", "peter-koch--markt-txt"}
    write_documents(folder, {"markt.txt": f"{MARKET} Es kamen viele.", "lage.txt": f"{LAGE} Gut."})
    assert take(settings, folder).replaced == 2
    assert CliRunner().invoke(app, ["reindex"]).exit_code == 0
    assert files_of(settings, "peter-koch") == {"lage.txt"}
    assert files_of(settings, "peter-koch--markt-txt") == {"markt.txt"}
    (decision,) = listed("decisions")
    assert (decision["verdict"], decision["who"], decision["reason"]) == ("split", "Eva", "Sohn")
    assert review("undo").exit_code == 0
    assert files_of(settings, "peter-koch") == {"lage.txt", "markt.txt"}


@pytest.mark.usefixtures("folder")
def test_a_merge_is_undone_by_its_id(settings: Settings) -> None:
    before = set(persons(settings))
    assert {"jana-vidal-ortega", "peter-koch"} <= before
    assert review("merge", "person/jana-vidal", "person/peter-koch").exit_code == 0
    assert len(persons(settings)) == len(before) - 1
    (decision,) = listed("decisions")
    assert review("undo", str(decision["id"])).exit_code == 0
    assert set(persons(settings)) == before


def test_two_spellings_kept_apart_stay_apart_when_read_again(
    settings: Settings, folder: Path
) -> None:
    assert "jana-vidal" not in persons(settings)
    base = "https://w3id.org/nachbarwissen/id/person/"
    made = review("apart", f"{base}jana-vidal", f"{base}jana-vidal-ortega")
    assert made.exit_code == 0, made.output
    assert {"jana-vidal", "jana-vidal-ortega"} <= set(persons(settings))
    write_documents(folder, {"lang.txt": f"{LONG} Zum Schluss gab es Kuchen."})
    take(settings, folder)
    assert {"jana-vidal", "jana-vidal-ortega"} <= set(persons(settings))


@pytest.mark.usefixtures("folder")
def test_a_refused_statement_leaves_the_graph_and_a_confirmed_one_names_its_reviewer(
    settings: Settings,
) -> None:
    rows = [row for row in listed("list", "--up-to", "1") if row["kind"] == "statement"]
    named = {tuple(map(str, _texts(row)[:2])): str(row["id"]) for row in rows}
    statement = next(identifier for key, identifier in named.items() if key[0] == "Peter Koch")
    refused = review("reject", statement, "--who", "Eva")
    assert refused.exit_code == 0, refused.output
    assert statement not in {str(row["id"]) for row in listed("list", "--up-to", "1")}
    assert CliRunner().invoke(app, ["check"]).exit_code == 0
    assert review("undo").exit_code == 0
    assert statement in {str(row["id"]) for row in listed("list", "--up-to", "1")}
    assert review("accept", statement, "--who", "Eva").exit_code == 0
    about = open_for_reading(settings).catalogue.statements_about(
        "https://w3id.org/nachbarwissen/id/person/peter-koch"
    )
    assert "Eva" in {proof.reviewer for card in about for proof in card.evidence}


def _texts(row: dict[str, object]) -> list[object]:
    texts = row["texts"]
    assert isinstance(texts, list)
    return texts


@pytest.mark.usefixtures("folder")
def test_decisions_leave_with_the_export(settings: Settings, tmp_path: Path) -> None:
    review("merge", "person/jana-vidal", "person/peter-koch", "--reason", "laut vidal@example.org")
    with (tmp_path / "dump.nq").open("wb") as output:
        write_export(open_for_reading(settings), output, export_format=ExportFormat.NQUADS)
    lines = (tmp_path / "dump.nq").read_text("utf-8").splitlines()
    decided = [line for line in lines if "/id/decision/" in line]
    assert any('"laut ••••••' in line for line in decided)
    assert not any("@" in line for line in decided)
    assert all("graph/canonical" in line for line in decided)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("accept", "ffffffffffff"), NotFoundError),
        (("merge", "person/peter-koch", "person/nobody"), NotFoundError),
        (("merge", "person/peter-koch", "person/peter-koch"), UsageError),
        (("split", "person/peter-koch", "kurz.txt"), NotFoundError),
        (("undo",), NotFoundError),
    ],
)
def test_what_cannot_be_decided_is_refused(
    arguments: tuple[str, ...], error: type[Exception]
) -> None:
    assert isinstance(review(*arguments).exception, error)
    assert listed("decisions") == []


@pytest.fixture
def client(settings: Settings, folder: Path) -> Iterator[TestClient]:
    assert folder.is_dir()
    with TestClient(
        create_app(settings.model_copy(update={"editor_token": SecretStr(KEY)}))
    ) as client:
        yield client


def test_the_desk_opens_over_http_with_the_key_only(client: TestClient, settings: Settings) -> None:
    assert client.get("/api/v1/review").status_code == 401
    wrong = {"Authorization": "Bearer something-else"}
    assert client.get("/api/v1/review", headers=wrong).status_code == 401
    assert client.get("/api/v1/review", headers=_key()).status_code == 200
    with TestClient(create_app(settings)) as closed:
        empty = {"Authorization": "Bearer "}
        assert closed.get("/api/v1/review", headers=empty).status_code == 403


def _key() -> dict[str, str]:
    return {"Authorization": f"Bearer {KEY}", "X-Editor": "Eva"}


def test_a_decision_is_made_listed_and_undone_over_http(client: TestClient) -> None:
    things = ["person/jana-vidal", "person/peter-koch"]
    asked = {"things": things, "reason": "geheiratet"}
    made = client.post("/api/v1/review/merge", json=asked, headers=_key())
    assert made.status_code == 201
    (listed_one,) = client.get("/api/v1/review/decisions", headers=_key()).json()
    assert listed_one == made.json()
    assert (listed_one["who"], listed_one["reason"]) == ("Eva", "geheiratet")
    gone = client.delete(f"/api/v1/review/decisions/{listed_one['id']}", headers=_key())
    assert gone.status_code == 204
    assert client.get("/api/v1/review/decisions", headers=_key()).json() == []


def test_every_statement_brings_its_passport(client: TestClient) -> None:
    rows = client.get("/api/v1/statements", params={"thing": "person/peter-koch"}).json()
    proofs = [proof for row in rows for proof in row["evidence"]]
    assert {row["label"] for row in rows} >= {"Name", "Funktion"}
    assert {proof["document"]["source_file"] for proof in proofs} == {"lage.txt", "markt.txt"}
    for proof in proofs:
        assert proof["quote"] in LAGE + MARKET
        assert len(proof["sha256"]) == 64
        assert (proof["extractor"], proof["extractor_version"]) == ("rules", RULES_VERSION)
        assert 0 < proof["confidence"] <= 1
    assert client.get("/api/v1/statements", params={"thing": "person/no"}).status_code == 404


def test_contradictions_come_with_both_proofs(client: TestClient, tmp_path: Path) -> None:
    assert client.get("/api/v1/contradictions").json() == []
    assert client.get("/api/v1/contradictions", params={"limit": 0}).status_code == 422
    assert CliRunner().invoke(app, ["contradictions"]).stdout.strip() == "No contradictions."
    assert tmp_path.exists()
