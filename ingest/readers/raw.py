"""What every format reader returns: blocks of text in reading order, and what the format says."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Block", "BlockKind", "FormatMeta", "RawText"]

# Stands in a block's text where a new page begins; cleaning turns the marks into offsets. A form
# feed is what plain text has always used for it.
PAGE_MARK = "\f"

BlockKind = Literal["heading", "paragraph", "list", "table"]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list or table; list items and table rows are lines of their own."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class FormatMeta:
    """What the format itself says of the document; everything may be missing."""

    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    rights: str | None = None
    language: str | None = None
    source_url: str | None = None
    is_sent: bool = False
    """True of a mail, whose date is that of sending."""
    is_authored: bool = False
    """True where the publisher is the file's author, who may be anyone at a keyboard."""


@dataclass(frozen=True, slots=True)
class RawText:
    """The blocks of a file in reading order; `furniture` are running heads and feet taken out."""

    blocks: tuple[Block, ...]
    meta: FormatMeta = FormatMeta()
    has_pages: bool = False
    furniture: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The blocks as one text, with a blank line between them."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def title(self) -> str | None:
        """The title by the format's own word, else the first heading."""
        headings = (block.text for block in self.blocks if block.kind == "heading")
        return self.meta.title or next(headings, None)
