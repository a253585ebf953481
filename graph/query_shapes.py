"""What the patterns of a query are made of: braces, plain triples, variables."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.query_text import Piece, Prologue, pieces

__all__ = [
    "Table",
    "braces",
    "is_plain",
    "names_no_thing",
    "only_table",
    "select_in",
    "spaced",
    "triples",
    "variables",
    "verb_iri",
]

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_TYPES = ("a", "rdf:type", f"<{_TYPE}>")
_WHOLE_IRI = re.compile(r"[A-Za-z][\w+.\-]*:[^\\<>]*", re.ASCII)
_PLAIN_MARKS = frozenset(".;,^@")
_PLAIN_WORDS = frozenset({"a", "true", "false"})
_SUBJECT, _VERB, _OBJECT = range(3)
_NEXT_ROLE = {".": _SUBJECT, "{": _SUBJECT, "}": _SUBJECT, ";": _VERB, ",": _OBJECT}


@dataclass(frozen=True, slots=True)
class Table:
    """A query for a table whose pattern is one pair of braces: its pieces, and which is where."""

    tokens: Sequence[Piece]
    start: int
    opening: int
    closing: int

    @property
    def head(self) -> Sequence[Piece]:
        """What stands from `SELECT` to the pattern."""
        return self.tokens[self.start : self.opening]

    @property
    def inside(self) -> Sequence[Piece]:
        """The pattern without its braces."""
        return self.tokens[self.opening + 1 : self.closing]

    @property
    def tail(self) -> str:
        """What stands behind the pattern, as `spaced` writes it."""
        return spaced(self.tokens[self.closing + 1 :])


def select_in(query: str) -> tuple[Sequence[Piece], int | None]:
    """Return the pieces of a query, and which of them is its first SELECT, None for none.

    With escaped letters (backslash and u) a query may say something else than its pieces show: it
    counts as having none.
    """
    tokens = () if "\\u" in query.casefold() else tuple(pieces(query))
    return tokens, next((n for n, one in enumerate(tokens) if one.is_word("SELECT")), None)


def only_table(query: str) -> Table | None:
    """Return the table that a query asks for, None where it is built otherwise."""
    tokens, start = select_in(query)
    partner = braces(tokens)
    if start is None or len(partner) != 1:
        return None
    ((opening, closing),) = partner.items()
    return Table(tokens, start, opening, closing)


def braces(tokens: Sequence[Piece]) -> dict[int, int]:
    """Return where each brace that opens is closed; nothing where they do not match."""
    opened: list[int] = []
    partner: dict[int, int] = {}
    for place, token in enumerate(tokens):
        if token.text == "{":
            opened.append(place)
        elif token.text == "}":
            if not opened:
                return {}
            partner[opened.pop()] = place
    return {} if opened else partner


def is_plain(token: Piece) -> bool:
    """Tell whether a token may stand in triples without paths, blank nodes and anything else."""
    if token.kind == "mark":
        return token.text in _PLAIN_MARKS or token.text.isdigit()
    if token.kind == "word":
        return token.text in _PLAIN_WORDS
    return token.kind in {"iri", "pname", "variable", "text"}


def variables(tokens: Iterable[Piece]) -> set[str]:
    """Return the names of the variables among these tokens."""
    return {token.text[1:] for token in tokens if token.kind == "variable"}


def names_no_thing(triples: Iterable[Piece]) -> bool:
    """Tell whether triples name no thing and no value, only properties and classes.

    They have as many rows as the graph has such statements.
    """
    role, verb = _SUBJECT, ""
    for token in triples:
        if token.text in _NEXT_ROLE:
            role = _NEXT_ROLE[token.text]
        elif token.kind == "word" and token.text != "a":
            role = _SUBJECT
        elif role == _VERB and (token.kind in {"iri", "pname", "variable"} or token.text == "a"):
            role, verb = _OBJECT, token.text
        elif token.kind == "variable" or (role == _OBJECT and verb in _TYPES):
            role = min(role + 1, _OBJECT)
        else:
            return False
    return True


def triples(tokens: Iterable[Piece]) -> list[tuple[str, str, str]]:
    """Return the triples of tokens that name no thing, each as three texts."""
    found: list[tuple[str, str, str]] = []
    terms: list[str] = []
    for token in tokens:
        if token.text in _NEXT_ROLE:
            terms = terms[: _NEXT_ROLE[token.text]]
            continue
        terms.append(token.text)
        if len(terms) > _OBJECT:
            found.append((terms[0], terms[1], terms[2]))
    return found


def verb_iri(tokens: Sequence[Piece], start: int, verb: str) -> str:
    """Return the whole IRI of a verb, by what is declared before `start`; empty in any doubt."""
    if verb == "a":
        return _TYPE
    prologue = Prologue()
    for place, token in enumerate(tokens[:start]):
        if token.is_word("BASE"):
            return ""
        prologue.read(tokens[:place], token)
    kind = "iri" if verb.startswith("<") else "pname"
    iri = prologue.iri(Piece(kind, verb, 0, 0))
    return iri if verb[0] not in "?$" and _WHOLE_IRI.fullmatch(iri) else ""


def spaced(tokens: Iterable[Piece]) -> str:
    """Return tokens as one text, a space where there was one or more, or a comment."""
    text, end = "", None
    for token in tokens:
        text += token.text if end in {None, token.start} else f" {token.text}"
        end = token.end
    return text
