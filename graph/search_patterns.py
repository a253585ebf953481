"""Search inside SPARQL: `?passage nw:matches "text"` and `nw:similarTo` become rows of passages.

A query is rewritten before it is evaluated: the pattern gives way to a VALUES block with the
passages that a search found, so the engine joins them with the graph like any other rows.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from graph.query_statements import QueryStatement, Term, query_statements
from graph.query_text import replaced
from ontology.errors import QueryError
from ontology.terms import NW

__all__ = ["MAX_FINDS", "Search", "SearchFind", "has_searches", "with_finds"]

SearchKind = Literal["matches", "similarTo"]

# More rows make the query itself longer than a megabyte; the engine reads 10,000 in 0.3 s.
MAX_FINDS = 10_000
NEAREST = 100
# Each costs some 20 ms before the query begins.
MAX_SEARCHES = 10
_KINDS: MappingProxyType[str, SearchKind] = MappingProxyType(
    {str(NW.matches): "matches", str(NW.similarTo): "similarTo"}
)
_FORM = (
    '?passage nw:{kind} "text", with the score (?passage ?score) nw:{kind} "text", '
    'and at most fifty (?passage ?score) nw:{kind} ("text" 50)'
)
_ESCAPES = MappingProxyType({"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"})
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Search:
    """What a pattern asks for: words or a meaning, and how many passages at most."""

    kind: SearchKind
    text: str
    limit: int
    is_limited: bool = False


@dataclass(frozen=True, slots=True)
class SearchFind:
    """A passage that a search found."""

    iri: str
    score: float


@dataclass(frozen=True, slots=True)
class _Subject:
    passage: str
    score: str | None


_Find = Callable[[Search], Sequence[SearchFind]]


def has_searches(query: str) -> bool:
    """Tell whether a query may hold a pattern that searches; a cheap look, before any work."""
    return any(kind in query for kind in _KINDS.values())


def with_finds(query: str, find: _Find, *, base: str = "") -> str:
    """Return a query whose search patterns are rows of what `find` returns for each."""
    if not has_searches(query):
        return query
    searching = [
        statement
        for statement in query_statements(query, base=base)
        if any(term.iri in _KINDS for term in statement.terms)
    ]
    if len(searching) > MAX_SEARCHES:
        raise QueryError(f"A query searches {MAX_SEARCHES} times at most, not {len(searching)}")
    changes = [
        (statement.start, statement.end, _rewritten(statement, query, find))
        for statement in searching
    ]
    return replaced(query, changes)


def _rewritten(statement: QueryStatement, query: str, find: _Find) -> str:
    rows, kept = [], []
    _refuse_hidden(statement.subject)
    subject: _Subject | None = None
    for pair in statement.pairs():
        kind = _KINDS.get(pair[0].iri) if pair else None
        if kind is None:
            _refuse_hidden(pair)
            kept += [query[pair[0].start : pair[-1].end]] if pair else []
            continue
        subject = _subject(statement.subject, kind)
        rows.append(_values(subject, find(_search(kind, pair[1:]))))
    if subject is None:
        return query[statement.start : statement.end]
    rest = f" {subject.passage} {' ; '.join(kept)}" if kept else ""
    return " ".join(rows) + rest + " "


def _refuse_hidden(pair: Sequence[Term]) -> None:
    """Refuse a search in a path or in brackets, which would find nothing without a word."""
    for term, following in pairwise(pair):
        kind = _KINDS.get(term.iri)
        if kind and following.text not in {",", ")", "]"}:
            raise QueryError(f"nw:{kind} takes no path and no brackets around it; {_form(kind)}")


def _subject(terms: Sequence[Term], kind: SearchKind) -> _Subject:
    names = [term.text for term in terms if term.piece.kind == "variable"]
    is_list = len(terms) == 4 and terms[0].text == "(" and terms[-1].text == ")"
    if len(names) == 1 and len(terms) == 1:
        return _Subject(names[0], None)
    if is_list and len(names) == 2 and names[0][1:] != names[1][1:]:
        return _Subject(names[0], names[1])
    found = " ".join(term.text for term in terms)
    raise QueryError(f"nw:{kind} searches passages for a variable, not for {found}; {_form(kind)}")


def _search(kind: SearchKind, terms: Sequence[Term]) -> Search:
    listed = [term for term in terms if term.text not in {"(", ")"}]
    if not listed or listed[0].piece.kind != "text":
        found = listed[0].text if listed else "nothing"
        raise QueryError(f"nw:{kind} takes a text in quotes, not {found}; {_form(kind)}")
    text = _plain(listed[0].text)
    if not text.strip():
        raise QueryError(f"nw:{kind} takes a text, not an empty one; {_form(kind)}")
    rest = _without_language(listed[1:])
    if not rest:
        return Search(kind, text, MAX_FINDS if kind == "matches" else NEAREST)
    number = "".join(term.text for term in rest)
    is_list = terms[0].text == "(" and terms[-1].text == ")"
    if not is_list or not number.isascii() or not number.isdigit():
        raise QueryError(f"nw:{kind} takes one text, and a number in brackets; {_form(kind)}")
    if not 1 <= int(number) <= MAX_FINDS:
        raise QueryError(f"nw:{kind} finds 1 to {MAX_FINDS:,} passages, not {number}")
    return Search(kind, text, int(number), is_limited=True)


def _without_language(terms: Sequence[Term]) -> Sequence[Term]:
    """Leave out `@de`: passages are found in whatever language they are written."""
    return terms[2:] if terms and terms[0].text == "@" else terms


def _values(subject: _Subject, finds: Sequence[SearchFind]) -> str:
    if subject.score is None:
        rows = " ".join(f"<{find.iri}>" for find in finds)
        return f"VALUES {subject.passage} {{ {rows} }}"
    rows = " ".join(f"(<{find.iri}> {find.score:.6f})" for find in finds)
    return f"VALUES ({subject.passage} {subject.score}) {{ {rows} }}"


def _form(kind: SearchKind) -> str:
    return f"write {_FORM.format(kind=kind)}"


def _plain(text: str) -> str:
    """Return what a text in quotes says."""
    width = 3 if len(text) >= 6 and text[:3] in {'"""', "'''"} else 1
    return _ESCAPE.sub(_unescaped, text[width:-width])


def _unescaped(match: re.Match[str]) -> str:
    short, long, single = match.groups()
    if single is not None:
        return _ESCAPES.get(single, single)
    return chr(min(int(short or long, 16), 0x10FFFF))
