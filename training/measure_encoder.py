"""How often an encoder alone finds the event among all: usage: measure_encoder.py SHARED PACKAGE [--weights FILE] [--vectors FILE]

Without weights, the encoder as it came. Vectors are kept in the file named. Questions: those of files 12 and 13, and
those of files 0 to 9 whose event is in the held years; none of them was trained on.
"""

import argparse
import os

import numpy as np
import torch

from data import NEURAL_FILES, Archive, held, training_questions
from model import FAST, Encoder, embed_all, read_package
from tokenizer import Tokenizer
from train_encoder import EVENT_PIECES, QUESTION_PIECES, event_text, ranks


def sets(shared):
    found = [q for q in training_questions(shared, [12, 13]) if q["kind"] != "none"]
    yield "files 12 and 13, other years", [q for q in found if not held(q["path"])]
    yield "files 12 and 13, held years", [q for q in found if held(q["path"])]
    yield "files 0 to 9, held years", [q for q in training_questions(shared, NEURAL_FILES) if q["kind"] != "none" and held(q["path"])]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("shared")
    options.add_argument("package")
    options.add_argument("--weights")
    options.add_argument("--vectors", required=True)
    options.add_argument("--size", type=int, default=256)
    o = options.parse_args()
    torch.set_num_threads(1)
    FAST["half"] = True
    archive = Archive(o.shared)
    tokenizer = Tokenizer.load(os.path.join(o.package, "dist", "vocab.json"))
    encoder = Encoder(256 if o.weights else 0)
    if o.weights:
        encoder.load_state_dict(torch.load(o.weights))
    else:
        encoder.load(read_package(o.package))
    if not os.path.exists(o.vectors):
        rows = [tokenizer.encode(event_text(archive, i) if o.weights else archive.headlines[i]) for i in range(len(archive))]
        np.save(o.vectors, embed_all(encoder, rows, EVENT_PIECES, 32))
    vectors = np.load(o.vectors)
    if o.size < vectors.shape[1]:
        vectors = vectors[:, : o.size] / np.linalg.norm(vectors[:, : o.size], axis=1, keepdims=True)
    print("| questions | kind | n | 1 | 5 | 50 | 200 |\n| --- | --- | --- | --- | --- | --- | --- |")
    for name, questions in sets(o.shared):
        asked = embed_all(encoder, [tokenizer.encode(q["question"]) for q in questions], QUESTION_PIECES, 32)[:, : vectors.shape[1]]
        golds = [archive.at[q["path"]] for q in questions]
        r = np.concatenate([ranks(asked[i : i + 500], vectors, golds[i : i + 500]) for i in range(0, len(golds), 500)])
        for kind in ("plain", "everyday", "chat"):
            m = np.array([q["kind"] == kind for q in questions])
            print(f"| {name} | {kind} | {m.sum()} | " + " | ".join(f"{(r[m] < n).mean():.3f}" for n in (1, 5, 50, 200)) + " |", flush=True)


if __name__ == "__main__":
    main()
