"""Suggestions: example questions, and what a half-typed question may become."""

from dataclasses import dataclass
from functools import cache

from api.view import View
from corpus import questions
from ontology.vocabulary import themes

__all__ = ["Example", "examples", "suggestions"]

# As many as a start page shows without scrolling on a laptop.
EXAMPLES = 6
# Whole sentences show best how one may ask.
_STYLES = frozenset({"frage", "problem"})
# Below that every second name fits.
_MIN_TYPED = 2


@dataclass(frozen=True, slots=True)
class Example:
    """A question, and the town that asks it."""

    q: str
    asker: str | None


@cache
def examples() -> tuple[Example, ...]:
    """Return questions on the demonstration corpus that show how one may ask."""
    asked = [one for one in questions() if not one.is_unanswered and one.style in _STYLES]
    step = max(1, len(asked) // EXAMPLES)
    return tuple(Example(one.query, one.asker) for one in asked[::step][:EXAMPLES])


def suggestions(view: View, typed: str, *, limit: int) -> list[str]:
    """Return themes, undertakings and example questions with a word that begins so."""
    wanted = typed.casefold().split()
    if not wanted or len(wanted[-1]) < _MIN_TYPED:
        return []
    offered = [
        *(one.label for one in themes()),
        *sorted((card.name for card in view.catalogue.projects()), key=str.casefold),
        *(one.q for one in (examples() if view.shows_corpus else ())),
    ]
    fitting = (name for name in dict.fromkeys(offered) if _fits(name.casefold(), wanted))
    return [name for name, _ in zip(fitting, range(limit), strict=False)]


def _fits(name: str, wanted: list[str]) -> bool:
    words = name.replace("/", " ").replace("-", " ").replace("„", " ").split()
    return all(any(word.startswith(start) for word in words) for start in wanted)
