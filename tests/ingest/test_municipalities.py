import pytest

from tests.ingest.actors import entities_of, town_names

TOWNS = [
    ("Die Stadt Lage baut.", ["Lage"]),
    ("Lages Bürgermeister besuchte Detmold.", ["Lage", "Detmold"]),
    ("Detmold, Lage und Lemgo kooperieren.", ["Detmold", "Lage", "Lemgo"]),
    ("Die Lage in Detmold ist ernst.", ["Detmold"]),
    ("Je nach Lage hilft Detmold.", ["Detmold"]),
    ("In dieser Lage hilft Detmold.", ["Detmold"]),
    ("Lange Schlangen gab es in Detmold.", ["Detmold"]),
    ("Die Gemeinde Schlangen und Detmold", ["Schlangen", "Detmold"]),
    ("Löhne und Gehälter steigen in Bünde.", ["Bünde"]),
    ("Die Städte Löhne und Bünde", ["Löhne", "Bünde"]),
    ("Nach dem Essen sprach Hagen.", []),
    ("Die Stadt Essen half Bochum.", ["Essen", "Bochum"]),
    ("Im Regen stand Zwiesel.", ["Zwiesel"]),
    ("Die Städte Regen und Zwiesel", ["Regen", "Zwiesel"]),
    ("Der Hof liegt bei Rehau.", ["Rehau"]),
    ("Die Stadt Hof und Rehau", ["Hof", "Rehau"]),
    ("Sie rücken enger zusammen.", []),
    ("Beteiligt sind Enger und Spenge.", ["Enger", "Spenge"]),
    ("Er holt Wasser.", []),
    ("Die Gemeinden Holt und Medelby", ["Holt", "Medelby"]),
    ("Das Senden von Daten ist leicht.", []),
    ("Die Gemeinde Senden und Lüdinghausen", ["Senden", "Lüdinghausen"]),
    ("Wir wenden uns an Olpe.", ["Olpe"]),
    ("Die Gemeinde Wenden und Olpe", ["Wenden", "Olpe"]),
    ("Singen und Lachen war zu hören.", []),
    ("Die Stadt Singen und Konstanz", ["Singen", "Konstanz"]),
    ("Weil es regnet, wartet Lörrach.", ["Lörrach"]),
    ("Weil am Rhein und Lörrach", ["Weil am Rhein", "Lörrach"]),
    ("Auf dem Berg bei Starnberg", ["Starnberg"]),
    ("Im Wald bei Cham", ["Cham"]),
    ("Das Wetter in Bochum", ["Bochum"]),
    ("Die Stadt Wetter und Witten", ["Wetter", "Witten"]),
    ("Die Halle gehört Bielefeld.", ["Bielefeld"]),
    ("Halle (Westf.) und Steinhagen", ["Halle (Westf.)", "Steinhagen"]),
    ("Die Waren aus Röbel/Müritz", ["Röbel/Müritz"]),
    ("Die Stadt Waren (Müritz)", ["Waren (Müritz)"]),
    ("Kein Kreis der Partner", []),
    ("Der Kreis Olpe und die Stadt Olpe", ["Kreis Olpe", "Olpe"]),
    ("im Regierungsbezirk Detmold", []),
    ("bei der Sparkasse Lemgo", []),
    ("in der Detmolder Straße in Lemgo", ["Lemgo"]),
    ("an der Detmold Straße", []),
    ("der VHS Detmold-Lemgo", []),
    ("auf www.detmold.de", []),
    ("Buchen Sie in Mosbach!", ["Mosbach"]),
    ("Die Stadt Buchen (Odenwald)", ["Buchen (Odenwald)"]),
    ("Digitale Kommune Sachsen, Preise der Städte Brandenburg", []),
    ("Die Stadt Brandenburg und Potsdam", ["Brandenburg", "Potsdam"]),
    ("STADT HORN-BAD MEINBERG", ["Horn-Bad Meinberg"]),
    ("KREIS STEINFURT", ["Kreis Steinfurt"]),
]


@pytest.mark.parametrize(("text", "expected"), TOWNS)
def test_words_that_are_also_towns_count_only_as_names(text: str, expected: list[str]) -> None:
    assert town_names(text) == expected


def test_plural_counties_are_told_apart() -> None:
    text = "Die Kreise Minden-Lübbecke, Herford und Lippe sowie der Märkische Kreis"
    assert town_names(text) == [
        "Kreis Minden-Lübbecke",
        "Kreis Herford",
        "Kreis Lippe",
        "Märkischer Kreis",
    ]


def test_inflected_counties_are_the_same_county() -> None:
    text = "Der Landrat des Hochsauerlandkreises und der des Märkischen Kreises"
    assert town_names(text) == ["Hochsauerlandkreis", "Märkischer Kreis"]


@pytest.mark.parametrize(
    ("text", "ags"),
    [
        ("Neustadt an der Weinstraße", "07316000"),
        ("Lichtenau im Kreis Paderborn", "05774028"),
        ("Höxter, Bad Driburg, Paderborn und Lichtenau", "05774028"),
        ("Ansbach, Heilsbronn, Windsbach und Lichtenau", "09571175"),
        ("Halle, Merseburg und Leuna", "15002000"),
        ("Gütersloh, Werther (Westf.) und Halle (Westf.)", "05754012"),
    ],
)
def test_namesakes_are_settled_by_the_neighbours(text: str, ags: str) -> None:
    assert ags in {town.ags for town in entities_of(text).municipalities}


@pytest.mark.parametrize(
    "text",
    [
        "Den Preis nahm die Stadt Aalen in Berlin entgegen.",
        "Hoher Besuch aus Stuttgart kam in die Stadt Aalen.",
        "Den Auftrag der Stadt Aalen erhielt die Muster Software GmbH, Potsdam.",
        "Ort: Rathaus Ulm\n\nDie Stadt Aalen lud ein.",
    ],
)
def test_mere_places_are_kept_apart_from_actors(text: str) -> None:
    entities = entities_of(text)
    assert [town.name for town in entities.municipalities] == ["Aalen"]
    assert len(entities.places) == 1


def test_a_surname_that_is_a_town_is_no_town() -> None:
    text = "Projektleiterin Petra Steinhagen begann. Steinhagen betonte den Nutzen."
    assert town_names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aalen zahlt, die Bopfinger Kämmerin auch.", ["Aalen", "Bopfingen"]),
        ("Aalen zahlt. Im Göppinger Kreishaus wartet man.", ["Aalen", "Landkreis Göppingen"]),
        ("Der Landrat von Dithmarschen kam.", ["Kreis Dithmarschen"]),
        ("Der Vulkaneifelkreis baut.", ["Vulkaneifelkreis"]),
        ("Die Aalener Bürger und der Bopfinger Markt warten.", []),
    ],
)
def test_adjectives_and_offices_name_towns_and_counties(text: str, expected: list[str]) -> None:
    assert town_names(text) == expected


@pytest.mark.parametrize(
    "aside",
    [
        "Weitere Meldungen: Ulm baut · Bopfingen feiert",
        "Mehr aus der Region: Ulm baut",
        "Stellenmarkt\n\nDie Stadt Ulm sucht eine Bauleitung.",
        "+++ Kurz gemeldet +++ Ulm: Unfall +++ Bopfingen: Brand +++",
        "◀ Zurück: Brand in Ulm | Weiter: Fest in Bopfingen ▶",
        "Zur Person: Petra Kruse, geboren in Ulm, lernte in Bopfingen.",
        "Am 3. Mai in Ulm unterschrieben alle den Vertrag.",
        "Der Kämmerer ging 2020 nach Ulm.",
        "Das Büro aus Ulm hat den Plan geliefert.",
        "Wann | Was | Wo\n3.5. | Fachtag | Ulm",
        "Ulm und Bopfingen wurden anfangs verwechselt.",
        "Auf der B 29 zwischen Ulm und Bopfingen staut es sich.",
        "Der Radweg von Ulm nach Bopfingen ist fertig.",
        "Im Raum Ulm ist das üblich.",
        "Die Idee entstand auf einer Reise nach Ulm.",
        "Der Ulmer Architekt zeichnet.",
    ],
)
def test_what_stands_beside_the_text_is_no_actor(aside: str) -> None:
    assert town_names(f"Die Stadt Aalen baut ein Portal.\n\n{aside}") == ["Aalen"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein Büro aus Soest hatte den Plan gezeichnet.",
        "Die Leitung übernahm eine Mediatorin aus Soest.",
        "Der Arzt sitzt in Soest vor dem Bildschirm.",
        "Den Betrieb führt das Rechenzentrum (KRW) in Soest.",
        "Der Weg nach Soest ist vielen zu weit.",
        "Am Polder Soest steht das Wasser höher.",
        "Soest/Lippstadt. Zwei Kreise wollen sparen.",
        "Zum Nachlesen: Soest streitet über Windräder",
        "Soest | Sport | Kultur | Anzeigenmarkt",
    ],
)
def test_a_town_that_is_only_where_something_is_does_not_act(sentence: str) -> None:
    text = f"Die Stadt Werl baut mit der Gemeinde Ense.\n{sentence}\n"
    assert town_names(text) == ["Werl", "Ense"]


@pytest.mark.parametrize(
    ("sentence", "county"),
    [
        ("Der Eifelkreis Bitburg-Prüm fördert die Busse.", "Eifelkreis Bitburg-Prüm"),
        ("Im Gebiet des Altmarkkreises Salzwedel fährt er.", "Altmarkkreis Salzwedel"),
        ("Landkreis | Bernkastel-Wittlich", "Landkreis Bernkastel-Wittlich"),
    ],
)
def test_counties_are_named_in_two_words_and_in_tables(sentence: str, county: str) -> None:
    assert town_names(sentence) == [county]
