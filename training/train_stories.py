"""Trains the models that say which events belong to a story, on the titles that editors gave.

    train_stories.py pair ROWS OUT.json
    train_stories.py story ROWS OUT.json

ROWS is what dump-stories.ts wrote. Stories whose event is of 2013 to 2016 train nothing and are measured.
"""

import json
import re
import sys

import numpy as np
import xgboost as xgb

SEED = 7
HELD = ("2013", "2014", "2015", "2016")
ROUNDS, DEPTH = 200, 5
# A name that fits better can't count against an event.
RISING = {"similarity", "cosine", "breadth", "first", "profile", "profileBreadth", "cover", "centroid", "nearest", "nearestThree"}
SMALL = {"the", "of", "and", "in", "on", "a", "an", "at", "for", "to", "by"}


def words(title):
    return {w for w in re.findall(r"\w+", title) if w not in SMALL}


def nearly_same(one, other):
    """Titles of one story in other words: most words shared, and no other year."""
    a, b = words(one), words(other)
    years_a, years_b = ({w for w in x if re.fullmatch(r"(19|20)\d\d", w)} for x in (a, b))
    if years_a and years_b and years_a != years_b:
        return False
    a, b = a - years_a, b - years_b
    return bool(a and b) and len(a & b) / min(len(a), len(b)) > 0.5


def load(prefix):
    names = json.load(open(prefix + ".names.json"))
    rows = np.fromfile(prefix + ".f32", dtype=np.float32).reshape(-1, len(names))
    stories = [json.loads(line) for line in open(prefix + ".jsonl")]
    together = {}
    for story in stories:
        for titles in story["titles"]:
            for title in titles:
                together.setdefault(title, set()).update(titles)
    at = 0
    for story in stories:
        story["lo"], at = at, at + len(story["titles"])
        own = story["story"]
        label = []
        for titles in story["titles"]:
            if own in titles:
                label.append(1)
            elif any(own in together[t] or nearly_same(own, t) for t in titles):
                label.append(-1)
            else:
                label.append(0)
        story["y"] = np.array(label)
    assert at == len(rows), (at, len(rows))
    return names, rows, stories


def main(kind, prefix, out):
    names, rows, stories = load(prefix)
    y = np.concatenate([s["y"] for s in stories])
    held = np.concatenate([np.full(len(s["y"]), s["date"][:4] in HELD) for s in stories])
    titled = np.concatenate([np.full(len(s["y"]), s["titled"]) for s in stories])
    # Each story counts the same, up to its number of events.
    weight = np.concatenate([np.full(len(s["y"]), 1 / max(1, (s["y"] == 1).sum()) ** 0.5) for s in stories])
    known = y >= 0
    print(f"{kind}: {len(stories)} stories, {known.sum()} rows, {(y == 1).sum()} members; held {(known & held).sum()}")
    params = {
        "objective": "binary:logistic", "max_depth": DEPTH, "eta": 0.08, "subsample": 0.7, "colsample_bytree": 0.7,
        "min_child_weight": 3, "lambda": 2, "nthread": 1, "seed": SEED, "base_score": 0.5,
        "monotone_constraints": "(" + ",".join("1" if n in RISING else "0" for n in names) + ")",
    }
    train = known & ~held
    model = xgb.train(params, xgb.DMatrix(rows[train], y[train], weight=weight[train]), ROUNDS)
    test = known & held
    p = model.predict(xgb.DMatrix(rows[test]))
    from sklearn.metrics import average_precision_score, roc_auc_score
    for name, part in (("all", np.ones(test.sum(), bool)), ("untitled start", ~titled[test]), ("titled start", titled[test])):
        yy, pp = y[test][part], p[part]
        print(f"{name}: auc {roc_auc_score(yy, pp):.3f} ap {average_precision_score(yy, pp):.3f}")
        for at in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
            shown = pp >= at
            print(f"  p >= {at}: precision {yy[shown].mean():.3f} recall {yy[shown].sum() / yy.sum():.3f} n {shown.sum()}")
    gain = model.get_score(importance_type="total_gain")
    print("gain", [(names[int(k[1:])], round(v)) for k, v in sorted(gain.items(), key=lambda kv: -kv[1])])
    json.dump(exported(model, names), open(out, "w"))


def exported(model, names):
    from train_ranker import exported as trees
    return trees(model, names)


if __name__ == "__main__":
    main(*sys.argv[1:4])
