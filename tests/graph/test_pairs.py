import itertools

from graph.mentions import kind_of, read_mentions
from graph.reconciling import reconcile
from tests.graph.corpus_store import CorpusStore
from tests.graph.pairs import GROUPS

# A wrong merge shows two people as one; a missed one shows a thing twice.
MIN_PRECISION, MIN_RECALL = 0.98, 0.75


def test_names_of_the_corpus_are_joined_as_a_reader_joins_them(corpus_store: CorpusStore) -> None:
    found = read_mentions(corpus_store.store)
    outcome = reconcile(found)
    bearers: dict[tuple[str, str], set[str]] = {}
    for iri, mentions in found.by_thing.items():
        for name in {name for mention in mentions.values() for name in mention.names}:
            chief = outcome.canonical.get(iri, iri)
            bearers.setdefault((kind_of(iri), name), set()).add(chief)
    joined = {True: 0, False: 0}
    missed = 0
    for kind, groups in GROUPS.items():
        known = [(group, name) for group in groups for name in group if (kind, name) in bearers]
        for (group, one), (other_group, other) in itertools.combinations(known, 2):
            is_one = bool(bearers[kind, one] & bearers[kind, other])
            joined[group == other_group] += is_one
            missed += group == other_group and not is_one
    print(f"right {joined[True]}, wrong {joined[False]}, missed {missed}")
    assert joined[True] >= 12, "too few of the listed names were found in the corpus"
    assert joined[True] / (joined[True] + joined[False]) >= MIN_PRECISION
    assert joined[True] / (joined[True] + missed) >= MIN_RECALL


def test_no_two_persons_of_the_corpus_share_a_surname_and_become_one(
    corpus_store: CorpusStore,
) -> None:
    outcome = reconcile(read_mentions(corpus_store.store))
    for pair in outcome.pairs:
        if pair.outcome == "merged" and kind_of(pair.one) == "person":
            given = {iri.rpartition("/")[2].partition("-")[0] for iri in (pair.one, pair.other)}
            assert len(given) == 1, pair
