"""Evaluates a query on the engine; functions that nobody knows are errors of their expressions."""

import re
from collections.abc import Callable

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
)

__all__ = ["evaluate"]

_Answer = QuerySolutions | QueryBoolean | QueryTriples
_Functions = dict[NamedNode, Callable[..., NamedNode | BlankNode | Literal | Triple | None]]

# More unknown functions than any real query calls; each costs one more start of the evaluation.
MAX_UNKNOWN_FUNCTIONS = 20
_UNKNOWN = re.compile(r"custom function <([^>]*)> is not supported")


def evaluate(query: Callable[[_Functions], _Answer]) -> _Answer:
    """Return the answer of a query that is given the functions it may call.

    SPARQL 1.1 (17.6) makes the call of an unknown function an error of that one expression,
    which leaves a variable unbound or a filter false; the engine would refuse the whole query.
    """
    functions: _Functions = {}
    while True:
        try:
            return query(functions)
        except RuntimeError as error:
            named = _UNKNOWN.search(str(error))
            if named is None or len(functions) >= MAX_UNKNOWN_FUNCTIONS:
                raise
            functions[NamedNode(named[1])] = _error


def _error(*_arguments: object) -> None:
    """Return no term, which the engine takes as an error of the expression."""
