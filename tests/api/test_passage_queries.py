"""Search inside SPARQL over a real installation: what it finds, always of one state."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.passage_queries import ready_query
from api.settings import Settings
from api.view import Views
from api.writer import open_for_writing
from ontology.errors import BusyError
from tests.conftest import take
from tests.factories import write_documents

PREFIX = "PREFIX nw: <https://w3id.org/nachbarwissen/ontology#> "
TEXTS = {
    "portal.txt": "Die Stadt Lage hat ihr Bürgerserviceportal in diesem Jahr neu aufgebaut.",
    "bus.txt": "Der Kreis Lippe und die Gemeinde Dörentrup fahren seit Mai gemeinsam einen Bus.",
    "kita.txt": "Die Kita der Gemeinde Kalletal bekommt im Sommer einen neuen Anbau und Plätze.",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, empty_home: Path, tiny_model: Path) -> Settings:
    folder = tmp_path_factory.mktemp("passages")
    shutil.copytree(empty_home, folder / "home")
    settings = Settings(home=folder / "home", model=str(tiny_model))
    take(settings, write_documents(folder / "in", TEXTS))
    return settings


@pytest.fixture(scope="module")
def client(home: Settings) -> Iterator[TestClient]:
    app = create_app(home)
    yield TestClient(app)
    app.state.sparql.close()


def files(client: TestClient, pattern: str) -> list[str]:
    query = (
        f"{PREFIX} SELECT ?file {{ {pattern} . ?passage nw:inDocument ?document . "
        "?document nw:sourceFile ?file } ORDER BY ?file"
    )
    response = client.get("/sparql", params={"query": query, "format": "json"})
    assert response.status_code == 200, response.text
    return [row["file"]["value"] for row in response.json()["results"]["bindings"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Serviceportal", ["portal.txt"]),
        ("Serviceportale", ["portal.txt"]),
        ("gemeinsamer Bus", ["bus.txt"]),
        ("Gemeinde", ["bus.txt", "kita.txt"]),
        ("Gemeinde Kita", ["kita.txt"]),
        ("KI", []),
        ("Portaldienst", []),
    ],
)
def test_words_are_found_inflected_and_within_longer_ones(
    client: TestClient, text: str, found: list[str]
) -> None:
    assert files(client, f'?passage nw:matches "{text}"') == found


def test_the_nearest_in_meaning_come_with_their_cosine(client: TestClient) -> None:
    query = (
        f'{PREFIX} SELECT ?file ?score {{ (?passage ?score) nw:similarTo ("Kreis Bus" 2) ; '
        "nw:inDocument/nw:sourceFile ?file } ORDER BY DESC(?score)"
    )
    response = client.get("/sparql", params={"query": query, "format": "json"})
    rows = response.json()["results"]["bindings"]
    scores = [float(row["score"]["value"]) for row in rows]
    assert len(rows) == 2
    assert {row["file"]["value"] for row in rows} <= set(TEXTS)
    assert scores == sorted(scores, reverse=True)
    assert -1 <= scores[-1] <= scores[0] <= 1


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("?passage nw:matches ?text", "a text in quotes, not ?text"),
        ('?passage nw:matches "und die"', "words that carry meaning"),
    ],
)
def test_a_search_that_cannot_be_meant_is_a_problem(
    client: TestClient, pattern: str, part: str
) -> None:
    response = client.get("/sparql", params={"query": f"{PREFIX} SELECT * {{ {pattern} }}"})
    assert response.status_code == 400
    assert part in response.json()["detail"]


def test_the_service_description_names_the_searches(client: TestClient) -> None:
    text = client.get("/sparql", headers={"Accept": "text/turtle"}).text
    assert "sd:propertyFeature" in text or "#propertyFeature>" in text


def test_searches_and_graph_are_of_one_state_while_documents_come_change_and_go(
    settings: Settings, tmp_path: Path
) -> None:
    """Every document holds the word, so the search must find all passages that the graph has."""
    texts = {
        f"{n}.txt": f"Das Amt Nummer {n} hat ein Archiv eröffnet, und alle kamen." for n in "abcd"
    }
    take(settings, write_documents(tmp_path / "in", texts))
    stop = threading.Event()

    def change() -> None:
        for turn in range(3):
            changed = {
                "a.txt": f"{texts['a.txt']} Es ist Tag {turn}.",
                f"new{turn}.txt": f"Noch ein Archiv steht in dieser kleinen Stadt, Nummer {turn}.",
            }
            take(settings, write_documents(tmp_path / "in", changed))
            with open_for_writing(settings) as writer:
                newest = max(writer.ledger.entries(), key=lambda entry: entry.key)
                writer.forget(newest.document_id)
                writer.publish()
        stop.set()

    query = (
        f"{PREFIX} SELECT ?passage ?found {{ {{ ?passage a nw:Passage }} UNION "
        '{ ?found nw:matches "Archiv" } }'
    )
    writing = threading.Thread(target=change)
    writing.start()
    views, asked = Views(settings), 0
    while not stop.is_set() or asked == 0:
        ready = ready_query(views, query)
        rows = list(ready.view.store.query(ready.text).rows())
        in_graph = {row["passage"] for row in rows} - {None}
        assert {row["found"] for row in rows} - {None} == in_graph
        asked += 1
    writing.join()
    assert asked > 5


def test_a_run_that_was_stopped_while_publishing_is_told(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(settings, write_documents(tmp_path / "in", TEXTS))
    views = Views(settings)
    query = f'{PREFIX} SELECT * {{ ?passage nw:matches "Gemeinde" }}'
    assert "VALUES" in ready_query(views, query).text
    view = views.current()
    monkeypatch.setattr("api.passage_queries.PATIENCE_S", 0.1)
    monkeypatch.setattr(view, "_generation", 1000)
    with pytest.raises(BusyError, match="not of one state"):
        ready_query(views, query)
