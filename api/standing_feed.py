"""The feed of a standing question: an entry for each document that came and answered it."""

from xml.etree import ElementTree

from api.answer_feed import ATOM, add_link, add_text
from api.dates import day
from api.standing import StandingQuestion
from api.view import View

__all__ = ["standing_feed"]


def standing_feed(question: StandingQuestion, view: View, *, address: str) -> bytes:
    """Return the feed; a document that is no longer there has no entry."""
    ElementTree.register_namespace("", ATOM)
    base = address.rstrip("/")
    page = f"{base}/merkliste/{question.id}"
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    add_text(feed, "id", page)
    add_text(feed, "title", question.text)
    newest = max((one.found_at for one in question.answers), default=question.saved_at)
    add_text(feed, "updated", newest)
    add_link(feed, page)
    author = ElementTree.SubElement(feed, f"{{{ATOM}}}author")
    add_text(author, "name", "Nachbarwissen")
    for answer in question.answers:
        card = view.catalogue.document(answer.document_id)
        if card is None:
            continue
        entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
        add_text(entry, "id", f"{page}#{answer.document_id}")
        add_text(entry, "title", card.title)
        add_text(entry, "updated", answer.found_at)
        add_link(entry, f"{base}{question.address}")
        said = [card.publisher, day(card.date, question.language) if card.date else None]
        add_text(entry, "summary", ", ".join(part for part in said if part) or card.title)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written
