from corpus import corpus_ids, documents_folder, gold, questions


def test_every_document_of_the_folder_has_an_id() -> None:
    files = [path for path in documents_folder().iterdir() if path.suffix != ".jsonl"]
    assert len(corpus_ids()) == len(files) == 64


def test_gold_is_found_by_document_name() -> None:
    judged = gold()
    assert len(judged) == 46
    assert all(entry["id"] == name for name, entry in judged.items())


def test_questions_name_documents_that_exist() -> None:
    names = {path.stem for path in documents_folder().iterdir()}
    assert len(questions()) == 47
    assert {name for one in questions() for name in one.relevant} <= names


def test_unanswered_questions_have_no_relevant_document() -> None:
    unanswered = [one for one in questions() if one.is_unanswered]
    assert unanswered
    assert all(max(one.relevant.values(), default=0) < 2 for one in unanswered)
    assert all(one.relevant for one in questions() if not one.is_unanswered)
