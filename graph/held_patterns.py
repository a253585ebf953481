"""Which statements a query for a table can be answered from, if they alone are held in memory.

The rows of plain triples are the same over all statements of their properties as over the whole
graph. The rows of triples with one `FILTER NOT EXISTS { ... }` are the same, without that filter,
over those statements of the triple which knows what is asked about for which nothing else exists:
no statement of its property can come from another triple, and each was kept for what it says alone.
Filters, columns, groups and order are evaluated by the engine as ever, over fewer statements that
it finds sooner, so that searches may differ in their words and counts in what they count. Left
alone is what may depend on the order in which statements lie: first rows, sums of broken numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.query_shapes import (
    braces,
    is_plain,
    names_no_thing,
    select_in,
    spaced,
    triples,
    verb_iri,
)
from graph.query_text import Piece, replaced

__all__ = ["HeldPattern", "Part", "held_pattern"]

# What is another answer in another order, what brings statements from elsewhere.
_NOT_HELD = (
    *("LIMIT", "OFFSET", "REDUCED", "FROM", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT"),
    *("VALUES", "GRAPH", "SERVICE", "BIND", "OPTIONAL", "UNION", "MINUS", "SELECT", "BASE"),
)
_Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """The statements of one property, or those of them for which another property has none.

    `ends` are subject and object of what must not be there; `?s` and `?o` are those of the part.
    """

    iri: str
    lacked: str = ""
    ends: tuple[str, str] = ("?s", "?x")

    @property
    def iris(self) -> tuple[str, ...]:
        """The properties whose statements are read for it."""
        return (self.iri, self.lacked) if self.lacked else (self.iri,)

    def text(self) -> str:
        """Return the query for these statements."""
        lack = f" MINUS {{ {self.ends[0]} <{self.lacked}> {self.ends[1]} }}" if self.lacked else ""
        return f"CONSTRUCT {{ ?s <{self.iri}> ?o }} WHERE {{ ?s <{self.iri}> ?o{lack} }}"


@dataclass(frozen=True, slots=True)
class HeldPattern:
    """The parts of the graph that a query reads, and the query as it is asked over them alone."""

    parts: tuple[Part, ...]
    query: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The pieces of a pattern: its own triples, what must not exist, and where that stands."""

    own: Sequence[Piece]
    lacking: Sequence[Piece]
    place: tuple[int, int] | None


def held_pattern(query: str) -> HeldPattern | None:
    """Return what a query reads, None where it may read or mean more than its shape shows."""
    tokens, start = select_in(query)
    if start is None or any(t.is_word(*_NOT_HELD) for t in (*tokens[:start], *tokens[start + 1 :])):
        return None
    found = _pattern(tokens)
    if found is None or not _are_properties(found.own) or not _are_properties(found.lacking):
        return None
    own, lacking = (_whole(tokens[:start], part) for part in (found.own, found.lacking))
    if not own or not all(verb for _, verb, _ in (*own, *lacking)):
        return None
    if found.place is None:
        return HeldPattern(tuple(sorted({Part(verb) for _, verb, _ in own})), query)
    parts = _parts(own, lacking)
    return HeldPattern(parts, replaced(query, [(*found.place, "FILTER(true)")])) if parts else None


def _whole(prologue: Sequence[Piece], tokens: Sequence[Piece]) -> list[_Triple]:
    """Return triples with each variable in one spelling and the whole IRI of each verb."""
    return [
        (_one_name(s), verb_iri(prologue, len(prologue), v), _one_name(o))
        for s, v, o in triples(tokens)
    ]


def _one_name(term: str) -> str:
    return f"?{term[1:]}" if term.startswith("$") else term


def _pattern(tokens: Sequence[Piece]) -> _Pattern | None:
    """Return the pattern of a query that is one group of triples and filters."""
    partner = braces(tokens)
    opening = min(partner, default=None)
    if opening is None or partner[opening] != max(partner.values()):
        return None
    own: list[Piece] = []
    lacking: Sequence[Piece] = ()
    place, here, closing = None, opening + 1, partner[opening]
    while here < closing:
        token = tokens[here]
        if not token.is_word("FILTER"):
            own.append(token)
            here += 1
            continue
        own.append(Piece("mark", ".", token.start, token.depth))
        if here + 3 in partner and spaced(tokens[here + 1 : here + 3]).upper() == "NOT EXISTS":
            end = partner[here + 3]
            lacking, place = tokens[here + 4 : end], (token.start, tokens[end].end)
        else:
            end = _last_of_filter(tokens, here + 1, closing)
        here = end + 1
    known = 1 if place is None else 2
    return _Pattern(own, lacking, place) if len(partner) == known and here == closing else None


def _last_of_filter(tokens: Sequence[Piece], first: int, closing: int) -> int:
    """Return where a filter's brackets close that begins there; the end for no brackets."""
    is_call = tokens[first].kind in {"word", "iri", "pname"}
    opening = first + 1 if is_call else first
    open_brackets = 0
    for place in range(opening, closing):
        text = tokens[place].text
        open_brackets += (text == "(") - (text == ")")
        if not open_brackets:
            return place if text == ")" else closing
    return closing


def _are_properties(tokens: Sequence[Piece]) -> bool:
    """Tell whether tokens are plain triples between variables (or of classes)."""
    return all(map(is_plain, tokens)) and names_no_thing(tokens)


def _parts(own: Sequence[_Triple], lacking: Sequence[_Triple]) -> tuple[Part, ...]:
    """Return the parts to read where one triple must lack another, none where that is unsure."""
    if len(lacking) != 1:
        return ()
    (asked,) = lacking
    known = {term for s, _, o in own for term in (s, o) if _is_variable(term)}
    shared = known & {asked[0], asked[2]}
    about = [triple for triple in own if shared <= {triple[0], triple[2]}]
    verbs = [verb for _, verb, _ in own]
    about = [triple for triple in about if verbs.count(triple[1]) == 1 and _is_open(triple)]
    if not shared or not about or not _is_open(asked):
        return ()
    # Any of them will do, but always the same, whatever order a query has.
    subject, verb, value = min(about, key=lambda triple: triple[1])
    names = {subject: "?s", value: "?o"}
    one, lacked, other = asked
    part = Part(verb, lacked, (names.get(one, "?x"), names.get(other, "?x")))
    return tuple(sorted({part, *(Part(each) for each in verbs if each != verb)}))


def _is_open(triple: _Triple) -> bool:
    """Tell whether a triple is one between two variables."""
    return _is_variable(triple[0]) and _is_variable(triple[2]) and triple[0] != triple[2]


def _is_variable(term: str) -> bool:
    return term.startswith("?")
