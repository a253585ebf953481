"""Reads plain text and Markdown: encoding found, hard-wrapped lines put together again."""

import re
import unicodedata
from collections.abc import Iterable

from charset_normalizer import from_bytes

from ingest.readers.raw import Block, FormatMeta, RawText
from ingest.readers.reflow import blocks_of_stanza, unwrap
from ontology.errors import DamagedFileError, EmptyTextError

__all__ = ["decode", "read_markdown", "read_plain", "read_text"]

_BOMS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}

# Share of control characters above which bytes are no text; German texts of any encoding have none
# but tabs and line ends.
MAX_CONTROL_SHARE = 0.02

# Lines longer than this were not wrapped by hand: typewriter and mail widths end at 72 to 80.
MAX_WRAP_CHARS = 110
# No column of print is narrower: lines all below this were ended on purpose.
MIN_WRAP_CHARS = 30

# Of the longest line, which a table may have widened: so far a wrapped paragraph reaches at least.
FULL_SHARE = 0.9

_GAP = re.compile(r"(?<=\S)(?: {2,}|\t+)(?=\S)")
_WIDE_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
# Two blanks once are a slip; our choice.
MIN_ROWS = 3
# As a row of a table, whom to ask would be taken for the foot of a web page.
_CONTACT = re.compile(r"\s*Kontakt\b")
_RULE = re.compile(r"[\s=_*~#+.–—-]{3,}")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_TABLE_ROW = re.compile(r"\s*\|")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-*:?)?\s*")


def decode(content: bytes, name: str) -> str:
    """Return the text of bytes in UTF-8, UTF-16, Windows-1252 or what the statistics say."""
    for mark, encoding in _BOMS.items():
        if content.startswith(mark):
            return _strict(content, encoding, name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_legacy(content)
    controls = sum(unicodedata.category(char) == "Cc" and char not in "\t\n\r\f" for char in text)
    if controls > MAX_CONTROL_SHARE * max(len(text), 1):
        message = (
            f"{name}: these bytes are no text ({controls} control characters in {len(text)}); "
            "expected a plain text file. Check what program wrote the file."
        )
        raise DamagedFileError(message)
    return text


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        message = (
            f"{name}: the file says it is {encoding} but byte {error.start} is not; expected one "
            "encoding throughout. Save it again as UTF-8."
        )
        raise DamagedFileError(message) from error


def _decode_legacy(content: bytes) -> str:
    """Windows-1252 where its German letters make sense, for that is what German offices used."""
    text = content.decode("cp1252", errors="replace")
    foreign = [char for char in text if ord(char) > 127]
    german = sum(char in "äöüÄÖÜßéèàç„“”‚‘’–—…§°€«»•·²³½\xa0®©ØøÅåñôêâîáíóú" for char in foreign)
    if german >= 0.9 * len(foreign):
        return text
    best = from_bytes(content).best()
    return str(best) if best is not None else text


def read_text(content: bytes, name: str) -> RawText:
    """Return the blocks of a plain text file."""
    return read_plain(decode(content, name), name)


def read_plain(text: str, name: str, meta: FormatMeta | None = None) -> RawText:
    """Return the blocks of a text that is decoded already."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    width = _wrap_width(lines)
    blocks: list[Block] = []
    for stanza in _stanzas(lines):
        blocks += blocks_of_stanza(unwrap(_columns(stanza), width))
    if not blocks:
        message = f"{name}: the file has no text; expected words. Check that it was saved whole."
        raise EmptyTextError(message)
    return RawText(tuple(blocks), meta or FormatMeta(), has_pages="\f" in text)


def _wrap_width(lines: Iterable[str]) -> int:
    longest = max((len(line.rstrip()) for line in lines), default=0)
    return longest if MIN_WRAP_CHARS <= longest <= MAX_WRAP_CHARS else 10**9


def _stanzas(lines: Iterable[str]) -> list[list[str]]:
    stanzas: list[list[str]] = [[]]
    for line in lines:
        if line.strip() and not _RULE.fullmatch(line.replace("\f", "")):
            stanzas[-1].append(line.rstrip())
        elif stanzas[-1]:
            stanzas.append([])
    return [stanza for stanza in stanzas if stanza]


def _columns(stanza: list[str]) -> list[str]:
    """Lines set in columns as table rows; an indented line belongs to the entry above it."""
    rows: list[str] = []
    indent = min(len(line) - len(line.lstrip()) for line in stanza)
    for line in stanza:
        deep = len(line) - len(line.lstrip()) - indent
        text = line.strip()
        if rows and deep >= 4 and ":" in rows[-1] and not _GAP.search(text):
            rows[-1] = f"{rows[-1]} {text}"
        else:
            rows.append(_cells(text))
    return rows


def _cells(line: str) -> str:
    head, *rest = _GAP.split(line)
    if not rest or head.endswith(":") or len(head) <= 6:
        return " ".join([head, *rest])
    return " | ".join([head, *rest])


def read_markdown(content: bytes, name: str) -> RawText:
    """Return the blocks of a Markdown file, its marks turned into headings, lists and tables."""
    text = decode(content, name).replace("\r\n", "\n")
    body = _without_front_matter(text)
    width = _wrap_width(_inline(line) for line in body.split("\n") if not _TABLE_ROW.match(line))
    blocks: list[Block] = []
    for stanza in re.split(r"\n\s*\n", body):
        blocks += _markdown_blocks([line for line in stanza.split("\n") if line.strip()], width)
    if not blocks:
        message = f"{name}: the file has no text; expected words. Check that it was saved whole."
        raise EmptyTextError(message)
    return RawText(tuple(blocks))


def _without_front_matter(text: str) -> str:
    return re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)


def _markdown_blocks(lines: list[str], width: int) -> list[Block]:
    blocks: list[Block] = []
    prose: list[str] = []
    own = _wrap_width(_inline(line) for line in lines)
    width = max(own, round(FULL_SHARE * width)) if width <= MAX_WRAP_CHARS else width
    for line in _in_columns(lines):
        heading = _MARKDOWN_HEADING.match(line.strip())
        if heading is None:
            prose.append(_inline(line))
            continue
        blocks += blocks_of_stanza(unwrap(prose, width))
        prose = []
        blocks.append(Block("heading", _inline(heading[2])))
    kept = [line for line in prose if line and not _RULE.fullmatch(line)]
    return blocks + blocks_of_stanza(unwrap(kept, width))


def _in_columns(lines: list[str]) -> list[str]:
    """Return lines that blanks set in columns as rows of cells: "A B      Kämmerin, Stadt X"."""
    gapped = sum(bool(_WIDE_GAP.search(line.strip())) for line in lines)
    if gapped < MIN_ROWS or any(_TABLE_ROW.match(line) or _CONTACT.match(line) for line in lines):
        return lines
    rows: list[str] = []
    for line in lines:
        row = _WIDE_GAP.sub(" | ", line.strip())
        if rows and line.startswith("    ") and " | " not in row:
            rows[-1] = f"{rows[-1]} {row}"
        else:
            rows.append(row)
    return rows


def _inline(line: str) -> str:
    if _TABLE_RULE.fullmatch(line.strip()):
        return ""
    line = re.sub(r"^\s*>+\s?", "", line)
    line = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", line))
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return " | ".join(cells) if line.strip().startswith("|") else re.sub(r"^\s*[*+]\s", "- ", line)
