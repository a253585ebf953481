import pytest

from ontology.headings import as_heading


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("digitale Bauakte", "Digitale Bauakte", id="adjective"),
        pytest.param("lippisches Netzwerk", "Lippisches Netzwerk", id="of a region"),
        pytest.param("überörtliche Hilfe", "Überörtliche Hilfe", id="umlaut"),
        pytest.param(
            "digital.interkommunal Kalletal", "digital.interkommunal Kalletal", id="brand"
        ),
        pytest.param("moBiel App", "moBiel App", id="brand with an inner capital"),
        pytest.param("engagementdirekt", "engagementdirekt", id="one word"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_an_adjective_that_begins_a_name_has_a_capital_in_headings(
    written: str, shown: str
) -> None:
    assert as_heading(written) == shown
