"""Makes the models of test/search/model-folder/tiny: the usual shapes, a few kB, weights by hand. make_tiny_models.py OUT

A word's weight is what the models say: the encoder's vector is the mean of its words' (each word a direction of its own), the
cross-encoder likes "treaty", and the reader marks figures.
"""

import json
import os
import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
WORDS = "who what which how many sign signs signed a the treaty on of fishing strike dockers stop work in and 420 30 norland aldmere comet two tails . , : ? may june 2031 7 9 1".split()
VOCABULARY = SPECIAL + WORDS
N, WIDTH = len(VOCABULARY), 32


def tokenizer():
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": i, "content": t, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
            for i, t in enumerate(SPECIAL)
        ],
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
            "pair": [
                {"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}},
                {"Sequence": {"id": "B", "type_id": 1}}, {"SpecialToken": {"id": "[SEP]", "type_id": 1}},
            ],
            "special_tokens": {t: {"id": t, "ids": [SPECIAL.index(t)], "tokens": [t]} for t in ("[CLS]", "[SEP]")},
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": {w: i for i, w in enumerate(VOCABULARY)}},
    }


def write(out, role, nodes, outputs, weights, inputs=("input_ids", "attention_mask", "token_type_ids")):
    folder = os.path.join(out, role)
    os.makedirs(folder, exist_ok=True)
    shape = ["batch", "length"]
    graph = helper.make_graph(
        nodes,
        role,
        [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in inputs],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, dims) for name, dims in outputs],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    save(model, os.path.join(folder, "model.onnx"))
    with open(os.path.join(folder, "tokenizer.json"), "w", encoding="utf-8") as file:
        json.dump(tokenizer(), file)


def weights_of(**chosen):
    """A weight a word; those not named have `other`."""
    other = chosen.pop("other", 0.0)
    table = np.full((N, 1), other, dtype=np.float32)
    for word, weight in chosen.items():
        table[VOCABULARY.index(word)] = weight
    return table


def main(out):
    random = np.random.default_rng(1)
    directions = random.normal(size=(N, WIDTH)).astype(np.float32)
    directions[: len(SPECIAL)] = 0
    write(out, "encoder", [helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])], [("last_hidden_state", ["batch", "length", WIDTH])], {"table": directions})

    likes = weights_of(treaty=5.0)
    write(
        out,
        "cross-encoder",
        [
            helper.make_node("Gather", ["table", "input_ids"], ["each"]),
            helper.make_node("ReduceMax", ["each"], ["logits"], axes=[1], keepdims=0),
        ],
        [("logits", ["batch", 1])],
        {"table": likes},
    )

    marks = weights_of(**{"420": 8.0, "30": 7.0, "[CLS]": 2.0})
    write(
        out,
        "reader",
        [
            helper.make_node("Gather", ["table", "input_ids"], ["each"]),
            helper.make_node("Squeeze", ["each", "last"], ["start_logits"]),
            helper.make_node("Identity", ["start_logits"], ["end_logits"]),
        ],
        [("start_logits", ["batch", "length"]), ("end_logits", ["batch", "length"])],
        {"table": marks, "last": np.array([2], dtype=np.int64)},
    )


main(sys.argv[1])
