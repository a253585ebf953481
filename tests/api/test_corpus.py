"""The demonstration corpus, end to end, with the model that ships."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.view import View, open_for_reading
from corpus import corpus_ids, documents_folder
from ingest.manifest import MANIFEST_NAME
from search.answer import Question
from tests.conftest import take

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def view(corpus_settings: Settings) -> View:
    return open_for_reading(corpus_settings)


def test_every_document_is_taken_in(view: View) -> None:
    assert {card.id for card in view.catalogue.documents()} == corpus_ids()
    assert view.shows_corpus


def test_the_default_model_answers_with_town_proof_and_contact(view: View) -> None:
    answer = view.ask(Question("Hat jemand sein Bauarchiv schon eingescannt?"))
    assert answer.answered
    best = answer.results[0]
    assert best.evidence[0].document.source_file == "owl-033.txt"
    assert "Kreis Paderborn" in [town.name for town in best.municipalities]
    assert best.contacts


def test_a_clean_run_of_another_process_gives_the_same_bytes(
    corpus_settings: Settings, tmp_path: Path
) -> None:
    files = (path for path in documents_folder().iterdir() if path.name != MANIFEST_NAME)
    some = sorted(files)[1::4]
    assert {path.suffix for path in some} == {".html", ".pdf", ".docx", ".txt", ".eml"}
    here, again = (
        corpus_settings.model_copy(update={"home": tmp_path / name}) for name in ("here", "again")
    )
    assert take(here, *some).failed == []
    # Python shuffles the order of sets by this seed; nothing read may depend on it.
    command = ["env", "PYTHONHASHSEED=1", sys.executable, "-m", "api", "--home", str(again.home)]
    first = subprocess.run(
        [*command, "ingest", *map(str, some)], cwd=ROOT, capture_output=True, check=False
    )
    assert first.returncode == 0, first.stderr[-2000:]
    assert dump(open_for_reading(again)) == dump(open_for_reading(here))
    second = take(again, *some)
    assert (second.unchanged, second.new + second.replaced) == (len(some), 0)


def dump(view: View) -> bytes:
    written = io.BytesIO()
    view.store.dump(written)
    return written.getvalue()


def test_no_address_and_no_number_leaves_by_the_graph(view: View) -> None:
    text = dump(view).decode()
    reference = view.iris.graph("reference")
    said = [line for line in text.splitlines() if not line.endswith(f"<{reference}> .")]
    assert said
    assert not [line for line in said if "@" in line.partition('"')[2].rpartition('"')[0]]


def test_every_page_of_every_thing_opens(corpus_settings: Settings, view: View) -> None:
    client = TestClient(create_app(corpus_settings))
    base = view.iris.base
    iris = [card.iri for card in view.catalogue.projects()]
    iris += [card.iri for card in view.catalogue.documents()]
    iris += [card.iri for card in view.catalogue.persons()][:40]
    iris += [card.iri for card in view.active_municipalities()][:40]
    for iri in iris:
        page = client.get(f"/{iri.removeprefix(base)}", headers={"Accept": "text/html"})
        assert page.status_code == 200, iri
        assert "nachgestellt" in page.text
    assert len(iris) > 150


def test_reserved_texts_are_never_shown_at_length(view: View) -> None:
    for question in ("Serviceportal", "Bauhof", "Hochwasser"):
        for result in view.ask(Question(question)).results:
            for find in result.evidence:
                if find.document.rights == "all-rights-reserved":
                    assert len(find.quote) <= 300
