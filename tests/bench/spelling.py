"""What correcting typing errors is worth: questions typed wrong, answered with and without it.

usage: python -m tests.bench.spelling

Always the same errors: one or two words of each question lose, swap, double or gain a letter or
get that of a neighbouring key.
"""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from api.settings import read_settings
from api.view import View, open_for_reading
from search.analysis import content_words
from search.answer import Question
from search.spelling import SPELLING
from tests.bench.machine import ROOT
from tests.quality import retrieval_score

__all__ = ["main", "mistyped"]

FILES = (ROOT / "corpus" / "questions.jsonl", ROOT / "tests" / "quality" / "officers.jsonl")
ROUNDS = 3
SHORTEST = 6
_ROWS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")


def main() -> int:
    """Ingest the corpus, type its questions wrong, print both figures."""
    questions = [
        json.loads(line) for path in FILES for line in path.read_text("utf-8").splitlines()
    ]
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "api", "--home", scratch, "ingest"]
        subprocess.run([*command, str(ROOT / "corpus" / "documents")], cwd=ROOT, check=True)
        view = open_for_reading(read_settings(home=Path(scratch)))
        for errors in (0, 1, 2):
            for ignored in ((SPELLING,), ()):
                figures = _figures(view, questions, errors, ignored)
                print(f"errors {errors}, {'without' if ignored else 'with'} correction: {figures}")
    return 0


def mistyped(question: dict[str, Any], *, errors: int, seed: int) -> str:
    """Return a question's words with so many of them typed wrong."""
    chance = random.Random(f"{question['id']} {seed}")  # noqa: S311 - errors, not secrets
    text = str(question["query"])
    words = [word for word in content_words(text) if len(word) >= SHORTEST and word.isalpha()]
    for word in chance.sample(words, min(errors, len(words))):
        text = text.replace(word, _wrong(word, chance), 1)
    return text


def _wrong(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return chance.choice(
        [
            before + after,
            before + after[0] + letter + after[1:],
            before + letter + letter + after,
            before + _beside(letter, chance) + after,
            before + _beside(letter, chance) + letter + after,
        ]
    )


def _beside(letter: str, chance: random.Random) -> str:
    for row in _ROWS:
        place = row.find(letter.lower())
        if place >= 0:
            return chance.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
    return letter


def _figures(
    view: View, questions: list[dict[str, Any]], errors: int, ignored: tuple[str, ...]
) -> str:
    ndcg, refused, rounds = 0.0, 0.0, ROUNDS if errors else 1
    for seed in range(rounds):
        answers = {}
        for each in questions:
            text = mistyped(each, errors=errors, seed=seed)
            found = view.engine.ask(Question(text, asker=each.get("asker"), ignored=ignored))
            results = [
                {
                    "evidence": [
                        {"document": {"source_file": f.document.source_file}} for f in r.evidence
                    ]
                }
                for r in found.results
            ]
            answers[each["id"]] = {"answered": found.answered, "results": results}
        score = retrieval_score.score(questions, answers)
        ndcg, refused = ndcg + score.ndcg_10, refused + score.wrongly_refused
    return f"nDCG@10 {ndcg / rounds:.3f}, wrongly refused {refused / rounds:.3f}"


if __name__ == "__main__":
    sys.exit(main())
