"""The settings of an installation: the one class that reads the environment."""

from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from ontology.errors import SettingError
from ontology.iris import BASE

__all__ = ["DEFAULT_MODEL", "ENVIRONMENT_PREFIX", "Settings", "read_settings", "settings_table"]

ENVIRONMENT_PREFIX = "NACHBARWISSEN_"
DEFAULT_MODEL = "default"


class Settings(BaseSettings):
    """Everything that can be set, each with its default; variables carry the prefix."""

    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX, frozen=True, protected_namespaces=()
    )

    home: Path = Field(
        Path("data"),
        description="Folder in which the installation keeps everything.",
        json_schema_extra={"de": "Ordner, in dem die Installation alles aufbewahrt."},
    )
    model: str = Field(
        DEFAULT_MODEL,
        description=(
            "Embedding model: `default`, or the folder of another sentence-transformers model."
        ),
        json_schema_extra={
            "de": "Einbettungsmodell: `default` oder der Ordner eines anderen "
            "sentence-transformers-Modells."
        },
        min_length=1,
    )
    model_dir: Path = Field(
        user_cache_path("nachbarwissen") / "models",
        description=(
            "Folder in which the default model is built once; it can be shared by installations."
        ),
        json_schema_extra={
            "de": "Ordner, in dem das mitgelieferte Modell einmal gebaut wird; mehrere "
            "Installationen können "
            "ihn teilen."
        },
    )
    base_iri: str = Field(
        BASE,
        description="Beginning of every IRI that is minted; ends in a slash.",
        json_schema_extra={"de": "Anfang aller vergebenen IRIs; endet mit einem Schrägstrich."},
        pattern=r"^https?://[^\s<>\"{}|^`\\]+/$",
    )
    host: str = Field(
        "127.0.0.1",
        description="Address at which `serve` listens; 0.0.0.0 opens it to the network.",
        json_schema_extra={
            "de": "Adresse, an der `serve` lauscht; 0.0.0.0 öffnet sie für das Netz."
        },
    )
    port: int = Field(
        8080,
        description="Port at which `serve` listens; 0 takes a free one.",
        json_schema_extra={"de": "Port, an dem `serve` lauscht; 0 nimmt einen freien."},
        ge=0,
        le=65535,
    )
    language: str = Field(
        "de",
        description="Language of the pages when the reader chose none: `de` or `en`.",
        json_schema_extra={
            "de": "Sprache der Seiten, wenn niemand eine gewählt hat: `de` oder `en`."
        },
        pattern="^(de|en)$",
    )
    notice: str = Field(
        "",
        description=(
            "Sentence shown at the foot of every page, such as the name of the responsible office."
        ),
        json_schema_extra={
            "de": "Satz am Fuß jeder Seite, etwa der Name der verantwortlichen Stelle."
        },
    )
    batch_documents: int = Field(
        200,
        description="Documents after which a running `ingest` shows its finds to readers.",
        json_schema_extra={
            "de": "Zahl der Dokumente, nach der ein laufendes `ingest` seine Funde für "
            "Leser sichtbar macht."
        },
        ge=1,
    )
    max_file_mb: int = Field(
        200,
        description="Largest file in megabytes that is read; larger ones are reported as failed.",
        json_schema_extra={
            "de": "Größte Datei in Megabyte, die gelesen wird; größere gelten als fehlgeschlagen."
        },
        ge=1,
    )

    @property
    def is_default_model(self) -> bool:
        """True where the model is the one that the project builds itself."""
        return self.model == DEFAULT_MODEL


def read_settings(**given: Path | str | int | None) -> Settings:
    """Return the settings: what is given and not None, else the environment, else the default."""
    try:
        return Settings.model_validate({k: v for k, v in given.items() if v is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"])
        raise SettingError(
            f"{ENVIRONMENT_PREFIX}{name.upper()}: {first['input']!r} cannot be used "
            f"({first['msg']}); see `nachbarwissen --help`."
        ) from error


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
