"""Guesses from a first name whether a role is written in its female form."""

import re

__all__ = ["is_woman"]

# German first names in -a and -e are mostly women's; these endings and names are the others.
_MALE = re.compile(
    r"(?:Uwe|Arne|Helge|Hauke|Ole|Malte|Rune|Momme|Lasse|Torge|Sönke|Eike|Bjarne|Hanne?s|Joshua|"
    r"Luca|Luka|Sascha|Mischa|Andrea[ns]|Elia|Noah|Jona|Mustafa|Nikita|Aljoscha|Thore|Wiebe|"
    r"Henne|Jelle|Fiete|Wenzel|Rene|René|Andre|André|Kalle|Ralle|Mike|Luke|Steve|Boje|Tjarde|"
    r"Detje|Peer|Onne|Enne|Fokke|Okke|Jakoba?u?)"
)
_FEMALE = re.compile(
    r"(?:Birgit|Margit|Edith|Judith|Ruth|Astrid|Ingrid|Sigrid|Ingeborg|Gudrun|Karin|Katrin|"
    r"Kathrin|Kerstin|Kirsten|Karen|Maren|Carmen|Ellen|Helen|Doris|Iris|Agnes|Ines|Marlies|"
    r"Annelies|Beatrix|Elisabeth|Elsbeth|Hildegard|Irmgard|Heidi|Evi|Steffi|Uli|Susann|Yvonne|"
    r"Carolin|Karolin|Kristin|Christin|Katharin|Jasmin|Yasemin|Elif|Nurgül|Aylin|Evelyn|Miriam|"
    r"Mirjam|Esther|Ester|Dagmar|Ragnhild|Almut|Gesa|Heidrun|Sigrun|Waltraud|Gertrud|Liv|Maj|"
    r"Solveig|Rosemarie|Annemarie|Marie|Jennifer|Jill|Sarah|Hannah|Deborah|Rahel|Nicol|Maike|"
    r"Isabel|Mechthild|Adelheid|Roswith|Edeltraud|Gerlind|Brigitt|Margret|Annegret|Greta?|Grit|"
    r"Henny|Jenny|Romy|Cindy|Mandy|Sandy|Kim|Telse|Inken|Wencke|Silke|Elke|Heike|Ulrike|Frauke)"
)


def is_woman(name: str) -> bool:
    """Return whether a person's name begins with a first name that is mostly a woman's."""
    first = name.split()[0]
    last_part = first.split("-")[-1]
    if _FEMALE.fullmatch(last_part) or _FEMALE.fullmatch(first):
        return True
    return last_part.endswith(("a", "e")) and not _MALE.fullmatch(last_part)
