from decimal import Decimal

import pytest

from ontology.figures import Figure, figures_in


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("An dem Vorhaben nahmen 16 Dörfer teil.", [("dorf", 16)]),
        ("Am Ende waren es 26 Dorfgemeinschaften.", [("dorf", 26)]),
        ("Die drei beteiligten Kommunen teilen sich das Geld.", [("kommune", 3)]),
        ("Das Land gibt 1.250.000 Euro.", [("euro", 1250000)]),
        ("gefördert mit 2,5 Millionen Euro", [("euro", 2500000)]),
        ("rund 300 € im Jahr", [("euro", 300)]),
        ("Im Jahr 2021 war es so weit.", []),
        ("Seite 16, Dörfer im Wandel", []),
        ("viele Städte und Gemeinden", []),
    ],
)
def test_counted_things_are_found_with_their_numbers(
    text: str, figures: list[tuple[str, int]]
) -> None:
    found = figures_in(text)
    assert found == tuple(Figure(unit, Decimal(number)) for unit, number in figures)
    assert all(figures_in(str(figure)) == (figure,) for figure in found)
