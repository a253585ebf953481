"""The settings of an installation: the one class that reads the environment."""

import re
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from ontology.errors import SettingError
from ontology.iris import BASE

__all__ = ["DEFAULT_MODEL", "ENVIRONMENT_PREFIX", "Settings", "read_settings"]

ENVIRONMENT_PREFIX = "NACHBARWISSEN_"
DEFAULT_MODEL = "default"
# Half of 16 random characters are still too many to try them all over a network.
MIN_TOKEN_CHARS = 16


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
            "Installationen können ihn teilen."
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
        json_schema_extra={"de": "Adresse, an der `serve` lauscht; 0.0.0.0 öffnet sie dem Netz."},
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
        json_schema_extra={"de": "Sprache der Seiten, wenn keine gewählt ist: `de` oder `en`."},
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
        json_schema_extra={"de": "Größte Datei in Megabyte, die gelesen wird."},
        ge=1,
    )

    editor_token: SecretStr = Field(
        SecretStr(""),
        description=(
            "Token of at least 16 characters by which editors decide over HTTP; without it they "
            "decide by command line only."
        ),
        json_schema_extra={
            "de": "Token aus mindestens 16 Zeichen, mit dem Redaktionen über HTTP entscheiden; "
            "leer: Entscheidungen nur über die Befehlszeile."
        },
    )

    store_query_url: str = Field(
        "",
        description="Where a SPARQL 1.1 server answers queries, to keep the graph there.",
        json_schema_extra={
            "de": "Adresse der Abfragen eines SPARQL-1.1-Servers, auf dem der Graph liegen soll."
        },
    )
    store_update_url: str = Field(
        "",
        description="Where that server takes SPARQL Update.",
        json_schema_extra={"de": "Adresse, unter der dieser Server SPARQL Update annimmt."},
    )
    store_graphs_url: str = Field(
        "",
        description="Where that server answers the Graph Store Protocol.",
        json_schema_extra={"de": "Adresse des Graph Store Protocol auf diesem Server."},
    )
    store_user: str = Field(
        "",
        description="User that may write there, if the server asks for one.",
        json_schema_extra={"de": "Benutzer, der dort schreiben darf, falls der Server fragt."},
    )
    store_password: SecretStr = Field(
        SecretStr(""),
        description="Password of that user.",
        json_schema_extra={"de": "Kennwort dieses Benutzers."},
    )
    fetch_private: bool = Field(
        default=False,
        description="Let editors fetch documents from the town's own network too.",
        json_schema_extra={"de": "Redaktionen holen Dokumente auch aus dem eigenen Netz."},
    )
    fetch_proxy: SecretStr = Field(
        SecretStr(""),
        description="Proxy by which these are fetched: http://[USER:PASSWORD@]HOST:PORT.",
        json_schema_extra={"de": "Proxy, über den diese Dokumente geholt werden."},
    )
    sparql_seconds: float = Field(
        30.0,
        description="Seconds that one SPARQL query may run; then it is ended.",
        json_schema_extra={"de": "Sekunden, die eine SPARQL-Abfrage höchstens laufen darf."},
        gt=0,
    )
    sparql_max_rows: int = Field(
        1_000_000,
        description="Rows or triples that one SPARQL answer may have.",
        json_schema_extra={"de": "Zeilen oder Tripel, die eine SPARQL-Antwort haben darf."},
        ge=1,
    )
    sparql_max_mb: int = Field(
        256,
        description="Megabytes that one SPARQL answer may have.",
        json_schema_extra={"de": "Megabyte, die eine SPARQL-Antwort haben darf."},
        ge=1,
    )
    sparql_memory_mb: int = Field(
        2048,
        description="Megabytes of address space that one SPARQL query may need.",
        json_schema_extra={"de": "Megabyte Adressraum, die eine SPARQL-Abfrage brauchen darf."},
        ge=512,
    )
    sparql_processes: int = Field(
        2,
        description="SPARQL queries that run at once; the others wait in turn.",
        json_schema_extra={"de": "SPARQL-Abfragen, die zugleich laufen; die anderen warten."},
        ge=1,
    )
    sparql_services: str = Field(
        "",
        description="Addresses of the endpoints that `SERVICE` may call, parted by spaces.",
        json_schema_extra={
            "de": "Adressen der Endpunkte, die `SERVICE` ansprechen darf, durch Leerzeichen "
            "getrennt."
        },
    )
    admin_token: SecretStr = Field(
        SecretStr(""),
        description=(
            "Token of at least 16 characters that opens the writable workspace; without it there "
            "is none."
        ),
        json_schema_extra={
            "de": "Token aus mindestens 16 Zeichen, das den beschreibbaren Arbeitsbereich öffnet; "
            "leer: kein Arbeitsbereich."
        },
    )
    load_map: Path | None = Field(
        None,
        description=(
            "JSON file that maps the addresses that LOAD may name to RDF files; none: LOAD is off."
        ),
        json_schema_extra={
            "de": "JSON-Datei, die Adressen für LOAD auf RDF-Dateien abbildet; ohne sie ist LOAD "
            "aus."
        },
    )

    @field_validator("admin_token", "editor_token")
    @classmethod
    def _long_enough(cls, token: SecretStr) -> SecretStr:
        if 0 < len(token.get_secret_value()) < MIN_TOKEN_CHARS:
            msg = f"a token has at least {MIN_TOKEN_CHARS} characters"
            raise ValueError(msg)
        return token

    recogniser: bool = Field(
        default=True,
        description="Let the learned recogniser help the rules (needs the default model).",
        json_schema_extra={"de": "Der gelernte Erkenner hilft den Regeln (nur Modell `default`)."},
    )
    llm_url: str = Field(
        "",
        description=(
            "Address of an OpenAI-compatible server whose proposals are taken where their quote "
            "stands in the text, such as http://127.0.0.1:8000/v1; empty: none is asked."
        ),
        json_schema_extra={
            "de": "Adresse eines OpenAI-kompatiblen Servers, dessen Vorschläge gelten, wo ihr "
            "Zitat im Text steht; leer: keiner wird gefragt."
        },
    )
    llm_model: str = Field(
        "",
        description="Name of the model at that address.",
        json_schema_extra={"de": "Name des Modells an dieser Adresse."},
    )
    llm_key: str = Field(
        "",
        description="Key for that address, if it asks for one.",
        json_schema_extra={"de": "Schlüssel für diese Adresse, falls sie einen verlangt."},
        repr=False,
    )

    public_url: str = Field(
        "",
        description="Address at which readers reach the pages; letters lead there.",
        json_schema_extra={"de": "Adresse der Seiten, auf die Briefe verweisen."},
        pattern=r"^(https?://[^\s<>]+)?$",
    )
    smtp_url: SecretStr = Field(
        SecretStr(""),
        description=(
            "Mail server for standing questions: smtp://USER:PASSWORD@HOST:587 (STARTTLS), "
            "smtps://HOST (TLS) or smtp+plain://HOST:25; empty: no letters."
        ),
        json_schema_extra={"de": "Mailserver für Nachrichten zu gemerkten Fragen; leer: keine."},
    )
    mail_from: str = Field(
        "",
        description="Sender of these letters, such as Nachbarwissen <wissen@town.example>.",
        json_schema_extra={"de": "Absender dieser Nachrichten."},
        pattern=r"^([^\r\n]*[^@\s<]+@[^@\s>]+>?)?$",
    )

    @field_validator("smtp_url", "fetch_proxy")
    @classmethod
    def _server(cls, url: SecretStr, info: ValidationInfo) -> SecretStr:
        kinds = ("smtp", "smtps", "smtp+plain") if info.field_name == "smtp_url" else ("http",)
        scheme, _, rest = url.get_secret_value().partition("://")
        if url.get_secret_value() and (scheme not in kinds or not re.fullmatch(r"[^\s/]+/?", rest)):
            msg = f"expected {' or '.join(f'{kind}://HOST' for kind in kinds)}"
            raise ValueError(msg)
        return url

    @property
    def is_default_model(self) -> bool:
        """True where the model is the one that the project builds itself."""
        return self.model == DEFAULT_MODEL


def read_settings(**given: Path | str | float | None) -> Settings:
    """Return the settings: what is given and not None, else the environment, else the default."""
    try:
        return Settings.model_validate({k: v for k, v in given.items() if v is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"])
        field = Settings.model_fields.get(name)
        # What may hold a password or a token is not repeated: errors end up in logs.
        is_secret = field is not None and field.annotation is SecretStr
        came = "the value" if is_secret else repr(first["input"])
        raise SettingError(
            f"{ENVIRONMENT_PREFIX}{name.upper()}: {came} cannot be used "
            f"({first['msg']}); see `nachbarwissen --help`."
        ) from error
