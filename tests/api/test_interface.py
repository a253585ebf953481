"""The programming interface as its page and its description show it: whole, true, in German too."""

import re
import shlex
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from api.curl_commands import curl_command
from api.messages import LANGUAGES
from api.openapi import TAGS
from api.operation_texts import GERMAN
from api.operations import Operation, groups_of, models_of
from api.settings import Settings
from tests.conftest import take
from tests.factories import write_documents

TOKENS = {
    "NACHBARWISSEN_EDITOR_TOKEN": "sixteen-letters-for-editors",
    "NACHBARWISSEN_ADMIN_TOKEN": "sixteen-letters-for-the-administrator",
}
LETTER = (
    "Lage und Lemgo bauen einen Bauhof\n\nDas Projekt „Bauhof Lippe“ der Städte Lage und Lemgo "
    "begann 2022. Bürgermeisterin Erika Muster (Stadt Lage) freut sich."
)
REPLY = "Lemgo freut sich\n\nBürgermeisterin Erika Mustermann (Stadt Lemgo) lobt den Bauhof."
# What the examples name that only a decision brings about.
PLACEHOLDER = "1a2b3c4d"


@pytest.fixture(scope="module")
def client(
    module_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """An installation that holds what the examples of editors name, with both tokens."""
    tokens = {
        "editor_token": SecretStr(TOKENS["NACHBARWISSEN_EDITOR_TOKEN"]),
        "admin_token": SecretStr(TOKENS["NACHBARWISSEN_ADMIN_TOKEN"]),
    }
    settings = module_settings.model_copy(update=tokens)
    folder = tmp_path_factory.mktemp("interface") / "in"
    letters = write_documents(folder, {"brief.txt": LETTER, "antwort.txt": REPLY})
    assert take(settings, letters).failed == []
    app = create_app(settings)
    yield TestClient(app)
    app.state.sparql.close()


@pytest.fixture(scope="module")
def description(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def operations(description: dict[str, Any]) -> list[Operation]:
    return [one for group in groups_of(description) for one in group.operations]


def page(client: TestClient, language: str) -> BeautifulSoup:
    return BeautifulSoup(client.get("/docs", params={"lang": language}).text, "lxml")


def named(description: dict[str, Any]) -> set[tuple[str, str]]:
    return {
        (method.upper(), path)
        for path, methods in description["paths"].items()
        for method in methods
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_operation_and_object_of_the_description_is_on_the_page(
    client: TestClient, description: dict[str, Any], language: str
) -> None:
    titles = [one.get_text() for one in page(client, language).select(".operation h3")]
    schemas = description["components"]["schemas"]
    expected = [f"{method} {path}" for method, path in named(description)]
    assert len(expected) > 40
    assert sorted(titles) == sorted([*expected, *schemas])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_inside_the_page_arrives(client: TestClient, language: str) -> None:
    found = page(client, language)
    targets = {str(one["href"])[1:] for one in found.select('a[href^="#"]')}
    assert len(targets) > 60
    assert targets - {str(one["id"]) for one in found.select("[id]")} == set()


def test_every_sentence_of_the_description_is_there_in_german(
    description: dict[str, Any],
) -> None:
    said = [one.description for one in groups_of(description)]
    said += [one["description"] for one in description["components"]["securitySchemes"].values()]
    for operation in operations(description):
        said += [operation.summary, operation.description]
        said += [one.description for one in operation.parameters]
        said += [one.description for one in operation.answers]
    for model in models_of(description):
        said += [model.description, *(field.description for field in model.fields)]
    assert {one for one in said if one} == set(GERMAN)
    assert all(text[-1] in ".)" for text in (*GERMAN, *GERMAN.values()))


def test_operations_are_described_whole(description: dict[str, Any]) -> None:
    for operation in operations(description):
        where = f"{operation.method} {operation.path}"
        assert len(operation.summary.split()) > 2, where
        assert all(one.description for one in operation.parameters), where
        in_path = {one.name for one in operation.parameters if one.place == "path"}
        assert in_path == set(re.findall(r"{(\w+)}", operation.path)), where
        problem = description["paths"][operation.path][operation.method]["responses"]["default"]
        assert list(problem["content"]) == ["application/problem+json"], where
    assert [one["name"] for one in description["tags"]] == list(TAGS)
    for model in models_of(description):
        assert model.description, model.name
        assert model.fields, model.name
    ids = [one["operationId"] for path in description["paths"].values() for one in path.values()]
    assert len(set(ids)) == len(ids)


def curl() -> ArgumentParser:
    """The few options of curl that the commands use."""
    parser = ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--get", action="store_true")
    parser.add_argument("--head", action="store_true")
    parser.add_argument("--request")
    parser.add_argument("--header", action="append", default=[])
    parser.add_argument("--data", "--data-binary", default="")
    parser.add_argument("--data-urlencode", action="append", default=[])
    return parser


def sent(client: TestClient, command: str) -> int:
    """Send what a command sends, read as a shell and curl would read it; return the status."""
    for name, token in TOKENS.items():
        command = command.replace(f"${name}", token)
    name, *words = shlex.split(command.replace("\\\n", ""))
    assert name == "curl"
    asked = curl().parse_args(words)
    headers = dict(one.split(": ", 1) for one in asked.header)
    body = asked.data or urlencode(dict(one.split("=", 1) for one in asked.data_urlencode))
    if asked.data_urlencode:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    if asked.get:
        asked.url, body = f"{asked.url}?{body}", ""
    method = asked.request or ("HEAD" if asked.head else "POST" if body else "GET")
    return client.request(method, asked.url, content=body.encode(), headers=headers).status_code


def test_every_command_of_the_page_works(client: TestClient, description: dict[str, Any]) -> None:
    commands = {
        one.select("h3")[0].get_text(): one.select("pre code")[0].get_text()
        for one in page(client, "de").select(".operation:has(pre)")
    }
    assert len(commands) == len(operations(description))
    # What is written first can be read and removed then.
    order = ("POST /api/v1/review/m", "PUT", "POST", "GET", "HEAD", "DELETE")
    for begin in order:
        for title in [one for one in commands if one.startswith(begin)]:
            command = commands.pop(title).replace(PLACEHOLDER, open_id(client, title))
            assert sent(client, command) in {200, 201, 204}, command
    assert commands == {}


def open_id(client: TestClient, title: str) -> str:
    """Return the id of something open, or decided, as an editor would look it up."""
    if "{identifier}" not in title:
        return PLACEHOLDER
    key = {"Authorization": f"Bearer {TOKENS['NACHBARWISSEN_EDITOR_TOKEN']}"}
    path = "/api/v1/review/decisions" if "decisions" in title else "/api/v1/review"
    found = client.get(path, params={} if "decisions" in title else {"up_to": 1}, headers=key)
    return str(found.json()[0]["id"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_can_be_tried_on_the_page_is_answered(client: TestClient, language: str) -> None:
    found = page(client, language)
    forms = found.select("form.try")
    links = found.select(".operation p a.button")
    assert len(forms) > 8
    assert links
    browser = {"Accept": "text/html,*/*;q=0.8"}
    for form in forms:
        values = dict(_field(one) for one in form.select("input, select, textarea"))
        assert values
        response = client.get(str(form["action"]), params=values, headers=browser)
        assert response.status_code == 200, f"{form['action']} {values}: {response.text}"
    for link in links:
        assert client.get(str(link["href"]), headers=browser).status_code == 200


def _field(field: Tag) -> tuple[str, str]:
    chosen = field.select_one("option[selected]")
    value = field.get("value") or (chosen or field).get_text()
    return str(field["name"]), str(value)


def test_the_examples_are_those_of_the_description_where_nothing_is_stored(
    settings: Settings,
) -> None:
    with TestClient(create_app(settings)) as empty:
        text = page(empty, "de").get_text()
    assert "project=Rufbus" in text
    assert "thing=municipality/05766044" in text


def test_a_value_with_quotes_reaches_the_server_unchanged(description: dict[str, Any]) -> None:
    ask = next(one for one in operations(description) if one.path.endswith("/similar"))
    name = "Bürger's „Bus“ & $HOME"
    words = shlex.split(curl_command(ask, "http://x/", {"project": name}).replace("\\\n", ""))
    assert words[-1] == f"project={name}"
