from importlib.resources import files

import pytest

from graph.named_queries import competency_names, competency_query, named_query
from graph.store import Store
from ontology.errors import NotFoundError

NAMES = sorted(entry.name.removesuffix(".rq") for entry in (files("graph") / "queries").iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_every_named_query_runs_and_says_what_it_asks(name: str) -> None:
    text = named_query(name)
    assert text.startswith("# ")
    assert text.splitlines()[0].endswith(("?", "."))
    assert Store().query(text).kind in ("table", "truth", "graph")


@pytest.mark.parametrize(
    "text", [*map(named_query, NAMES), *map(competency_query, competency_names())]
)
def test_no_query_breaks_the_design_rules(text: str) -> None:
    assert "REGEX" not in text.upper()
    assert "NOT EXISTS" not in text.upper()


@pytest.mark.parametrize("name", ["nothing_like_it", "../store/engine", ""])
def test_an_unknown_query_is_not_found(name: str) -> None:
    with pytest.raises(NotFoundError, match="graph/queries"):
        named_query(name)
