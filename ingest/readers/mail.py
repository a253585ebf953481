"""Reads e-mails: the words of the mail itself, and its attachments as files of their own."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from typing import cast

from ingest.readers.html import read_html_text
from ingest.readers.raw import FormatMeta, RawText
from ingest.readers.text import decode, read_plain
from ontology.errors import DamagedFileError, EmptyTextError

__all__ = ["attachments", "read_mail"]


def read_mail(content: bytes, name: str) -> RawText:
    """Return the text of a mail, the plain form where there are two, with subject and sender.

    Attachments are documents of their own, see `attachments`.
    """
    message = _parse(content, name)
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        text = "the mail has no text of its own"
        raise EmptyTextError(f"{name}: {text}; expected a text or HTML part. Send it as text.")
    words = _words(cast("EmailMessage", body), name)
    meta = FormatMeta(
        title=_subject(message), date=_date(message), publisher=_sender(message), is_sent=True
    )
    if body.get_content_subtype() == "html":
        return RawText(read_html_text(words, name).blocks, meta)
    return read_plain(words, name, meta)


def attachments(content: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the file name and content of each attachment, in the order of the mail."""
    for number, part in enumerate(_parse(content, name).iter_attachments(), start=1):
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield part.get_filename() or f"anlage-{number}", payload


def _parse(content: bytes, name: str) -> EmailMessage:
    try:
        message = message_from_bytes(content, policy=policy.default)
        headers = [field for field in ("from", "subject", "date", "received") if message[field]]
    except (MessageError, ValueError, IndexError, AttributeError, TypeError) as error:
        raise _damaged(name) from error
    if not headers:
        raise _damaged(name)
    return message


def _damaged(name: str) -> DamagedFileError:
    return DamagedFileError(
        f"{name}: this is no e-mail that can be read; expected header lines such as From and "
        "Subject. Save the mail again as .eml."
    )


def _words(body: EmailMessage, name: str) -> str:
    payload = body.get_payload(decode=True)
    if not isinstance(payload, bytes):
        raise _damaged(name)
    charset = body.get_content_charset()
    if charset:
        try:
            return payload.decode(charset)
        except (LookupError, UnicodeDecodeError):
            return decode(payload, name)
    return decode(payload, name)


def _subject(message: EmailMessage) -> str | None:
    subject = " ".join(str(message["subject"] or "").split())
    return re.sub(r"^(?:(?:WG|AW|FW|Fwd|Re|PM)\s*:\s*)+", "", subject, flags=re.IGNORECASE) or None


def _date(message: EmailMessage) -> str | None:
    moment = getattr(message["date"], "datetime", None)
    return moment.date().isoformat() if isinstance(moment, datetime) else None


def _sender(message: EmailMessage) -> str | None:
    return parseaddr(str(message["from"] or ""))[0] or None
