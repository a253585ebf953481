import pytest

from ontology.gazetteer import gazetteer
from search.conditions import Wanted, read_wanted


def wanted(text: str, *, asker: str | None = None, ignored: tuple[str, ...] = ()) -> Wanted:
    place = gazetteer().named(asker)[0] if asker else None
    return read_wanted(text, gazetteer(), asker=place, ignored=ignored)


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("Stadt unter 20.000 Einwohnern", "max_population", "bis 20.000 Einwohner"),
        ("towns with fewer than 9000 inhabitants", "max_population", "bis 9.000 Einwohner"),
        ("Gemeinde mit mehr als 50 000 Einwohnern", "min_population", "ab 50.000 Einwohner"),
        ("Wer hat das im Kreis Herford gelöst?", "county", "Kreis Herford"),
        ("im Rhein-Erft-Kreis", "county", "Rhein-Erft-Kreis"),
        ("Lösungen: Landkreis Neunkirchen", "county", "Landkreis Neunkirchen"),
        ("Gemeinden um die 5000 Einwohner", "about_population", "rund 5.000 Einwohner"),
        ("Städte in Hessen", "region", "Hessen"),
        ("Bürgerbus in Sachsen-Anhalt", "region", "Sachsen-Anhalt"),
        ("Lösungen aus NRW", "region", "Nordrhein-Westfalen"),
        ("examples from Lower Saxony", "region", "Niedersachsen"),
        ("Portale nach 2021", "since", "ab 2022"),
        ("Portale seit 2021", "since", "ab 2021"),
        ("alles vor 2015", "until", "bis 2014"),
        ("bereits abgeschlossene Vorhaben", "status", "abgeschlossen"),
        ("Zweckverband wieder aufgelöst", "status", "eingestellt oder abgeschlossen"),
        ("ein Bad, das wirklich in Betrieb ist", "status", "laufend oder abgeschlossen"),
        ("wer hat das Netz wieder aufgegeben?", "status", "eingestellt oder abgeschlossen"),
        ("Smart City mit Bundesförderung", "funding", "mit Förderung"),
        ("Bauhof ohne Zweckverband", "without", "ohne Zweckverband"),
        ("ein Team ohne neue GmbH", "without", "ohne GmbH"),
        ("Wärmeplan im Konvoi", "joint", "mehrere Kommunen gemeinsam"),
        ("an archive shared by two towns", "joint", "mehrere Kommunen gemeinsam"),
    ],
)
def test_a_condition_is_read_from_the_words(text: str, kind: str, label: str) -> None:
    found = wanted(text).conditions
    assert [(one.kind, one.label) for one in found] == [(kind, label)]
    assert found[0].words in text


@pytest.mark.parametrize(
    "text",
    [
        "Klärschlamm entsorgen, Pflicht 2029",
        "Wer hat einen Vertrag abgeschlossen?",
        "Haben wir Personal eingestellt?",
        "Bauantrag ohne Papier",
        "Ein Bus für 20.000 Euro",
        "im Kreis der Kollegen",
        "Vergabe beim Landkreis bündeln",
        "Leute aus Hessen-Kassel",
        "in unserer Nähe",  # near whom is not said
    ],
)
def test_what_only_looks_like_a_condition_is_none(text: str) -> None:
    assert wanted(text).conditions == ()


def test_nearness_is_meant_from_the_asking_town() -> None:
    found = wanted("Freibad in unserer Nähe", asker="Lemgo")
    assert found.near_km == 50
    assert found.conditions[0].label == "höchstens 50 km von Lemgo"


def test_each_kind_can_be_switched_off_and_all_together() -> None:
    text = "gemeinsam nach 2020 in einer Stadt unter 9.000 Einwohnern"
    assert {one.kind for one in wanted(text).conditions} == {"joint", "since", "max_population"}
    less = wanted(text, ignored=("since", "joint"))
    assert [one.kind for one in less.conditions] == ["max_population"]
    assert less.since is None
    assert not less.is_joint
    assert wanted(text, ignored=("all",)) == Wanted()


def test_two_counties_or_two_regions_are_alternatives() -> None:
    found = wanted("Standesamt, Landkreis Neunkirchen oder Saarlouis")
    assert found.counties == ("10043", "10044")
    assert found.conditions[0].label == "Landkreis Neunkirchen oder Landkreis Saarlouis"
    assert wanted("in Hessen oder Thüringen").regions == ("06", "16")


def test_a_wished_region_is_no_condition() -> None:
    found = wanted("leere Läden wieder vermieten, am liebsten Sachsen")
    assert found.regions == ()
    assert found.wished_regions == ("14",)


def test_around_a_size_means_half_to_twice_of_it() -> None:
    found = wanted("Gemeinden mit rund 6.000 Einwohnern")
    assert (found.min_population, found.max_population) == (3000, 12000)
