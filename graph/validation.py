"""Holds statements against the SHACL shapes and reports violations as dataclasses."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyshacl
from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from graph.statements import Statement
from graph.store import Store
from ontology.errors import InvalidGraphError

__all__ = ["Report", "Violation", "require_valid", "validate", "validate_store"]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A thing that breaks a shape: where, along which property, with which value, and why."""

    focus: str
    path: str
    value: str
    message: str
    shape: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation; `violations` are in order."""

    conforms: bool
    violations: tuple[Violation, ...] = ()


def validate(statements: Iterable[Statement]) -> Report:
    """Return how these statements stand to the shapes."""
    graph = Graph()
    for statement in statements:
        graph.add((statement.subject, statement.predicate, statement.object))
    # The graph is ours alone; without `inplace` a copy of it would take as long as the checking.
    conforms, results, _ = pyshacl.validate(
        graph, shacl_graph=_own_targets(), inference="none", inplace=True
    )
    if conforms:
        return Report(conforms=True)
    if not isinstance(results, Graph):
        msg = f"The validator answered {results!r} instead of a report"
        raise InvalidGraphError(msg)
    found = (_violation(results, node) for node in results.subjects(SH.resultSeverity))
    return Report(conforms=False, violations=tuple(sorted(found)))


def require_valid(statements: Iterable[Statement], *, source_file: str) -> None:
    """Raise an error that names document, shape and value where a shape is broken."""
    report = validate(statements)
    if report.conforms:
        return
    first, more = report.violations[0], len(report.violations) - 1
    msg = (
        f"{source_file} was not stored: {first.focus} breaks {first.shape} at {first.path} "
        f"with {first.value!r}: {first.message}" + (f" ({more} more)" if more else "")
    )
    raise InvalidGraphError(msg)


def validate_store(store: Store) -> Report:
    """Return how all that is stored stands to the shapes, graphs taken together."""
    return validate(store.statements())


def _violation(results: Graph, node: Node) -> Violation:
    shape = results.value(node, SH.sourceShape)
    return Violation(
        focus=str(results.value(node, SH.focusNode)),
        path=str(results.value(node, SH.resultPath) or ""),
        value=str(results.value(node, SH.value) or ""),
        message=_german(results, node),
        shape=_shape_name(shape),
    )


def _german(results: Graph, node: Node) -> str:
    messages = list(results.objects(node, SH.resultMessage))
    german = [message for message in messages if getattr(message, "language", "") == "de"]
    return min(str(message) for message in german or messages)


def _shape_name(shape: Node | None) -> str:
    shapes = _shapes()
    owner = shapes.value(predicate=SH.property, object=shape) if shape else None
    named = shape if isinstance(shape, URIRef) else owner
    return str(named).rpartition("#")[2]


@cache
def _own_targets() -> Graph:
    """Return the shapes with every property shape aimed at the things itself.

    Below a node shape the validator takes up a property shape anew for each thing; with a target of
    its own it looks at all things at once. It finds the same, in a third of the time.
    """
    shapes = _shapes()
    aimed = Graph()
    for statement in shapes:
        aimed.add(statement)
    for owner, target in shapes.subject_objects(SH.targetClass):
        for property_shape in shapes.objects(owner, SH.property):
            aimed.remove((owner, SH.property, property_shape))
            aimed.add((property_shape, SH.targetClass, target))
    return aimed


@cache
def _shapes() -> Graph:
    source = files("ontology") / "shapes.ttl"
    return Graph().parse(data=source.read_text(encoding="utf-8"), format="turtle")
