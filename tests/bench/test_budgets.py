from tests.bench.pages import BUDGETS, over_budget, told


def test_a_page_that_is_as_heavy_slow_or_restless_as_its_budget_breaks_it() -> None:
    assert over_budget(dict(BUDGETS)) == list(BUDGETS)
    assert over_budget(dict.fromkeys(BUDGETS, 0.0)) == []


def test_figures_name_their_budgets() -> None:
    rows = told(dict.fromkeys(BUDGETS, 0.0))
    assert rows["first page, compressed (budget 200)"] == "0 kB"
    assert rows["layout shift, first page and answer (budget 0)"] == "0.000"
    assert "not measured" in told({})["pages"]
