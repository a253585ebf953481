"""Items: the documents that a source holds, one of a file, several of an archive or a mail."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from api.sources import Source
from ingest.manifest import ManifestEntry
from ingest.readers import Member, members

__all__ = ["Failure", "Item", "items_of"]


@dataclass(frozen=True, slots=True)
class Failure:
    """A source of which nothing was stored, and why; `kind` names the reason in one word."""

    source: str
    reason: str
    kind: str = "ReadError"


@dataclass(frozen=True, slots=True)
class Item:
    """One document to be: its source's key and name, its bytes, and what a manifest says of it."""

    key: str
    name: str
    content: bytes
    manifest: ManifestEntry | None = None


def items_of(source: Source, *, max_bytes: int) -> Iterator[Item | Failure]:
    """Yield the document of a file, or each one of an archive or mail; what cannot be had fails."""
    try:
        if source.path.stat().st_size > max_bytes:
            reason = f"larger than {max_bytes // 2**20} MB; see the settings."
            yield Failure(source.key, reason, "TooLarge")
            return
        content = source.path.read_bytes()
    except OSError as error:
        yield Failure(source.key, f"cannot be opened: {error.strerror}.")
        return
    held = 0
    for member in members(content, source.name):
        held += 1
        yield _item(source, member)
    if not held:
        yield Failure(source.key, "holds no file of a kind that can be read.", "Empty")


def _item(source: Source, member: Member) -> Item | Failure:
    inner = member.name.removeprefix(source.name).removeprefix("/")
    key = f"{source.key}!{inner}" if inner else source.key
    if member.error:
        return Failure(key, str(member.error), type(member.error).__name__)
    entry = source.manifest.get(PurePosixPath(member.name).name)
    return Item(key, member.name, member.content, entry)
