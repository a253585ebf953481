import pytest

from api.negotiation import best_match

OFFERS = ("application/json", "text/csv", "application/xml")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        pytest.param(None, "application/json", id="no header"),
        pytest.param("", "application/json", id="empty header"),
        pytest.param("*/*", "application/json", id="anything"),
        pytest.param("text/csv", "text/csv", id="one type"),
        pytest.param("text/*", "text/csv", id="one kind"),
        pytest.param("TEXT/CSV", "text/csv", id="case does not matter"),
        pytest.param("application/json;q=0.5, text/csv;q=0.9", "text/csv", id="weights"),
        pytest.param("application/json;q=0, */*", "text/csv", id="zero refuses"),
        pytest.param("*/*;q=0.1, application/xml", "application/xml", id="exact beats any"),
        pytest.param("text/csv;q=oops", None, id="broken weight refuses"),
        pytest.param("image/png", None, id="nothing on offer"),
        pytest.param("application/xml;charset=utf-8;q=0.8,text/*;q=0.7", "application/xml", id="p"),
    ],
)
def test_the_best_liked_offer_wins(accept: str | None, expected: str | None) -> None:
    assert best_match(accept, OFFERS) == expected
