"""Every error the project raises on purpose.

NachbarwissenError
├── UsageError               what was asked for cannot be meant
│   ├── PathError            a path that does not exist or cannot be read
│   │   └── EmptyHomeError   an installation that holds nothing to read yet
│   ├── CorrectionError      a value that cannot be right; `cause` says why in one word
│   └── SettingError         a setting with an impossible value
├── ReadError                one document cannot be read; the others go on
│   ├── UnsupportedFormatError
│   ├── DamagedFileError
│   ├── EncryptedFileError
│   ├── EmptyTextError       nothing to read: empty, scanned, or all boilerplate
│   ├── FetchError           an address gives no document; `cause` says why in one word
│   ├── ProposalError        the language model that was set gives no usable answer
│   └── UnsafeArchiveError   a ZIP that writes outside itself or unpacks to too much
├── StoreError               the graph cannot do what was asked
│   ├── InvalidGraphError    SHACL violations; the document is not stored
│   ├── QueryError           a SPARQL query that does not parse or cannot be run
│   │   ├── AnswerTooLargeError  more rows or bytes than one answer may have
│   │   ├── FormatError          no format that the client takes can hold the answer
│   │   ├── QueryAbortedError    it needed more memory than a query may have, or crashed
│   │   └── QueryTimeoutError    it ran longer than a query may
│   ├── ForbiddenError       what this endpoint does not do, or not without the token
│   ├── BusyError            too many queries wait already; try again later
│   └── NotFoundError        no such document, entity or named query
├── SearchIndexError         the search index cannot do what was asked
│   └── StaleIndexError      index and model or index and graph do not belong together: reindex
├── AccessError              who asks may not do this, or not now
│   ├── SignInError          name or password are wrong
│   └── TooManyAttemptsError too many failed sign-ins; wait
├── MailError                a letter that the mail server did not take; it is tried again
├── ModelError               the embedding model is missing or cannot be built
└── InUseError               another process is writing to this installation
"""

__all__ = [
    "AccessError",
    "AnswerTooLargeError",
    "BusyError",
    "CorrectionError",
    "DamagedFileError",
    "EmptyHomeError",
    "EmptyTextError",
    "EncryptedFileError",
    "FetchError",
    "ForbiddenError",
    "FormatError",
    "InUseError",
    "InvalidGraphError",
    "MailError",
    "ModelError",
    "NachbarwissenError",
    "NotFoundError",
    "PathError",
    "ProposalError",
    "QueryAbortedError",
    "QueryError",
    "QueryTimeoutError",
    "ReadError",
    "SearchIndexError",
    "SettingError",
    "SignInError",
    "StaleIndexError",
    "StoreError",
    "TooManyAttemptsError",
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


class EmptyHomeError(PathError):
    """An installation holds nothing that could be read yet; bring documents first."""


class CorrectionError(UsageError):
    """A value cannot be right; `cause` says why in one word, for texts in other languages."""

    def __init__(self, cause: str, message: str) -> None:
        super().__init__(message)
        self.cause = cause


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


class FetchError(ReadError):
    """An address gives no document; `cause` says why in one word, for texts in other languages."""

    def __init__(self, cause: str, message: str) -> None:
        super().__init__(message)
        self.cause = cause


class ProposalError(ReadError):
    """The language model that the settings name gives no usable answer."""


class UnsafeArchiveError(ReadError):
    """A ZIP archive reaches outside itself or unpacks to too much."""


class StoreError(NachbarwissenError):
    """The graph store cannot do what was asked."""


class InvalidGraphError(StoreError):
    """A document's statements violate the shapes; nothing of it was stored."""


class QueryError(StoreError):
    """A SPARQL query does not parse or cannot be evaluated."""


class AnswerTooLargeError(QueryError):
    """An answer has more rows or bytes than one may have; nothing of it was sent."""


class FormatError(QueryError):
    """No format that the client takes can hold the answer."""


class QueryAbortedError(QueryError):
    """A query needed more memory than one may have, or ended its process otherwise."""


class QueryTimeoutError(QueryError):
    """A query ran longer than one may; it was ended."""


class ForbiddenError(StoreError):
    """What was asked is not done here, or only for an administrator."""


class BusyError(StoreError):
    """Too many queries wait already; the same one can be answered later."""


class NotFoundError(StoreError):
    """There is no such document, entity or named query."""


class SearchIndexError(NachbarwissenError):
    """The search index cannot do what was asked."""


class StaleIndexError(SearchIndexError):
    """The index does not belong to this model or this graph; `reindex` mends it."""


class AccessError(NachbarwissenError):
    """Who asks may not do this, or not now."""


class SignInError(AccessError):
    """Name or password are wrong."""


class TooManyAttemptsError(AccessError):
    """Too many sign-ins failed; `wait_s` says after how many seconds the next may be tried."""

    def __init__(self, message: str, wait_s: int) -> None:
        super().__init__(message)
        self.wait_s = wait_s


class MailError(NachbarwissenError):
    """The mail server that the settings name did not take a letter."""


class ModelError(NachbarwissenError):
    """The embedding model is missing, damaged or cannot be built."""


class InUseError(NachbarwissenError):
    """Another process is writing to this installation."""
