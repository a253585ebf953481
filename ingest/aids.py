"""What may help the rules: a learned recogniser, a language model, or nothing."""

from dataclasses import dataclass

from ingest.language_model import LanguageModel
from ingest.recogniser import Recogniser

__all__ = ["Aids"]


@dataclass(frozen=True, slots=True)
class Aids:
    """Optional helpers of the extractors; without any of them the rules work alone."""

    recogniser: Recogniser | None = None
    language_model: LanguageModel | None = None
