"""Every SPARQL query of the project by its name; each is a file of its own."""

from functools import cache
from importlib.resources import files

from ontology.errors import NotFoundError

__all__ = [
    "competency_names",
    "competency_query",
    "example_names",
    "example_query",
    "named_query",
]


@cache
def named_query(name: str) -> str:
    """Return the text of `graph/queries/<name>.rq`."""
    return _read("graph", "queries", name)


@cache
def competency_query(name: str) -> str:
    """Return the text of `ontology/competency/<name>.rq`; its first comment is the question."""
    return _read("ontology", "competency", name)


@cache
def example_query(name: str) -> str:
    """Return a competency question or an example of `ontology/examples/<name>.rq`.

    Its first comment is the question in German, the second the same in English.
    """
    if name in competency_names():
        return competency_query(name)
    return _read("ontology", "examples", name)


def competency_names() -> tuple[str, ...]:
    """Return the names of all competency questions in order."""
    return _names("competency")


def example_names() -> tuple[str, ...]:
    """Return the names of all examples in order, without the competency questions."""
    return _names("examples")


def _names(of: str) -> tuple[str, ...]:
    folder = files("ontology") / of
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name[:-3] for name in names if name.endswith(".rq")))


def _read(package: str, folder: str, name: str) -> str:
    source = files(package) / folder / f"{name}.rq"
    if not name.isidentifier() or not source.is_file():
        msg = f"There is no query {name!r} in {package}/{folder}; look there for the names"
        raise NotFoundError(msg)
    return source.read_text(encoding="utf-8")
