"""Lists where the actors of a document stand, with what the words around each mention say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.layout import Span
from ingest.partner_fields import Place, place_of
from ingest.partner_words import JOINT, SAYINGS, clause_at
from ingest.scopes import ActorMention, Source, is_elsewhere
from ontology.model import Actor

__all__ = ["Sighting", "sightings_of"]

_BEFORE = {
    "in": re.compile(r"\b(?:in|nach|an|im|bis|über|nahe|durch|zwischen)\s(?:de[rmn]\s)?$", re.I),
    "from": re.compile(r"\b(?:aus|von|vom)\s(?:de[rmn]\s)?(?:\w+\s)?$", re.I),
    "with": re.compile(
        r"\b(?:mit|und|sowie|bei|beim|gemeinsam\s+mit|für)\s(?:de[rmn]\s|die\s|das\s)?(?:\w+\s)?$"
    ),
    "opens": re.compile(r"(?:^|\n|\|)\W*$"),
    "bracket": re.compile(r"\($"),
    "like": re.compile(r"\b(?:wie|als|etwa|etwa\sin|wie\sin)\s$"),
    "article": re.compile(r"\b(?:[Dd]ie|[Dd]er|[Dd]as|[Dd]en|[Dd]em)\s(?:\w+\s)?$"),
}
_BEHIND = {
    "verb": re.compile(
        r"\s(?:ist|sind|hat|haben|hatte|wird|werden|will|stellt|übernimmt|führt|macht|betreibt|zahlt|trägt|steuert|bringt|nutzt|kauft|plant|bleibt|beteiligt|prüft|lehnt)\b"
    ),
    "bracket": re.compile(r"\s?\("),
    "genitive": re.compile(
        r"s?\s(?:Bürgermeister|Kämmer|Ober|Amts|Beigeordnet|Rathaus|Rat\b|Gemeinderat|Stadtrat)"
    ),
    "colon": re.compile(r"\s?[:|]"),
}
_KIND_BEFORE = re.compile(
    r"^(?:die\s|der\s)?(?:[\w-]*[Ss]tadt|(?:Verbands|Samt|Orts)?[Gg]emeinde|Markt|(?:Land)?[Kk]reis)"
)
_PERSON_NEAR = re.compile(
    r"(?:[Bb]ürgermeister|Landr[aä]t|Kämmer|Beigeordnet|Amtsleit|[Rr]athauschef|Dezernent|manager|beauftragt)\w*"
)
LEAD_CHARS = 600
AROUND_CHARS = 34


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where somebody is named, with what the clause and the place say of him."""

    mention: ActorMention
    sentence: Span
    number: int
    place: Place
    listed: tuple[Actor, ...]
    marks: frozenset[str]


def sightings_of(source: Source) -> tuple[Sighting, ...]:
    """Return every mention of an actor in a document with its marks."""
    runs = _runs(source)
    numbers = {sentence.start: i for i, sentence in enumerate(source.layout.sentences)}
    found: list[Sighting] = []
    for mention in source.actors:
        sentence = source.layout.sentence_at(mention.span.start)
        number = numbers.get(sentence.start, 0)
        listed = runs.get(mention.span, (mention.actor,))
        place = place_of(source, mention)
        marks = frozenset(_marks(source, mention, sentence))
        found.append(Sighting(mention, sentence, number, place, listed, marks))
    return tuple(found)


def _runs(source: Source) -> dict[Span, tuple[Actor, ...]]:
    """Return for each mention the enumeration in which it stands."""
    found: dict[Span, tuple[Actor, ...]] = {}
    run: list[ActorMention] = []
    for mention in (*source.actors, None):
        gap = source.layout.text[run[-1].span.end : mention.span.start] if run and mention else ""
        if run and (mention is None or not JOINT.match(gap)):
            members = tuple(dict.fromkeys(m.actor for m in run))
            found |= {m.span: members for m in run}
            run = []
        if mention:
            run.append(mention)
    return found


def _marks(source: Source, mention: ActorMention, sentence: Span) -> Iterable[str]:
    text, span = source.layout.text, mention.span
    clause = clause_at(source.layout.cut(sentence), span.start - sentence.start)
    yield from (f"says_{name}" for name, said in SAYINGS.items() if said.search(clause))
    before = text[max(sentence.start, span.start - AROUND_CHARS) : span.start]
    behind = text[span.end : span.end + AROUND_CHARS]
    yield from (f"before_{name}" for name, cue in _BEFORE.items() if cue.search(before))
    yield from (f"behind_{name}" for name, cue in _BEHIND.items() if cue.match(behind))
    words = source.layout.cut(span)
    if _KIND_BEFORE.match(words):
        yield "with_kind"
    if words.endswith("er") and behind.startswith(" ") and not mention.actor.name.endswith("er"):
        yield "adjective"
    if _PERSON_NEAR.search(before) or _PERSON_NEAR.search(behind[:20]):
        yield "beside_office"
    if span.start < LEAD_CHARS:
        yield "in_lead"
    if is_elsewhere(source.layout, sentence):
        yield "compared"
