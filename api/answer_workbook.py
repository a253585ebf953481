"""Tables for Excel: a SPARQL answer becomes a workbook, row by row in constant memory."""

import re
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO

from xlsxwriter import Workbook

from ontology.errors import AnswerTooLargeError

__all__ = ["XLSX", "write_workbook"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a sheet of Excel holds, its head among them, and what one cell does.
MAX_ROWS = 1_048_576
MAX_CELL_CHARS = 32_767
# Beyond this many digits Excel rounds a number.
MAX_DIGITS = 15
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", '"': '"', "\\": "\\", "'": "'", "b": "\b", "f": "\f"}
_ESCAPE = re.compile(r"\\(.)")


def write_workbook(lines: Iterable[bytes]) -> IO[bytes]:
    """Return a file with the workbook of an answer that came as lines of TSV."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 — who gets the answer closes it
    # A text stays a text: nothing becomes a formula or a link because of how it begins.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(file, options)
    sheet = book.add_worksheet("SPARQL")
    bold = book.add_format({"bold": True})
    for number, line in enumerate(lines):
        if number == MAX_ROWS:
            raise AnswerTooLargeError(
                f"An Excel sheet holds {MAX_ROWS - 1} rows and the answer has more; take CSV."
            )
        if number == 0:
            sheet.write_row(0, 0, list(_names(line)), bold)
            sheet.freeze_panes(1, 0)
            continue
        for column, value in enumerate(map(_value, _cells(line))):
            if isinstance(value, float):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, value[:MAX_CELL_CHARS])
    book.close()
    file.seek(0)
    return file


def _cells(line: bytes) -> list[str]:
    return line.decode().rstrip("\r\n").split("\t")


def _names(line: bytes) -> Iterator[str]:
    return (name.removeprefix("?") for name in _cells(line))


def _value(term: str) -> str | float:
    """Return what a term of TSV reads as: a number, or the text without its marks."""
    if _NUMBER.fullmatch(term) and sum(map(str.isdecimal, term)) <= MAX_DIGITS:
        return float(term)
    literal = _LITERAL.match(term)
    if literal:
        return _ESCAPE.sub(lambda one: _ESCAPED.get(one[1], one[1]), literal[1])
    return term[1:-1] if term.startswith("<") and term.endswith(">") else term
