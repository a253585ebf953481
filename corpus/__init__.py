"""The demonstration corpus and its loader."""

from corpus.loader import Judged, corpus_ids, documents_folder, gold, questions

__all__ = ["Judged", "corpus_ids", "documents_folder", "gold", "questions"]
