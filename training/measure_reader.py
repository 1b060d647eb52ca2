"""What the reader does out of sample. usage: measure_reader.py SHARED PACKAGE OUT READER.pt [--count N]

For questions of files 12 and 13 (other years), of files 0 to 9 (held years) and, where asked, of head files: the first
twenty of the encoder are read with the gold event added; "first" is by cosine, by relevance and by both together
(relevance + 10 cosine); the line is judged on the gold event.
"""

import argparse
import os
import random
import time

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

from data import NEURAL_FILES, head_questions, held, long_date, training_questions
from model import FAST, Reader
from reader_input import QUESTION_PIECES, Side, join
from train_reader import KINDS, best_span, load_all, run


def measure(reader, reading, questions, depth):
    """questions: (text, golds, answer, type, kind)."""
    words, dense = reading.retrieve([q[0] for q in questions], depth)
    asked = reading.asked
    firsts, lines, answerable = [], [], ([], [])
    with torch.no_grad():
        for k, (text, golds, answer, type_, kind) in enumerate(questions):
            question = Side(reading.tokenizer, text, QUESTION_PIECES)
            if kind == "none":
                _, kinds, _ = run(reader, [join(question, reading.side(golds[0]))])
                answerable[1].append(float(kinds[0].softmax(-1)[0]))
                continue
            events = list(dict.fromkeys([*golds, *dense[k].tolist(), *words[k][:5].tolist()]))
            relevance, kinds, spans = run(reader, [join(question, reading.side(e)) for e in events])
            cosine = torch.tensor(reading.vectors[events] @ asked[k])
            row = []
            for score in (cosine, relevance, relevance + 10 * cosine):
                order = torch.argsort(-score).tolist()
                place = next(i for i, at in enumerate(order) if events[at] in golds)
                row.append(place)
            firsts.append(row)
            answerable[0].append(float(kinds[0].softmax(-1)[0]))
            label, span = reading.label(golds[0], answer, type_) if isinstance(answer, str) else (-1, None)
            if label < 0:
                continue
            got = int(kinds[0][1:].argmax()) + 1
            right = got == label
            if right and got == KINDS["span"]:
                side = reading.side(golds[0])
                skip = sum(1 for _, _, z, _ in side.pieces if z <= len(long_date(reading.archive.dates[golds[0]])) + 1)
                _, a, z = best_span(side, spans[0][0].tolist(), spans[0][1].tolist(), len(question.ids) + 2, skip)
                right = (a, z) == tuple(span)
            lines.append((label, right))
    firsts = np.array(firsts)
    at = " | ".join(f"{(firsts[:, c] < 1).mean():.3f} / {(firsts[:, c] < 5).mean():.3f}" for c in range(3))
    line = np.mean([r for _, r in lines])
    spans_right = [r for label, r in lines if label == KINDS["span"]]
    span = np.mean(spans_right) if spans_right else float("nan")
    auc = roc_auc_score([0] * len(answerable[0]) + [1] * len(answerable[1]), answerable[0] + answerable[1]) if answerable[1] else float("nan")
    return f"{len(firsts)} | {at} | {line:.3f} | {span:.3f} | {auc:.3f}"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("shared")
    options.add_argument("package")
    options.add_argument("out")
    options.add_argument("reader")
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--depth", type=int, default=20)
    options.add_argument("--heads", default="")
    options.add_argument("--encoder", default="")
    options.add_argument("--vectors", default="")
    options.add_argument("--seed", type=int, default=3)
    o = options.parse_args()
    torch.set_num_threads(1)
    reading, encoder = load_all(o, print)
    keep = reading.retrieve

    def retrieve(texts, n):
        from model import embed_all
        reading.asked = embed_all(encoder, [reading.tokenizer.encode(t) for t in texts], 64, 32)
        return keep(texts, n)

    reading.retrieve = retrieve
    reader = Reader()
    reader.load_state_dict(torch.load(o.reader))
    reader.eval()
    FAST["half"] = True
    rng = random.Random(o.seed)
    print("| questions | n | cosine 1 / 5 | relevance | both | line | span | none auc |\n| --- | --- | --- | --- | --- | --- | --- | --- |")
    for letter in o.heads:
        rows = [(q["question"], [reading.archive.at[p] for p in q["gold"]], q.get("answer"), q["type"], "head")
                for q in head_questions(o.shared, letter) if q["gold"]]
        print(f"| head-{letter} | {measure(reader, reading, rows, o.depth)} |", flush=True)
    others = [q for q in training_questions(o.shared, [12, 13]) if not held(q["path"])]
    years = [q for q in training_questions(o.shared, NEURAL_FILES) if held(q["path"])]
    for name, questions in (("files 12, 13, other years", others), ("held years", years)):
        for kind in ("plain", "everyday", "chat"):
            rows = rng.sample([q for q in questions if q["kind"] == kind], o.count) + rng.sample([q for q in questions if q["kind"] == "none"], o.count // 2)
            rows = [(q["question"], [reading.archive.at[q["path"]]], q["answer"], q["type"], q["kind"]) for q in rows]
            print(f"| {name}, {kind} | {measure(reader, reading, rows, o.depth)} |", flush=True)


if __name__ == "__main__":
    main()
