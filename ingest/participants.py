"""Finds who takes part in an undertaking and who leads it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.layout import Field, Span
from ingest.partner_words import APART, CIRCLE, DEED, GIVES, JOINT, NUMBERS, clause_at
from ingest.scopes import ActorMention, Scope, Source
from ontology.model import ActorClaim, Evidence

__all__ = ["Partners", "find_partners", "inherited"]

_PARTNER_LABEL = re.compile(
    r"^(?:(?:sonstige|weitere|alle|die)\s+)?(?:Beteiligte|Teilnehmende|Kooperierende"
    r"|Mitwirkende)?\s*(?:Kommunen|Städte|Partner|Kooperationspartner|Projektpartner|Beteiligte"
    r"|Mitglieder|Mitgliedskommunen|Verbandsmitglieder|Verbundpartner|Partnerkommunen"
    r"|Wer\s+(?:ist\s+dabei|macht\s+mit|gehört\s+dazu)"
    r"|Gebietskörperschaften|Städte und Gemeinden|Träger|Gesellschafter|Zuständig"
    r"|Dienstleister|Betreiber|Auftragnehmer|Umsetzung\s+durch|(?:Wissenschaftliche\s+)?Begleitung)(?!\w)",
    re.I,
)
_LEAD_LABEL = re.compile(
    r"^(?:Hauptverantwortlich\w*|Feder\w+|Leitkommune|Träger(?!\w*\s*:.*,)|Projektträger|Leitung"
    r"|Koordination|Konsortial\w+|Antragsteller\w*|Verantwortlich\w*)",
    re.I,
)
_FEDERFUEHRUNG = re.compile(
    r"federführ|Federführ|Leitkommune|Konsortialführ|Projektträger|Hauptverantwort|koordiniert\b"
    r"|Trägerin?\s+(?:ist|sind)\b|organisiert\b|stellt\s+den\s+Antrag|betreibt\b"
)
_LOCATION = re.compile(
    r"\((?:im\s+)?(?:Land)?[Kk]reis\s[^)]*\)|Geschäftssitz\s\S+|mit\s+(?:Haupt)?[Ss]itz\s+in\s\S+"
    r"|Regierungsbezirk\s\S+|\b(?:aus|in)\s+den\s+Kreisen\s[^,.]{0,60}(?=,\s*(?:nämlich"
    r"|darunter))|\bim\s+(?:Land)?[Kk]reis\s\S+"
)
_DATELINE = re.compile(r"\A[*_\s]*[A-ZÄÖÜ][\w()./ –-]{2,60}?[.:](?=\s)")
# A paragraph of names is a list when towns fill this part of it.
_LIST_COVER = 0.6
# More partners than these are not all in every part of a programme.
LARGE_CIRCLE = 6
COUNTY_DIGITS = 5
# From so many supported towns on, others named in passing are none of the circle.
SURE_CIRCLE = 2


@dataclass(frozen=True, slots=True)
class Partners:
    """Who takes part, in order of first mention, and who leads."""

    participants: tuple[ActorClaim, ...]
    lead: ActorClaim | None


def find_partners(source: Source, scope: Scope) -> Partners:
    """Return those whom the text names as taking part; evidence is where it does so."""
    listed = tuple(_listed(source, scope))
    told = tuple(_towns(source, scope))
    apart = {mention.actor for mention in told if not _is_in_name(mention, scope)}
    mentions = listed or tuple(m for m in told if not apart or m.actor in apart)
    if not scope.is_main and not listed:
        mentions = (*mentions, *_circle(source, scope))
    mentions = (*mentions, *_bodies(source, scope))
    lead = _lead(source, scope)
    claims = _claims(source, [*mentions, *_appended(lead)])
    if lead is None and len(claims) == 1:
        only = claims[0]
        return Partners(claims, ActorClaim(only.actor, _inferred(only.evidence)))
    return Partners(claims, _claims(source, [lead])[0] if lead else None)


def _is_in_name(mention: ActorMention, scope: Scope) -> bool:
    return any(s.holds(mention.span.start, mention.span.end) for s in scope.named.mentions)


def inherited(partners: Partners, main: Partners) -> Partners:
    """Return the main undertaking's partners for one whose own the text does not name.

    Of a large circle only its counties are taken: who of the others takes part is not said.
    """
    if partners.participants:
        return partners
    circle = main.participants
    if len(circle) > LARGE_CIRCLE:
        circle = tuple(claim for claim in circle if len(claim.actor.ags or "") == COUNTY_DIGITS)
    claims = tuple(ActorClaim(c.actor, _inferred(c.evidence)) for c in circle if c.actor.ags)
    return Partners(claims, partners.lead or (main.lead if len(claims) == 1 else None))


def _appended(lead: ActorMention | None) -> list[ActorMention]:
    return [lead] if lead else []


def _inferred(evidence: Evidence) -> Evidence:
    return Evidence(evidence.start, evidence.end, evidence.quote, 0.6, inferred=True)


def _claims(source: Source, mentions: Iterable[ActorMention]) -> tuple[ActorClaim, ...]:
    claims: dict[tuple[str, str | None], ActorClaim] = {}
    for mention in mentions:
        key = (mention.actor.name, mention.actor.ags)
        sentence = source.layout.sentence_at(mention.span.start)
        span = sentence if sentence.holds(mention.span.start, mention.span.end) else mention.span
        claims.setdefault(key, ActorClaim(mention.actor, source.layout.quote(span, confidence=0.8)))
    return tuple(claims.values())


def _own_fields(source: Source, scope: Scope, label: re.Pattern[str]) -> Iterator[Field]:
    """Labelled values count for the main undertaking; others have theirs in their table row."""
    for field in source.layout.fields:
        if scope.is_main and label.match(field.label) and source.layout.row_at(field.start) is None:
            yield field
    spans = [row.span for row in source.layout.rows if row.span in scope.near]
    for row in source.layout.rows:
        if row.span in spans:
            for head, cell in zip(row.header, row.cells, strict=True):
                if label.match(head):
                    yield Field(head, source.layout.cut(cell), cell.start, cell.end)
        elif scope.is_main and len(row.cells) == 2 and label.match(source.layout.cut(row.cells[0])):
            cell = row.cells[1]
            yield Field("", source.layout.cut(cell), cell.start, cell.end)


def _listed(source: Source, scope: Scope) -> Iterator[ActorMention]:
    """Everyone in a field of partners, or in a line that is a list of towns below a title."""
    for field in _own_fields(source, scope, _PARTNER_LABEL):
        yield from _outside_locations(source, Span(field.start, field.end))
    if scope.is_main and source.document.kind == "projektsteckbrief":
        for paragraph in source.layout.paragraphs[:4]:
            inside = source.actors_in(paragraph)
            covered = sum(m.span.end - m.span.start for m in inside)
            if len(inside) > 2 and covered > _LIST_COVER * (paragraph.end - paragraph.start):
                yield from inside
    for field in _own_fields(source, scope, _LEAD_LABEL):
        yield from _outside_locations(source, Span(field.start, field.end))


def _outside_locations(source: Source, span: Span) -> Iterator[ActorMention]:
    words = source.layout.cut(span)
    blocked = [
        Span(span.start + hit.start(), span.start + hit.end()) for hit in _LOCATION.finditer(words)
    ]
    for mention in source.actors_in(span):
        if not any(b.holds(mention.span.start, mention.span.end) for b in blocked):
            yield mention


def _towns(source: Source, scope: Scope) -> Iterator[ActorMention]:
    """Return the towns of a scope that are not said to stand apart and have some support."""
    found = [m for span in (*scope.near, *scope.wide) for m in _towns_in(source, scope, span)]
    sure = [m for m in found if _is_supported(source, scope, m)]
    certain = {mention.actor for mention in sure}
    yield from (m for m in found if m.actor in certain or len(certain) < SURE_CIRCLE)


def _towns_in(source: Source, scope: Scope, span: Span) -> Iterator[ActorMention]:
    words = source.layout.cut(span)
    dateline = _DATELINE.match(words)
    begin = span.start + dateline.end() if dateline and _opens(source, span) else span.start
    is_own = not scope.is_main and span in scope.near
    for mention in _outside_locations(source, Span(min(begin, span.end), span.end)):
        clause = clause_at(words, mention.span.start - span.start)
        if mention.actor.ags and (is_own or not APART.search(clause)):
            yield mention


def _is_supported(source: Source, scope: Scope, mention: ActorMention) -> bool:
    """Return whether a town stands with the name, in a list of towns, or more than once."""
    if any(s.holds(mention.span.start, mention.span.end) for s in scope.near):
        return True
    others = [m for m in source.actors if m.actor == mention.actor]
    stretches = {source.layout.sentence_at(m.span.start) for m in others}
    return len(stretches) > 1 or len(_listed_with(source, mention)) > 1


def _listed_with(source: Source, mention: ActorMention) -> tuple[ActorMention, ...]:
    """Return the list of towns that a town stands in, itself alone where there is none."""
    sentence = source.layout.sentence_at(mention.span.start)
    run: list[ActorMention] = []
    for other in source.actors_in(sentence):
        if other.actor.ags is None:
            continue
        gap = source.layout.text[run[-1].span.end : other.span.start] if run else ""
        if run and not JOINT.match(gap):
            if mention in run:
                break
            run = []
        run.append(other)
    return tuple(run) if mention in run else (mention,)


def _circle(source: Source, scope: Scope) -> Iterator[ActorMention]:
    """Return the towns that `die drei Städte` means: the last list of so many, or any before."""
    for span in (*scope.near, *scope.wide):
        hit = CIRCLE.search(source.layout.cut(span))
        if hit is None:
            continue
        number = NUMBERS.get(hit["number"].lower().rstrip("n"))
        lists = [_listed_with(source, m) for m in source.actors if m.span.start < span.start]
        fitting = [run for run in lists if len(run) == number or (number is None and len(run) > 1)]
        yield from fitting[-1] if fitting else ()
        return


def _bodies(source: Source, scope: Scope) -> Iterator[ActorMention]:
    """Return the other organisations that a scope says do something for the undertaking."""
    for span in dict.fromkeys((*scope.near, *scope.wide)):
        words = source.layout.cut(span)
        for mention in source.actors_in(span):
            clause = clause_at(words, mention.span.start - span.start)
            works = DEED.search(clause) and not GIVES.search(clause) and not APART.search(clause)
            named = any(
                s.start < mention.span.end and mention.span.start < s.end
                for s in scope.named.mentions
            )
            if mention.actor.ags is None and works and not named:
                yield mention


def _opens(source: Source, span: Span) -> bool:
    return source.layout.paragraph_at(span.start).start == span.start


def _lead(source: Source, scope: Scope) -> ActorMention | None:
    for field in _own_fields(source, scope, _FEDERFUEHRUNG_LABEL):
        inside = source.actors_in(Span(field.start, field.end))
        if inside:
            return inside[0]
    for span in scope.wide:
        words = source.layout.cut(span)
        cue = _FEDERFUEHRUNG.search(words)
        inside = source.actors_in(span)
        if cue and inside:
            at = span.start + cue.start()
            return min(inside, key=lambda m: (abs(m.span.start - at), m.span))
    for field in _own_fields(source, scope, _LEAD_LABEL):
        inside = source.actors_in(Span(field.start, field.end))
        if inside:
            return inside[0]
    return None


_FEDERFUEHRUNG_LABEL = re.compile(r"^(?:Feder\w+|Leitkommune|Konsortial\w+)", re.I)
