"""Finds names of persons, organisations and places in German text with a small learned network."""

import hashlib
import logging
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ingest.layout import Span as Stretch
from ingest.opinion import Opinions, Reading
from ingest.recogniser_deltas import read_learnt
from ingest.recogniser_embedder import Embedder, open_embedder
from ingest.recogniser_graph import FORM, graph_bytes
from ingest.recogniser_words import TAGS, Label, best_tags, spans_of_tags, words

__all__ = ["Recogniser", "Seen", "Session", "Span"]

LOG = logging.getLogger(__name__)

WEIGHTS = "recogniser.bin"
# Longer sentences are cut between words: attention grows with the square, and 512 is BERT's end.
LONGEST = 256
# Scores are compared with thresholds; finer digits may differ between processors.
DIGITS = 3


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A name in the text: `text[start:end]`, what it names, and how sure that is (0 to 1)."""

    start: int
    end: int
    label: Label
    score: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network made of a text: the names in it, and its opinion of undertakings' names."""

    spans: tuple[Span, ...]
    opinions: Opinions


class Session(Protocol):
    """What is used of onnxruntime, which ships no type information."""

    def run(
        self, outputs: None, inputs: Mapping[str, NDArray[np.float32]]
    ) -> list[NDArray[np.float32]]:
        """Return every output for these inputs."""


class Recogniser:
    """A network that rests on the installed embedder; the same text gives the same spans."""

    def __init__(self, embedder: Embedder, session: Session) -> None:
        self._embedder = embedder
        self._session = session

    @classmethod
    def open(cls, model_dir: Path, weights: Path | None = None) -> "Recogniser | None":
        """Return the recogniser over the embedder in this folder, None where it does not fit.

        Its graph is written next to the embedder at first use; a folder that cannot be written
        to costs that second each time. `weights` are others than the shipped ones; their graph
        is not kept.
        """
        embedder = open_embedder(model_dir)
        if embedder is None:
            return None
        source = weights or files("ingest") / "data" / WEIGHTS
        content = source.read_bytes()
        learnt = read_learnt(content)
        if learnt.fingerprint != embedder.fingerprint():
            return None
        if weights:
            return cls.of_graph(embedder, graph_bytes(embedder, learnt))
        version = hashlib.sha256(content).hexdigest()[:12]
        path = model_dir / f"recogniser-{version}-{FORM}.onnx"
        graph = path.read_bytes() if path.is_file() else graph_bytes(embedder, learnt)
        if not path.is_file():
            _keep(path, graph)
        return cls.of_graph(embedder, graph)

    @classmethod
    def of_graph(cls, embedder: Embedder, graph: bytes) -> "Recogniser":
        """Return the recogniser that this graph makes of the embedder's token vectors."""
        return cls(embedder, _session(graph))

    def spans(self, text: str, stretches: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Return the names in these stretches (offsets into the text), in order of the text."""
        return self.look(text, stretches).spans

    def look(self, text: str, stretches: Sequence[tuple[int, int]]) -> Seen:
        """Return the names in these stretches, and what is held of undertakings' names there."""
        views = [one for start, end in stretches for one in self._views(text, start, end)]
        names = sorted(name for view in views for name in view.names())
        return Seen(tuple(names), Opinions(view.reading for view in views))

    def _views(self, text: str, start: int, end: int) -> Iterator["_View"]:
        encoding = self._embedder.tokenizer.encode(text[start:end])
        if len(encoding.ids) > LONGEST:
            middle = _cut(text, start, end)
            yield from self._views(text, start, middle)
            yield from self._views(text, middle, end)
            return
        token_of = _tokens_by_offset(encoding.offsets)
        known = [at for at in words(text, start, end) if at[0] - start in token_of]
        if known:
            inputs = {"embedded": self._embedder.embed(encoding.ids)[None]}
            scores = np.asarray(self._session.run(None, inputs)[0][0], np.float32)
            yield _View(known, scores[[token_of[at[0] - start] for at in known]])


@dataclass(frozen=True, slots=True)
class _View:
    """What the network gave for a stretch: its words, and a row of scores for each."""

    words: list[tuple[int, int]]
    scores: NDArray[np.float32]

    @property
    def reading(self) -> Reading:
        """What its words are with regard to names of undertakings."""
        return Reading(tuple(Stretch(*at) for at in self.words), self.scores[:, len(TAGS) :])

    def names(self) -> Iterator[Span]:
        """Yield the names in the stretch."""
        logits = self.scores[:, : len(TAGS)]
        for span in spans_of_tags(best_tags(logits), logits):
            begin, stop = self.words[span.first][0], self.words[span.after - 1][1]
            yield Span(begin, stop, span.label, round(span.score, DIGITS))


def _cut(text: str, start: int, end: int) -> int:
    """Return where to cut a sentence that is too long: at the space after its middle."""
    middle = (start + end) // 2
    space = text.find(" ", middle, end - 1)
    return middle if space < 0 else space


def _tokens_by_offset(offsets: Sequence[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for token, (start, end) in enumerate(offsets):
        for char in range(start, end):
            found.setdefault(char, token)
    return found


def _keep(path: Path, graph: bytes) -> None:
    """Put the graph in its place in one step; several processes may do so at the same time."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(graph)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).chmod(0o644)  # a model is for every user of the machine
        Path(part.name).rename(path)
        for older in sorted(path.parent.glob("recogniser-*.onnx")):
            if older != path:
                older.unlink(missing_ok=True)
    except OSError as error:
        LOG.info("The recogniser's graph is not kept in %s: %s.", path.parent, error.strerror)


def _session(graph: bytes) -> Session:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session: Session = onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"]
    )
    return session
