"""An answer as a person reads it on the terminal, in German as the documents are."""

import textwrap
from collections.abc import Iterator

from ontology.cards import ContactCard, MunicipalityCard
from ontology.privacy import mask_contacts
from search.answer import Answer, Condition, Find, Result
from search.spelling import SPELLING

__all__ = ["answer_text", "contact_text", "town_text"]

_WIDTH = 96
# One proof convinces, two reassure; the page and --json list them all.
_PROOFS = 2


def answer_text(answer: Answer) -> str:
    """Return the answer: yes or no, then each solution with town, proof, contact and reason."""
    lines = [answer.query, *(_condition(each) for each in answer.conditions), ""]
    if answer.answered:
        lines.append(f"Ja. {_count(len(answer.results))}:")
    else:
        lines.append(f"Nein. {answer.note or 'Keine Lösung gefunden.'}")
        if answer.results:
            lines.append("Am nächsten kommt:")
    for result in answer.results:
        lines += ["", *_result(result)]
    return "\n".join(lines)


def _condition(condition: Condition) -> str:
    name = "Gesucht wurde" if condition.kind == SPELLING else "Bedingung"
    return f"   {name}: {condition.label} (aus mit --no-condition {condition.kind})"


def _count(number: int) -> str:
    return "1 Lösung" if number == 1 else f"{number} Lösungen, die beste zuerst"


def _result(result: Result) -> Iterator[str]:
    name = result.project.name if result.project else result.evidence[0].document.title
    yield f"{result.rank}. {name}"
    if result.municipalities:
        yield f"   Wer:   {', '.join(town_text(card) for card in result.municipalities)}"
    if result.project and (result.project.status or result.project.start):
        begun = f"seit {result.project.start}" if result.project.start else ""
        yield f"   Stand: {', '.join(part for part in (result.project.status, begun) if part)}"
    for find in result.evidence[:_PROOFS]:
        yield from _proof(find)
    for contact in result.contacts:
        yield f"   Anruf: {contact_text(contact)}"
    yield f"   Warum: {_why(result)}"
    if result.why.missed:
        yield f"   Zählt nicht: {'; '.join(result.why.missed)}"


def town_text(card: MunicipalityCard) -> str:
    """Return a town with its size: `Lage (33.000 Einwohner)`."""
    if not card.population:
        return card.name
    return f"{card.name} ({card.population:,} Einwohner)".replace(",", ".")


def contact_text(card: ContactCard) -> str:
    """Return whom to call: name, role, organisation."""
    return ", ".join(part for part in (card.name, card.role, card.organisation) if part)


def _proof(find: Find) -> Iterator[str]:
    quote = " ".join(mask_contacts(find.quote).split())
    source = [find.document.title, find.document.publisher, find.document.date]
    page = [f"S. {find.page}"] if find.page else []
    yield from textwrap.wrap(
        f"„{quote}“", _WIDTH, initial_indent="   Beleg: ", subsequent_indent="          "
    )
    yield f"          {', '.join([part for part in source if part] + page)}"


def _why(result: Result) -> str:
    why = result.why
    parts = [f"Sinn {why.semantic:.2f}", f"Wortlaut {why.lexical:.2f}"]
    if why.town:
        parts.append(f"ähnliche Stadt {why.similar_town:.2f} ({why.town})")
    if why.matched_terms:
        parts.append(f"Wörter: {', '.join(why.matched_terms)}")
    return "; ".join(parts)
