"""Best matches by words and parts of words: BM25 in tantivy over our own analysed tokens."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

import tantivy

from search.analysis import STEM_MARK, analyse
from search.fusion import Scores
from search.term_scores import TermScores

__all__ = ["MOST_POSTINGS", "LexicalIndex", "Sought", "Unit"]

# Small enough for a town's old server; a corpus of a thousand documents fits into one segment.
WRITER_HEAP_BYTES = 50_000_000
# Up to here what a token adds is remembered. A token met for the first time is a search of its own:
# the more units, the longer that takes (a question of new tokens 2 ms at 1,000 units, 16 ms at
# 10,000), and the less adding up gains (.2 ms instead of .3 to .4; from 4,000 units on nothing).
REMEMBERED_LIMIT = 1_000
# So many occurrences of tokens in units are looked through for a question, the rarest tokens first:
# over a million made-up passages 20 ms instead of 37 in the median and 24 instead of 57 at the 95th
# percentile, with .97 of the ten best among the first hundred. Over 40,000 units all are.
MOST_POSTINGS = 2_000_000
# The generation stands in the index itself, so that it counts in the same instant as the rest.
STAMP_ID = "generation"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is found as one: a passage or a whole document, with the document it belongs to."""

    key: int
    document_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Sought:
    """A stem that must occur, and the 4-grams by which it does within longer words too."""

    stem: str
    grams: tuple[str, ...]


class LexicalIndex:
    """One level of the index, on disk or (without a directory) in memory.

    A question's most frequent tokens are left out once it would look through `most_postings`
    occurrences in units.
    """

    def __init__(
        self,
        directory: Path | None,
        *,
        read_only: bool = False,
        most_postings: int = MOST_POSTINGS,
    ) -> None:
        self._most_postings = most_postings
        if directory is not None and not read_only:
            directory.mkdir(parents=True, exist_ok=True)
        path = None if directory is None else str(directory)
        self._index = tantivy.Index(_schema(), path=path)
        # Else it would show what another process commits before the vectors are opened anew.
        self._index.config_reader(reload_policy="manual")
        self._writer: tantivy.IndexWriter | None = None
        self._terms: TermScores | None = None

    @classmethod
    def load(cls, directory: Path, *, read_only: bool) -> "LexicalIndex | None":
        """Return the index that stands in a directory, or None where there is no whole one."""
        if not directory.is_dir() or not tantivy.Index.exists(str(directory)):
            return None
        try:
            return cls(directory, read_only=read_only)
        except ValueError:
            return None

    @property
    def generation(self) -> int:
        """The generation of the passage store that this index was last brought up to."""
        searcher = self._index.searcher()
        query = tantivy.Query.term_query(_schema(), "document_id", STAMP_ID)
        hits = searcher.search(query, 1).hits
        if not hits:
            return 0
        return int(searcher.doc(hits[0][1])["key"][0])

    def replace_all(self, units: Iterable[Unit], *, generation: int) -> None:
        """Hold exactly these units, as one act."""
        writer = self._open_writer()
        writer.delete_all_documents()
        self._write(units, generation)

    def change(self, removed: Sequence[str], added: Iterable[Unit], *, generation: int) -> None:
        """Forget what belongs to the removed documents and take in units, as one act."""
        writer = self._open_writer()
        for document_id in [*removed, STAMP_ID]:
            writer.delete_documents_by_term("document_id", document_id)
        self._write(added, generation)

    def search(self, tokens: str, *, limit: int) -> Scores:
        """Return the BM25 score of the `limit` best units for analysed tokens, best first."""
        terms = self._remembered()
        if terms is not None:
            return terms.best(tokens, limit=limit)
        query = _query(self._affordable(tokens))
        return {} if query is None else self._scores(query, limit)

    def _affordable(self, tokens: str) -> str:
        """Leave out the tokens that stand nearly everywhere, where all would take too long."""
        searcher = self._index.searcher()
        found = tokens.split()
        if len(found) * searcher.num_docs <= self._most_postings:
            return tokens
        units = {token: searcher.doc_freq("tokens", token) for token in dict.fromkeys(found)}
        rarest = sorted(units, key=lambda token: (units[token], token))
        reached = zip(rarest, accumulate([units[token] for token in rarest]), strict=True)
        kept = {token for token, places in reached if places <= self._most_postings} or {rarest[0]}
        return " ".join([token for token in found if token in kept])

    def holding(self, sought: Sequence[Sought], *, limit: int) -> Scores:
        """Return the BM25 score of the units that may hold all that is sought.

        A unit with the grams of a stem in different words is among them: look at its text.
        """
        parts = [
            part
            for one in sought
            for part in (
                *((tantivy.Occur.Must, _term(gram)) for gram in one.grams),
                # A word of its own counts more; a short one occurs as nothing else.
                (
                    tantivy.Occur.Should if one.grams else tantivy.Occur.Must,
                    _term(f"{STEM_MARK}{one.stem}"),
                ),
            )
        ]
        return self._scores(tantivy.Query.boolean_query(parts), limit)

    def has_stem(self, stem: str) -> bool:
        """Return whether some unit has a word of this stem."""
        return bool(self._scores(_term(f"{STEM_MARK}{stem}"), 1))

    def _remembered(self) -> TermScores | None:
        if self._terms is None:
            units = self._index.searcher().num_docs
            if units > REMEMBERED_LIMIT:
                return None
            keys = self._scores(tantivy.Query.all_query(), max(1, units))
            self._terms = TermScores(lambda token: self._scores(_term(token), max(1, units)), keys)
        return self._terms

    def _scores(self, query: tantivy.Query, limit: int) -> Scores:
        searcher = self._index.searcher()
        hits = searcher.search(query, limit, count=False).hits
        addresses = [address for _, address in hits]
        keys = searcher.fast_field_values("key", addresses)
        return {
            int(key): float(score)
            for key, (score, _) in zip(keys, hits, strict=True)
            if key is not None
        }

    def reload(self) -> None:
        """See what another process has committed since."""
        self._index.reload()
        self._terms = None

    def close(self) -> None:
        """Give up the writer; what was not committed is lost."""
        if self._writer is not None:
            self._writer.rollback()
            self._writer = None

    def _open_writer(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(WRITER_HEAP_BYTES, 1)
        return self._writer

    def _write(self, units: Iterable[Unit], generation: int) -> None:
        writer = self._open_writer()
        for unit in units:
            writer.add_document(_document(unit.key, unit.document_id, analyse(unit.text)))
        writer.add_document(_document(generation, STAMP_ID, ""))
        writer.commit()
        self.reload()


# Both levels are asked for the same tokens, one after the other.
@lru_cache(maxsize=10)
def _query(tokens: str) -> tantivy.Query | None:
    counted = Counter(tokens.split())
    parts = [(tantivy.Occur.Should, _weighed(token, count)) for token, count in counted.items()]
    return tantivy.Query.boolean_query(parts) if parts else None


def _weighed(token: str, count: int) -> tantivy.Query:
    query = _term(token)
    return query if count == 1 else tantivy.Query.boost_query(query, float(count))


# Questions share most of their 4-grams, and a query changes nothing of its terms.
@lru_cache(maxsize=50_000)
def _term(token: str) -> tantivy.Query:
    return tantivy.Query.term_query(_schema(), "tokens", token, "freq")


@cache
def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("key", stored=True, fast=True)
    builder.add_text_field("document_id", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("tokens", tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _document(key: int, document_id: str, tokens: str) -> tantivy.Document:
    document = tantivy.Document()
    document.add_integer("key", key)
    document.add_text("document_id", document_id)
    document.add_text("tokens", tokens)
    return document
