"""Finds the names of persons in a text: first name and surname, with title and particles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.lexica import words
from ingest.place_names import town_spellings
from ingest.roles import is_role_noun, is_unit

__all__ = ["NameMention", "full_names", "is_first_name", "is_name_word"]

TITLE = (
    r"(?:(?:Assessor(?:in)?(?=\s[ji]ur\.)|Ass(?=\.\s?[ji]ur)|Prof\.in|Prof|Dr|Mag|Dipl|Ing|PD|Priv|Doz|Jun)\b\.?(?:-\w+\.?)*\s?(?:(?:h\.\s?c|rer|med|"
    r"phil|jur|pol|nat|oec|Ing|Kfm|Verw|habil)\b\.?(?:-\w+\.?)*\s?)*)+"
)
_CAPITALISED = re.compile(r"[A-ZÄÖÜÁÉÍÓÇŠŽİĐŁ][^\W\d_]+(?:['’-][A-ZÄÖÜÁÉÇŠŽŁ]?[^\W\d_]+)*")
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.(?:-[A-ZÄÖÜ]\.)?\s?")
_PARTICLE = re.compile(
    r"(?:(?:von|van|vom|zu|zum|zur|und|de|del|da|di|dos|la|le|el|al|ten|ter|den|der|dem|in|"
    r"ben)\s)+|"
    r"(?:(?:El|Al|De|Di|Da|Van|Von|La|Le|Mc|Ben|Abu)\s)+"
)
_NOBLE = re.compile(
    r"(?:von|van|vom|zu|zum|zur|de|del|da|di|dos|la|le|el|al|ten|ter|El|Al|De|Di|Da|Van|Von|"
    r"La|Le|Ben|Abu)\s"
)
_INVERTED = re.compile(
    rf"(?:^|\n|\| |(?P<inline>[;:] ))(?:[-–•*]\s|\d+[.)]\s)?(?:Herr\s|"
    rf"Frau\s)?(?P<whole>(?P<title>{TITLE})?(?P<surname>(?:(?:von|van|de|"
    rf"zu)\s)?[A-ZÄÖÜ][^\W\d_]+(?:-[A-ZÄÖÜ][^\W\d_]+)*),\s(?P<late>{TITLE})?(?P<given>[A-ZÄÖÜ][^\W\d_]+(?:-[A-ZÄÖÜ][^\W\d_]+)?))(?=\s?(?:$|"
    rf"\n|\||,|\(|;|–))"
)
_TITLE_BEFORE = re.compile(rf"(?<![^\W_])({TITLE})$")
_WORD_BEFORE = re.compile(r"(?<![\w-])([A-ZÄÖÜ][\w-]*) $")
# "Mark Burmeister, Kämmerer": an office behind it vouches for a name.
_DESCRIBED = re.compile(
    r" (?P<surname>[A-ZÄÖÜ][\w-]+)(?:, (?:(?:der|die) )?(?:[a-zäöü]+ )?| \()"
    r"(?P<office>[A-ZÄÖÜ][\w-]+)"
)
_WEEKDAY = re.compile(r"(?:Mo|Di|Mi|Do|Fr|Sa|So)$")
_SECOND_SURNAME = re.compile(r"[A-ZÁÉÍÓÇ][a-záéíóúñãõç]+(?:ez|ia|io|ias|ios|os|as|a|o)$")
# Nouns that end like a Spanish or Portuguese surname.
_NOUNS_IN_VOWELS = frozenset({"Thema", "Klima", "Büro", "Auto", "Euro", "Firma", "Info", "Foto"})
# Endings that German surnames do not have but nouns do.
_NOUN_ENDING = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ität|ismus|ment|tum|"
    r"nis|ierte|ische[nrs]?|liche[nrs]?|rathaus|straße|platz|projekt|verein|verband|amt|"
    r"preis|[Kk]liniken|[Kk]linikum)$"
)
# A name of this shape in front of these words is what a house, street or fund is called.
_NAMESAKE = re.compile(
    r"[ -](?P<house>(?:[A-ZÄÖÜ]\w*)?(?:[Kk]linikum|[Kk]linik|[Kk]rankenhaus|[Mm]useum\w*|"
    r"[Ff]orum|MuseumsForum|[Ss]tiftung|[Ss]traße|"
    r"[Ss]chule|[Gg]ymnasium|[Pp]latz|[Hh]alle|[Hh]aus|[Pp]reis|[Uu]niversität|[Aa]llee|"
    r"[Ww]eg|[Pp]ark|[Bb]rücke|[Ii]nstitut|[Ss]tadion|"
    r"[Kk]olleg|[Bb]erufskolleg|[Rr]ing|[Aa]kademie|[Bb]ibliothek|[Mm]edaille|[Ss]aal|[Hh]eim|"
    r"GmbH|AG|KG|mbH)\b)"
)
_NOT_A_SURNAME = frozenset(
    [
        "Stadt",
        "Kreis",
        "Gemeinde",
        "Landkreis",
        "Markt",
        "Samtgemeinde",
        "Land",
        "Bund",
        "Amt",
        "Verein",
        "Team",
        "Projekt",
        "Foto",
        "Bild",
        "Kreises",
        "Rathaus",
        "GmbH",
        "AG",
        "Uhr",
        "Euro",
        "Prozent",
        "Herr",
        "Frau",
        "Bürgermeister",
        "Landrat",
        "Kommune",
        "Kommunen",
        "Region",
        "Platz",
        "Straße",
        "Schule",
        "Haus",
    ]
)

_NEVER_A_SURNAME = frozenset(
    [
        "bürgermeister",
        "bürgermeisterin",
        "landrat",
        "landrätin",
        "leiterin",
        "geschäftsführer",
        "geschäftsführerin",
        "beigeordneter",
        "beigeordnete",
        "kämmerin",
        "vorsitzender",
        "vorsitzende",
        "projektleitung",
        "geschäftsführung",
        "moderation",
        "ansprechpartner",
        "ansprechpartnerin",
        "koordinator",
        "koordinatorin",
    ]
)


@dataclass(frozen=True, slots=True)
class NameMention:
    """A full name where it stands; `start` is that of the title, if there is one."""

    start: int
    end: int
    name: str
    surname: str
    title: str | None = None


@cache
def _first_names() -> frozenset[str]:
    return words("first-names") | words("first-names-more")


def is_first_name(word: str) -> bool:
    """Return whether a word is a known first name, or two joined by a hyphen."""
    parts = word.split("-")
    known = _first_names()
    if len(parts) > 1:
        return parts[0] in known and all(part in known for part in parts)
    return word in known and word not in words("ambiguous-first-names")


def is_name_word(word: str) -> bool:
    """Return whether a capitalised word can be part of a surname rather than a noun."""
    if word in _NOT_A_SURNAME or word.isupper():
        return False
    return not _NOUN_ENDING.search(word)


def full_names(flat: str) -> Iterator[NameMention]:
    """Yield the full names in a text whose white space was made single blanks."""
    inverted = list(_inverted_names(flat))
    yield from sorted([*inverted, *_straight_names(flat, inverted)], key=lambda one: one.start)


def _straight_names(flat: str, inverted: Sequence[NameMention]) -> Iterator[NameMention]:
    behind = 0
    starts = {one.start: one.end for one in inverted}
    for word in _CAPITALISED.finditer(flat):
        behind = max(behind, starts.get(word.start(), 0))
        if word.start() < behind or not _stands_alone(flat, word.start()):
            continue
        found = _name_at(flat, word)
        if found and not _is_namesake(flat, found.end):
            behind = found.end
            yield found


def _is_namesake(flat: str, end: int) -> bool:
    """Return whether the name only names a house, a street or a fund."""
    found = _NAMESAKE.match(flat, end)
    return found is not None and found["house"] not in town_spellings()


def _inverted_names(flat: str) -> Iterator[NameMention]:
    """Yield names of lists that put the surname first: "Müller, Sandra" at a line's begin."""
    for found in _INVERTED.finditer(flat):
        given = found["given"].split()[0]
        surname = found["surname"]
        if not is_first_name(given) or not is_name_word(surname.split()[-1]):
            continue
        if found["inline"] and flat[found.end() : found.end() + 2].strip()[:1] not in (
            "",
            "(",
            ";",
        ):
            continue
        if _WEEKDAY.match(given) and _WEEKDAY.match(surname):
            continue
        title = " ".join((found["title"] or found["late"] or "").split()) or None
        yield NameMention(
            found.start("whole"), found.end("whole"), f"{found['given']} {surname}", surname, title
        )


def _stands_alone(flat: str, start: int) -> bool:
    before = flat[start - 1] if start else " "
    return not (before.isalnum() or before in "-@_.„#/&")


def _name_at(flat: str, word: re.Match[str]) -> NameMention | None:
    title = _TITLE_BEFORE.search(flat, max(0, word.start() - 60), word.start())
    if not is_first_name(word.group()) and not _is_name_here(flat, word, is_titled=bool(title)):
        return None
    surname_start = _behind_given_names(flat, word.end())
    surname = _surname(flat, surname_start) if surname_start else None
    if surname is None:
        return None
    start = title.start() if title else word.start()
    name = flat[word.start() : surname[1]]
    plain_title = " ".join(title.group().split()) if title else None
    return NameMention(start, surname[1], name, flat[surname[0] : surname[1]], plain_title)


def _is_name_here(flat: str, word: re.Match[str], *, is_titled: bool) -> bool:
    """Return whether a word that is no sure first name is one behind a title or an office."""
    if is_titled:
        return is_name_word(word.group())
    if word.group() not in _first_names():
        return False
    behind = _DESCRIBED.match(flat, word.end())
    if behind and is_name_word(behind["surname"]) and is_role_noun(behind["office"]):
        return True
    before = _WORD_BEFORE.search(flat, max(0, word.start() - 50), word.start())
    if before is None:
        return False
    return before.group(1) in ("Herr", "Herrn", "Frau") or is_role_noun(before.group(1))


def _behind_given_names(flat: str, end: int) -> int | None:
    """Return where the surname (or its particle) begins behind the first given name."""
    if flat[end : end + 1] != " ":
        return None
    position = end + 1
    while True:
        initial = _INITIAL.match(flat, position)
        if initial:
            position = initial.end()
            continue
        following = _CAPITALISED.match(flat, position)
        if not following or not is_first_name(following.group()):
            return position
        if not _goes_on(flat, following.end()):
            return position
        position = following.end() + 1


def _goes_on(flat: str, end: int) -> bool:
    """Return whether behind a second given name a surname follows: not in "Albrecht von der"."""
    if flat[end : end + 1] != " " or _surname(flat, end + 1) is None:
        return False
    particle = _NOBLE.match(flat, end + 1)
    if particle is None:
        return True
    core = _CAPITALISED.match(flat, particle.end())
    return core is not None and core.group() not in town_spellings()


def _surname(flat: str, start: int) -> tuple[int, int] | None:
    particle = _PARTICLE.match(flat, start)
    noble = _NOBLE.match(flat, start)
    core = particle.end() if particle and noble else start
    word = _CAPITALISED.match(flat, core)
    if not word or not is_name_word(word.group()) or _is_role(word.group()):
        return None
    second = _CAPITALISED.match(flat, word.end() + 1)
    if (
        second
        and not _is_namesake(flat, word.end())
        and flat[word.end()] == " "
        and _is_second_surname(flat, second)
    ):
        return start, second.end()
    return start, word.end()


def _is_role(word: str) -> bool:
    """Return whether a role stands where the surname should; Förster and Kanzler are surnames."""
    lowered = word.casefold()
    if lowered in words("role-nouns"):
        return lowered in _NEVER_A_SURNAME
    return any(lowered.endswith(noun) for noun in words("role-nouns") if len(noun) > 6)


def _is_second_surname(flat: str, second: re.Match[str]) -> bool:
    """Return whether a second word belongs to the surname: Spanish, or closing a table cell."""
    word = second.group()
    if _SECOND_SURNAME.match(word):
        return word not in _NOUNS_IN_VOWELS
    closes = re.match(r"(?: \||\n| \(|, |; )", flat[second.end() : second.end() + 2])
    is_name = is_name_word(word) and word not in town_spellings() and not is_unit(word)
    return closes is not None and is_name and not _is_role(word)
