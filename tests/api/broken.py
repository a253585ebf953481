"""Broken inputs as they reach a town hall, each built here from nothing."""

import io
import random
import zipfile
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

__all__ = ["write_broken_inputs"]


def write_broken_inputs(folder: Path, *, sound_docx: bytes, sound_pdf: bytes) -> list[str]:
    """Write one file of each broken kind and return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "leer.pdf": _pdf(b""),
        "scan.pdf": _pdf(b"q 100 0 0 100 72 600 cm Q"),
        "passwort.pdf": _encrypted(sound_pdf),
        "abgeschnitten.docx": sound_docx[: len(sound_docx) // 2],
        "null.txt": b"",
        "ohne-text.html": b"<!doctype html><html><body><nav>Start | Kontakt</nav></body></html>",
        "zufall.pdf": random.Random(3).randbytes(4096),  # noqa: S311 - noise, not secrecy
        "ausbruch.zip": _escaping_zip(),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "verschwunden.txt").symlink_to(folder / "gibt-es-nicht.txt")
    return sorted([*files, "verschwunden.txt"])


def _pdf(drawing: bytes) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    stream = DecodedStreamObject()
    stream.set_data(drawing)
    page[NameObject("/Contents")] = stream
    return _written(writer)


def _encrypted(sound_pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(sound_pdf)))
    writer.encrypt("geheim", algorithm="RC4-128")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _escaping_zip() -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("../../ausbruch.txt", "Der Bauhof von nebenan.")
    return output.getvalue()
