from search.abbreviations import spelt_out


def test_an_abbreviation_brings_its_meaning_and_its_theme() -> None:
    found = spelt_out("ISB für kleine Rathäuser, IKZ?")
    assert "Informationssicherheitsbeauftragter" in found
    assert "IT-Sicherheit" in found
    assert "interkommunale Zusammenarbeit" in found


def test_words_and_single_capitals_are_no_abbreviations() -> None:
    assert spelt_out("Der Bauhof in A und die Stadt") == ()
