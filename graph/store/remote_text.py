"""Makes a query fit a server elsewhere: values for its variables, and only our own graphs."""

from collections.abc import Mapping, Sequence

from graph.query_text import Piece, pieces, replaced

__all__ = ["form_of", "with_values", "within_graphs"]

_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


def form_of(query: str) -> str:
    """Return which form a query has, in capitals; empty where it has none."""
    words = (piece.text.upper() for piece in pieces(query) if piece.kind == "word")
    return next((word for word in words if word in _FORMS), "")


def with_values(query: str, values: Mapping[str, str]) -> str:
    """Return a query whose variables have these values (terms as SPARQL writes them)."""
    if not values:
        return query
    rows = "".join(f" VALUES ?{name} {{ {term} }}" for name, term in values.items())
    found = list(pieces(query))
    start = next((n for n, piece in enumerate(found) if piece.is_word("WHERE")), 0)
    brace = next(piece for piece in found[start:] if piece.text == "{")
    return replaced(query, [(brace.end, brace.end, rows)])


def within_graphs(query: str, *, beginning: str, without: Sequence[str]) -> str:
    """Return a query whose `GRAPH ?name` stands for graphs of this beginning only.

    A server may keep graphs of its own, and our union stands in a graph there.
    """
    found = list(pieces(query))
    left_out = ", ".join(f"<{iri}>" for iri in without)
    changes = []
    for place, piece in enumerate(found[:-2]):
        name = found[place + 1]
        if piece.is_word("GRAPH") and name.kind == "variable" and found[place + 2].text == "{":
            end = _closing(found, place + 2).end
            text = f' FILTER(STRSTARTS(STR({name.text}), "{beginning}")'
            changes.append((end, end, f"{text} && {name.text} NOT IN ({left_out}))"))
    return replaced(query, sorted(changes))


def _closing(found: Sequence[Piece], brace: int) -> Piece:
    depth = found[brace].depth
    following = (piece for piece in found[brace + 1 :] if piece.text == "}")
    return next((piece for piece in following if piece.depth == depth), found[-1])
