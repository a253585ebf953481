"""A real Chromium and a real server over the demonstration corpus."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from api.settings import Settings
from tests.api.test_server import served

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
