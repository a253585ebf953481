"""The pages of standing questions: which are this browser's own, and what each shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from api.access import is_own_site
from api.inquiry import Inquiry, answered, inquiry_of
from api.open_questions import wording
from api.pages import YEAR_S
from api.standing import Standing, StandingQuestion, question_id
from api.view import View
from ontology.errors import BusyError
from ontology.privacy import mask_contacts
from search.answer import Find

__all__ = [
    "STANDING_COOKIE",
    "Kept",
    "keep",
    "kept_by_itself",
    "own_ids",
    "own_kept",
    "own_keys",
    "remember",
    "standing_values",
]

STANDING_COOKIE = "standing"
# A cookie of four kilobytes holds more; a list that long is no list any more.
MAX_OWN = 40


@dataclass(frozen=True, slots=True)
class Kept:
    """A question that stands on this browser's list; `key` is there if it was kept just now."""

    id: str
    key: str | None = None


def own_keys(request: Request) -> list[str]:
    """Return the keys of the questions that this browser saved."""
    return [key for key in request.cookies.get(STANDING_COOKIE, "").split(".") if key]


def own_ids(request: Request) -> set[str]:
    """Return the ids of the questions that this browser saved."""
    return {question_id(key) for key in own_keys(request)}


def keep(
    view: View, standing: Standing, inquiry: Inquiry, *, language: str, was_unanswered: bool
) -> str:
    """Keep a question as it was asked and return the key that may change it."""
    values = {name: value for name, value in inquiry.values().items() if name != "n"}
    return standing.save(
        values, language=language, known=view.store.document_ids(), was_unanswered=was_unanswered
    )


def own_kept(request: Request, standing: Standing, inquiry: Inquiry) -> Kept | None:
    """Return the question on this browser's list that has the same words."""
    own = standing.questions(own_ids(request))
    same = [one for one in own if wording(one.text) == wording(inquiry.q)]
    return Kept(same[0].id) if same else None


def kept_by_itself(
    request: Request, view: View, standing: Standing, inquiry: Inquiry, *, language: str
) -> Kept | None:
    """Keep an unanswered question that an editor asked, once; None where it is not kept.

    What another site led to, what only narrows an earlier answer, and what holds an address or a
    telephone number is left to the asker's own click.
    """
    is_asked = not inquiry.chosen and not inquiry.ignored and is_own_site(request)
    if not is_asked or mask_contacts(inquiry.q) != inquiry.q:
        return None
    try:
        key = keep(view, standing, inquiry, language=language, was_unanswered=True)
    except BusyError:
        return None
    return Kept(question_id(key), key)


def remember(request: Request, response: Response, keys: Sequence[str]) -> None:
    """Note in the browser which questions are its own, the newest first."""
    response.set_cookie(
        STANDING_COOKIE,
        ".".join(keys[:MAX_OWN]),
        max_age=YEAR_S,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def standing_values(view: View, question: StandingQuestion) -> dict[str, Any]:
    """Return what the page of a question shows: each new document, with its quote if it ranks."""
    finds: dict[str, Find] = {}
    if question.answers:
        outcome = answered(view, inquiry_of(question.values))
        for result in outcome.results:
            for find in result.evidence:
                finds.setdefault(find.document.id, find)
    found = [
        {
            "card": card,
            "found_at": answer.found_at[:10],
            "is_seen": answer.is_seen,
            "find": finds.get(answer.document_id),
        }
        for answer in question.answers
        if (card := view.catalogue.document(answer.document_id))
    ]
    return {"question": question, "found": found}
