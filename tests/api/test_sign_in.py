"""Signing in over HTTP: what a browser gets, and what others cannot do with it."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.accounts import Accounts
from api.app import create_app
from api.cli import app as command_line
from api.layout import Layout
from api.settings import Settings

PASSWORD = "correct horse battery"  # noqa: S105 - of an account that only this test has
HTML = {"Accept": "text/html"}


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    Accounts(Layout(settings.home).accounts).set_password("redaktion", PASSWORD)
    with TestClient(create_app(settings), follow_redirects=False, headers=HTML) as client:
        yield client


def token_in(page: str, name: str = "form_token") -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, page
    return found.group(1)


def sign_in(client: TestClient, password: str = PASSWORD, **given: str) -> int:
    token = token_in(client.get("/redaktion/anmelden").text, "token")
    response = client.post(
        "/redaktion/anmelden",
        data={"name": "redaktion", "password": password, "token": token, **given},
    )
    return response.status_code


def test_reading_is_open_and_editing_leads_to_the_sign_in_page(client: TestClient) -> None:
    assert client.get("/").status_code == 200
    response = client.get("/redaktion")
    assert response.status_code == 303
    assert response.headers["location"] == "/redaktion/anmelden?weiter=/redaktion"


def test_signing_in_leads_on_and_signing_out_ends_it(client: TestClient) -> None:
    assert sign_in(client) == 303
    page = client.get("/redaktion")
    assert "Angemeldet als redaktion." in page.text
    assert page.headers["cache-control"] == "no-store"
    key = client.cookies["editor"]
    assert client.post("/redaktion/abmelden", data={"form_token": "x"}).status_code == 403
    out = client.post("/redaktion/abmelden", data={"form_token": token_in(page.text)})
    assert out.status_code == 303
    client.cookies.set("editor", key)
    assert client.get("/redaktion").status_code == 303


def test_no_script_and_no_other_site_can_use_the_cookie(client: TestClient) -> None:
    token = token_in(client.get("/redaktion/anmelden").text, "token")
    response = client.post(
        "/redaktion/anmelden", data={"name": "redaktion", "password": PASSWORD, "token": token}
    )
    cookie = response.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie  # this test speaks plain HTTP


def test_over_https_the_cookie_is_never_sent_in_the_clear(settings: Settings) -> None:
    Accounts(Layout(settings.home).accounts).set_password("redaktion", PASSWORD)
    client = TestClient(
        create_app(settings), base_url="https://wissen.example", follow_redirects=False
    )
    assert "Secure" in client.get("/redaktion/anmelden").headers["set-cookie"]
    assert sign_in(client) == 303
    assert client.get("/redaktion").status_code == 200


def test_a_wrong_password_says_so_and_after_five_there_is_a_pause(client: TestClient) -> None:
    assert [sign_in(client, "wrong password") for _ in range(5)] == [401] * 5
    token = token_in(client.get("/redaktion/anmelden").text, "token")
    response = client.post(
        "/redaktion/anmelden", data={"name": "redaktion", "password": PASSWORD, "token": token}
    )
    assert response.status_code == 429
    assert int(response.headers["retry-after"]) > 800
    assert "in 15 Minuten" in response.text or "in 16 Minuten" in response.text


def test_a_form_of_another_site_signs_nobody_in(client: TestClient) -> None:
    client.get("/redaktion/anmelden")
    sent = {"name": "redaktion", "password": PASSWORD}
    assert client.post("/redaktion/anmelden", data=sent).status_code == 403
    assert client.post("/redaktion/anmelden", data={**sent, "token": "x"}).status_code == 403
    token = token_in(client.get("/redaktion/anmelden").text, "token")
    foreign = client.post(
        "/redaktion/anmelden",
        data={**sent, "token": token},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert foreign.status_code == 403


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/id/person/petra-beispiel", "/id/person/petra-beispiel"),
        ("https://evil.example/", "/redaktion"),
        ("//evil.example/", "/redaktion"),
        ("/\\evil.example", "/redaktion"),
    ],
)
def test_it_leads_on_within_this_server_only(
    client: TestClient, target: str, expected: str
) -> None:
    page = client.get("/redaktion/anmelden", params={"weiter": target}).text
    response = client.post(
        "/redaktion/anmelden",
        data={
            "name": "redaktion",
            "password": PASSWORD,
            "token": token_in(page, "token"),
            "weiter": target,
        },
    )
    assert response.headers["location"] == expected


def test_the_password_is_changed_by_whoever_knows_the_old_one(client: TestClient) -> None:
    sign_in(client)
    token = token_in(client.get("/redaktion/passwort").text)
    new = "noch ein langes Passwort"
    for sent, status in (
        ({"old": "falsch", "new": new}, 422),
        ({"old": PASSWORD, "new": "kurz"}, 422),
        ({"old": PASSWORD, "new": new}, 303),
    ):
        response = client.post("/redaktion/passwort", data={"form_token": token, **sent})
        assert response.status_code == status
    assert client.get("/redaktion").status_code == 303
    assert sign_in(client) == 401
    assert sign_in(client, new) == 303


def test_the_command_line_sets_a_password_from_a_line_or_makes_one(settings: Settings) -> None:
    accounts = Accounts(Layout(settings.home).accounts)
    arguments = ["--home", str(settings.home), "password"]
    done = CliRunner().invoke(command_line, arguments, input=f"{PASSWORD}\n")
    assert done.exit_code == 0
    assert PASSWORD not in done.output
    accounts.check("redaktion", PASSWORD, address="here")
    made = CliRunner().invoke(command_line, [*arguments, "--generate"])
    accounts.check("redaktion", made.stdout.strip(), address="here")
