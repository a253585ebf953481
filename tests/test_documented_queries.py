"""Every query that the documents show runs over the demonstration corpus and finds something."""

import re
from pathlib import Path

import pytest

from api.passage_queries import ready_query
from api.settings import Settings
from api.view import Views

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
QUERIES = [
    pytest.param(query, id=f"readme-{number}")
    for number, query in enumerate(
        re.findall(r'nachbarwissen sparql "(.+)"$', (ROOT / "README.md").read_text("utf-8"), re.M),
        1,
    )
] + [
    pytest.param(block, id=f"{path.stem}-{number}")
    for path in sorted(DOCS.glob("*.md"))
    for number, block in enumerate(
        re.findall(r"^```sparql\n(.*?)^```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE), 1
    )
]


def test_the_readme_shows_a_query() -> None:
    assert any("Cooperation" in str(one.values[0]) and one.id == "readme-1" for one in QUERIES)


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES)
def test_a_documented_query_finds_something(corpus_settings: Settings, query: str) -> None:
    ready = ready_query(Views(corpus_settings), query)
    rows = list(ready.view.store.query(ready.text).rows())
    assert rows
    assert any(value for row in rows for value in row.values())
