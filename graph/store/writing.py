"""Writes an answer in the format that its kind has, within its limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from graph.store.results import QueryResult
from graph.store.sink import AnswerLimits, Sink
from ontology.errors import FormatError, QueryError

__all__ = ["WrittenAnswer", "written_answer"]


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """A whole answer: in `body`, or in the spool file where it is large."""

    kind: str
    size: int
    body: bytes
    is_on_disk: bool


def written_answer(
    result: QueryResult, formats: Mapping[str, str], limits: AnswerLimits, spool: Path
) -> WrittenAnswer:
    """Return an answer as bytes; `formats` names one for each kind of answer."""
    format_name = formats.get(result.kind)
    if format_name is None:
        msg = f"This answer is a {result.kind}; no format that `Accept` names can hold it"
        raise FormatError(msg)
    sink = Sink(limits, spool, format_name=format_name)
    try:
        output = cast("IO[bytes]", sink)
        result.write(output, format_name=format_name, on_triple=sink.count_row)
    except QueryError as error:
        sink.discard()
        raise (sink.excess or error) from error
    return WrittenAnswer(result.kind, sink.size, sink.finish(), sink.is_on_disk)
