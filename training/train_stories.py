"""Trains the models that say which events belong to a story, on the titles that editors gave.

    train_stories.py pair ROWS OUT.json
    train_stories.py story ROWS OUT.json
    train_stories.py importance ROWS OUT.json
    train_stories.py together PAIR.json STORY.json IMPORTANCE.json OUT.json

The first two learn from the titles, the third from questions: which event of a story people ask about.
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
OTHERS = 0.3
# A name that fits better can't count against an event.
RISING = {"similarity", "cosine", "breadth", "profile", "profileBreadth", "cover", "centroid", "nearest", "nearestThree"}
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
    # A part of the many others says as much, at the same weight in all.
    kept = (y == 1) | (np.random.default_rng(SEED).random(len(y)) < OTHERS)
    weight = np.where(y == 1, weight, weight / OTHERS)
    train = known & ~held & kept
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


def importance(prefix, out):
    names = json.load(open(prefix + ".names.json"))
    rows = np.fromfile(prefix + ".f32", dtype=np.float32).reshape(-1, len(names))
    stories = [json.loads(line) for line in open(prefix + ".jsonl")]
    at = 0
    for story in stories:
        story["lo"], at = at, at + len(story["labels"])
    assert at == len(rows)
    rng = np.random.default_rng(SEED)
    folds = rng.integers(0, 5, len(stories))
    params = {
        "objective": "rank:pairwise", "max_depth": 3, "eta": 0.08, "subsample": 0.7, "colsample_bytree": 0.6, "min_child_weight": 5,
        "lambda": 4, "nthread": 1, "seed": SEED,
    }

    def fit(some):
        at = np.concatenate([np.arange(s["lo"], s["lo"] + len(s["labels"]))[np.array(s["labels"]) >= 0] for s in some])
        y = np.concatenate([[v for v in s["labels"] if v >= 0] for s in some])
        qid = np.concatenate([np.full(sum(v >= 0 for v in s["labels"]), k) for k, s in enumerate(some)])
        return xgb.train(params, xgb.DMatrix(rows[at], y, qid=qid), 120)

    def place(model, story):
        score = model.predict(xgb.DMatrix(rows[story["lo"] : story["lo"] + len(story["labels"])]))
        labels = np.array(story["labels"])
        own = score[labels == 1][0]
        return (score[labels == 0] >= own).mean() if (labels == 0).any() else 0.0, (score[labels == 0] >= own).sum()

    places = []
    for fold in range(5):
        model = fit([s for s, f in zip(stories, folds) if f != fold and s["date"][:4] not in HELD])
        places += [place(model, s) for s, f in zip(stories, folds) if f == fold]
    model = fit([s for s in stories if s["date"][:4] not in HELD])
    held = [place(model, s) for s in stories if s["date"][:4] in HELD]
    for name, found in (("out of fold", places), ("held years", held)):
        share, above = np.array([p for p, _ in found]), np.array([a for _, a in found])
        print(f"{name}: {len(found)} stories; before it {share.mean():.3f} of the others; first {(above == 0).mean():.3f}, among five {(above < 5).mean():.3f}")
    for k, name in enumerate(names):
        found = []
        for s in stories:
            v = np.nan_to_num(rows[s["lo"] : s["lo"] + len(s["labels"]), k])
            labels = np.array(s["labels"])
            found.append(((v[labels == 0] > v[labels == 1][0]).mean() + (v[labels == 0] >= v[labels == 1][0]).mean()) / 2 if (labels == 0).any() else 0)
        print(f"  {name} alone: {np.mean(found):.3f}")
    gain = model.get_score(importance_type="total_gain")
    print("gain", [(names[int(k[1:])], round(v)) for k, v in sorted(gain.items(), key=lambda kv: -kv[1])])
    json.dump(exported(model, names), open(out, "w"))


def together(pair, story, importance_of, out):
    json.dump({"pair": json.load(open(pair)), "story": json.load(open(story)), "importance": json.load(open(importance_of))}, open(out, "w"))


def exported(model, names):
    from train_ranker import exported as trees
    return trees(model, names)


if __name__ == "__main__":
    kind, *given = sys.argv[1:]
    if kind == "importance":
        importance(*given)
    elif kind == "together":
        together(*given)
    else:
        main(kind, *given)
