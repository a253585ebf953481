"""Every SPARQL query of the project by its name; each is a file of its own."""

from functools import cache
from importlib.resources import files

from ontology.errors import NotFoundError

__all__ = ["competency_names", "competency_query", "named_query"]


@cache
def named_query(name: str) -> str:
    """Return the text of `graph/queries/<name>.rq`."""
    return _read("graph", "queries", name)


@cache
def competency_query(name: str) -> str:
    """Return the text of `ontology/competency/<name>.rq`; its first comment is the question."""
    return _read("ontology", "competency", name)


def competency_names() -> tuple[str, ...]:
    """Return the names of all competency questions in order."""
    folder = files("ontology") / "competency"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name[:-3] for name in names if name.endswith(".rq")))


def _read(package: str, folder: str, name: str) -> str:
    source = files(package) / folder / f"{name}.rq"
    if not name.isidentifier() or not source.is_file():
        msg = f"There is no query {name!r} in {package}/{folder}; look there for the names"
        raise NotFoundError(msg)
    return source.read_text(encoding="utf-8")
