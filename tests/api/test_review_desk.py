"""The review desk over HTTP: decided with one click, written aside, taken back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.accounts import Accounts
from api.app import create_app
from api.layout import Layout
from api.rulings_queue import Noted, RulingsQueue
from api.settings import Settings
from api.view import Views, open_for_reading
from api.writer import open_for_writing
from tests.api.test_sign_in import HTML, PASSWORD, sign_in, token_in
from tests.conftest import take
from tests.factories import write_documents

SHORT = "Die Stadt Lemgo startete das Projekt „Bauhof Lippe“ im Jahr 2021."
LONG = "Die Stadt Lage startete das Projekt „Bauhof in Lippe“ im Jahr 2022."


@pytest.fixture
def client(settings: Settings, tmp_path: Path) -> Iterator[TestClient]:
    take(settings, write_documents(tmp_path / "in", {"kurz.txt": SHORT, "lang.txt": LONG}))
    Accounts(Layout(settings.home).accounts).set_password("redaktion", PASSWORD)
    app = create_app(settings)
    with TestClient(app, follow_redirects=False, headers=HTML) as client:
        assert sign_in(client) == 303
        yield client
    app.state.rulings.close()


def queue_of(client: TestClient) -> RulingsQueue:
    queue: RulingsQueue = client.app.state.rulings  # type: ignore[attr-defined] # a FastAPI
    return queue


def names(settings: Settings) -> set[str]:
    return {card.name for card in open_for_reading(settings).catalogue.projects()}


def test_a_pair_is_shown_with_both_proofs_merged_and_parted_again(
    client: TestClient, settings: Settings
) -> None:
    page = client.get("/redaktion/pruefen?art=pair").text
    assert "Ist „Bauhof in Lippe“ dasselbe wie „Bauhof Lippe“?" in page
    assert page.count("<blockquote") >= 2
    (matter,) = re.findall(r'action="/redaktion/pruefen/([0-9a-f]{12})"', page)
    sent = {"form_token": token_in(page), "decision": "accept", "art": "pair"}
    response = client.post(f"/redaktion/pruefen/{matter}", data=sent)
    assert response.headers["location"] == "/redaktion/pruefen?art=pair"
    assert matter not in re.findall(
        r'action="/redaktion/pruefen/([0-9a-f]{12})"', client.get("/redaktion/pruefen").text
    )
    queue_of(client).settle()
    assert len(names(settings)) == 1
    assert f"/redaktion/pruefen/{matter}/zurueck" in client.get("/redaktion/pruefen").text
    undone = client.post(
        f"/redaktion/pruefen/{matter}/zurueck",
        data=sent,
        headers={"Accept": "application/json"},
    )
    assert undone.json() == {"said": "Zurückgenommen."}
    queue_of(client).settle()
    assert names(settings) == {"Bauhof Lippe", "Bauhof in Lippe"}


def test_a_decision_is_on_disk_before_it_is_in_the_graph(
    client: TestClient, settings: Settings
) -> None:
    (pair,) = [each for each in open_for_reading(settings).matters if each.kind == "pair"]
    queue = RulingsQueue(settings, Views(settings))
    with open_for_writing(settings):
        queue.note(Noted(pair.id, pair.texts, is_accepted=True, who="Eva"))
        assert [one.matter for one in queue_of(client).waiting()] == [pair.id]
        page = client.get("/redaktion/pruefen").text
        assert "wird gerade eingetragen" in page
        queue.close()
        assert len(names(settings)) == 2
    later = RulingsQueue(settings, Views(settings))
    later.start()
    later.settle()
    assert len(names(settings)) == 1


def test_nobody_decides_without_signing_in(client: TestClient, settings: Settings) -> None:
    (pair,) = [each for each in open_for_reading(settings).matters if each.kind == "pair"]
    wrong = client.post(f"/redaktion/pruefen/{pair.id}", data={"decision": "accept"})
    assert wrong.status_code == 403
    client.cookies.clear()
    assert client.get("/redaktion/pruefen").status_code == 303
    assert client.post(f"/redaktion/pruefen/{pair.id}").status_code == 303
    assert queue_of(client).waiting() == ()
