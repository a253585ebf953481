"""Says of a possible name what its list and its section say: measures of a list go together."""

import math
from collections.abc import Mapping, Sequence

from ingest.decisions import probability
from ingest.layout import Layout, Section, Span

__all__ = ["home_section", "peer_signals"]

# These ways of naming mark the parts of one list.
_LISTS = ("by_coded", "by_counted", "by_item", "by_label", "by_opening", "by_point", "by_tabled")
# Two alike may be chance.
MIN_LIST = 3
# Odds beyond these say nothing more.
MAX_ODDS = 4.0


def peer_signals(
    signals: Sequence[Mapping[str, float]],
    odds: Sequence[float],
    sections: Sequence[Section],
    *,
    is_newsletter: bool,
) -> list[dict[str, float]]:
    """Return for each name what its peers say: others of its list, of its section, of all."""
    expected = math.log1p(sum(map(probability, odds)))
    first: dict[Section, float] = {}
    for section, value in zip(sections, odds, strict=True):
        first[section] = max(value, first.get(section, value))
    many = len(first) >= MIN_LIST
    best = _best_of_lists(signals, odds)
    found: list[dict[str, float]] = []
    for index, (section, value) in enumerate(zip(sections, odds, strict=True)):
        leads = float(many and section.heading is not None and value >= first[section])
        found.append(
            {
                "names": expected,
                "listed": float(index in best),
                "best_of_list": max(-MAX_ODDS, min(MAX_ODDS, best.get(index, 0.0))) / MAX_ODDS,
                "leads_section": leads,
                "leads_news": leads * is_newsletter,
            }
        )
    return found


def _best_of_lists(
    signals: Sequence[Mapping[str, float]], odds: Sequence[float]
) -> dict[int, float]:
    """Return for each name of a list the best odds among the others of its lists."""
    found: dict[int, float] = {}
    for way in _LISTS:
        members = [index for index, one in enumerate(signals) if one.get(way)]
        if len(members) >= MIN_LIST:
            second, first = sorted(odds[index] for index in members)[-2:]
            for index in members:
                best = second if odds[index] == first else first
                found[index] = max(best, found.get(index, best))
    return found


def home_section(layout: Layout, spans: Sequence[Span]) -> Section:
    """Return the first section with a heading in which a name stands, else its first."""
    sections = [layout.section_at(span.start) for span in spans]
    return next((s for s in sections if s.heading), sections[0])
