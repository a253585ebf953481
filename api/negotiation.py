"""Content negotiation: which of the formats on offer a client's Accept header likes best."""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["best_match"]


@dataclass(frozen=True, slots=True)
class _Range:
    """One media range of an Accept header; the more is spelt out, the more specific it is."""

    kind: str
    subkind: str
    quality: float

    @property
    def specificity(self) -> int:
        return (self.kind != "*") + (self.subkind != "*")

    def covers(self, media_type: str) -> bool:
        kind, _, subkind = media_type.partition("/")
        return self.kind in {"*", kind} and self.subkind in {"*", subkind}


def best_match(accept: str | None, offers: Sequence[str]) -> str | None:
    """Return the media type of `offers` that the header prefers, None where it takes none.

    Without a header the first offer wins, and the earlier offer where two are liked alike.
    """
    if not accept or not accept.strip():
        return offers[0]
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    liked = [(_quality(offer, ranges), -place, offer) for place, offer in enumerate(offers)]
    quality, _, offer = max(liked)
    return offer if quality > 0 else None


def _quality(media_type: str, ranges: Sequence[_Range]) -> float:
    covering = [one for one in ranges if one.covers(media_type)]
    if not covering:
        return 0.0
    return max(covering, key=lambda one: one.specificity).quality


def _range(part: str) -> _Range:
    media_type, *parameters = (piece.strip() for piece in part.split(";"))
    kind, _, subkind = media_type.lower().partition("/")
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            quality = _number(value)
    return _Range(kind, subkind or "*", quality)


def _number(value: str) -> float:
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0
