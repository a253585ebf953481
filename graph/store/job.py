"""What a reading process is asked, and what it replies: the two messages of its protocol."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import ontology.errors
from ontology.errors import NachbarwissenError, QueryError

__all__ = ["Job", "Reply"]


@dataclass(frozen=True, slots=True)
class Job:
    """One query: over which store, in which format for which kind of answer, how much of it.

    `formats` maps the kinds `table`, `truth` and `graph` to the name of a format; a kind that is
    not there has no format that the client takes.
    """

    store: str
    query: str
    formats: Mapping[str, str]
    spool: str
    max_rows: int
    max_bytes: int
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] | None = None
    base_iri: str | None = None

    def to_bytes(self) -> bytes:
        """Return the job as one message."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, message: bytes) -> "Job":
        """Return the job of a message."""
        values = json.loads(message)
        named = values.pop("named_graphs")
        return cls(
            default_graphs=tuple(values.pop("default_graphs")),
            named_graphs=None if named is None else tuple(named),
            **values,
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """The head of an answer, its body follows; or the error, by the name of its class."""

    kind: str = ""
    size: int = 0
    spool: str = ""
    error: str = ""
    detail: str = ""

    def to_bytes(self) -> bytes:
        """Return the reply as one message."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, message: bytes) -> "Reply":
        """Return the reply of a message."""
        return cls(**json.loads(message))

    @classmethod
    def of_error(cls, error: NachbarwissenError) -> "Reply":
        """Return the reply that tells of an error."""
        return cls(error=type(error).__name__, detail=str(error))

    def raise_error(self) -> None:
        """Raise the error that the reply tells of, if it tells of one."""
        if self.error:
            kind: type[NachbarwissenError] = getattr(ontology.errors, self.error, QueryError)
            raise kind(self.detail)

    @property
    def file(self) -> Path | None:
        """The file that holds the body, None where the body is the next message."""
        return Path(self.spool) if self.spool else None
