"""Looks into the ZIP package of an office file before its reader does."""

import io
import struct
import zipfile
import zlib

from ontology.errors import DamagedFileError, EncryptedFileError, UnsafeArchiveError

__all__ = ["PACKAGE_ERRORS", "check_package", "damaged_package"]

# What the libraries let through when the package or the XML in it is broken; SyntaxError is what
# lxml's own errors are.
PACKAGE_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    IndexError,
    SyntaxError,
    EOFError,
    OSError,
    NotImplementedError,
    RecursionError,
)

# Our choice: far above any document made by hand, far below what fills a small server's memory.
MAX_PACKAGE_BYTES = 500_000_000
MAX_RATIO = 200

# Password-protected Office files, and the old .doc, are compound files that begin so.
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def check_package(content: bytes, name: str) -> None:
    """Raise the fitting error for a package that is locked, cut off or far larger than it looks."""
    if content.startswith(_COMPOUND_FILE):
        message = (
            f"{name}: the file is protected by a password or of a format before 2007; expected an "
            "open .docx or .odt. Save it anew without a password."
        )
        raise EncryptedFileError(message)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
    except PACKAGE_ERRORS as error:
        raise damaged_package(name, error) from error
    if any(entry.flag_bits & 0x1 for entry in entries):
        message = f"{name}: the file asks for a password; expected none. Save it without."
        raise EncryptedFileError(message)
    size = sum(entry.file_size for entry in entries)
    if size > MAX_PACKAGE_BYTES or size > MAX_RATIO * max(len(content), 1_000_000):
        message = (
            f"{name}: {len(content)} bytes unpack to {size}; expected at most {MAX_PACKAGE_BYTES}. "
            "Check the file by hand."
        )
        raise UnsafeArchiveError(message)


def damaged_package(name: str, error: Exception) -> DamagedFileError:
    """Return the error for a package that its library could not read."""
    return DamagedFileError(
        f"{name}: the office file is damaged or cut off ({type(error).__name__}); expected a whole "
        ".docx or .odt. Open it in a word processor and save it again, or fetch it anew."
    )
