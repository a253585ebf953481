"""What is asked again and again is answered anew after a publication, before anybody asks."""

import asyncio
from pathlib import Path

import pytest

from api.settings import Settings
from api.sparql_endpoint import RENEWED, SparqlEndpoint
from api.sparql_request import Asked
from graph.store import Reading, Request
from ontology.errors import QueryTimeoutError
from tests.event_loops import run


class Pool:
    """Answers at once, and keeps what it was asked; one query never ends."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def read(self, request: Request) -> Reading:
        self.asked.append((request.store.name, request.query))
        if request.query == "hostile" and request.store.name == "snapshot-2":
            raise QueryTimeoutError("too long")
        return Reading("table", 1, b"x")


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Pool:
    pool = Pool()
    monkeypatch.setattr("api.sparql_endpoint.open_reading", lambda *_: pool)
    return pool


def asked_of(pool: Pool, state: str) -> list[str]:
    return [query for name, query in pool.asked if name == state]


def ask_in_turn(settings: Settings, *questions: tuple[str, str]) -> None:
    async def ask_all() -> None:
        endpoint = SparqlEndpoint(settings)
        for state, query in questions:
            await endpoint.read(
                Path(state), Asked(query), formats={"table": "json"}, client="a", base_iri=""
            )
            while others := asyncio.all_tasks() - {asyncio.current_task()}:
                await asyncio.wait(others)

    run(ask_all())


def test_after_a_publication_what_was_asked_twice_is_asked_once_more(
    pool: Pool, tmp_path: Path
) -> None:
    old, new = "graph/snapshot-1", "graph/snapshot-2"
    ask_in_turn(
        Settings(home=tmp_path),
        *[(old, query) for query in ("hostile", "often", "once", "often", "often", "hostile")],
        *[(new, query) for query in ("other", "often")],
    )
    assert asked_of(pool, "snapshot-1") == ["hostile", "often", "once"]
    assert sorted(asked_of(pool, "snapshot-2")) == ["hostile", "often", "other"]


def test_a_change_of_one_data_set_renews_nothing_of_another(pool: Pool, tmp_path: Path) -> None:
    ask_in_turn(
        Settings(home=tmp_path),
        *[("graph/snapshot-1", "often")] * 2,
        *[("workspace/state-1", "mine"), ("workspace/state-2", "mine")],
    )
    assert asked_of(pool, "state-2") == ["mine"]


def test_no_more_is_renewed_than_a_state_may_cost(pool: Pool, tmp_path: Path) -> None:
    many = [f"query {number}" for number in range(RENEWED + 5)]
    questions = [("graph/snapshot-1", query) for query in many * 2]
    ask_in_turn(Settings(home=tmp_path), *questions, ("graph/snapshot-2", "other"))
    assert len(asked_of(pool, "snapshot-2")) == RENEWED + 1


def test_what_differs_each_time_is_not_renewed(pool: Pool, tmp_path: Path) -> None:
    query = "SELECT (NOW() AS ?now) {}"
    ask_in_turn(
        Settings(home=tmp_path),
        *[("graph/snapshot-1", query)] * 3,
        ("graph/snapshot-2", "other"),
    )
    assert asked_of(pool, "snapshot-2") == ["other"]
