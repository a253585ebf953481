"""The versions of the extractors, for the passport of every statement."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["EXTRACTOR_VERSIONS", "extractor_version"]

# Raised by whoever changes what an extractor finds; digits as in semantic versioning.
EXTRACTOR_VERSIONS: Mapping[str, str] = MappingProxyType({"recogniser": "1.0.0", "rules": "2.0.0"})

# A language model is known by its own name only; what we ask it carries this version.
PROMPT_VERSION = "1.0.0"


def extractor_version(extractor: str) -> str:
    """Return the version of an extractor by the name it gives in its evidence."""
    return EXTRACTOR_VERSIONS.get(extractor, PROMPT_VERSION)
