"""`SERVICE` only to endpoints on a list: what a query may ask of others."""

from collections.abc import Collection
from dataclasses import dataclass

from graph.query_text import Piece, Prologue, pieces, replaced, unescaped
from ontology.errors import ForbiddenError

__all__ = ["Guarded", "guard_services"]

# No client can follow it, so the call fails where it is made, and `SERVICE SILENT` goes on.
_NOWHERE = "<urn:nachbarwissen:service-not-allowed>"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A query that can reach listed endpoints only, and the endpoints it was kept from."""

    text: str
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Call:
    piece: Piece
    iri: str


def guard_services(text: str, allowed: Collection[str], *, base: str = "") -> Guarded:
    """Return a query whose calls of endpoints that are not listed lead nowhere."""
    if "service" not in text.casefold() and "\\" not in text:
        return Guarded(text)
    calls = _calls(text, base)
    if len(_calls(unescaped(text), base)) != len(calls):
        msg = "Write SERVICE without codepoint escapes; hidden in them it is refused"
        raise ForbiddenError(msg)
    kept_from = [call for call in calls if call.iri not in allowed]
    if any(call.piece.kind not in {"iri", "pname"} for call in calls):
        msg = "SERVICE takes the address of an endpoint here, no variable"
        raise ForbiddenError(msg)
    changes = [(call.piece.start, call.piece.end, _NOWHERE) for call in kept_from]
    return Guarded(replaced(text, changes), tuple(call.iri for call in kept_from))


def _calls(text: str, base: str) -> list[_Call]:
    prologue, before, calls = Prologue(base), list[Piece](), list[_Call]()
    for piece in pieces(text):
        prologue.read(before[-2:], piece)
        last = before[-1] if before else None
        is_silent = last is not None and last.is_word("SILENT")
        verb = before[-2] if is_silent and len(before) > 1 else last
        if verb is not None and verb.is_word("SERVICE") and not piece.is_word("SILENT"):
            calls.append(_Call(piece, prologue.iri(piece)))
        before.append(piece)
    return calls
