"""Letters to subscribers: what they say, and the SMTP server that takes them."""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, parseaddr
from hashlib import sha256
from urllib.parse import unquote, urlsplit

from api.dates import day
from api.messages import translator
from api.settings import Settings
from api.standing import StandingQuestion
from api.subscribers import Subscriber
from ontology.cards import DocumentCard
from ontology.errors import MailError

__all__ = ["Post", "post_of"]

_TIMEOUT_S = 20
_PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}


@dataclass(frozen=True, slots=True)
class Post:
    """Where letters are handed in, from whom they come, and to which pages they lead."""

    server: str
    sender: str
    pages: str

    def ask_to_confirm(self, subscriber: Subscriber, language: str) -> None:
        """Send the one letter that an address gets unasked: whether it really wants them.

        It holds nothing that whoever typed the address could have written.
        """
        t = translator(language)
        link = f"{self.pages}/abo/{subscriber.token}"
        letter = self._letter(subscriber, t("mail_confirm_subject"), f"confirm {subscriber.token}")
        letter.set_content(t("mail_confirm_text", link=link, pages=self.pages))
        self._send(letter)

    def tell(
        self,
        subscriber: Subscriber,
        question: StandingQuestion,
        documents: Sequence[DocumentCard],
    ) -> None:
        """Send what answers a question; the same documents make the same letter, by its id."""
        t = translator(question.language)
        named = " ".join(card.id for card in documents)
        letter = self._letter(subscriber, t("mail_subject"), f"{subscriber.token} {named}")
        end = f"{self.pages}/abo/{subscriber.token}/ende"
        letter["List-Unsubscribe"] = f"<{end}>"
        letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        lines = "\n".join(f"- {_line(card, question.language)}" for card in documents)
        page = f"{self.pages}/merkliste/{question.id}"
        letter.set_content(
            t("mail_text", question=question.text, documents=lines, page=page, end=end)
        )
        self._send(letter)

    def _letter(self, subscriber: Subscriber, subject: str, content: str) -> EmailMessage:
        letter = EmailMessage()
        letter["From"] = self.sender
        letter["To"] = subscriber.address
        letter["Subject"] = subject
        letter["Date"] = formatdate()
        host = parseaddr(self.sender)[1].rpartition("@")[2]
        letter["Message-ID"] = f"<{sha256(content.encode()).hexdigest()[:32]}@{host}>"
        letter["Auto-Submitted"] = "auto-generated"
        return letter

    def _send(self, letter: EmailMessage) -> None:
        try:
            with self._connected() as server:
                server.send_message(letter)
        except (OSError, smtplib.SMTPException) as error:
            raise MailError(
                f"The mail server of NACHBARWISSEN_SMTP_URL did not take a letter: {error}"
            ) from error

    def _connected(self) -> smtplib.SMTP:
        parts = urlsplit(self.server)
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        context = ssl.create_default_context()
        if parts.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=_TIMEOUT_S, context=context)
        else:
            server = smtplib.SMTP(host, port, timeout=_TIMEOUT_S)
        if parts.scheme == "smtp":
            server.starttls(context=context)
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
        return server


def post_of(settings: Settings) -> Post | None:
    """Return the post of an installation, None where none is set up."""
    server = settings.smtp_url.get_secret_value()
    if not (server and settings.mail_from and settings.public_url):
        return None
    return Post(server, settings.mail_from, settings.public_url.rstrip("/"))


def _line(card: DocumentCard, language: str) -> str:
    parts = [card.title, card.publisher, day(card.date, language) if card.date else None]
    return ", ".join(part for part in parts if part)
