"""Finds the reader for a file by its first bytes and its name."""

import io
import re
import zipfile
from pathlib import PurePath

from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.mail import read_mail
from ingest.readers.odt import read_odt
from ingest.readers.office import check_package
from ingest.readers.pdf import read_pdf
from ingest.readers.raw import RawText
from ingest.readers.text import read_markdown, read_text
from ontology.errors import DamagedFileError, EmptyTextError, UnsupportedFormatError

__all__ = ["SUFFIXES", "format_of", "read_file"]

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MAIL = re.compile(rb"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n")


def read_file(content: bytes, name: str) -> RawText:
    """Return the text of a file of any known kind; `name` serves for its suffix and messages."""
    if not content.strip():
        message = (
            f"{name}: the file is empty ({len(content)} bytes); expected a document. Fetch it anew."
        )
        raise EmptyTextError(message)
    return _READERS[format_of(content, name)](content, name)


def format_of(content: bytes, name: str) -> str:
    """Return the kind of a file: what its bytes say, else what its suffix says."""
    suffix = PurePath(name).suffix.lower()
    by_name = SUFFIXES.get(suffix)
    by_bytes = _sniff(content)
    if by_bytes is not None and not (
        by_bytes in {"html", "eml"} and by_name in {"eml", "txt", "md"}
    ):
        return by_bytes
    if by_name in {"docx", "odt"}:
        check_package(content, name)
    if by_name in _BINARY:
        message = (
            f"{name}: the name says {by_name} but the first bytes do not; expected a whole "
            f"{by_name} file. Fetch it anew, or name it for what it is."
        )
        raise DamagedFileError(message)
    if by_name is None:
        message = (
            f"{name}: no reader knows this kind of file; expected one of "
            f"{', '.join(sorted(SUFFIXES))}. Save it in one of these."
        )
        raise UnsupportedFormatError(message)
    return by_name


def _sniff(content: bytes) -> str | None:
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _zip_kind(content)
    if _HTML.match(content[:4096]):
        return "html"
    return None


def _zip_kind(content: bytes) -> str | None:
    """Word and OpenDocument files are archives; what lies within tells them apart."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    if "word/document.xml" in names:
        return "docx"
    return "odt" if {"content.xml", "mimetype"} <= names else None


SUFFIXES = {
    ".docx": "docx",
    ".eml": "eml",
    ".htm": "html",
    ".html": "html",
    ".md": "md",
    ".odt": "odt",
    ".pdf": "pdf",
    ".txt": "txt",
}

_BINARY = frozenset({"docx", "odt", "pdf"})

_READERS = {
    "docx": read_docx,
    "eml": read_mail,
    "html": read_html,
    "md": read_markdown,
    "odt": read_odt,
    "pdf": read_pdf,
    "txt": read_text,
}
