"""Brings a name from the case it stands in back to the nominative."""

import re

from ingest.lexica import words

__all__ = ["base_form"]

_NEUTER_HEAD = re.compile(
    r"(?:zentrum|institut|ministerium|büro|amt|labor|netzwerk|klinikum|präsidium|archiv|museum|werk|management|center|forum|konsortium|krankenhaus|haus)$",
    re.IGNORECASE,
)
_FEMININE_HEAD = re.compile(
    r"(?:ung|schaft|tion|tät|schule|agentur|stelle|kammer|stiftung|gesellschaft|genossenschaft|kasse|bank|gmbh|mbh|(?<!t)ag|anstalt|akademie|gruppe|konferenz|wehr|regierung|kanzlei|förderung|bibliothek|klinik|union|allianz|region|wacht|hilfe|innung|bahn|zentrale)$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"^((?=[A-ZÄÖÜ])[\w-]*?(?:lich|isch|nal|al|ig|frei|iv|offen|[Dd]eutsch|[Hh]annoversch|nationale?r?))(e[rnms]|e)$"
)
_GENITIVE = re.compile(
    r"(?:zentrum|institut|ministerium|büro|amt|labor|netzwerk|klinikum|verband|verbund|verein|tag|bund|präsidium|center|archiv|museum|management|krankenhaus|betrieb|kreis|beirat|konsortium|forum|dienst|hof|werk)(e?s)$",
    re.IGNORECASE,
)


_PLURALS = ("werke", "kliniken", "betriebe", "forsten", "kassen")
# The dative of what exists in the plural only: bei den Stadtwerken.
_PLURAL_DATIVE = re.compile(r"^(\w*(?:[Ww]erke|[Bb]etriebe))n(?= |$)")


def base_form(phrase: str, article: str | None) -> str:
    """Return a name in the nominative, given the article it stood behind (or None).

    "Kommunalen Rechenzentrums" becomes "Kommunales Rechenzentrum".
    """
    parts = " ".join(phrase.split()).split(" ")
    head = next((at for at, word in enumerate(parts) if not _is_adjective(word)), 0)
    if parts[head].endswith("-") and parts[head + 1 : head + 2] == ["und"] and parts[head + 2 :]:
        head += 2
    if article == "die" and all(word.endswith("e") for word in parts[:head]):
        return " ".join(parts)
    if article != "die" or head:
        parts[head] = _without_genitive(parts[head], article)
    for at in range(head):
        parts[at] = _agreeing(parts[at], parts[head])
    return _PLURAL_DATIVE.sub(r"\1", " ".join(parts))


def _is_adjective(word: str) -> bool:
    is_noun = word in words("regions") or word.endswith("zentrale")
    return bool(_ADJECTIVE.match(word)) and not is_noun


def _without_genitive(word: str, article: str | None) -> str:
    found = _GENITIVE.search(word)
    if found is None or article in ("der", "die", "eine", "einer"):
        return word
    return word[: found.start(1)]


def _agreeing(adjective: str, head: str) -> str:
    found = _ADJECTIVE.match(adjective)
    if found is None:
        return adjective
    if _NEUTER_HEAD.search(head):
        return f"{found.group(1)}es"
    if _FEMININE_HEAD.search(head) or head.endswith(_PLURALS):
        return f"{found.group(1)}e"
    return f"{found.group(1)}er"
