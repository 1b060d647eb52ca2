"""Trains a classifier of texts (src/search/intent/text-classifier.ts) on the rows of dump-text-rows.

    train_text_classifier.py ROWS OUT.json QUESTION

ROWS.jsonl has a line a text with "kind" (its label), "set", "grams" and "known"; ROWS.f32 the vectors. Sets whose names hold "held" or
"sets" are measured on; those with "held" train the weights that are kept afterwards. QUESTION is the label that must hardly ever be
lost: a table says what is lost at which threshold.
"""

import json
import sys

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

LEAST = 8  # texts a gram must be in
KEPT = 0.05  # weights below count as nothing


def load(path):
    rows = [json.loads(line) for line in open(f"{path}.jsonl", encoding="utf-8")]
    vectors = np.fromfile(f"{path}.f32", dtype=np.float32).reshape(len(rows), 256)
    return rows, vectors


def balance(kinds):
    """Weights that give every label but the commonest the same say."""
    names, at, counts = np.unique(kinds, return_inverse=True, return_counts=True)
    common = counts.argmax()
    each = np.array([1.0 if i == common else 1000 / n for i, n in enumerate(counts)])
    return each[at]


def fit(x, kinds, c):
    return LogisticRegression(C=c, max_iter=300, multi_class="multinomial").fit(x, kinds, sample_weight=balance(kinds))


def report(name, rows, p, labels, question, chosen):
    q = list(labels).index(question)
    kinds = np.array([r["kind"] for r in rows])
    sets = np.array([r["set"] for r in rows])
    print(f"== {name}")
    for s in sorted(set(sets[chosen])):
        for real in (True, False):
            at = chosen & (sets == s) & ((kinds == question) == real)
            if at.sum() == 0:
                continue
            cells = [f"{(p[at, q] < t).mean():.4f}" for t in (0.5, 0.2, 0.1, 0.05, 0.02)]
            print(f"{s:22} {'questions' if real else 'others':9} {at.sum():6}", "gated below .5 .2 .1 .05 .02:", *cells)
    at = chosen & (kinds != question)
    other = p.copy()
    other[:, q] = 0
    print("right kind of those not questions:", (np.array(labels)[other[at].argmax(1)] == kinds[at]).mean().round(3))


def main(path, out, question):
    rows, vectors = load(path)
    kinds = np.array([r["kind"] for r in rows])
    train = np.array(["held" not in r["set"] and "sets" not in r["set"] for r in rows])
    tested = np.array(["sets" in r["set"] for r in rows])
    counts = {}
    for r, t in zip(rows, ~tested):
        if t:
            for g in r["grams"]:
                counts[g] = counts.get(g, 0) + 1
    grams = sorted(g for g, n in counts.items() if n >= LEAST)
    at = {g: i for i, g in enumerate(grams)}
    indices = [[at[g] for g in r["grams"] if g in at] for r in rows]
    indptr = np.cumsum([0] + [len(i) for i in indices])
    words = sparse.csr_matrix((np.ones(indptr[-1]), np.concatenate(indices).astype(int), indptr), (len(rows), len(grams)))
    full = sparse.hstack([words, sparse.csr_matrix(vectors * 3)]).tocsr()
    file = {}
    for name, x, c in (("words", words, 0.3), ("full", full, 0.3)):
        model = fit(x[train], kinds[train], c)
        labels = [str(k) for k in model.classes_]
        coef = model.coef_.astype(float)
        dense = coef[:, len(grams) :] * 3
        coef = coef[:, : len(grams)].copy()
        keep = np.abs(coef).max(0) >= KEPT
        coef[:, ~keep] = 0
        logits = words @ coef.T + model.intercept_ + (vectors @ dense.T if dense.shape[1] else 0)
        p = np.exp(logits - logits.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        report(name, rows, p, labels, question, ~train)
        q = labels.index(question)
        lost = [(p[i, q], rows[i]["text"]) for i in np.where(~train & (kinds == question))[0]]
        for v, t in sorted(lost)[:12]:
            print(f"  lost {v:.3f} {t}")
        missed = [(p[i, q], rows[i]["text"]) for i in np.where(~train & (kinds != question))[0]]
        for v, t in sorted(missed)[::-1][:12]:
            print(f"  kept {v:.3f} {t}")
        # What was held out to measure trains the weights that are kept, but for the question sets.
        model = fit(x[~tested], kinds[~tested], c)
        coef = model.coef_.astype(float)
        dense = coef[:, len(grams) :] * 3
        coef = coef[:, : len(grams)].copy()
        keep = np.abs(coef).max(0) >= KEPT
        file[name] = {
            "bias": [round(float(b), 3) for b in model.intercept_],
            "grams": {g: [round(float(w), 2) for w in coef[:, i]] for g, i in at.items() if keep[i]},
            **({"vector": [[round(float(w), 2) for w in row] for row in dense.T]} if dense.shape[1] else {}),
        }
        file["labels"] = labels
    with open(out, "w", encoding="utf-8") as handle:
        json.dump({"labels": file["labels"], "full": file["full"], "words": file["words"]}, handle, ensure_ascii=False, separators=(",", ":"))


main(*sys.argv[1:])
