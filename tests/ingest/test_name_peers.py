"""What a possible name's list and section say of it."""

import pytest

from ingest.layout import Section, Span
from ingest.name_peers import peer_signals

WHOLE = Section(None, Span(0, 100))
NEWS = [Section(Span(10 * i, 10 * i + 3), Span(10 * i + 3, 10 * i + 10)) for i in range(3)]
OPENING, PLAIN = {"by_opening": 1.0}, {"by_phrase": 1.0}


def test_the_parts_of_a_list_see_the_surest_of_the_others() -> None:
    signals = [OPENING, OPENING, OPENING, PLAIN]
    found = peer_signals(signals, [2.0, -1.0, -3.0, 4.0], [WHOLE] * 4, is_newsletter=False)
    assert [one["best_of_list"] for one in found] == [-0.25, 0.5, 0.5, 0.0]
    assert [one["listed"] for one in found] == [1.0, 1.0, 1.0, 0.0]


def test_two_that_are_marked_alike_are_no_list() -> None:
    found = peer_signals([OPENING, OPENING], [2.0, 1.0], [WHOLE] * 2, is_newsletter=False)
    assert [one["listed"] for one in found] == [0.0, 0.0]


@pytest.mark.parametrize("is_newsletter", [True, False])
def test_each_section_with_a_heading_has_a_name_that_leads_it(*, is_newsletter: bool) -> None:
    sections = [NEWS[0], NEWS[0], NEWS[1], NEWS[2]]
    found = peer_signals([PLAIN] * 4, [1.0, 2.0, -2.0, 0.0], sections, is_newsletter=is_newsletter)
    assert [one["leads_section"] for one in found] == [0.0, 1.0, 1.0, 1.0]
    news = [1.0, 1.0, 1.0] if is_newsletter else [0.0, 0.0, 0.0]
    assert [one["leads_news"] for one in found][1:] == news
    alone = peer_signals([PLAIN] * 2, [1.0, 2.0], [WHOLE] * 2, is_newsletter=is_newsletter)
    assert [one["leads_section"] for one in alone] == [0.0, 0.0]
