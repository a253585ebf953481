"""The pages of editors and of kept questions in real Chromium: accessible, inside their windows.

They stand over a copy of a few documents that tests may change. How pages are looked at stands in
`looks`, what editors do in `test_editing` and `test_bringing`.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from api.access import SESSION_COOKIE
from api.accounts import FIRST_ACCOUNT, Accounts
from api.layout import Layout
from api.messages import LANGUAGES
from api.settings import Settings
from api.standing import Standing, question_id
from api.subscribers import Subscribers
from tests.browser.looks import check, look, put_cookie
from tests.browser.visit import PASSWORD, Visit, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOTH = pytest.mark.parametrize("language", LANGUAGES)
# What only editors see, on their copy of the corpus.
EDITORS = {
    "desk": "/redaktion",
    "password": "/redaktion/passwort",
    "bring": "/redaktion/bringen",
    "review": "/redaktion/pruefen",
    "review of pairs": "/redaktion/pruefen?art=pair",
    "review of statements": "/redaktion/pruefen?art=statement",
    "open questions": "/redaktion/offene-fragen",
    "erasing a person": "/redaktion/person/rainer-vidal/loeschen",
    "contact data": "/id/person/rainer-vidal",
    "all saved questions": "/merkliste",
}


@pytest.fixture(scope="module")
def editor(chromium: Browser, editing_address: str, editing_settings: Settings) -> Iterator[Visit]:
    """One window in which an editor is signed in."""
    accounts = Accounts(Layout(editing_settings.home).accounts)
    key = accounts.sign_in(FIRST_ACCOUNT, PASSWORD, address="127.0.0.1")
    with visiting(chromium, editing_address) as visit:
        put_cookie(visit, SESSION_COOKIE, key)
        yield visit


@BOTH
@pytest.mark.parametrize("name", EDITORS)
def test_a_page_for_editors_is_accessible_too(editor: Visit, name: str, language: str) -> None:
    check(editor, EDITORS[name], language)


@BOTH
def test_a_draft_is_accessible_as_it_came_and_when_it_is_refused(
    editor: Visit, language: str
) -> None:
    page = editor.page
    page.goto("/redaktion/bringen")
    letter = f"Das Projekt „Bauhof Lippe“ der Stadt Lage begann im Mai 2022. ({language})"
    page.locator("#files").set_input_files(
        {"name": "brief.txt", "mimeType": "text/plain", "buffer": letter.encode()}
    )
    page.locator("form.bring[enctype] button").click()
    page.wait_for_selector("#keep", timeout=120_000)
    path = urlsplit(page.url).path
    check(editor, path, language)
    # As a browser sends it that checks no pattern.
    page.locator("#keep").evaluate("form => { form.noValidate = true; }")
    page.locator("[name=date-1]").fill("bald")
    page.locator("button[form=keep]").click()
    page.wait_for_selector("[aria-invalid]")
    look(editor, language, status=422)
    page.goto(path)
    page.locator('form[action$="verwerfen"] button').click()
    check(editor, f"{path}/gibt-es-nicht", language, status=404)


@BOTH
def test_the_pages_of_a_kept_question_and_its_letters_are_accessible_too(
    editor: Visit, editing_settings: Settings, language: str
) -> None:
    standing = Standing(Layout(editing_settings.home).standing)
    key = standing.save({"q": "Rufbus?"}, language=language, known=[], was_unanswered=True)
    question = question_id(key)
    subscriber = Subscribers(standing).ask(question, "frage@stadt.example")
    assert subscriber
    page = editor.page
    check(editor, f"/merkliste/{question}", language)
    page.locator("form[action$=email]").evaluate("form => { form.noValidate = true; }")
    page.locator("#email").fill("niemand")
    page.locator("form[action$=email] button").click()
    page.wait_for_selector("[aria-invalid]")
    look(editor, language, status=422)
    for path in (f"/abo/{subscriber.token}", f"/abo/{subscriber.token}/ende"):
        check(editor, path, language)
        page.locator("main form button").click()
        page.wait_for_selector("main [role=status]")
        look(editor, language)
    check(editor, f"/abo/{subscriber.token}", language, status=404)
    standing.remove(question)
