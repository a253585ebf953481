"""Turns a group of proofs into the result that is shown, with its reasons."""

from collections.abc import Sequence

from search.answer import Find, Result, Why
from search.encoder import Encoded
from search.grouping import Group, Proof
from search.quotes import cover
from search.town_fit import TownFit

__all__ = ["share", "shown_result", "unmatched_words"]

# A word of the question whose best token stays below has no counterpart in the passage: of the
# words that judged answers do say, nine in ten reach it.
COUNTERPART = 0.8
# A pronoun or a number is no reason that a find misses the question.
MIN_LETTERS = 4


def shown_result(
    found: Group, text: str, fit: TownFit, missed: Sequence[str], *, rank: int, score: float
) -> Result:
    """Return a group as it is shown; `text` is what was searched for."""
    best = found.proofs[0].ranked
    shown = found.shown
    words = cover(text, [proof.ranked.passage.text for proof in shown])
    return Result(
        rank=rank,
        score=score,
        project=found.project,
        municipalities=found.municipalities,
        evidence=tuple(map(_find, shown)),
        contacts=found.project.contacts if found.project else (),
        why=Why(
            semantic=share(best.match.score),
            lexical=share(words.share),
            similar_town=share(fit.likeness),
            matched_terms=words.terms,
            town=fit.reason,
            signals=tuple((name, share(value)) for name, value in best.signals.items()),
            missed=tuple(missed),
        ),
    )


def unmatched_words(found: Group, text: str, question: Encoded) -> tuple[str, ...]:
    """Return the question's words that the best proof has no counterpart for."""
    match = found.proofs[0].ranked.match
    said = cover(text, [found.proofs[0].ranked.passage.text]).terms
    best: dict[str, float] = {}
    for start, likeness in zip(question.starts, match.likeness, strict=True):
        word = _word_at(text, int(start))
        best[word] = max(best.get(word, 0.0), float(likeness))
    return tuple(
        word
        for word, likeness in best.items()
        if likeness < COUNTERPART
        and len(word) >= MIN_LETTERS
        and word.isalpha()
        and word not in said
    )


def share(value: float) -> float:
    """Return a value from 0 to 1 with four digits: all that matters, without the last bits."""
    return round(value, 4) if 0.0 <= value <= 1.0 else float(value > 1.0)


def _find(proof: Proof) -> Find:
    return Find(
        document=proof.document,
        quote=proof.quote.text,
        start=proof.quote.start,
        end=proof.quote.end,
        score=share(proof.ranked.score),
        page=proof.ranked.passage.page,
    )


def _word_at(text: str, place: int) -> str:
    """Return the whole word at a place; a token's place may be the space before it."""
    while 0 <= place < len(text) and not text[place].isalnum():
        place += 1
    start = end = max(0, place)
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]
