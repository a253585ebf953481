"""An inquiry: the question with all its conditions as they stand in a page's address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from api.askers import asker_name, find_asker
from api.facets import FACETS, Facet, facets_of, narrowed
from api.view import View
from ontology.gazetteer import Place
from search.answer import Answer, Question, Result

__all__ = ["MAX_QUESTION_CHARS", "Inquiry", "Outcome", "answered", "inquiry_of"]

# Nobody asks in more words; what is longer is a document.
MAX_QUESTION_CHARS = 1000
# All that one search finds worth grouping; the facets count over it.
POOL = 50
PAGE_SIZE = 10
_MAX_VALUE_CHARS = 100


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What a reader asks: the question, who asks, the period, the facets chosen, how many to show.

    `asker` is what was typed, `town` the municipality it means, None where it means none;
    `ignored` are kinds of condition that the words hold and the reader does not mean.
    """

    q: str = ""
    asker: str = ""
    town: Place | None = None
    since: int | None = None
    until: int | None = None
    chosen: Mapping[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    shown: int = PAGE_SIZE

    def values(self) -> dict[str, str]:
        """Return all that was said, by the names it has in an address."""
        said = {
            "q": self.q,
            "asker": self.asker,
            "since": str(self.since or ""),
            "until": str(self.until or ""),
            **self.chosen,
            "without": ",".join(self.ignored),
            "n": str(self.shown) if self.shown != PAGE_SIZE else "",
        }
        return {name: value for name, value in said.items() if value}

    def address(self, path: str = "/", **changed: str) -> str:
        """Return the address of this inquiry with some values changed; an empty one is dropped."""
        values = {**self.values(), **changed}
        query = urlencode({name: value for name, value in values.items() if value})
        return f"{path}?{query}" if query else path

    def ignoring(self, kind: str) -> str:
        """Return the address that does not apply a condition read from the words."""
        return self.address(without=",".join((*self.ignored, kind)), n="")

    def conditions(self) -> dict[str, str]:
        """Return what narrows the answer, by name: each can be taken away."""
        left_out = {"q", "asker", "n", "without"}
        return {name: value for name, value in self.values().items() if name not in left_out}


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer as its page shows it: the results that pass, and by what they can be narrowed."""

    answer: Answer
    results: tuple[Result, ...]
    total: int
    facets: tuple[Facet, ...]


def inquiry_of(parameters: Mapping[str, str], *, remembered: str = "") -> Inquiry:
    """Return the inquiry of an address; who is remembered asks where the address does not say."""
    asker = _text(parameters.get("asker", remembered))
    town = find_asker(asker)
    chosen = {name: _text(parameters.get(name, "")) for name in FACETS}
    return Inquiry(
        q=parameters.get("q", "").strip()[:MAX_QUESTION_CHARS],
        asker=asker_name(town) if town else asker,
        town=town,
        since=_number(parameters.get("since", ""), 1900, 2200),
        until=_number(parameters.get("until", ""), 1900, 2200),
        chosen={name: value for name, value in chosen.items() if value},
        ignored=tuple(filter(None, _text(parameters.get("without", "")).split(","))),
        shown=_number(parameters.get("n", ""), PAGE_SIZE, POOL) or PAGE_SIZE,
    )


def answered(view: View, inquiry: Inquiry) -> Outcome:
    """Return the answer to an inquiry, narrowed, with the facets over all that was found."""
    answer = view.ask(
        Question(
            inquiry.q,
            asker=inquiry.town.ags if inquiry.town else None,
            since=inquiry.since,
            until=inquiry.until,
            limit=POOL,
            ignored=inquiry.ignored,
        )
    )
    results = narrowed(answer.results, inquiry.chosen)
    return Outcome(
        answer,
        tuple(results[: inquiry.shown]),
        len(results),
        tuple(facets_of(answer.results, inquiry.chosen)),
    )


def _text(value: str) -> str:
    return " ".join(value.split())[:_MAX_VALUE_CHARS]


def _number(value: str, low: int, high: int) -> int | None:
    if not value.isdecimal() or len(value) > len(str(high)):
        return None
    return int(value) if low <= int(value) <= high else None
