"""Questions that stay: asked again after each intake, told once on page, feed and by mail."""

import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import app
from api.layout import Layout
from api.open_questions import remove_naming
from api.settings import Settings, read_settings
from api.standing import Standing
from api.standing_watch import WatchReport, look_again
from api.subscribers import MAX_UNCONFIRMED_AN_HOUR, Subscribers
from ontology.errors import SettingError
from tests.conftest import take
from tests.factories import write_documents

QUESTION = "Wer hat die Bauakte digital eingescannt?"
ANSWER = "Die Stadt Detmold hat die Bauakte digital eingescannt. Das Archiv ist jetzt leer."
# The one document at the beginning tells nothing of Bavaria.
IN_VAIN = "Wer hat in Bayern die Bauakte eingescannt?"
PASSAU = "Die Stadt Passau hat die Bauakte digital eingescannt."
ADDRESS = "frage@stadt.example"
ATOM = "{http://www.w3.org/2005/Atom}"
NEW = '<span class="tag strong">neu beantwortet</span>'


@dataclass
class Mailbox:
    """What a mail server took, and whether it takes anything at all."""

    letters: list[EmailMessage] = field(default_factory=list)
    is_full: bool = False
    port: int = 0

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - the server's name for it
        if self.is_full:
            return "452 Try again later"
        content = envelope.content
        assert isinstance(content, bytes)
        letter = message_from_bytes(content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        box = Mailbox(port=free.getsockname()[1])
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    yield box
    controller.stop()


@pytest.fixture(scope="module")
def one_document(tmp_path_factory: pytest.TempPathFactory, empty_home: Path) -> Path:
    """The home of an installation that holds one document."""
    home = tmp_path_factory.mktemp("standing") / "home"
    shutil.copytree(empty_home, home)
    return home


@pytest.fixture
def posting(tmp_path: Path, tiny_model: Path, one_document: Path, mailbox: Mailbox) -> Settings:
    """Settings of an installation that holds a document and can send letters."""
    posting = read_settings(
        home=tmp_path / "home",
        model=str(tiny_model),
        public_url="https://wissen.stadt.example/",
        smtp_url=f"smtp+plain://127.0.0.1:{mailbox.port}",
        mail_from="Nachbarwissen <wissen@stadt.example>",
    )
    if not (one_document / "in").exists():
        bring(
            read_settings(home=one_document, model=str(tiny_model)),
            {"a.txt": "Lage und Lemgo teilen einen Bauhof."},
        )
    shutil.copytree(one_document, posting.home)
    return posting


def bring(settings: Settings, texts: dict[str, str]) -> None:
    take(settings, write_documents(settings.home / "in", texts))


def standing(settings: Settings) -> Standing:
    return Standing(Layout(settings.home).standing)


def client_of(settings: Settings) -> TestClient:
    return TestClient(create_app(settings))


def save(client: TestClient, question: str = QUESTION) -> str:
    """Save a question as the form does and return the address of its page."""
    response = client.post("/merkliste", data={"address": "/?" + urlencode({"q": question})})
    assert response.status_code == 200
    return response.url.path


def link_in(letter: EmailMessage, part: str) -> str:
    found = re.search(rf"https://wissen\.stadt\.example(/{part}\S*)", letter.get_content())
    assert found
    return found.group(1)


def subscribe(client: TestClient, page: str, mailbox: Mailbox) -> str:
    """Subscribe and confirm; return the address of the subscription."""
    assert client.post(f"{page}/email", data={"email": ADDRESS}).status_code == 200
    link = link_in(mailbox.letters[-1], "abo")
    assert client.get(link).status_code == 200
    assert client.post(link).status_code == 200
    return link


def entries(client: TestClient, page: str) -> list[ElementTree.Element]:
    feed = ElementTree.fromstring(client.get(f"{page}.atom").content)  # noqa: S314 - our own
    return feed.findall(f"{ATOM}entry")


def test_a_saved_question_is_answered_by_the_document_that_comes_later_and_told_once(
    posting: Settings, mailbox: Mailbox
) -> None:
    client = client_of(posting)
    page, known = save(client), save(client, "Wer teilt einen Bauhof?")
    assert "wartet auf ein neues Dokument" in client.get(page).text
    subscribe(client, page, mailbox)
    assert entries(client, page) == []

    bring(posting, {"b.txt": ANSWER})

    assert NEW in client.get("/merkliste").text
    assert "Detmold hat die Bauakte" in client.get(page).text
    (entry,) = entries(client, page)
    assert entry.findtext(f"{ATOM}title")
    (letter,) = mailbox.letters[1:]
    assert letter["To"] == ADDRESS
    assert QUESTION in letter.get_content()
    assert link_in(letter, "merkliste") == page

    client.post(f"{page}/gelesen")
    assert NEW not in client.get(page).text
    told = [entry.findtext(f"{ATOM}title") or "" for entry in entries(client, known)]
    assert not any("Bauhof" in title for title in told)
    assert look_again(posting) == WatchReport()
    assert len(mailbox.letters) == 2


def test_a_letter_that_no_server_takes_waits_for_the_next_look(
    posting: Settings, mailbox: Mailbox
) -> None:
    client = client_of(posting)
    subscribe(client, save(client), mailbox)
    mailbox.is_full = True
    bring(posting, {"b.txt": ANSWER})
    assert look_again(posting) == WatchReport(waiting=1)
    mailbox.is_full = False
    assert look_again(posting) == WatchReport(sent=1)
    assert look_again(posting) == WatchReport()
    assert len(mailbox.letters) == 2


def test_an_intake_that_is_killed_while_it_looks_tells_all_at_the_next_one(
    posting: Settings, mailbox: Mailbox
) -> None:
    client = client_of(posting)
    page = save(client)
    subscribe(client, page, mailbox)
    write_documents(posting.home / "in", {"b.txt": ANSWER})
    with patch("api.writer.look_again"):
        take(posting, posting.home / "in")
    assert killed_in(posting, "_ask_all", "_noted", "_send") == ["True"] * 3
    assert len(mailbox.letters) == 1
    assert look_again(posting) == WatchReport(sent=1)
    assert len(entries(client, page)) == 1
    assert len(mailbox.letters) == 2


KILLED = """
import os, signal, sys
from api import standing_watch
from api.settings import read_settings

for step in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        setattr(standing_watch, step, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        standing_watch.look_again(read_settings())
        os._exit(0)
    print(os.WIFSIGNALED(os.waitpid(child, 0)[1]))
"""


def killed_in(settings: Settings, *steps: str) -> list[str]:
    """Look in processes that kill themselves when they come to a step; say whether they did."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, *steps],
        env={
            "NACHBARWISSEN_HOME": str(settings.home),
            "NACHBARWISSEN_MODEL": settings.model,
            "NACHBARWISSEN_PUBLIC_URL": settings.public_url,
            "NACHBARWISSEN_SMTP_URL": settings.smtp_url.get_secret_value(),
            "NACHBARWISSEN_MAIL_FROM": settings.mail_from,
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.split()


def test_an_address_hears_nothing_before_it_confirms_and_nothing_after_it_ends(
    posting: Settings, mailbox: Mailbox
) -> None:
    client = client_of(posting)
    page = save(client)
    client.post(f"{page}/email", data={"email": "zoegert@stadt.example"})
    assert QUESTION not in mailbox.letters[0].get_content()
    subscribe(client, page, mailbox)

    bring(posting, {"b.txt": ANSWER})

    assert [letter["To"] for letter in mailbox.letters[2:]] == [ADDRESS]
    assert mailbox.letters[2]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    end = link_in(mailbox.letters[2], "abo")
    assert client.get(end).status_code == 200
    assert TestClient(client.app).post(end).status_code == 200
    assert client.get(end).status_code == 404
    assert ADDRESS.encode() not in Layout(posting.home).standing.read_bytes()


def test_an_address_is_erased_everywhere_and_goes_with_its_question(posting: Settings) -> None:
    kept = standing(posting)
    ids = [kept.save({"q": q}, language="de", known=[]) for q in ("Bauhof?", "Bus?")]
    subscribers = Subscribers(kept)
    for one in kept.questions():
        assert subscribers.ask(one.id, ADDRESS)
        assert subscribers.ask(one.id, ADDRESS) is None
    kept.remove(kept.questions()[0].id)
    assert len(ids) == 2
    assert subscribers.erase(f" {ADDRESS.upper()}") == 1
    assert subscribers.erase(ADDRESS) == 0


def test_the_form_sends_no_flood_of_letters(posting: Settings, mailbox: Mailbox) -> None:
    client = client_of(posting)
    page = save(client)
    for number in range(MAX_UNCONFIRMED_AN_HOUR):
        client.post(f"{page}/email", data={"email": f"{number}@stadt.example"})
    refused = client.post(f"{page}/email", data={"email": ADDRESS})
    assert refused.status_code == 503
    assert len(mailbox.letters) == MAX_UNCONFIRMED_AN_HOUR


@pytest.mark.parametrize("typed", ["", "niemand", "a@b", "a@b.de\r\nBcc: c@d.de", "a@b.de, c@d.de"])
def test_what_is_no_address_is_said_on_the_page(
    posting: Settings, mailbox: Mailbox, typed: str
) -> None:
    client = client_of(posting)
    response = client.post(f"{save(client)}/email", data={"email": typed})
    assert response.status_code == 422
    assert "keine E-Mail-Adresse" in response.text
    assert mailbox.letters == []


def test_only_the_browser_that_saved_a_question_lists_and_changes_it(posting: Settings) -> None:
    client = client_of(posting)
    page = save(client)
    stranger = TestClient(client.app)
    assert QUESTION not in stranger.get("/merkliste").text
    assert stranger.get(page).status_code == 200
    assert stranger.post(f"{page}/entfernen").status_code == 403
    assert stranger.post(f"{page}/gelesen").status_code == 403
    foreign = client.post(f"{page}/entfernen", headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403
    assert client.post(f"{page}/entfernen").status_code == 200
    assert client.get(page).status_code == 404


def editor_of(client: TestClient) -> TestClient:
    """Return a browser of its own in which an editor is signed in."""
    password = "correct horse battery"  # noqa: S105 - of an account that only these tests have
    accounts = client.app.state.accounts  # type: ignore[attr-defined] # a FastAPI
    accounts.set_password("redaktion", password)
    editor = TestClient(client.app)
    editor.cookies.set("editor", accounts.sign_in("redaktion", password, address="127.0.0.1"))
    return editor


def test_signed_in_editors_see_all_questions(posting: Settings) -> None:
    client = client_of(posting)
    save(client)
    assert QUESTION in editor_of(client).get("/merkliste").text


def test_what_an_editor_asks_in_vain_is_kept_by_itself_once_and_told_when_answered(
    posting: Settings,
) -> None:
    client = client_of(posting)
    editor = editor_of(client)
    asked = {"q": IN_VAIN}
    assert "steht diese Frage nun auf Ihrer Merkliste" in editor.get("/", params=asked).text
    again = editor.get("/", params={"q": f"  {IN_VAIN.lower()}"}).text
    assert "Diese Frage steht auf Ihrer Merkliste." in again
    (kept,) = standing(posting).questions()
    assert kept.is_open
    assert "(1)" in editor.get("/redaktion").text

    bring(posting, {"b.txt": PASSAU})

    assert NEW in editor.get("/merkliste").text
    assert "(0)" in editor.get("/redaktion").text
    assert editor.post(f"/merkliste/{kept.id}/entfernen").status_code == 200
    assert standing(posting).questions() == []


@pytest.mark.parametrize(
    ("parameters", "headers"),
    [
        pytest.param({"q": "Wer teilt einen Bauhof?"}, {}, id="it is answered"),
        pytest.param({"q": IN_VAIN, "status": "laufend"}, {}, id="it narrows an answer"),
        pytest.param({"q": f"{IN_VAIN} post@stadt.example"}, {}, id="it holds an address"),
        pytest.param({"q": IN_VAIN}, {"Sec-Fetch-Site": "cross-site"}, id="another site led here"),
    ],
)
def test_an_editors_question_is_not_kept_by_itself_where(
    posting: Settings, parameters: dict[str, str], headers: dict[str, str]
) -> None:
    editor_of(client_of(posting)).get("/", params=parameters, headers=headers)
    assert standing(posting).questions() == []


def test_what_others_ask_is_stored_by_their_own_click_alone(posting: Settings) -> None:
    client = client_of(posting)
    page = client.get("/", params={"q": IN_VAIN}).text
    assert not standing(posting)
    assert "Frage merken" in page.partition('<div class="columns">')[0]


def test_open_questions_are_listed_for_editors_by_words_and_count_and_removed_as_one(
    posting: Settings,
) -> None:
    client = client_of(posting)
    for town, text in (
        ("Lage", IN_VAIN),
        ("Lemgo", f" {IN_VAIN[:-1]}"),
        ("Lemgo", "Rufbus in Hessen?"),
    ):
        TestClient(client.app).post(
            "/merkliste", data={"address": "/?" + urlencode({"q": text, "asker": town})}
        )
    save(client, "Wer teilt einen Bauhof?")
    editor = editor_of(client)
    page = editor.get("/redaktion/offene-fragen").text
    listed = page.partition("<main")[2].partition("</main>")[0]
    assert "2 Mal gemerkt" in listed
    assert "einmal gemerkt" in listed
    assert not any(word in listed for word in ("Lage", "Lemgo", "Bauhof"))
    first = re.search(r'action="(/redaktion/offene-fragen/\w+/entfernen)"', listed)
    token = re.search(r'name="form_token" value="([^"]+)"', listed)
    assert first
    assert token
    assert editor.post(first.group(1)).status_code == 403
    editor.post(first.group(1), data={"form_token": token.group(1)})
    left = {one.text for one in standing(posting).questions()}
    assert left == {"Rufbus in Hessen?", "Wer teilt einen Bauhof?"}
    stranger = client.get("/redaktion/offene-fragen")
    assert stranger.url.path == "/redaktion/anmelden"


def test_kept_questions_that_name_an_erased_person_go_with_the_person(posting: Settings) -> None:
    kept = standing(posting)
    for text in ("Was plant Jörg  Müller-Beispiel?", "Was plant Jörg Müllerstadt?"):
        kept.save({"q": text}, language="de", known=[])
    assert remove_naming(kept, ["Jörg Müller-Beispiel"]) == 1
    assert [one.text for one in kept.questions()] == ["Was plant Jörg Müllerstadt?"]


def test_without_a_mail_server_the_page_offers_the_feed_alone(posting: Settings) -> None:
    client = client_of(posting.model_copy(update={"mail_from": ""}))
    page = save(client)
    shown = client.get(page).text
    assert "nicht eingerichtet" in shown
    assert f"{page}.atom" in shown
    assert client.post(f"{page}/email", data={"email": ADDRESS}).status_code == 403


@pytest.mark.parametrize("url", ["http://mail.example", "smtp://", "mail.example:25"])
def test_a_mail_server_that_cannot_be_meant_is_refused(url: str) -> None:
    with pytest.raises(SettingError, match="SMTP_URL"):
        read_settings(smtp_url=url)


def test_the_command_lists_checks_and_erases(
    posting: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = standing(posting)
    kept.save({"q": QUESTION}, language="de", known=[])
    (one,) = kept.questions()
    Subscribers(kept).ask(one.id, ADDRESS)
    home = ["--home", str(posting.home)]
    run(["standing", "list", "--json", *home])
    assert json.loads(capsys.readouterr().out)["values"] == {"q": QUESTION}
    run(["standing", "erase", ADDRESS, *home])
    assert "1 questions" in capsys.readouterr().err
    run(["standing", "remove", one.id, *home])
    run(["standing", "check", *home])
    assert kept.questions() == []


def run(arguments: list[str]) -> None:
    app(arguments, standalone_mode=False)
