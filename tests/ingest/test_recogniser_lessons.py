from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.training.annotated import Example, germeval, legal, mobie
from ingest.training.further import taught_by
from ingest.training.invented import invent
from ingest.training.judged import from_gold, is_held_out
from ingest.training.lessons import read_lessons

CORPUS = Path(__file__).parents[2] / "corpus"
FIRST_NAMES = ["Aylin", "Bürge", "Detlef", "Svenja"]


def marked(examples: Sequence[Example]) -> list[list[tuple[str, str]]]:
    return [[(one.text[m.start : m.end], m.label) for m in one.marks] for one in examples]


def test_outer_names_of_a_news_file_become_marks_in_running_text(tmp_path: Path) -> None:
    path = tmp_path / "news.tsv"
    rows = [
        ("#", "a heading line", "", ""),
        ("1", "Der", "O", "O"),
        ("2", "Bad", "B-ORG", "B-LOC"),
        ("3", "Orber", "I-ORG", "B-LOCderiv"),
        ("4", "Verein", "I-ORG", "O"),
        ("5", "(", "O", "O"),
        ("6", "Hessen", "B-LOC", "O"),
        ("7", ")", "O", "O"),
        ("8", "deutscher", "B-LOCderiv", "O"),
        ("9", ".", "O", "O"),
    ]
    path.write_text("\n".join("\t".join(row) for row in rows) + "\n\n", encoding="utf-8")
    (example,) = germeval(path)
    assert example.text == "Der Bad Orber Verein (Hessen) deutscher."
    assert marked([example]) == [[("Bad Orber Verein", "ORG"), ("Hessen", "LOC")]]


def test_judges_are_persons_and_statutes_are_nothing(tmp_path: Path) -> None:
    path = tmp_path / "courts.conll"
    rows = "Richter O\nWerner B-RR\nbeim O\nLandgericht B-GRT\nUlm I-GRT\nnach O\n§ B-GS\n1 I-GS\n"
    path.write_text(f"{rows}\nPunkt O\n", encoding="utf-8")
    first, second = marked(legal(path))
    assert first == [("Werner", "PER"), ("Landgericht Ulm", "ORG")]
    assert second == []


def test_two_names_side_by_side_stay_two(tmp_path: Path) -> None:
    path = tmp_path / "mobility.iob"
    path.write_text("Ulm\tB-LOC\nAalen\tB-LOC\nBahn\tB-ORG\nAG\tI-ORG\n", encoding="utf-8")
    assert marked(mobie(path)) == [[("Ulm", "LOC"), ("Aalen", "LOC"), ("Bahn AG", "ORG")]]


def test_quotation_marks_hug_what_they_quote(tmp_path: Path) -> None:
    path = tmp_path / "quotes.iob"
    tokens = ["Das", '"', "Haus", '"', "steht", ",", "sagt", "„", "er", "“", "."]
    path.write_text("".join(f"{token}\tO\n" for token in tokens), encoding="utf-8")
    assert mobie(path)[0].text == 'Das "Haus" steht, sagt „er“.'


def test_invented_sentences_are_the_same_for_the_same_seed() -> None:
    assert invent(30, first_names=FIRST_NAMES) == invent(30, first_names=FIRST_NAMES)
    assert invent(30, first_names=FIRST_NAMES) != invent(30, first_names=FIRST_NAMES, seed=8)


def test_invented_marks_cover_whole_names_only() -> None:
    examples = invent(600, first_names=FIRST_NAMES)
    for example in examples:
        assert "{" not in example.text
        for mark in example.marks:
            name = example.text[mark.start : mark.end]
            assert name == name.strip()
            assert name
            assert not example.text[mark.start - 1 : mark.start].isalnum()
    assert {label for names in marked(examples) for _, label in names} == {"PER", "ORG", "LOC"}


def test_no_title_and_no_article_belongs_to_a_name() -> None:
    names = [pair for names in marked(invent(600, first_names=FIRST_NAMES)) for pair in names]
    assert [name for name, label in names if label == "PER" and "Dr." in name] == []
    articles = ("der ", "die ", "das ", "des ", "dem ", "den ")
    assert [name for name, label in names if label == "ORG" and name.startswith(articles)] == []


@pytest.mark.parametrize(
    ("document", "is_measured"),
    [
        ("owl-003", True),
        ("owl-004", False),
        ("de-030", True),
        ("wa-002", True),
        ("wb-003", False),
        ("dx-007", True),
        ("fx-008", True),
        ("ax-010", False),
        ("gx-003", False),
        ("px-003", True),
        ("uy-004", False),
    ],
)
def test_some_documents_of_every_series_are_for_measuring_only(
    document: str, *, is_measured: bool
) -> None:
    assert is_held_out(document) is is_measured


def test_gold_names_are_marked_where_they_stand_in_the_documents() -> None:
    examples = from_gold(CORPUS, wanted=lambda name: name == "owl-004")
    names = {pair for names in marked(examples) for pair in names}
    assert ("OstWestfalenLippe GmbH", "ORG") in names
    assert any(label == "PER" for _, label in names)
    assert not any(name.startswith("Stadt ") for name, _ in names)


def test_a_document_teaches_where_its_undertakings_are_named() -> None:
    (lesson,) = read_lessons(CORPUS, lambda _: None, lambda name: name == "owl-004")
    examples = list(taught_by(lesson))
    names = {one.text[first:after] for one in examples for first, after in one.undertakings or ()}
    told = {
        "Lippe lebt Digitalisierung!",
        "Kooperation der lippischen Digitalisierungsbeauftragten",
    }
    assert told <= names
    assert "OstWestfalenLippe GmbH" not in names
    assert {pair for each in marked(examples) for pair in each} >= {
        ("OstWestfalenLippe GmbH", "ORG")
    }
    assert all(one.undertakings is not None for one in examples)


def test_what_credits_a_picture_is_no_lesson() -> None:
    examples = from_gold(CORPUS, wanted=lambda name: not is_held_out(name))
    assert len(examples) > 500
    assert [one.text for one in examples if "Foto:" in one.text or "©" in one.text] == []
