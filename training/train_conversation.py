"""Trains the choice of a conversation from what dump-conversations.ts wrote.

  train_conversation.py WORK/conversations MODELS/conversation.json

The trees say how likely an event, found for one way to write a leaning question out, answers it. Five folds over the conversations, those that want the same event kept together; the figures and the calibration (Platt
1999) are out of fold. Gradient boosting by xgboost (Chen and Guestrin 2016), fixed seeds, one thread.
"""

import hashlib
import json
import sys

import numpy as np
import xgboost as xgb
from sklearn.linear_model import LogisticRegression

SEED = 7
FOLDS = 5
EVENT = dict(objective="binary:logistic", eta=0.06, max_depth=4, min_child_weight=8, subsample=0.7, colsample_bytree=0.5,
             reg_lambda=6, tree_method="hist", nthread=1, seed=SEED)
EVENT_ROUNDS = 160
# The questions of "head" trained the ranker, whose scores of them are better than of new ones; those of "train" did not.
WEIGHT = {"head": 0.5, "train": 2.0}


def trees_of(booster, names):
    """The trees as src/search/rank/boosted-trees.ts evaluates them."""
    trees = []
    for text in booster.get_dump(dump_format="json"):
        tree = dict(feature=[], value=[], left=[], right=[], missing=[])

        def add(node):
            at = len(tree["feature"])
            for key in tree:
                tree[key].append(0)
            if "leaf" in node:
                tree["feature"][at], tree["value"][at] = -1, float("%.6g" % node["leaf"])
                return at
            tree["feature"][at] = int(node["split"][1:])
            tree["value"][at] = float(np.float32(node["split_condition"]))
            children = {child["nodeid"]: child for child in node["children"]}
            tree["left"][at] = add(children[node["yes"]])
            tree["right"][at] = add(children[node["no"]])
            tree["missing"][at] = int(node["missing"] == node["yes"])
            return at

        add(json.loads(text))
        trees.append(tree)
    return dict(features=names, trees=trees)


def fitted(parameters, rounds, rows, labels, weights):
    return xgb.train(parameters, xgb.DMatrix(rows, label=labels, weight=weights), rounds)


def margins(booster, rows):
    return booster.predict(xgb.DMatrix(rows), output_margin=True)


def platt(scores, labels, weights):
    model = LogisticRegression(C=100).fit(scores.reshape(-1, 1), labels, sample_weight=weights)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def probability(scores, slope, base):
    return 1 / (1 + np.exp(-(base + slope * scores)))


def main():
    base, out = sys.argv[1:3]
    names = json.load(open(base + ".names.json"))
    talks = [json.loads(line) for line in open(base + ".jsonl")]
    rows = np.fromfile(base + ".f32", dtype=np.float32).reshape(-1, len(names))
    starts = np.cumsum([0] + [len(t["right"]) for t in talks])
    assert starts[-1] == len(rows)
    fold_of = [int(hashlib.md5(t["gold"].encode()).hexdigest(), 16) % FOLDS for t in talks]
    labels = np.concatenate([t["right"] for t in talks]).astype(float)
    folds = np.concatenate([[f] * len(t["right"]) for f, t in zip(fold_of, talks)])
    weights = np.concatenate([[WEIGHT[t["set"].split("-")[0]] / max(1, len(t["right"]))] * len(t["right"]) for t in talks]) * 20
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        inside = folds != fold
        booster = fitted(EVENT, EVENT_ROUNDS, rows[inside], labels[inside], weights[inside])
        scores[~inside] = margins(booster, rows[~inside])
    slope, intercept = platt(scores, labels, weights)
    answers = probability(scores, slope, intercept)

    chosen = [s + int(np.argmax(answers[s:e])) for s, e in zip(starts, starts[1:])]
    report(talks, starts, chosen, answers, labels, rows, names)
    booster = fitted(EVENT, EVENT_ROUNDS, rows, labels, weights)
    json.dump(dict(trees=trees_of(booster, names), slope=slope, base=intercept), open(out, "w"), separators=(",", ":"))


def report(talks, starts, chosen, answers, labels, rows, names):
    groups = {}
    order, place, sure = names.index("order"), names.index("place"), names.index("sure")
    for t, s, e, best in zip(talks, starts, starts[1:], chosen):
        firsts = [i for i in range(s, e) if rows[i, place] == 0]
        surest = max(firsts, key=lambda i: rows[i, sure])
        first = min(firsts, key=lambda i: rows[i, order])
        values = labels[best], labels[surest], labels[first], labels[s:e].max()
        for key in (t["leaning"], t["set"].split("-")[0], "all"):
            groups.setdefault(key, []).append(values)
    print("%-14s %5s %7s %7s %7s %7s" % ("", "n", "chosen", "surest", "first", "found"))
    for key, values in groups.items():
        print("%-14s %5d %7.3f %7.3f %7.3f %7.3f" % (key, len(values), *np.mean(values, axis=0)))
    bins = np.quantile(answers[chosen], np.linspace(0, 1, 6))
    for low, high in zip(bins, bins[1:]):
        inside = [i for i in chosen if low <= answers[i] <= high]
        print("  answers %.2f-%.2f: %.2f of %d" % (low, high, np.mean(labels[inside]), len(inside)))


main()
