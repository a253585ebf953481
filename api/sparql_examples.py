"""The example queries that the SPARQL page offers, each with its question in two languages."""

from dataclasses import dataclass
from functools import cache

from graph.named_queries import competency_names, example_names, example_query

__all__ = ["Example", "all_examples"]


@dataclass(frozen=True, slots=True)
class Example:
    """A query by the question it answers, in German and English."""

    name: str
    german: str
    english: str
    is_competency: bool

    def title(self, language: str) -> str:
        """Return the question in a language."""
        return self.german if language == "de" else self.english


@cache
def all_examples() -> tuple[Example, ...]:
    """Return the competency questions and after them the further examples."""
    asked = competency_names()
    return tuple(_example(name, is_competency=name in asked) for name in (*asked, *example_names()))


def _example(name: str, *, is_competency: bool) -> Example:
    german, english = (line.lstrip("# ") for line in example_query(name).splitlines()[:2])
    return Example(name, german, english, is_competency)
