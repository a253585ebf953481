"""Finds what made an undertaking hard, and what of it was given up and why."""

import re
from collections.abc import Iterator

from ingest.layout import Span
from ingest.scopes import Scope, Source
from ontology.model import Claim

__all__ = ["find_obstacles", "find_stops"]

_OBSTACLE_LABEL = re.compile(
    r"^(?:\d\.\s*)?(?:Stolperstein\w*|Hürden?|Hindernis\w*|Hemmnis\w*|Schwierigkeiten|Risiken"
    r"|Knackpunkte?|Was\s+(?:lief|ging)\s+schief|Was\s+(?:war\s+)?schwierig)",
    re.I,
)
_OBSTACLE = re.compile(
    r"\b(?:Hürden?|Hindernis\w*|Hemmnis\w*|Schwierigkeit\w*|Der\s+Haken|Widerst[aä]nd\w*|Bedenken"
    r"|Streit\s+um|scheiter(?:t|te|ten|n|ns)|gescheitert|Scheitern|verzöger\w*|Verzögerung\w*"
    r"|dauerte\s+(?:es\s+)?länger|länger\s+als\s+(?:geplant|gedacht|erwartet)|teurer\s+als"
    r"|unterschätz\w*|mühsam\w*|[Ss]keptisch\s+blieb\w*|Skepsis|ungern|tückisch|passten?\s+nicht"
    r"|(?<!noch\s)nicht\s+(?:freigegeben|durchgesetzt|einig)|lehnten?\s+\w+(?:\s+\w+){0,4}\s+ab\b"
    r"|lehnten?\s+den|zweite[nr]?\s+Anlauf|suchte\w*\s+(?:wochen|monate)lang|ungeklärt"
    r"|weil\s+(?:sich\s+)?(?:nur|lediglich|kaum|zu\s+wenige?)|zu\s+(?:klein|teuer|wenig|aufwendig)"
    r"\s+war\w*|Finanzierung\b.{0,60}\bläuft\b.{0,60}\baus|läuft\s+die\s+Finanzierung"
    r"|hätten\s+wir)\b"
)
_STOPPED = re.compile(
    r"\b(?:abgebrochen|gestoppt|aufgegeben|beerdigt|beerdigen|abgeschaltet|verworfen|zurückgezogen"
    r"|ausgestiegen|stieg\w*\s+(?:\w+\s+)?aus|ausgetreten|weggefallen"
    r"|wieder\s+(?:beendet|abgeschafft|geschlossen|eingestellt)"
    r"|nicht\s+(?:weiter(?:geführt|verfolgt|betrieben)|verlängert|fortgesetzt|fortgeführt)"
    r"|(?:verlängert|fortgesetzt)\s+wird\s+\w+\s+nicht|nicht\s+verfolgt|vorläufig\s+nichts"
    r"|Nun\s+ist\s+Schluss|ausgelaufen|wird\s+wieder\s+mit|gescheitert)\b"
    # Staff is hired by the same verb that ends a bus line.
    r"|(?:linie\w*|[Aa]ngebot\w*|[Bb]etrieb\w*|[Pp]rojekt\w*|[Dd]ienst\w*|[Pp]ortal\w*|[Vv]ersuch\w*"
    r"|[Vv]orhaben\w*|[Vv]erkehr\w*|[Ff]örderung\w*|[Zz]usammenarbeit)[^.;]{0,40}?\beingestellt\b"
)
MAX_SENTENCES = 4
# "Die Software." or a number that opens a list tell nothing by themselves.
MIN_WORDS = 4


def find_obstacles(source: Source, scope: Scope) -> tuple[Claim, ...]:
    """Return the sentences that say what was hard, what delayed it and who was against it."""
    return _claims(source, (*_below_heading(source, scope), *_saying(source, scope, _OBSTACLE)))


def find_stops(source: Source, scope: Scope) -> tuple[Claim, ...]:
    """Return the sentences that say what was given up, with the reason they give."""
    return _claims(source, tuple(_saying(source, scope, _STOPPED)))


def _saying(source: Source, scope: Scope, words: re.Pattern[str]) -> Iterator[Span]:
    for span in dict.fromkeys((*scope.near, *scope.wide)):
        if words.search(source.layout.cut(span)):
            yield span


def _below_heading(source: Source, scope: Scope) -> Iterator[Span]:
    """Yield what stands under a heading, a label or a question about obstacles."""
    layout = source.layout
    for field in layout.fields if scope.is_main else ():
        if _OBSTACLE_LABEL.match(field.label) and field.value.strip():
            yield Span(field.start, field.end)
    for span in dict.fromkeys((*scope.near, *scope.wide)):
        heading = layout.section_at(span.start).heading
        title = layout.cut(heading).lstrip("# ") if heading and span.start >= heading.end else ""
        question = layout.text[layout.line_at(span.start).start : span.start].partition("?")
        if _OBSTACLE_LABEL.match(title) or (question[1] and _OBSTACLE_LABEL.match(question[0])):
            yield span


def _claims(source: Source, spans: tuple[Span, ...]) -> tuple[Claim, ...]:
    told: dict[Span, None] = {}
    for span in spans:
        is_telling = len(source.layout.cut(span).split()) >= MIN_WORDS
        if is_telling and not any(other.holds(span.start, span.end) for other in told):
            told[span] = None
    return tuple(
        Claim(" ".join(source.layout.cut(span).split()), source.layout.quote(span, confidence=0.6))
        for span in list(told)[:MAX_SENTENCES]
    )
