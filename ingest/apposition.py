"""Finds how far a description behind a name reaches: `A B, Leiterin der X, nannte ...`."""

import re

from ingest.actor_spans import Actors
from ingest.joined_rows import opens_row
from ingest.roles import is_role_noun, is_unit, role_phrases
from ingest.sentence_ends import SENTENCE_END

__all__ = ["apposition"]

_OPENING = re.compile(
    r"\s(?:ist|war|wird|bleibt|arbeitet|wirkt|fungiert|amtiert)\s(?:(?:seit|zum|ab|bis|vom)\s[\w.]+\s(?:[A-ZÄÖÜ][a-zä]+\s)?(?:\d{4}\s)?)?(?:(?:der|die|neue[rn]?|dort|zugleich)\s)*(?=(?:als\s)?[A-ZÄÖÜ])|\s(?=als\s[A-ZÄÖÜ])|,\sSie\ssind\s|"
    r"(?<=\w)\n(?=(?:Stadt|Gemeinde|Kreis|Landkreis|Markt|Amt|Fachbereich|Fachdienst|Stabsstelle|Leiter(?:in)?|Abteilung|Dezernat|Referat|Pressesprecher(?:in)?|Projektleiter(?:in)?)\b)|"
    r"[^\S\n]?(?:,|\||–|—|:|/|-)\s|(?=\s(?:Stadt|Gemeinde|Kreis|Landkreis|Markt|Samtgemeinde)\s)"
)
_CHUNK_END = re.compile(r"[.;:!?](?=\s|$)|\n|,\s|\s\||\s–\s|$")
_ABBREVIATION = re.compile(r"(?:\b(?:e|V|D|v|l|r|Dr|Prof|St|stellv|stv|a|d|i|bzw|ca|Nr|u|z|B)\.?)$")
# Before the name of who signs: "gez.", "i. A.", "Ihre".
_SIGNED = re.compile(r"^(?:gez\.|i\.\s?[AV]\.|Ihre?|Euere?)\s")
# A title, given names, a particle and a double surname.
MAX_NAME_WORDS = 6
_LEADING_DATE = re.compile(r"\s?\|\s(?:[\d./–-]+|seit \d{4})(?=\s\|)")
# Words that open a clause, not a description.
_CLAUSE = re.compile(
    r"(?:das|dass|weil|wenn|was|wie|wer|wo|ob|um|damit|denn|doch|aber|sondern|nach|auf|über|sagte|betonte|so|und|sowie)\s",
)


# A clause with its verb at the end: "die das Bauamt seit 2018 leitet".
_RELATIVE = re.compile(
    r"(?:der|die|das|deren|dessen)\s[^,]*\s[a-zäöü]{3,}(?:t|te|ten|nd|ehrt|steht|ist|war|hat)$"
)
# Whom other people stand for: ", aus Ulm kam niemand", ", in Ulm die Werke".
_OTHERS = re.compile(r"(?:aus|in|für)\s[A-ZÄÖÜ]")
# What may stand between the comma and the office: "seit 2019 Kämmerin", "im Hauptberuf Wirtin".
_ASIDE = re.compile(
    r"(?:(?:seit|bis|ab|von)\s(?:\w+\s){0,2}\d{4}\s|seit\s(?:[\w.]+\s){1,3}|im\s(?:Haupt|Neben)(?:beruf|amt)\s|"
    r"von\sBeruf\s|(?:damals|heute|früher|ehemals|einst|zugleich|gleichzeitig|derzeit|momentan|inzwischen|"
    r"nunmehr|zuletzt|noch|bereits|jetzt|bislang|bisher|selbst|nebenbei|ebenfalls|seinerzeit|dort|"
    r"hauptamtlich|ehrenamtlich|kommissarisch|auch|ihres\sZeichens|seines\sZeichens)\s)+"
)


def apposition(flat: str, end: int, next_name: int, actors: Actors) -> tuple[int, int] | None:
    """Return the stretch behind a name that describes the person, if there is one."""
    date = _LEADING_DATE.match(flat, end)
    opening = _OPENING.match(flat, date.end() if date else end) or _next_line(flat, end)
    if opening is None and not _continues_row(flat, end, actors):
        return None
    start = opening.end() if opening else end + 1
    stop = _chunk_end(flat, start, next_name, actors)
    if stop > next_name or not _is_description(flat, start, stop, actors):
        return None
    while True:
        further = _next_chunk(flat, start, stop, next_name, actors)
        is_signature = opening is not None and (
            opening.group() == "\n" or _signs_without_employer(flat, (end, start, stop), actors)
        )
        if further is None and is_signature:
            further = _next_signed_line(flat, stop, next_name, actors)
        if further is None:
            return start, stop
        stop = further


# A line that opens with a label of its own goes on with somebody else.
_NEXT_LINE = re.compile(r"\n(?=[A-ZÄÖÜ])(?![^\n:|]{2,40}(?::|\s\|)\s)")


def _next_line(flat: str, end: int) -> re.Match[str] | None:
    """Return the line break behind a name that has its line for itself, as in signatures."""
    if not _has_line_for_itself(flat, end):
        return None
    return _NEXT_LINE.match(flat, end)


def _signs_without_employer(flat: str, at: tuple[int, int, int], actors: Actors) -> bool:
    """Return whether a line of name and office says nothing of where: "A B, Leiter Bauamt"."""
    end, start, stop = at
    return not actors.inside(start, stop + 1) and _has_line_for_itself(flat, end)


def _has_line_for_itself(flat: str, end: int) -> bool:
    line = _SIGNED.sub("", flat[flat.rfind("\n", 0, end) + 1 : end])
    is_name = "|" not in line and " – " not in line and line[:1].isupper()
    return is_name and len(line.split()) <= MAX_NAME_WORDS


def _next_signed_line(flat: str, stop: int, next_name: int, actors: Actors) -> int | None:
    """Return the end of a further line of a signature that names an office, unit or employer."""
    if flat[stop : stop + 1] != "\n":
        return None
    end = _chunk_end(flat, stop + 1, next_name, actors)
    if end > next_name or flat[end : end + 1] not in ("", "\n"):
        return None
    return end if _is_description(flat, stop + 1, end, actors) else None


def _continues_row(flat: str, end: int, actors: Actors) -> bool:
    """Return whether role or employer follow in a row whose columns were lost."""
    line_start = flat.rfind("\n", 0, end) + 1
    line_end = flat.find("\n", end)
    row = flat[line_start : line_end if line_end >= 0 else len(flat)]
    if flat[end : end + 1] != " " or len(row) > 140 or row.rstrip().endswith((".", ":", "“")):
        return False
    word = re.match(r"[\w-]+", flat[end + 1 :])
    is_row = bool(re.match(r"(?:[-–•*]\s)?(?:\S+\s){1,5}$", flat[line_start : end + 1]))
    follows = any(
        one.start == end + 1 for one in actors.inside(end, line_end if line_end >= 0 else len(flat))
    )
    return is_row and (
        follows or bool(word and (is_role_noun(word.group()) or is_unit(word.group())))
    )


def _chunk_end(flat: str, start: int, limit: int, actors: Actors) -> int:
    inside = actors.inside(start, start + 240)
    for found in _CHUNK_END.finditer(flat, start, min(len(flat), start + 240)):
        ends_sentence = SENTENCE_END.match(flat, found.start()) is not None
        if (
            found.group()[:1] == "."
            and not ends_sentence
            and _ABBREVIATION.search(flat[max(start, found.start() - 6) : found.start()])
        ):
            continue
        if _inside_brackets(flat, start, found.start()) or _is_ordinal(flat, found):
            continue
        if ends_sentence and any(one.end == found.start() + 1 for one in inside):
            return found.start() + 1
        if any(one.start < found.start() < one.end for one in inside):
            continue
        if found.end() < limit and _is_within_unit(flat, start, found):
            continue
        return found.start()
    return min(limit, len(flat), start + 240)


def _is_ordinal(flat: str, stop: re.Match[str]) -> bool:
    """Return whether the full stop makes an ordinal: "1. Bürgermeister"."""
    before = flat[max(0, stop.start() - 2) : stop.start()]
    return stop.group() == "." and bool(re.fullmatch(r"\D?\d", before))


def _is_within_unit(flat: str, start: int, comma: re.Match[str]) -> bool:
    """Return whether a comma is part of a unit's name: "Stabsstelle Klima, Energie und Umwelt"."""
    word = re.match(r"[\w-]+", flat[start : comma.start()])
    if word is None or not comma.group().startswith(",") or not is_unit(word.group()):
        return False
    return _ENUMERATED.match(flat, comma.end()) is not None


_ENUMERATED = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]+,\s)*[A-ZÄÖÜ][\w-]+\s(?:und|sowie)\s[A-ZÄÖÜ][\w-]+"
    r"(?=\s?[,;/(|.\n]|$|\s[a-z])"
)


def _inside_brackets(flat: str, start: int, end: int) -> bool:
    return flat.count("(", start, end) > flat.count(")", start, end)


def _is_description(flat: str, start: int, stop: int, actors: Actors) -> bool:
    text = flat[start:stop]
    if not text or _CLAUSE.match(text) or _RELATIVE.match(text):
        return False
    if _OTHERS.match(text):
        first_actor = next(iter(actors.inside(start, stop + 1)), None)
        if first_actor and re.match(r"\s[a-zäöü]", flat[first_actor.end : stop]):
            return False
    first = re.match(
        r"(?:(?:der|die|den|dem|das|ein|eine|beide|als|selbst|zugleich|auch|[Uu]ntere|[Oo]bere|Erfüllende|Netzbetreiber(?:in)?|Firma|Dienstleister|Anbieter|Hersteller|aus|von|vom|beim|bei|im|in|\d\.)\s)*",
        text,
    )
    aside = _ASIDE.match(flat, start, stop)
    head = aside.end() if aside else start + (first.end() if first else 0)
    if any(one.start <= head + 1 for one in actors.inside(start, stop + 1)):
        return True
    word = re.match(r"[\w-]+", flat[head:stop])
    if word and (is_unit(word.group()) or is_role_noun(word.group())):
        return True
    aside = aside or _ASIDE.match(flat, head, stop)
    head = aside.end() if aside else head
    phrase = next(role_phrases(flat, head, stop), None)
    return phrase is not None and (
        phrase.start <= head + 1
        or (phrase.noun_start - head <= 25 and _small(flat[head : phrase.noun_start]))
    )


def _small(text: str) -> bool:
    """Return whether only adjectives stand before the role: no verb, no second noun."""
    return all(word[0].islower() or word.endswith(("er", "e", "s")) for word in text.split())


def _next_chunk(flat: str, start: int, stop: int, next_name: int, actors: Actors) -> int | None:
    """Return the end of the next chunk when it still belongs to the description."""
    separator = re.compile(r",\s|\s\|\s|\s–\s").match(flat, stop)
    if separator is None:
        return None
    further = _chunk_end(flat, separator.end(), next_name, actors)
    if further >= next_name and _is_joined_row(flat, (start, stop), next_name, actors):
        return next_name - 1
    if further > next_name or further <= separator.end() or _goes_to_next(flat, further, next_name):
        return None
    text = flat[separator.end() : further]
    has_actor = bool(actors.inside(start, stop + 1))
    own = actors.inside(separator.end(), further + 1)
    if own and not has_actor and _is_noun_group(text) and not text.startswith("in "):
        return further
    if (
        has_actor
        and _is_description(flat, separator.end(), further, actors)
        and not _starts_clause(text)
    ):
        return further
    return None


def _is_joined_row(flat: str, said: tuple[int, int], next_name: int, actors: Actors) -> bool:
    """Return whether an office before the next row ends this one: "A B Stadt X, Leiter C D"."""
    body = next(iter(actors.inside(said[0], said[1] + 1)), None)
    if body is None or said[0] < body.start - 1 or flat[said[1] : said[1] + 2] != ", ":
        return False
    phrase = next(role_phrases(flat, said[1] + 2, next_name), None)
    is_office = phrase is not None and phrase.start == said[1] + 2
    return (
        is_office and "\n" not in flat[said[1] : next_name] and opens_row(flat, next_name, actors)
    )


def _goes_to_next(flat: str, end: int, next_name: int) -> bool:
    """Return whether the chunk runs into the next name: "..., Bürgermeister Peter Weber"."""
    is_adjacent = next_name - end < 2 and "\n" not in flat[end:next_name]
    return next_name < len(flat) and is_adjacent and flat[end:next_name].strip() == ""


def _is_noun_group(text: str) -> bool:
    small = [word for word in re.findall(r"[^\W\d_][\w-]*", text) if word[0].islower()]
    return set(small) <= {
        "und",
        "der",
        "des",
        "die",
        "im",
        "in",
        "bei",
        "beim",
        "vom",
        "von",
        "für",
        "dem",
        "den",
        "am",
        "sowie",
    }


def _starts_clause(text: str) -> bool:
    return bool(re.match(r"(?:der|die|das|den|dem|deren|dessen)\s[a-zäöü]", text))
