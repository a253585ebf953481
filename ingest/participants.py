"""Finds who takes part in an undertaking and who leads it."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.decisions import decision, probability
from ingest.layout import Span
from ingest.partner_fields import LEAD_LABEL, own_fields
from ingest.partner_signals import Company, pair_signals
from ingest.scopes import ActorMention, Scope, Source, is_elsewhere
from ingest.sightings import sightings_of
from ontology.model import Actor, ActorClaim, Evidence

__all__ = ["Pair", "Partners", "among_signals", "find_partners", "pairs_of"]

_FEDERFUEHRUNG = re.compile(
    r"federführ|Federführ|Leitkommune|Konsortialführ|Projektträger|Hauptverantwort|koordiniert\b"
    r"|Trägerin?\s+(?:ist|sind)\b|organisiert\b|stellt\s+den\s+Antrag|betreibt\b|Fäden\b|Koordination"
    r"|Geschäfte\b|Sitz\s+(?:ist|wird|der\s+\w+\s+ist)\b"
)
_FEDERFUEHRUNG_LABEL = re.compile(r"^(?:Feder\w+|Leitkommune|Konsortial\w+)", re.I)
# The best F1 lies where a claim is made from half that F1 on; the name must be right, too. On eight
# authors that nothing had been learnt from, .3 to .36 differ by .01.
THRESHOLD = 0.32
# Bodies are named once as a rule, so that less speaks for them.
BODY_THRESHOLD = 0.27
# An undertaking that is claimed although its name is doubtful has those who surely take part: a
# solution without a town would help nobody.
SURE = 0.75
MAX_CONFIDENCE = 0.95
# Odds beyond these say nothing more.
MAX_ODDS = 4.0
COUNTY_DIGITS = 5
# As the signal counts towns: the logarithm of one more than one.
ONE_TOWN = math.log(2)
MANY = 8


@dataclass(frozen=True, slots=True)
class Partners:
    """Who takes part, in order of first mention, and who leads."""

    participants: tuple[ActorClaim, ...]
    lead: ActorClaim | None


@dataclass(frozen=True, slots=True)
class Pair:
    """An undertaking and an actor, with what speaks for and against his taking part."""

    scope: Scope
    actor: Actor
    signals: dict[str, float]

    @property
    def odds(self) -> float:
        """The logarithm of the odds of taking part, each pair seen by itself."""
        name = "town_takes_part" if self.actor.ags else "body_takes_part"
        return decision(name).odds(self.signals)


def find_partners(source: Source, scopes: tuple[Scope, ...]) -> tuple[Partners, ...]:
    """Return for each undertaking those who take part; evidence is where the text names them."""
    company = Company(source, sightings_of(source), scopes)
    pairs = pairs_of(company)
    chances = [
        probability(decision("takes_part_among_others").odds(signals))
        for signals in among_signals(company, pairs, [pair.odds for pair in pairs])
    ]
    found: list[Partners] = []
    for scope in scopes:
        claims = tuple(
            _claim(company, pair, chance)
            for pair, chance in zip(pairs, chances, strict=True)
            if pair.scope is scope
            and _is_claimed(pair, chance)
            and not _is_barred(pair)
            and not _is_compared(company, pair)
        )
        found.append(Partners(claims, _lead(source, scope, claims)))
    return tuple(found)


def pairs_of(company: Company) -> list[Pair]:
    """Return every undertaking with everyone who can take part in it."""
    return [
        Pair(scope, actor, pair_signals(company, scope, actor))
        for scope in company.scopes
        for actor in company.actors
        if actor.ags or not _is_name(company, scope, actor)
    ]


def _is_name(company: Company, scope: Scope, actor: Actor) -> bool:
    """Return whether a body is the undertaking itself, mistaken for a partner in it."""
    spans = [sighting.mention.span for sighting in company.of(actor)]
    return any(s.start < m.end and m.start < s.end for s in spans for m in scope.named.mentions)


def among_signals(
    company: Company, pairs: Sequence[Pair], odds: Sequence[float]
) -> list[dict[str, float]]:
    """Return for each pair what the odds of the others say: of the list, of the main circle."""
    known = {(id(p.scope), p.actor): o for p, o in zip(pairs, odds, strict=True)}
    circles: dict[int, list[float]] = {}
    for pair, value in zip(pairs, odds, strict=True):
        circles.setdefault(id(pair.scope), []).append(value)
    found: list[dict[str, float]] = []
    for pair, value in zip(pairs, odds, strict=True):
        scope, main = id(pair.scope), id(company.scopes[0])
        beside = [
            known[scope, other]
            for sighting in company.of(pair.actor)
            for other in sighting.listed
            if other != pair.actor and (scope, other) in known
        ]
        is_further = scope != main
        in_main = known.get((main, pair.actor), -MAX_ODDS)
        found.append(
            {
                "odds": value,
                "company": _scaled(sum(beside) / len(beside)) if beside else 0.0,
                "listed": float(bool(beside)),
                "main_odds": _scaled(in_main) if is_further else 0.0,
                "further": float(is_further),
                "best": _scaled(max(circles[scope])),
                "count": min(MANY, sum(o > 0 for o in circles[scope])) / MANY,
                "body": float(pair.actor.ags is None),
                "county": float(len(pair.actor.ags or "") == COUNTY_DIGITS),
            }
        )
    return found


def _scaled(odds: float) -> float:
    return max(-MAX_ODDS, min(MAX_ODDS, odds)) / MAX_ODDS


def _is_claimed(pair: Pair, chance: float) -> bool:
    least = THRESHOLD if pair.actor.ags else BODY_THRESHOLD
    return chance >= SURE or chance * pair.scope.named.score >= least


def _is_barred(pair: Pair) -> bool:
    """Return whether the text says outright that somebody stands apart, or names only his place.

    Short texts have too few other signals to outweigh, so this does not wait for the odds.
    """
    signals = pair.signals
    if signals["only_in_name"] and signals["near_towns"] > ONE_TOWN:
        return True
    takes_up = any(signals.get(f"says_{name}") for name in ("joins", "founds", "leads"))
    is_place = bool(signals.get("before_in")) and not takes_up
    return bool(signals["passing"]) and (bool(signals["always_apart"]) or is_place)


def _is_compared(company: Company, pair: Pair) -> bool:
    """Return whether only sentences of comparison or of other matters name somebody."""
    layout = company.source.layout
    return all(is_elsewhere(layout, each.sentence) for each in company.of(pair.actor))


def _claim(company: Company, pair: Pair, chance: float) -> ActorClaim:
    """Return the claim with the sentence that speaks of both, or the first that names him."""
    sightings = company.of(pair.actor)
    scope = pair.scope
    ranked = sorted(
        sightings,
        key=lambda s: (
            not any(near.holds(s.mention.span.start, s.mention.span.end) for near in scope.near),
            not any(wide.holds(s.mention.span.start, s.mention.span.end) for wide in scope.wide),
            s.mention.span,
        ),
    )
    mention, sentence = ranked[0].mention, ranked[0].sentence
    is_inside = any(
        s.holds(mention.span.start, mention.span.end) for s in (*scope.near, *scope.wide)
    )
    span = sentence if sentence.holds(mention.span.start, mention.span.end) else mention.span
    quote = company.source.layout.quote(
        span, confidence=round(min(MAX_CONFIDENCE, chance), 2), inferred=not is_inside
    )
    return ActorClaim(pair.actor, quote)


def _lead(source: Source, scope: Scope, claims: tuple[ActorClaim, ...]) -> ActorClaim | None:
    """Return who of those taking part leads; who is alone in it does."""
    by_actor = {claim.actor: claim for claim in claims}
    for mention in _leading(source, scope):
        if mention.actor in by_actor:
            return _told(source, mention)
    if len(claims) == 1:
        return ActorClaim(claims[0].actor, _inferred(claims[0].evidence))
    return None


def _told(source: Source, mention: ActorMention) -> ActorClaim:
    sentence = source.layout.sentence_at(mention.span.start)
    span = sentence if sentence.holds(mention.span.start, mention.span.end) else mention.span
    return ActorClaim(mention.actor, source.layout.quote(span, confidence=0.8))


def _inferred(evidence: Evidence) -> Evidence:
    return Evidence(evidence.start, evidence.end, evidence.quote, 0.6, inferred=True)


def _leading(source: Source, scope: Scope) -> list[ActorMention]:
    """Return those whom the text says to lead, by fields first, then by the nearest words."""
    found: list[ActorMention] = []
    for field in own_fields(source, scope, _FEDERFUEHRUNG_LABEL):
        found += source.actors_in(Span(field.start, field.end))[:1]
    for span in scope.wide:
        cue = _FEDERFUEHRUNG.search(source.layout.cut(span))
        inside = source.actors_in(span)
        if cue and inside:
            at = span.start + cue.start()
            found.append(min(inside, key=lambda m: (abs(m.span.start - at), m.span)))
    for field in own_fields(source, scope, LEAD_LABEL):
        found += source.actors_in(Span(field.start, field.end))[:1]
    return found
