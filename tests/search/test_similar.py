from pathlib import Path

from search.similar import ThemeTown
from tests.search.models import DETMOLD, LEMGO, ULM, FakeCatalogue, a_reading
from tests.search.test_engine import engine

SWEEPER = a_reading("a.txt", "Lemgo teilt Bauhof und Kehrmaschine mit dem Nachbarn seit Jahren.")
YARD = a_reading("b.txt", "Ulm plant einen Bauhof mit Kehrmaschine für alle seine Ortsteile.")
BUS = a_reading("c.txt", "Detmold hat einen Rufbus, der abends in alle Dörfer der Stadt fährt.")


def test_what_is_like_an_undertaking_who_plans_it_and_who_works_on_its_theme(
    tmp_path: Path,
) -> None:
    catalogue = FakeCatalogue()
    own = catalogue.undertaking(
        "Kehrmaschine", SWEEPER, municipalities=(LEMGO,), themes=("Beschaffung",), status="laufend"
    )
    planned = catalogue.undertaking(
        "Bauhof", YARD, municipalities=(ULM,), themes=("Beschaffung",), status="geplant"
    )
    bus = catalogue.undertaking("Rufbus", BUS, municipalities=(DETMOLD,), themes=("Mobilität",))
    similar = engine(tmp_path, catalogue, SWEEPER, YARD, BUS).similar
    alike = similar.more_like(own.iri)
    assert [each.project for each in alike] == [planned, bus]
    assert alike[0].likeness > alike[1].likeness
    assert [each.project for each in similar.same_problem(own.iri)] == [planned]
    assert similar.towns_with_theme("beschaffung") == (
        ThemeTown(LEMGO, (own,)),
        ThemeTown(ULM, (planned,)),
    )
    assert similar.more_like("https://example.org/unknown") == ()
