"""A whole installation whose graph lies on a server elsewhere, by three settings."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from api.condition import check
from api.exports import ExportFormat, write_export
from api.passage_queries import ready_query
from api.settings import Settings, read_settings
from api.stores import open_writable
from api.view import Views, open_for_reading
from api.writer import open_for_writing
from graph.store.remote_server import RemoteAddress
from ontology.errors import SettingError
from ontology.gazetteer import Place, gazetteer
from ontology.iris import Iris
from search.answer import Question
from tests.conftest import take
from tests.factories import write_documents
from tests.servers import SERVERS

DUMPS = ("nq", "trig")
PREFIX = "PREFIX nw: <https://w3id.org/nachbarwissen/ontology#> "
TEXTS = {
    "bus.txt": "Der Kreis Lippe und die Gemeinde Dörentrup kooperieren seit 2021 beim Bürgerbus.",
    "akte.txt": "Die Stadt Lage hat die digitale Bauakte. Bürgermeister Max Muster freut sich.",
}


class _Few:
    """A gazetteer of one county: all of them take a server longer than a test may."""

    def places(self) -> list[Place]:
        return [place for place in gazetteer().places() if place.ags.startswith("05766")]


@pytest.fixture(autouse=True)
def _few_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.reference.gazetteer", _Few)


@pytest.fixture(scope="module", params=SERVERS)
def settings(
    request: pytest.FixtureRequest,
    sparql_servers: Callable[[str], RemoteAddress],
    tmp_path_factory: pytest.TempPathFactory,
    tiny_model: Path,
) -> Settings:
    address = sparql_servers(request.param)
    return Settings(
        home=tmp_path_factory.mktemp("remote") / "home",
        model=str(tiny_model),
        store_query_url=address.query,
        store_update_url=address.update,
        store_graphs_url=address.graphs,
        store_user=address.user,
        store_password=SecretStr(address.password),
    )


def exported(settings: Settings) -> bytes:
    output = io.BytesIO()
    write_export(open_for_reading(settings), output, export_format=ExportFormat.NQUADS)
    return output.getvalue()


def test_everything_works_as_with_the_embedded_store(settings: Settings, tmp_path: Path) -> None:
    """Ingest, ask, check, sparql, the endpoint, export and forget, beside an embedded twin."""
    embedded = Settings(home=tmp_path / "home", model=settings.model)
    documents = write_documents(tmp_path / "in", TEXTS)
    for one in (settings, embedded):
        report = take(one, documents)
        assert (report.new, report.failed) == (2, [])
    assert not (settings.home / "graph" / "live").exists()
    assert exported(settings) == exported(embedded)
    view = open_for_reading(settings)
    assert check(view) == []
    asked = [open_for_reading(one).ask(Question("Bürgerbus Kreis")) for one in (settings, embedded)]
    assert asked[0].results == asked[1].results
    ready = ready_query(
        Views(settings), f'{PREFIX} SELECT ?d {{ ?p nw:matches "Bauakte" ; nw:inDocument ?d }}'
    )
    assert len(list(ready.view.store.query(ready.text).rows())) == 1
    _answers_over_http(settings, embedded)
    with open_for_writing(settings) as writer:
        writer.forget(view.store.document_ids()[0])
        writer.publish()
    assert len(open_for_reading(settings).store.document_ids()) == 1
    assert check(open_for_reading(settings)) == []


def _answers_over_http(*both: Settings) -> None:
    query = (
        f"{PREFIX} SELECT DISTINCT ?g ?town ?ags {{ GRAPH ?g {{ ?e nw:inDocument ?d }} "
        "?town nw:ags ?ags } ORDER BY ?g ?ags"
    )
    answers, dumped = [], []
    for settings in both:
        app = create_app(settings)
        client = TestClient(app)
        answers.append(client.get("/sparql", params={"query": query, "format": "csv"}).content)
        dumped.append([client.get(f"/dump/nachbarwissen.{kind}").content for kind in DUMPS])
        graph = open_for_reading(settings).store.graphs()[0].removeprefix(Iris().base)
        dumped[-1].append(client.get(f"/{graph}", headers={"Accept": "text/turtle"}).content)
        described = client.get("/.well-known/void", headers={"Accept": "text/turtle"})
        assert described.status_code == 200
        assert client.get("/sparql", params={"query": "SELECT WHERE"}).status_code == 400
        app.state.sparql.close()
    assert answers[0] == answers[1]
    assert dumped[0] == dumped[1]
    assert all(len(content) > 1000 for content in dumped[0])
    assert answers[0].count(b"\r\n") > 20


def test_one_address_alone_is_told() -> None:
    with pytest.raises(SettingError, match="STORE_UPDATE_URL"):
        open_writable(read_settings(store_query_url="http://127.0.0.1:9/"))
