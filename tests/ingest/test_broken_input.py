import random
from pathlib import Path

import pytest

from ingest.pipeline import read_file_as_document
from ingest.readers import members
from ontology.errors import (
    DamagedFileError,
    EmptyTextError,
    EncryptedFileError,
    ReadError,
    UnsafeArchiveError,
    UnsupportedFormatError,
)
from tests.ingest.papers import a_blank_pdf, a_docx, a_zip

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
NOISE = random.Random(7).randbytes(3000)  # noqa: S311 - noise for a reader, no secret


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        pytest.param("a.txt", b"", EmptyTextError, "empty", id="no bytes"),
        pytest.param("a.pdf", a_blank_pdf(), EmptyTextError, "ocrmypdf", id="scan"),
        pytest.param(
            "a.pdf", a_blank_pdf(locked=True), EncryptedFileError, "password", id="locked"
        ),
        pytest.param("a.docx", a_docx("Text")[:9000], DamagedFileError, "cut off", id="cut docx"),
        pytest.param("a.docx", a_docx(), EmptyTextError, "no text", id="empty docx"),
        pytest.param(
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            EncryptedFileError,
            "password",
            id="locked docx",
        ),
        pytest.param("a.html", b"<html><body></body></html>", EmptyTextError, "article", id="bare"),
        pytest.param("a.html", b"<div>" * 9000, DamagedFileError, "nested", id="endless nesting"),
        pytest.param(
            "a.html",
            b"<p>Startseite | Impressum</p>",
            EmptyTextError,
            "menus|article",
            id="only menu",
        ),
        pytest.param("a.pdf", NOISE, DamagedFileError, "first bytes", id="noise as pdf"),
        pytest.param("a.txt", NOISE, DamagedFileError, "no text", id="noise as text"),
        pytest.param("a.eml", NOISE, DamagedFileError, "header", id="noise as mail"),
        pytest.param("a.odt", NOISE, DamagedFileError, "damaged", id="noise as odt"),
        pytest.param("a.bin", NOISE, UnsupportedFormatError, "no reader", id="noise"),
    ],
)
def test_what_cannot_be_read_says_why(
    name: str, content: bytes, error: type[ReadError], words: str
) -> None:
    with pytest.raises(error, match=words) as raised:
        read_file_as_document(content, name)
    assert str(raised.value).startswith(f"{name}: ")


def mutations(content: bytes, chance: random.Random) -> list[bytes]:
    changed = [content[: int(len(content) * share)] for share in (0.02, 0.5, 0.98)]
    for flips in (3, 40):
        copy = bytearray(content)
        for _ in range(flips):
            copy[chance.randrange(len(copy))] = chance.randrange(256)
        changed.append(bytes(copy))
    return changed


@pytest.mark.parametrize("suffix", ["pdf", "docx", "eml", "txt", "html"])
def test_damage_never_leaks_a_foreign_error(suffix: str) -> None:
    chance = random.Random(suffix)  # noqa: S311 - the same damage in every run
    read = failed = 0
    for path in sorted(DOCUMENTS.glob(f"*.{suffix}"))[:12]:
        for content in mutations(path.read_bytes(), chance):
            try:
                read += bool(read_file_as_document(content, path.name).text)
            except ReadError:
                failed += 1
    assert read + failed >= 15


def test_an_archive_that_reaches_outside_fails_there_and_goes_on() -> None:
    packed = a_zip(
        {"../oben.txt": b"Text", "/oben/x.txt": b"Text", "gut.txt": b"Text", "a.png": b"."}
    )
    found = list(members(packed, "a.zip"))
    assert [member.name for member in found if member.error is None] == ["a.zip/gut.txt"]
    assert [type(member.error) for member in found if member.error] == [UnsafeArchiveError] * 2


def test_an_archive_that_swells_is_not_unpacked() -> None:
    found = list(members(a_zip({"bombe.txt": bytes(30_000_000)}), "a.zip"))
    assert [type(member.error) for member in found] == [UnsafeArchiveError]


def test_archives_in_archives_end_somewhere() -> None:
    content = a_zip({"a.txt": b"Text"})
    for _ in range(5):
        content = a_zip({"innen.zip": content})
    assert [type(member.error) for member in members(content, "a.zip")] == [UnsafeArchiveError]


def test_a_damaged_member_fails_alone() -> None:
    packed = bytearray(a_zip({"a.txt": b"Erster Text", "b.txt": b"Zweiter Text"}))
    packed[packed.index(b"a.txt") + 6] ^= 0xFF
    found = {member.name: member.error for member in members(bytes(packed), "a.zip")}
    assert isinstance(found["a.zip/a.txt"], DamagedFileError)
    assert found["a.zip/b.txt"] is None


def test_a_truncated_archive_is_named() -> None:
    (found,) = members(a_zip({"a.txt": b"Text"})[:40], "a.zip")
    assert isinstance(found.error, DamagedFileError)
