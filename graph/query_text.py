"""The words of a SPARQL text, told apart from strings, IRIs and comments that only look alike."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

__all__ = ["Piece", "Prologue", "pieces", "replaced", "unescaped"]

# The tokens of the SPARQL 1.1 grammar (section 19.8), in the order in which they must be tried.
_TOKEN = re.compile(
    r"""
      (?P<space>\s+|\#[^\n\r]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<text>\"{3}(?:[^\\"]|\\.|"(?!""))*\"{3}|'{3}(?:[^\\']|\\.|'(?!''))*'{3}
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<pname>(?:[^\W\d_](?:[\w.\-]*[\w\-])?)?:(?:[\w:.\-]|%[0-9A-Fa-f]{2}|\\.)*)
    | (?P<word>[^\W\d]\w*)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LAST_CODEPOINT = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Piece:
    """One token: its kind, its text, where it begins and how many braces are open before it."""

    kind: str
    text: str
    start: int
    depth: int

    @property
    def end(self) -> int:
        """Where the next token may begin."""
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        """Tell whether this is one of these keywords, in any case."""
        return self.kind == "word" and self.text.upper() in words


class Prologue:
    """The base and the prefixes that a text has declared so far."""

    def __init__(self, base: str = "") -> None:
        self._base = base
        self._prefixes: dict[str, str] = {}

    def read(self, before: Sequence[Piece], piece: Piece) -> None:
        """Take in an IRI that ends a declaration; `before` holds the tokens up to it."""
        if piece.kind != "iri" or not before:
            return
        if before[-1].is_word("BASE"):
            self._base = self.iri(piece)
        elif len(before) > 1 and before[-1].kind == "pname" and before[-2].is_word("PREFIX"):
            self._prefixes[before[-1].text[:-1]] = self.iri(piece)

    def iri(self, piece: Piece) -> str:
        """Return the whole IRI that a token stands for, empty where it stands for none."""
        if piece.kind == "iri":
            return urljoin(self._base, piece.text[1:-1])
        name, colon, local = piece.text.partition(":")
        return self._prefixes.get(name, "") + local if colon else ""


def pieces(text: str) -> Iterator[Piece]:
    """Yield the tokens of a SPARQL text without spaces and comments."""
    depth = 0
    for match in _TOKEN.finditer(text):
        kind, found = match.lastgroup or "mark", match.group()
        if found == "}":
            depth -= 1
        if kind != "space":
            yield Piece(kind, found, match.start(), depth)
        if found == "{":
            depth += 1


def unescaped(text: str) -> str:
    """Return a text with its codepoint escapes replaced, which SPARQL allows in any place."""
    return _ESCAPE.sub(_character, text)


def replaced(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """Return a text with parts replaced: from, to, and what stands there instead, in order."""
    kept, place = [], 0
    for start, end, instead in changes:
        kept += [text[place:start], instead]
        place = end
    return "".join([*kept, text[place:]])


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= _LAST_CODEPOINT else match.group()
