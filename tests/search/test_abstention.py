import numpy as np
import pytest

from ontology.cards import DocumentCard
from search.abstention import Finds, judge, proof_of_search
from search.answer import Searched
from search.conditions import Wanted
from search.encoder import Encoded
from search.grouping import Group, Proof
from search.late import TokenMatch
from search.model_build import DEFAULT_MODEL_NAME
from search.passage_store import StoredPassage
from search.retrieval import RankedPassage, Retrieved
from search.surroundings import Vicinity

TOKENS = 10
DOCUMENT = DocumentCard("iri", "own", "Titel", "sonstiges", None, None, "cc-by-4.0", "a.txt")


def refuses(likeness: float, documents: dict[str, float]) -> bool:
    """Judge one find whose every token is so alike, in documents of these scores by words."""
    rows = np.full(TOKENS, likeness, np.float32)
    question = Encoded(rows, rows, np.ones(TOKENS, np.float32), np.zeros(TOKENS, np.int32))
    match = TokenMatch(likeness, rows, np.zeros((1, TOKENS), np.int32), np.zeros(1, np.int32))
    passage = StoredPassage(1, DOCUMENT.id, 0, 0, 4, "Text", None, None)
    ranked = RankedPassage(passage, 1.0, match, {})
    proof = Proof(Vicinity(DOCUMENT, (), ()), ranked, question)
    found = Group(1.0, None, (), (proof,))
    retrieved = Retrieved((ranked,), question, "", documents)
    finds = Finds([found], None, (), retrieved, Wanted(), is_english=False)
    return judge(finds, model=f"{DEFAULT_MODEL_NAME}-1") is not None


@pytest.mark.parametrize(
    ("likeness", "documents", "is_refused"),
    [
        pytest.param(0.80, {"own": 20.0, "other": 5.0}, False, id="alike and alone"),
        pytest.param(0.80, {"own": 20.0, "other": 20.0}, True, id="one among many"),
        pytest.param(0.84, {"own": 20.0, "other": 20.0}, False, id="very alike"),
        pytest.param(0.74, {"own": 20.0}, True, id="alone, yet unlike"),
        pytest.param(0.80, {"other": 20.0}, True, id="without the words of the question"),
    ],
)
def test_a_find_that_stands_out_by_its_words_may_be_less_alike(
    likeness: float, documents: dict[str, float], *, is_refused: bool
) -> None:
    assert refuses(likeness, documents) is is_refused


def test_what_was_searched_is_told_in_whole_german_sentences() -> None:
    one, many = Searched(1, 1, 1), Searched(8, 30, 5, since=2019, until=2024)
    assert proof_of_search(one) == "Durchsucht wurde 1 Dokument mit 1 Abschnitt über 1 Kommune."
    assert proof_of_search(many) == (
        "Durchsucht wurden 8 Dokumente aus den Jahren 2019 bis 2024 mit 30 Abschnitten "
        "über 5 Kommunen."
    )
