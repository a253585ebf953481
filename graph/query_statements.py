"""The triple patterns of a SPARQL query: where each begins and ends, its subject and its pairs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.query_text import Piece, Prologue, pieces

__all__ = ["QueryStatement", "Term", "query_statements"]

_OPEN = frozenset("([{")
_CLOSE = frozenset(")]}")
# The only words that stand inside a triple pattern; every other one begins something else.
_INNER_WORDS = frozenset({"a", "true", "false"})


@dataclass(frozen=True, slots=True)
class Term:
    """One token with the IRI that it stands for, empty where it stands for none."""

    piece: Piece
    iri: str = ""

    @property
    def text(self) -> str:
        """The token as it is written."""
        return self.piece.text

    @property
    def start(self) -> int:
        """Where the token begins."""
        return self.piece.start

    @property
    def end(self) -> int:
        """Where the token ends."""
        return self.piece.end


@dataclass(frozen=True, slots=True)
class QueryStatement:
    """A subject and what is asked of it, up to the dot or the next keyword."""

    terms: tuple[Term, ...]

    @property
    def start(self) -> int:
        """Where its first token begins."""
        return self.terms[0].start

    @property
    def end(self) -> int:
        """Where its last token ends."""
        return self.terms[-1].end

    @property
    def subject(self) -> tuple[Term, ...]:
        """The tokens of its subject: one, or a list with its brackets."""
        return self.terms[: _closing(self.terms, 0) + 1]

    def pairs(self) -> list[tuple[Term, ...]]:
        """Return the tokens of each verb with its objects."""
        found: list[list[Term]] = [[]]
        depth = 0
        for term in self.terms[len(self.subject) :]:
            depth += (term.text in _OPEN) - (term.text in _CLOSE)
            if term.text == ";" and depth == 0:
                found.append([])
            else:
                found[-1].append(term)
        return [tuple(pair) for pair in found if pair]


def query_statements(query: str, *, base: str = "") -> Iterator[QueryStatement]:
    """Yield the triple patterns of a query; templates, rows of VALUES and filters are passed over.

    What is selected or sorted by may be yielded too: it holds no verb.
    """
    terms = _terms(query, base)
    after = _ends(terms)
    place = 0
    while place < len(terms):
        piece = terms[place].piece
        if piece.is_word("CONSTRUCT", "VALUES", "FILTER", "BIND", "HAVING"):
            place = after[place]
        elif piece.depth and piece.text not in _CLOSE and not _is_boundary(terms, place):
            end = _statement_end(terms, place)
            yield QueryStatement(tuple(terms[place:end]))
            place = end
        else:
            place += 1


def _terms(query: str, base: str) -> list[Term]:
    prologue, before, terms = Prologue(base), list[Piece](), list[Term]()
    for piece in pieces(query):
        prologue.read(before[-2:], piece)
        before.append(piece)
        iri = prologue.iri(piece) if piece.kind in {"iri", "pname"} else ""
        terms.append(Term(piece, iri))
    return terms


def _ends(terms: Sequence[Term]) -> list[int]:
    """Return, for each word that begins no pattern, where reading goes on after what it begins.

    One walk from the end, so that a long query takes no longer than its length.
    """
    closed: list[int] = []
    end_of = {"{": len(terms), "(": len(terms)}
    brace, after = len(terms), [0] * len(terms)
    for place in range(len(terms) - 1, -1, -1):
        text, piece = terms[place].text, terms[place].piece
        if text in _CLOSE:
            closed.append(place)
        elif text in _OPEN:
            end_of[text] = (closed.pop() if closed else len(terms)) + 1
            brace = place if text == "{" else brace
        elif piece.is_word("VALUES"):
            after[place] = end_of["{"]
        elif piece.is_word("CONSTRUCT"):
            # CONSTRUCT WHERE: the pattern is the template, and holds no search.
            after[place] = end_of["{"] if brace == place + 1 else place + 1
        else:
            # FILTER NOT EXISTS { ... } holds patterns of its own, within brackets or without.
            after[place] = max(place + 1, min(brace, end_of["("]))
    return after


def _closing(terms: Sequence[Term], place: int) -> int:
    """Return where the bracket closes that opens here; the place itself where none opens."""
    depth = 0
    for following in range(place, len(terms)):
        depth += (terms[following].text in _OPEN) - (terms[following].text in _CLOSE)
        if depth <= 0:
            return following
    return len(terms) - 1


def _statement_end(terms: Sequence[Term], place: int) -> int:
    depth = 0
    for following in range(place, len(terms)):
        if depth == 0 and _is_boundary(terms, following):
            return following
        depth += (terms[following].text in _OPEN) - (terms[following].text in _CLOSE)
        if depth < 0:
            return following
    return len(terms)


def _is_boundary(terms: Sequence[Term], place: int) -> bool:
    piece = terms[place].piece
    if piece.kind == "word":
        is_language = place > 0 and terms[place - 1].text == "@"
        return not is_language and piece.text not in _INNER_WORDS
    return piece.text in {"{", "}"} or (piece.text == "." and not _is_decimal(terms, place))


def _is_decimal(terms: Sequence[Term], place: int) -> bool:
    """Tell whether a dot stands within a number."""
    if not 0 < place < len(terms) - 1:
        return False
    before, dot, after = (terms[place + shift].piece for shift in (-1, 0, 1))
    is_joined = before.end == dot.start and dot.end == after.start
    return is_joined and before.text.isdigit() and after.text.isdigit()
