"""The network that is trained: the embedder's layers with a classifier of words on top."""

import math

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ingest.recogniser_embedder import MAPS, NORMS, Embedder
from ingest.recogniser_words import PLACES, TAGS

__all__ = ["Layer", "Tagger"]


class Layer(nn.Module):
    """One transformer layer as BERT has it, starting from the embedder's weights."""

    def __init__(self, embedder: Embedder, layer: int, dropout: float) -> None:
        super().__init__()
        self.heads = embedder.heads
        self.dropout = dropout
        prefix = f"encoder.layer.{layer}."
        self.maps = nn.ModuleList(_linear(embedder, prefix + name) for name in MAPS)
        self.norms = nn.ModuleList(_norm(embedder, prefix + name) for name in NORMS)

    def forward(self, flow: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's vectors; `mask` is false where a sequence is padded."""
        query, key, value = (self._split(self.maps[index](flow)) for index in range(3))
        # Written out: torch's fused attention learns at a third of this speed on a CPU.
        nearness = query @ key.transpose(2, 3) / math.sqrt(query.shape[-1])
        seen = nearness.masked_fill(~mask, float("-inf")).softmax(dim=3) @ value
        seen = self._drop(self.maps[3](seen.transpose(1, 2).reshape(flow.shape)))
        flow = self.norms[0](flow + seen)
        active = functional.gelu(self.maps[4](flow))
        grown: Tensor = self.norms[1](flow + self._drop(self.maps[5](active)))
        return grown

    def _split(self, flow: Tensor) -> Tensor:
        batch, length, _ = flow.shape
        return flow.view(batch, length, self.heads, -1).transpose(1, 2)

    def _drop(self, flow: Tensor) -> Tensor:
        return functional.dropout(flow, self.dropout, self.training)


class Tagger(nn.Module):
    """The first `depth` layers of the embedder, those from `trained_from` on free to learn."""

    def __init__(
        self, embedder: Embedder, *, depth: int, trained_from: int, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.trained_from = trained_from
        self.layers = nn.ModuleList(Layer(embedder, index, dropout) for index in range(depth))
        for index in range(trained_from):
            self.layers[index].requires_grad_(requires_grad=False)
        width = embedder.tensors["embeddings.LayerNorm.weight"].shape[0]
        self.head = nn.Linear(width, len(TAGS) + len(PLACES))
        # From nothing: whatever was drawn at random before, the same lessons give the same head.
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)
        self.dropout = nn.Dropout(dropout)

    @torch.no_grad()
    def below(self, embedded: Tensor, mask: Tensor) -> Tensor:
        """Return what enters the first layer that learns: the same in every round."""
        flow, seen = embedded, mask[:, None, None, :]
        for index in range(self.trained_from):
            flow = self.layers[index].eval()(flow, seen)
        return flow

    def forward(self, flow: Tensor, mask: Tensor) -> Tensor:
        """Return scores of the tags and places of every token, from what `below` returned."""
        seen = mask[:, None, None, :]
        for index in range(self.trained_from, len(self.layers)):
            flow = self.layers[index](flow, seen)
        scores: Tensor = self.head(self.dropout(flow))
        return scores

    def weights(self) -> dict[str, nn.Parameter]:
        """Return every weight by the name that the embedder's file gives it; the head's too."""
        found: dict[str, nn.Parameter] = {}
        for index, layer in enumerate(self.layers):
            own = dict(layer.named_parameters())
            for at, name in enumerate(MAPS):
                _name(found, own, f"maps.{at}", f"encoder.layer.{index}.{name}")
            for at, name in enumerate(NORMS):
                _name(found, own, f"norms.{at}", f"encoder.layer.{index}.{name}")
        _name(found, dict(self.named_parameters()), "head", "head")
        return found


def _name(
    found: dict[str, nn.Parameter], own: dict[str, nn.Parameter], ours: str, theirs: str
) -> None:
    for kind in ("weight", "bias"):
        found[f"{theirs}.{kind}"] = own[f"{ours}.{kind}"]


def _linear(embedder: Embedder, name: str) -> nn.Linear:
    weight, bias = _pair(embedder, name)
    linear = nn.Linear(weight.shape[1], weight.shape[0])
    linear.weight = nn.Parameter(weight)
    linear.bias = nn.Parameter(bias)
    return linear


def _norm(embedder: Embedder, name: str) -> nn.LayerNorm:
    weight, bias = _pair(embedder, name)
    norm = nn.LayerNorm(weight.shape[0], eps=1e-12)
    norm.weight = nn.Parameter(weight)
    norm.bias = nn.Parameter(bias)
    return norm


def _pair(embedder: Embedder, name: str) -> tuple[Tensor, Tensor]:
    return (
        torch.tensor(np.array(embedder.tensors[f"{name}.weight"])),
        torch.tensor(np.array(embedder.tensors[f"{name}.bias"])),
    )
