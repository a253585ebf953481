from tests.bench.compounds import pairs


def test_there_are_200_pairs_and_none_repeats_its_query_literally() -> None:
    known = pairs()
    assert len({pair.query for pair in known}) == len({pair.sentence for pair in known}) == 200
    assert not [pair for pair in known if pair.query in pair.sentence]


def test_a_bar_stands_only_where_a_compound_has_its_joint() -> None:
    assert [pair.query for pair in pairs() if pair.marked == "Bauhof|kooperation"] == [
        "Bauhofkooperation"
    ]
    assert all(
        len(part) > 2 for pair in pairs() for part in pair.marked.split("|") if "|" in pair.marked
    )
