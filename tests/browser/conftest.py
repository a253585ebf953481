"""A real Chromium and a real server over the demonstration corpus."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from api.accounts import FIRST_ACCOUNT, Accounts
from api.layout import Layout
from api.settings import Settings, read_settings
from corpus import documents_folder
from tests.api.test_server import served
from tests.browser.visit import PASSWORD
from tests.conftest import made_once, take

CHROMIUM = Path("/usr/bin/chromium")
# It runs without a sandbox as root in containers, and is kept from calling its maker.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Documents that hold doubtful pairs, a person with contact data, and people whom one alone names:
# what changes an installation takes the longer, the more there is in it.
EDITED = (
    "de-019.docx",
    "owl-001.html",
    "owl-002.html",
    "owl-004.pdf",
    "owl-005.pdf",
    "owl-009.html",
    "owl-011.html",
    "owl-017.html",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    if not CHROMIUM.exists():
        pytest.skip(f"needs Chromium at {CHROMIUM} (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(chromium: Browser, corpus_settings: Settings) -> Iterator[str]:
    """The address of a server over the corpus, made only where there is a browser to look at it."""
    assert chromium.is_connected()
    with served(corpus_settings) as running:
        yield running


@pytest.fixture(scope="session")
def editing_settings(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A few documents of the corpus that tests may change, with an editor's account."""
    home = tmp_path_factory.mktemp("editing") / "home"
    shutil.copytree(made_once(shared, "editing-home", _take_edited), home)
    return read_settings(home=home)


def _take_edited(home: Path) -> None:
    report = take(read_settings(home=home), *(documents_folder() / name for name in EDITED))
    assert report.failed == []
    Accounts(Layout(home).accounts).set_password(FIRST_ACCOUNT, PASSWORD)


@pytest.fixture(scope="session")
def editing_address(chromium: Browser, editing_settings: Settings) -> Iterator[str]:
    """The address of a server over that copy."""
    assert chromium.is_connected()
    # Letters go nowhere, but the pages that order them can be looked at.
    letters = {
        "NACHBARWISSEN_SMTP_URL": "smtp+plain://127.0.0.1:9",
        "NACHBARWISSEN_MAIL_FROM": "wissen@stadt.example",
        "NACHBARWISSEN_PUBLIC_URL": "https://wissen.stadt.example/",
    }
    with served(editing_settings, **letters) as running:
        yield running
