import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from ingest.language_model import LanguageModel, with_proposals
from ingest.pipeline import read_document
from ontology.errors import ProposalError
from ontology.model import Reading

TEXT = (
    "Zeitz. Die Stadt Zeitz und die Gemeinde Elsteraue haben im Mai das Vorhaben\n"
    "Funkturm Süd besprochen. Die Gemeinde Elsteraue beteiligt sich mit einer halben Stelle."
)


@contextmanager
def served(content: str) -> Iterator[LanguageModel]:
    """A server on loopback that gives every document the same answer."""

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield LanguageModel(f"http://127.0.0.1:{server.server_port}/v1", "klein")
        finally:
            server.shutdown()
            thread.join()


def reading() -> Reading:
    return read_document(TEXT.encode(), "zeitz.txt")


def proposal(**changed: object) -> str:
    one = {
        "name": "Funkturm Süd",
        "kind": "kooperation",
        "quote": "das Vorhaben Funkturm Süd besprochen",
        "participants": [
            {"name": "Elsteraue", "quote": "Die Gemeinde Elsteraue beteiligt sich"},
            {"name": "Naumburg", "quote": "Die Gemeinde Elsteraue beteiligt sich"},
        ],
    }
    return f"Gerne!\n```json\n{json.dumps({'projects': [one | changed]})}\n```"


def test_a_proposal_counts_with_a_quote_that_stands_in_the_text() -> None:
    read = reading()
    with served(proposal()) as model:
        facts = with_proposals(read.document, read.facts, model)
    added = next(project for project in facts.projects if project.name == "Funkturm Süd")
    quote = added.evidence[0]
    assert read.document.text[quote.start : quote.end] == quote.quote
    assert quote.extractor == "llm:klein"
    assert [one.actor.name for one in added.participants] == ["Elsteraue"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"quote": "das Vorhaben Funkturm Süd beschlossen"}, id="not in the text"),
        pytest.param({"quote": "Die Stadt Zeitz und die Gemeinde"}, id="quote names another thing"),
        pytest.param({"quote": ""}, id="no quote"),
        pytest.param({"name": None}, id="no name"),
    ],
)
def test_what_no_quote_proves_is_dropped(changed: dict[str, object]) -> None:
    read = reading()
    with served(proposal(**changed)) as model:
        facts = with_proposals(read.document, read.facts, model)
    assert facts == read.facts


@pytest.mark.parametrize("content", ["Das weiß ich nicht.", "[1, 2]", "{"])
def test_an_answer_that_is_no_json_names_address_and_way_out(content: str) -> None:
    read = reading()
    with served(content) as model, pytest.raises(ProposalError, match="unset the setting llm_url"):
        with_proposals(read.document, read.facts, model)


def test_a_model_that_is_not_there_names_address_and_way_out() -> None:
    read = reading()
    with pytest.raises(ProposalError, match=r"http://127\.0\.0\.1:9/v1"):
        with_proposals(read.document, read.facts, LanguageModel("http://127.0.0.1:9/v1", "klein"))
