"""The settings as a table that the documents show: every one with its default and its meaning."""

from api.settings import ENVIRONMENT_PREFIX, Settings

__all__ = ["settings_table"]


def settings_table() -> list[dict[str, str]]:
    """Return every setting as a row: variable, default, and what it does in English and German."""
    rows = []
    for name, field in Settings.model_fields.items():
        extra = field.json_schema_extra
        default = "per-user cache folder" if name == "model_dir" else str(field.default)
        rows.append(
            {
                "variable": f"{ENVIRONMENT_PREFIX}{name.upper()}",
                "default": default,
                "en": field.description or "",
                "de": str(extra["de"]) if isinstance(extra, dict) else "",
            }
        )
    return rows
