"""Writes a network as ONNX with int8 weights. usage:

  export.py encoder|reader WEIGHTS.pt OUT.onnx
  export.py vocabulary VOCAB.json OUT.txt

Each large matrix is kept as int8 with one scale for each output column; the table of pieces has a scale for each row and is
scaled after the lookup. Products of pieces and a matrix are computed in integers: their inputs are quantized as they come
(DynamicQuantizeLinear, MatMulInteger), which takes a quarter of the time. Those matrices use 7 of the 8 bits: processors without
VNNI add two products in 16 bits, which 8 bits would overflow. Everything else is float32.
"""

import argparse
import io

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from model import FAST, Encoder, Reader
from tokenizer import Tokenizer


class Exported(torch.nn.Module):
    """int32 in, so that callers need no 64-bit integers."""

    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def forward(self, *inputs):
        return self.inner(*(x.long() for x in inputs))


def quantize(array, axis, most=127):
    """int8 values up to `most` and a scale for each row (axis 0) or column, the one of some clippings with the least squared error."""
    widest = np.abs(array).max(axis=1 - axis, keepdims=True)
    widest = np.where(widest == 0, 1, widest)
    best = None
    for clip in (1, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6):
        scale = (widest * clip / most).astype(np.float32)
        values = np.clip(np.round(array / scale), -most, most)
        error = ((values * scale - array) ** 2).sum(axis=1 - axis, keepdims=True)
        if best is None:
            best = [values, scale, error]
        else:
            better = error < best[2]
            best = [np.where(better, new, old) for new, old in zip((values, scale, error), best)]
    return best[0].astype(np.int8), best[1].astype(np.float32)


SAFE = 63  # 255 * 63 * 2 fits in 16 bits with a sign


def in_integers(node, inputs):
    """A product with an int8 matrix, in integers; `inputs` holds those that are quantized already."""
    (x, matrix), out = node.input, node.output[0]
    nodes = []
    if x not in inputs:
        inputs[x] = [x + "_u8", x + "_scale", x + "_zero"]
        nodes.append(helper.make_node("DynamicQuantizeLinear", [x], inputs[x], name=x + "_quantize"))
    values, scale, zero = inputs[x]
    return nodes + [
        helper.make_node("MatMulInteger", [values, matrix + "_int8", zero, matrix + "_zero"], [out + "_i"], name=out + "_integers"),
        helper.make_node("Cast", [out + "_i"], [out + "_f"], name=out + "_cast", to=TensorProto.FLOAT),
        helper.make_node("Mul", [scale, matrix + "_scale"], [out + "_s"], name=out + "_scales"),
        helper.make_node("Mul", [out + "_f", out + "_s"], [out], name=out + "_scaled"),
    ]


def shrink(model):
    graph = model.graph
    added, dropped, kept_nodes, inputs = [], set(), [], {}
    tables = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    gathered = {n.input[0] for n in graph.node if n.op_type == "Gather"}
    turned = {n.input[1] for n in graph.node if n.op_type == "Gemm" and any(a.name == "transB" and a.i for a in n.attribute)}
    multiplied = {n.input[1] for n in graph.node if n.op_type == "MatMul"}
    for name, array in tables.items():
        if array.ndim != 2 or array.dtype != np.float32 or array.size < 20000:
            continue
        axis = 0 if name in gathered or name in turned else 1
        values, scale = quantize(array, axis, SAFE if name in multiplied else 127)
        dropped.add(name)
        added.append(numpy_helper.from_array(values, name + "_int8"))
        if name in gathered:
            added.append(numpy_helper.from_array(scale, name + "_scale"))
            continue
        added.append(numpy_helper.from_array(scale.ravel(), name + "_scale"))
        added.append(numpy_helper.from_array(np.zeros(scale.size, np.int8), name + "_zero"))
        if name not in multiplied:
            kept_nodes.append(helper.make_node("DequantizeLinear", [name + "_int8", name + "_scale", name + "_zero"], [name],
                                               name=name + "_dequantize", axis=axis))
    for node in graph.node:
        if node.op_type == "Gather" and node.input[0] in dropped:
            table, ids, out = node.input[0], node.input[1], node.output[0]
            kept_nodes += [
                helper.make_node("Gather", [table + "_int8", ids], [out + "_q"], name=out + "_lookup"),
                helper.make_node("Cast", [out + "_q"], [out + "_f"], name=out + "_cast", to=TensorProto.FLOAT),
                helper.make_node("Gather", [table + "_scale", ids], [out + "_s"], name=out + "_scales"),
                helper.make_node("Mul", [out + "_f", out + "_s"], [out], name=out + "_scaled"),
            ]
        elif node.op_type == "MatMul" and node.input[1] in dropped:
            kept_nodes += in_integers(node, inputs)
        else:
            kept_nodes.append(node)
    initializers = [i for i in graph.initializer if i.name not in dropped] + added
    del graph.node[:], graph.initializer[:]
    graph.node.extend(kept_nodes)
    graph.initializer.extend(initializers)
    onnx.checker.check_model(model)
    return model


def export(kind, weights, out):
    FAST["half"] = False
    network = Encoder(256) if kind == "encoder" else Reader()
    network.load_state_dict(torch.load(weights))
    network.eval()
    ids = torch.randint(6, 8000, (2, 12), dtype=torch.int32)
    ones = torch.ones(2, 12, dtype=torch.int32)
    if kind == "encoder":
        inputs, names, outputs = (ids, ones), ["ids", "mask"], ["vector"]
    else:
        segment = torch.cat([0 * ones[:, :5], ones[:, 5:]], 1)
        inputs = (ids, segment, ones, ones, ones, ones)
        names = ["ids", "segment", "match", "shape", "position", "mask"]
        outputs = ["relevance", "kind", "start", "end"]
    axes = {name: {0: "batch", 1: "length"} for name in names}
    axes.update({name: {0: "batch"} for name in outputs})
    for name in ("start", "end"):
        if name in outputs:
            axes[name] = {0: "batch", 1: "length"}
    buffer = io.BytesIO()
    torch.onnx.export(Exported(network), inputs, buffer, opset_version=13, input_names=names, output_names=outputs,
                      dynamic_axes=axes, do_constant_folding=True)
    model = shrink(onnx.load_from_string(buffer.getvalue()))
    model.producer_name = "dateline"
    model.producer_version = ""
    with open(out, "wb") as file:
        file.write(model.SerializeToString(deterministic=True))


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("kind", choices=["encoder", "reader", "vocabulary"])
    options.add_argument("weights")
    options.add_argument("out")
    o = options.parse_args()
    if o.kind == "vocabulary":
        Tokenizer.load(o.weights).save(o.out)
    else:
        export(o.kind, o.weights, o.out)
