"""The pages of standing questions: which are this browser's own, and what each shows."""

from typing import Any

from fastapi import Request

from api.inquiry import answered, inquiry_of
from api.standing import StandingQuestion, question_id
from api.view import View
from search.answer import Find

__all__ = ["STANDING_COOKIE", "own_ids", "own_keys", "standing_values"]

STANDING_COOKIE = "standing"


def own_keys(request: Request) -> list[str]:
    """Return the keys of the questions that this browser saved."""
    return [key for key in request.cookies.get(STANDING_COOKIE, "").split(".") if key]


def own_ids(request: Request) -> set[str]:
    """Return the ids of the questions that this browser saved."""
    return {question_id(key) for key in own_keys(request)}


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
