import re
from html import unescape
from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from api.passes import is_valid_pass, pass_for
from api.settings import Settings
from tests.conftest import take
from tests.factories import write_documents

TEXT = " ".join(f"Satz Nummer {number} vom Bauhof steht hier." for number in range(60))


def test_a_pass_opens_its_stretch_of_its_text_and_no_other() -> None:
    given = pass_for(TEXT, 10, 20)
    assert is_valid_pass(TEXT, 10, 20, given)
    assert not is_valid_pass(TEXT, 10, 21, given)
    assert not is_valid_pass(f"{TEXT} ", 10, 20, given)
    assert not is_valid_pass(TEXT, 10, 20, "")
    assert not is_valid_pass(TEXT, 10, 20, "ä")


def test_what_the_search_shows_can_be_opened_in_its_document(
    settings: Settings, tmp_path: Path
) -> None:
    take(settings, write_documents(tmp_path / "in", {"long.txt": TEXT}))
    client = TestClient(create_app(settings))
    page = client.get("/", params={"q": "Bauhof"}).text
    links = re.findall(r'href="(/id/document/[^"]+pass=[^"]+)"', page)
    assert links
    shown = client.get(unescape(links[0]), headers={"Accept": "text/html"}).text
    assert '<mark id="fund">' in shown
    assert shown.partition('class="prose"')[2].partition("</div>")[0].count("Satz Nummer") <= 8
