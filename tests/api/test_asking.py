"""What the doors show of how a question was understood."""

import json
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.answer_text import answer_text
from api.app import create_app
from api.cli import app
from api.routes.asking import Asked
from api.schemas import answer_object
from api.settings import Settings
from ontology.errors import UsageError
from search.answer import Answer, Condition, Searched

REFUSED = Answer(
    "Bauhof nach 2021",
    answered=False,
    note="Keine Lösung gefunden.",
    took_ms=1.0,
    results=(),
    conditions=(Condition("since", "ab 2022", "nach 2021"),),
    searched=Searched(64, 376, 120, 2012, 2025),
)


def test_an_answer_names_its_conditions_and_what_was_searched() -> None:
    found = json.loads(answer_object(REFUSED).model_dump_json())
    assert found["conditions"] == [{"kind": "since", "label": "ab 2022", "words": "nach 2021"}]
    assert found["searched"]["passages"] == 376
    assert "Bedingung: ab 2022 (aus mit --no-condition since)" in answer_text(REFUSED)


def test_a_corrected_typing_error_is_shown_with_the_way_to_undo_it() -> None:
    label = "„Innenstadt“ statt „Innnenstadt“"
    answer = replace(REFUSED, conditions=(Condition("spelling", label, "Innnenstadt"),))
    shown = answer_text(answer)
    assert f"Gesucht wurde: {label} (aus mit --no-condition spelling)" in shown
    found = json.loads(answer_object(answer).model_dump_json())["conditions"]
    assert found == [{"kind": "spelling", "label": label, "words": "Innnenstadt"}]


def test_conditions_and_town_fit_are_switched_off_in_the_address() -> None:
    asked = Asked(q="Bauhof nach 2021", no_condition=["since"], town_fit=False).question()
    assert asked.ignored == ("since",)
    assert not asked.is_fitted
    assert Asked(q="Bauhof").question().ignored == ()


def test_what_is_like_an_undertaking_is_found_by_its_name(corpus_settings: Settings) -> None:
    with TestClient(create_app(corpus_settings)) as client:
        found = client.get("/api/v1/projects/similar", params={"project": "Holibri", "limit": 5})
        assert found.status_code == 200
        names = [each["project"]["name"] for each in found.json()]
        assert "Holibri" not in names
        assert any("Limo" in name or "Bus" in name for name in names)
        planned = client.get(
            "/api/v1/projects/similar", params={"project": "Holibri", "planned": True}
        ).json()
        assert {each["project"]["status"] for each in planned} <= {"geplant"}
        assert client.get("/api/v1/projects/similar", params={"project": "?"}).status_code == 404
        towns = client.get("/api/v1/themes/municipalities", params={"theme": "Mobilität"}).json()
    counts = [len(each["projects"]) for each in towns]
    assert counts
    assert counts == sorted(counts, reverse=True)


def test_the_command_names_what_is_like_an_undertaking(corpus_settings: Settings) -> None:
    arguments = ["--home", str(corpus_settings.home), "similar"]
    alike = CliRunner().invoke(app, [*arguments, "Holibri", "--limit", "3"])
    assert alike.exit_code == 0
    assert len(alike.stdout.splitlines()) == 3
    towns = CliRunner().invoke(app, [*arguments, "--theme", "Mobilität", "--json"])
    assert json.loads(towns.stdout)[0]["projects"]
    with pytest.raises(UsageError, match="one thing"):
        CliRunner().invoke(app, arguments, catch_exceptions=False)
