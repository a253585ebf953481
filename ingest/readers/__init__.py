"""Readers, one a file format."""

from ingest.readers.archive import Member, members
from ingest.readers.dispatch import SUFFIXES, read_file
from ingest.readers.raw import Block, FormatMeta, RawText

__all__ = ["SUFFIXES", "Block", "FormatMeta", "Member", "RawText", "members", "read_file"]
