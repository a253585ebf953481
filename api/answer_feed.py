"""A question that stays: its answer as an Atom feed, which grows when a new document answers."""

from xml.etree import ElementTree

from api.answer_files import citation, plain_quote
from api.inquiry import Inquiry, Outcome
from search.answer import Find, Result

__all__ = ["add_link", "add_text", "answer_feed"]

ATOM = "http://www.w3.org/2005/Atom"
# A feed needs a time for everything; what bears no date is as old as can be told.
_UNDATED = "1970-01-01"


def answer_feed(inquiry: Inquiry, outcome: Outcome, *, address: str) -> bytes:
    """Return the feed of a question; as long as nothing answers it, it has no entry.

    An entry is an undertaking together with the document that proves it: a further document makes
    a new entry, so feed readers announce it. `address` is where this server is reached.
    """
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    base = address.rstrip("/")
    results = outcome.results if outcome.answer.answered else ()
    pairs = [(result, find) for result in results for find in result.evidence]
    page = f"{base}{inquiry.address()}"
    add_text(feed, "id", page)
    add_text(feed, "title", inquiry.q)
    add_text(feed, "updated", max((_time(find) for _, find in pairs), default=_stamp(_UNDATED)))
    add_link(feed, page)
    author = ElementTree.SubElement(feed, f"{{{ATOM}}}author")
    add_text(author, "name", "Nachbarwissen")
    for result, find in sorted(pairs, key=lambda pair: _time(pair[1]), reverse=True):
        _entry(feed, result, find, page=page)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entry(feed: ElementTree.Element, result: Result, find: Find, *, page: str) -> None:
    entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
    thing = result.project.iri if result.project else find.document.iri
    add_text(entry, "id", f"{thing}#{find.document.id}")
    add_text(entry, "title", result.project.name if result.project else find.document.title)
    add_text(entry, "updated", _time(find))
    add_link(entry, page)
    towns = ", ".join(town.name for town in result.municipalities)
    said = f"„{plain_quote(find)}“ ({citation(find)})"
    add_text(entry, "summary", f"{towns}: {said}" if towns else said)


def _time(find: Find) -> str:
    return _stamp(find.document.date or _UNDATED)


def _stamp(date: str) -> str:
    """Return an ISO date of any precision as the time that Atom wants."""
    full = f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]
    return f"{full}T00:00:00Z"


def add_text(parent: ElementTree.Element, name: str, text: str) -> None:
    """Add an Atom element with a text."""
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def add_link(parent: ElementTree.Element, address: str) -> None:
    """Add the link to the page that people read."""
    link = ElementTree.SubElement(parent, f"{{{ATOM}}}link")
    link.set("href", address)
    link.set("rel", "alternate")
