"""Describes by signs how well a body of the text suits as the holder of an office left open."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.actor_spans import ActorSpan
from ingest.holder_candidates import Candidate, Issuer, Stated, key_of
from ingest.names import NameMention
from ingest.offices import Office, office_of, sphere_of
from ingest.surroundings import Surroundings

__all__ = ["View", "view_of"]

_LEAD_IN = re.compile(
    r"(?<!\w)(?P<word>[Ff]ür|[Ii]n|[Ii]m|[Aa]us|[Vv]on|[Vv]om|[Bb]eim?|[Mm]it|[Zz]u[mr]?|[Nn]ach|[Uu]nd|[Dd]er|"
    r"[Dd]ie|[Dd]as|[Dd]es|[Dd]em|[Dd]en)\s(?:(?:der|die|das|dem|den)\s)?$"
)
_WORD = re.compile(r"[^\W\d_]+")
# Shorter words stand in others by chance; our choice.
_LONG = 6
# What bodies are, as it stands in what their people are called.
_STEMS = (
    "verband",
    "verein",
    "amts",
    "stiftung",
    "genossenschaft",
    "institut",
    "klini",
    "museum",
    "zentrum",
    "werk",
    "agentur",
    "verbund",
    "kammer",
    "schul",
    "archiv",
    "bibliothek",
    "wehr",
    "caritas",
    "diakonie",
)
# A board of directors has a business under it.
_COUNCIL = re.compile(r"aufsichtsr|verwaltungsr")
_BUSINESS = re.compile(
    r"(?<!\w)(?:g?GmbH|mbH|AG|eG|SE|AöR)(?!\w)|[Ss]parkasse|werke|[Gg]enossenschaft"
)
# How far a mention may stand before the name, in steps; our choice.
_STEPS = (40, 120, 300, 800)
# "In Lemgo", "Auch die Stadt Lemgo": what a sentence begins with, it mostly speaks of.
_OPENING_CHARS = 10


@dataclass(frozen=True, slots=True)
class View:
    """What is seen from a person's name: the stretches around it and who stands in them."""

    flat: str
    name: NameMention
    role: str
    sentence: tuple[int, int]
    previous: tuple[int, int]
    clause: tuple[int, int]
    paragraph: tuple[int, int]
    headings: tuple[tuple[int, int], ...]
    next_name: int
    is_there: bool
    is_prose: bool
    issuers: Mapping[str, str]
    stated: Sequence[Stated]
    candidates: Sequence[Candidate]

    def options(self) -> list[tuple[Candidate, list[str]]]:
        """Return the candidates, each with its signs."""
        order = self._order()
        counts = self._counts()
        return [(one, sorted(set(self._signs(one, order, counts)))) for one in self.candidates]

    def nobody(self) -> list[str]:
        """Return the signs that nobody holds the office."""
        office = office_of(self.role)
        return ["nobody", f"nobody {office}", f"nobody issued={bool(self.issuers)}"]

    def _order(self) -> Mapping[str, int]:
        """Return how many other candidates of its kind were named after each, before the name."""
        last: list[tuple[int, str, bool]] = []
        for one in self.candidates:
            before = [span.start for span in one.mentions if span.end <= self.name.start]
            if before:
                last.append((max(before), key_of(one.actor), one.kind in ("town", "county")))
        order: dict[str, int] = {}
        for is_public in (True, False):
            ranked = sorted((one for one in last if one[2] == is_public), reverse=True)
            order |= {key: rank for rank, (_, key, _) in enumerate(ranked)}
        return order

    def _counts(self) -> Mapping[str, int]:
        counts: defaultdict[str, int] = defaultdict(int)
        for one in self.candidates:
            counts[one.kind] += len(one.mentions)
            counts[f"{one.kind}s"] += 1
        return counts

    def _signs(
        self, one: Candidate, order: Mapping[str, int], counts: Mapping[str, int]
    ) -> Iterator[str]:
        office = office_of(self.role)
        sphere = sphere_of(office)
        key = key_of(one.actor)
        yield f"{office} at {one.kind}"
        if self._is_called_in_role(one):
            yield f"called in the role {one.kind in ('town', 'county')}"
        if key in self.issuers:
            yield f"issuer {sphere}"
            yield f"issuer {self.issuers[key]}"
            yield f"issuer {office} prose={self.is_prose}"
        elif one.kind in set(self.issuers.values()):
            yield f"not the issuing {one.kind}"
        rank = order.get(key)
        if rank is not None and rank < 3:
            yield f"rank {rank} {sphere}"
        share = len(one.mentions) / max(1, counts[one.kind])
        if len(self.candidates) == 1:
            yield "only one"
        if counts[f"{one.kind}s"] == 1:
            yield f"only {one.kind} {sphere}"
        elif share > 0.5:
            yield f"most named {sphere}"
        yield from self._by_others(one, office)
        yield from self._by_place(one, sphere)

    def _is_called_in_role(self, one: Candidate) -> bool:
        """Return whether the role has the body's name or kind in it: "Verbandsvorsteher"."""
        role = self.role.casefold()
        names = {one.actor.name, *(self.flat[span.start : span.end] for span in one.mentions)}
        words = {word.casefold() for name in names for word in _WORD.findall(name)}
        if any(len(word) >= _LONG and word in role for word in words):
            return True
        if any(role.startswith(f"{word}-") for word in words):
            return True
        if _COUNCIL.search(role) and _BUSINESS.search(one.actor.name):
            return True
        return any(
            stem in role and any(stem.removesuffix("s") in word for word in words)
            for stem in _STEMS
        )

    def _by_others(self, one: Candidate, office: Office) -> Iterator[str]:
        """Yield what is stated elsewhere: the same office taken, the same person employed there."""
        key = key_of(one.actor)
        for said in self.stated:
            if key_of(said.actor) != key:
                continue
            if said.person == self.name.name:
                yield "employs the person"
                yield f"employs the person {office}"
            elif said.office == office:
                yield f"taken {office}"
        before = [span for span in one.mentions if span.end <= self.name.start]
        if before and any(
            said.person != self.name.name and said.start <= before[-1].start < said.end
            for said in self.stated
        ):
            yield "said of another"

    def _by_place(self, one: Candidate, sphere: str) -> Iterator[str]:
        before = [span for span in one.mentions if span.end <= self.name.start]
        if before:
            away = self.name.start - before[-1].end
            step = next((f"within {limit}" for limit in _STEPS if away < limit), "far")
            yield f"{step} {sphere}"
        else:
            yield "not before"
        for span in one.mentions:
            yield from self._mention(span, sphere)

    def _mention(self, span: ActorSpan, sphere: str) -> Iterator[str]:
        yield from self._nearby(span, sphere)
        if self.sentence[0] <= span.end and self._is_bracketed_by(span):
            yield f"before the bracket {span.kind}"
        if span.start == self._first_in_paragraph():
            yield f"opens paragraph {sphere}"
        for at, heading in enumerate(self.headings):
            if _holds(heading, span):
                spans = [other for one in self.candidates for other in one.mentions]
                is_alone = sum(_holds(heading, other) for other in spans) == 1
                yield f"heading {at} {sphere} alone={is_alone}"
        if self.is_there and span.start == self._last_before():
            yield "there"

    def _nearby(self, span: ActorSpan, sphere: str) -> Iterator[str]:
        lead = _lead_in(self.flat, span)
        if _holds(self.clause, span):
            yield f"clause {sphere}"
            yield f"clause {lead}"
            if span.start - self.sentence[0] <= _OPENING_CHARS:
                yield f"opens sentence {sphere}"
            yield from self._is_last(span)
        elif _holds(self.sentence, span) and span.start >= self.name.end:
            first = "first" if span.start < self.next_name else "later"
            yield f"behind {first} {lead}"
        elif _holds(self.sentence, span):
            yield f"sentence {sphere}"
        elif _holds(self.previous, span):
            yield f"previous {sphere}"
            yield f"previous {lead}"
            if span.start - self.previous[0] <= _OPENING_CHARS:
                yield f"opens previous {sphere}"
        elif _holds(self.paragraph, span):
            yield f"paragraph {sphere}"

    def _is_bracketed_by(self, span: ActorSpan) -> bool:
        """Return whether the name stands in the bracket behind a body: "die Stelle (A)"."""
        between = self.flat[span.end : self.name.start]
        return between.startswith(" (") and ")" not in between

    def _is_last(self, span: ActorSpan) -> Iterator[str]:
        inside = [
            other.start
            for one in self.candidates
            for other in one.mentions
            if _holds(self.clause, other)
        ]
        if inside and span.start == max(inside):
            yield "last of clause"

    def _last_before(self) -> int:
        """Return where the last body before the name's sentence stands."""
        before = [
            other.start
            for one in self.candidates
            for other in one.mentions
            if other.kind in ("town", "county") and other.start < self.sentence[0]
        ]
        return max(before, default=-1)

    def _first_in_paragraph(self) -> int:
        inside = [
            other.start
            for one in self.candidates
            for other in one.mentions
            if _holds(self.paragraph, other)
        ]
        return min(inside, default=-1)


def _holds(stretch: tuple[int, int], span: ActorSpan) -> bool:
    return stretch[0] <= span.start < stretch[1]


def _lead_in(flat: str, span: ActorSpan) -> str:
    if span.is_genitive:
        return "genitive"
    before = flat[max(0, span.start - 12) : span.start]
    if not before.strip() or before.endswith(("\n", "\n- ")):
        return "line"
    found = _LEAD_IN.search(before)
    return found["word"].casefold() if found else "none"


def view_of(
    near: Surroundings,
    name: NameMention,
    role: str,
    *,
    known: tuple[Sequence[Candidate], Sequence[Issuer], Sequence[Stated]],
) -> View:
    """Return what is seen from a name whose bearer has a role; `known` is what the text gives."""
    sentence = near.sentence(name)
    following = [one.start for one in near.names if one.start >= name.end]
    return View(
        flat=near.flat,
        name=name,
        role=role,
        sentence=sentence,
        previous=near.sentence_before(name),
        clause=near.clause_before(name),
        paragraph=near.paragraph_before(name),
        headings=(near.heading(name), near.section_heading(name), near.title()),
        next_name=min(following, default=len(near.flat)),
        is_there=near.says_there(name),
        is_prose=near.is_in_prose(name),
        issuers={key_of(one.actor): one.how for one in known[1]},
        stated=known[2],
        candidates=known[0],
    )
