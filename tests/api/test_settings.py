from pathlib import Path

import pytest

from api.settings import Settings, read_settings
from api.settings_table import settings_table
from ontology.errors import SettingError


def test_what_is_given_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NACHBARWISSEN_PORT", "1234")
    monkeypatch.setenv("NACHBARWISSEN_HOME", "/somewhere")
    settings = read_settings(port=99, home=None)
    assert (settings.port, settings.home) == (99, Path("/somewhere"))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        pytest.param("PORT", "http", id="no number"),
        pytest.param("PORT", "70000", id="no port"),
        pytest.param("LANGUAGE", "fr", id="no such language"),
        pytest.param("BASE_IRI", "https://example.org/x", id="no slash at the end"),
    ],
)
def test_an_impossible_value_is_named_with_its_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(f"NACHBARWISSEN_{variable}", value)
    with pytest.raises(SettingError, match=f"NACHBARWISSEN_{variable}: '{value}' cannot be used"):
        read_settings()


def test_every_setting_has_a_default_and_a_help_text_in_both_languages() -> None:
    rows = settings_table()
    assert len(rows) == len(Settings.model_fields)
    for row in rows:
        assert row["en"].endswith(".")
        assert row["de"].endswith(".")
        assert row["en"] != row["de"]


@pytest.mark.parametrize("variable", ["SMTP_URL", "EDITOR_TOKEN"])
def test_an_error_never_repeats_what_may_be_a_password(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"NACHBARWISSEN_{variable}", "geheim@x")
    with pytest.raises(SettingError, match=f"NACHBARWISSEN_{variable}: the value") as raised:
        read_settings()
    assert "geheim" not in str(raised.value)
