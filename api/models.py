"""The embedding model that the settings name; the default one is built when it is first needed."""

from collections.abc import Callable
from pathlib import Path

from api.settings import Settings
from ingest.aids import Aids
from ingest.language_model import LanguageModel
from ingest.recogniser import Recogniser
from ontology.errors import ModelError
from search.encoder import Encoder, open_encoder
from search.model_build import DEFAULT_MODEL_NAME, build_default_model

__all__ = ["build_model", "model_folder", "name_aids", "open_aids", "open_model"]


def model_folder(settings: Settings) -> Path:
    """Return the folder of the model that the settings name."""
    if settings.is_default_model:
        return settings.model_dir / DEFAULT_MODEL_NAME
    return Path(settings.model)


def build_model(
    settings: Settings, *, progress: Callable[[str, float], None] | None = None
) -> Path:
    """Return the model's folder, building the default model there if it is not yet built."""
    folder = model_folder(settings)
    if settings.is_default_model:
        return build_default_model(folder, progress=progress)
    if not folder.is_dir():
        raise ModelError(
            f"There is no model in {folder}; name the folder of a sentence-transformers model, or "
            f"leave the setting `model` at its default."
        )
    return folder


def open_model(settings: Settings) -> Encoder:
    """Return the encoder of the settings' model, building the default one if need be."""
    return open_encoder(build_model(settings))


def open_aids(settings: Settings) -> Aids:
    """Return what helps the rules; the recogniser rests on the default model, built if need be."""
    recogniser = None
    if settings.recogniser and settings.is_default_model:
        recogniser = Recogniser.open(build_model(settings))
    model = None
    if settings.llm_url:
        model = LanguageModel(settings.llm_url, settings.llm_model, settings.llm_key or None)
    return Aids(recogniser, model)


def name_aids(settings: Settings) -> str:
    """Return what `open_aids` would open, without opening it: part of a reading's stamp."""
    has_recogniser = settings.recogniser and settings.is_default_model
    return f"{'recogniser' if has_recogniser else 'rules'} {settings.llm_url} {settings.llm_model}"
