"""Builds the tokenizer of multilingual-e5-small for documents in Latin script."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from search.e5_weights import Pieces

__all__ = ["Vocabulary", "latin_vocabulary", "tokenizer_json"]

# The first four and the last piece are no text: <s> <pad> </s> <unk> ... <mask>.
SPECIAL_FIRST = 4
BOS, PAD, EOS, UNK = range(SPECIAL_FIRST)
WORD_MARK = "▁"
# Blocks above this hold the scripts of East Asia and their full-width forms.
LAST_WESTERN = 0x2FFF


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces that stay, their scores, and the row of each in the full embedding matrix."""

    texts: tuple[str, ...]
    scores: tuple[float, ...]
    rows: tuple[int, ...]


def latin_vocabulary(pieces: Pieces) -> Vocabulary:
    """Return the pieces that a text in Latin script can use; the model's answers stay the same.

    More than half of the 250,002 pieces are of other scripts. Names such as Łódź or Ağaoğlu keep
    their pieces: all Latin letters stay, not only those of German.
    """
    last = len(pieces.texts) - 1
    rows = tuple(
        row
        for row, text in enumerate(pieces.texts)
        if row < SPECIAL_FIRST or row == last or _is_latin(text)
    )
    texts = tuple(pieces.texts[row] for row in rows)
    return Vocabulary(texts, tuple(pieces.scores[row] for row in rows), rows)


def tokenizer_json(vocabulary: Vocabulary, pieces: Pieces, *, max_tokens: int) -> dict[str, Any]:
    """Return the tokenizer as the `tokenizers` library reads it from `tokenizer.json`."""
    special = [*vocabulary.texts[:SPECIAL_FIRST], vocabulary.texts[-1]]
    ids = [*range(SPECIAL_FIRST), len(vocabulary.texts) - 1]
    return {
        "version": "1.0",
        "truncation": {
            "direction": "Right",
            "max_length": max_tokens,
            "strategy": "LongestFirst",
            "stride": 0,
        },
        "padding": None,
        "added_tokens": [_added(id_, text) for id_, text in zip(ids, special, strict=True)],
        "normalizer": _normalizer(pieces),
        "pre_tokenizer": _metaspace(),
        "post_processor": _template(special[BOS], special[EOS]),
        "decoder": _metaspace(),
        "model": {
            "type": "Unigram",
            "unk_id": UNK,
            "vocab": [list(pair) for pair in zip(vocabulary.texts, vocabulary.scores, strict=True)],
            "byte_fallback": False,
        },
    }


def _is_latin(text: str) -> bool:
    return all(char == WORD_MARK or _is_western(char) for char in text)


def _is_western(char: str) -> bool:
    if unicodedata.category(char)[0] in "LM":
        return unicodedata.name(char, "").startswith(
            ("LATIN ", "MICRO ", "FEMININE ", "MASCULINE ")
        )
    return ord(char) <= LAST_WESTERN


def _added(id_: int, text: str) -> dict[str, Any]:
    flags = {"single_word": False, "lstrip": text == "<mask>", "rstrip": False}
    return {"id": id_, "content": text, **flags, "normalized": False, "special": True}


def _normalizer(pieces: Pieces) -> dict[str, Any]:
    deletions = _any_of(pieces.deleted)
    spaces = _any_of(pieces.spaced)
    steps = [
        {"type": "Replace", "pattern": {"Regex": deletions}, "content": ""},
        {"type": "Replace", "pattern": {"Regex": spaces}, "content": " "},
        {"type": "NFKC"},
        {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
    ]
    return {"type": "Sequence", "normalizers": steps}


def _any_of(characters: tuple[str, ...]) -> str:
    return "[" + "".join(f"\\x{{{ord(char):X}}}" for char in characters) + "]"


def _metaspace() -> dict[str, Any]:
    return {
        "type": "Metaspace",
        "replacement": WORD_MARK,
        "prepend_scheme": "always",
        "split": True,
    }


def _template(bos: str, eos: str) -> dict[str, Any]:
    def token(text: str) -> dict[str, Any]:
        return {"SpecialToken": {"id": text, "type_id": 0}}

    sequence = {"Sequence": {"id": "A", "type_id": 0}}
    pair = {"Sequence": {"id": "B", "type_id": 0}}
    return {
        "type": "TemplateProcessing",
        "single": [token(bos), sequence, token(eos)],
        "pair": [token(bos), sequence, token(eos), token(eos), pair, token(eos)],
        "special_tokens": {
            text: {"id": text, "ids": [id_], "tokens": [text]}
            for text, id_ in ((bos, BOS), (eos, EOS))
        },
    }
