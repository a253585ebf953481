"""Every example of the SPARQL page has its question in two languages and finds something."""

import pytest

from api.passage_queries import ready_query
from api.settings import Settings
from api.sparql_examples import Example, all_examples
from api.view import Views
from graph.named_queries import example_query


def test_there_are_the_twelve_questions_and_at_least_twenty_more_examples() -> None:
    asked = [one for one in all_examples() if one.is_competency]
    assert len(asked) == 12
    assert len(all_examples()) >= 32
    titles = [one.title(language) for one in all_examples() for language in ("de", "en")]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("example", all_examples(), ids=lambda one: one.name)
def test_an_example_asks_in_german_and_english(example: Example) -> None:
    comments = example_query(example.name).splitlines()[:2]
    assert comments == [f"# {example.german}", f"# {example.english}"]
    assert all("?" in comment for comment in comments)


@pytest.mark.slow
@pytest.mark.parametrize("example", all_examples(), ids=lambda one: one.name)
def test_an_example_finds_something(corpus_settings: Settings, example: Example) -> None:
    ready = ready_query(Views(corpus_settings), example_query(example.name))
    result = ready.view.store.query(ready.text)
    if result.kind == "graph":
        assert result.text(format_name="ntriples")
    else:
        first = next(iter(result.rows()), None)
        assert first is not None
        assert any(first.values())
