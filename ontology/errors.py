"""Every error the project raises on purpose.

NachbarwissenError
├── UsageError               what was asked for cannot be meant
│   ├── PathError            a path that does not exist or cannot be read
│   └── SettingError         a setting with an impossible value
├── ReadError                one document cannot be read; the others go on
│   ├── UnsupportedFormatError
│   ├── DamagedFileError
│   ├── EncryptedFileError
│   ├── EmptyTextError       nothing to read: empty, scanned, or all boilerplate
│   └── UnsafeArchiveError   a ZIP that writes outside itself or unpacks to too much
├── StoreError               the graph cannot do what was asked
│   ├── InvalidGraphError    SHACL violations; the document is not stored
│   ├── QueryError           a SPARQL query that does not parse or cannot be run
│   └── NotFoundError        no such document, entity or named query
├── SearchIndexError         the search index cannot do what was asked
│   └── StaleIndexError      index and model or index and graph do not belong together: reindex
├── ModelError               the embedding model is missing or cannot be built
└── InUseError               another process is writing to this installation
"""

__all__ = [
    "DamagedFileError",
    "EmptyTextError",
    "EncryptedFileError",
    "InUseError",
    "InvalidGraphError",
    "ModelError",
    "NachbarwissenError",
    "NotFoundError",
    "PathError",
    "QueryError",
    "ReadError",
    "SearchIndexError",
    "SettingError",
    "StaleIndexError",
    "StoreError",
    "UnsafeArchiveError",
    "UnsupportedFormatError",
    "UsageError",
]


class NachbarwissenError(Exception):
    """Root of the tree; its text says what came, what was expected and what to do."""


class UsageError(NachbarwissenError):
    """What was asked for cannot be meant."""


class PathError(UsageError):
    """A path does not exist or cannot be read."""


class SettingError(UsageError):
    """A setting has an impossible value."""


class ReadError(NachbarwissenError):
    """One document cannot be read; the others go on."""


class UnsupportedFormatError(ReadError):
    """The file is of a kind that no reader knows."""


class DamagedFileError(ReadError):
    """The file breaks the rules of its own format."""


class EncryptedFileError(ReadError):
    """The file asks for a password."""


class EmptyTextError(ReadError):
    """The file holds no text that could be read."""


class UnsafeArchiveError(ReadError):
    """A ZIP archive reaches outside itself or unpacks to too much."""


class StoreError(NachbarwissenError):
    """The graph store cannot do what was asked."""


class InvalidGraphError(StoreError):
    """A document's statements violate the shapes; nothing of it was stored."""


class QueryError(StoreError):
    """A SPARQL query does not parse or cannot be evaluated."""


class NotFoundError(StoreError):
    """There is no such document, entity or named query."""


class SearchIndexError(NachbarwissenError):
    """The search index cannot do what was asked."""


class StaleIndexError(SearchIndexError):
    """The index does not belong to this model or this graph; `reindex` mends it."""


class ModelError(NachbarwissenError):
    """The embedding model is missing, damaged or cannot be built."""


class InUseError(NachbarwissenError):
    """Another process is writing to this installation."""
