"""Trains the ranker and the decider from what dump-candidates.ts and read-pairs.ts wrote.

  train_ranker.py first  WORK [SET...]        -> WORK/first.json, WORK/first-scores.npy, WORK/pairs.jsonl (for read-pairs.ts;
                                                 of the sets named, or of all)
  train_ranker.py second WORK MODELS          -> MODELS/ranker.json, MODELS/decider.json, a table on standard output

WORK holds candidates.{f32,jsonl,names.json} and, for the second step, readings.{f32,jsonl,names.json}.

Every score that a later step is trained on is out of fold: five folds over the questions, those that share a gold event
kept together. Questions of the held years and of the tested sets are in no fold; the final trees score them.
Gradient boosting by xgboost (Chen and Guestrin 2016), pairwise ranking loss, fixed seeds, one thread.
"""

import json
import os
import sys
import unicodedata
import re

import numpy as np
import xgboost as xgb

HELD_YEARS = ("2013", "2014", "2015", "2016")
TESTED = ("head-a", "head-b")
FOLDS = 5
READ = 12  # events of a question that the reader reads for training
READS = 5  # events that the program reads, of which it decides
SEED = 7
RANK = dict(objective="rank:pairwise", eta=0.07, max_depth=5, min_child_weight=5, subsample=0.7, colsample_bytree=0.5,
            reg_lambda=5, tree_method="hist", nthread=1, seed=SEED)
ROUNDS = 350
DECIDE = dict(objective="binary:logistic", eta=0.05, max_depth=3, min_child_weight=8, subsample=0.7, colsample_bytree=0.4,
              reg_lambda=8, tree_method="hist", nthread=1, seed=SEED)
DECIDE_ROUNDS = 160
WEIGHT = {"head": 1.0, "train": 0.1}
DECISION_WEIGHT = {"head": 1.0, "train": 0.35}
NOTHING_ANSWERS = 1.5  # how much more the trees that decide heed a question that nothing answers
# What is known of the first event that decides, beside what was read; more of it made decisions worse on other questions.
DECISIVE = ("cov", "covName", "covExact", "missing", "missMost", "missName", "figures", "near", "cos", "d-cos", "d-cov", "inSpan",
            "offDays", "qNames", "qContent", "pick", "pickGap", "pickShare", "kindShare", "wantedFamily", "ruleShare")


def year(path):
    return path.split("/")[2]


class Data:
    """The questions with their candidates, of one archive or of several; those of the others than the first only train decisions."""

    def __init__(self, *bases):
        self.names = json.load(open(bases[0] + ".names.json"))
        self.questions, parts = [], []
        for base in bases:
            questions = [json.loads(line) for line in open(base + ".jsonl")]
            for q in questions:
                q["ranks"] = base == bases[0]
            self.questions += questions
            parts.append(np.memmap(base + ".f32", dtype=np.float32, mode="r").reshape(-1, len(self.names)))
        self.rows = parts[0] if len(parts) == 1 else np.concatenate(parts)
        at = 0
        for q in self.questions:
            q["lo"], at = at, at + len(q["candidates"])
            q["hi"] = at
            gold = set(q["gold"])
            q["y"] = np.array([(2.0 if c == q["best"] else 1.0) if c in gold else 0.0 for c in q["candidates"]], np.float32)
            q["held"] = any(year(p) in HELD_YEARS for p in q["gold"])
        assert at == len(self.rows), (at, len(self.rows))
        tested = {p for q in self.questions if q["set"] in TESTED for p in q["gold"]}
        for q in self.questions:
            q["trained"] = q["set"] not in TESTED and not q["held"] and not tested & set(q["gold"])
        self.fold()

    def fold(self):
        """Questions of one gold event in one fold; those without one by their place."""
        groups = {}
        for q in self.questions:
            key = min(q["gold"]) if q["gold"] else q["id"]
            q["fold"] = groups.setdefault(key, (len(groups) * 7919) % FOLDS)

    def weight(self, q):
        return WEIGHT["head" if "head" in q["set"] else "train"]


def archives(work):
    """What was dumped over the whole archive, and over a small one, where an answer stands out more."""
    return [os.path.join(work, name) for name in ("candidates", "small", "absent") if os.path.exists(os.path.join(work, name + ".f32"))]


def chosen_rows(q, rows, cov, rng):
    """The rows a tree learns from: gold, the 45 with most words or nearest in meaning, 15 others."""
    n = q["hi"] - q["lo"]
    if n <= 60:
        return np.arange(n)
    part = rows[q["lo"] : q["hi"]]
    by = np.nan_to_num(part[:, cov[0]]) + np.nan_to_num(part[:, cov[1]])
    order = np.argsort(-by)
    others = rng.choice(order[45:], 15, replace=False)
    return np.unique(np.concatenate([np.flatnonzero(q["y"] > 0), order[:45], others]))


def fit_rank(data, questions, rows_of, rounds=ROUNDS, **over):
    questions = [q for q in questions if q["y"].max(initial=0) > 0 and q["ranks"]]
    parts = [rows_of(q) for q in questions]
    matrix = xgb.DMatrix(np.concatenate([x for x, _ in parts]), label=np.concatenate([y for _, y in parts]))
    matrix.set_group([len(y) for _, y in parts])
    matrix.set_weight([data.weight(q) for q in questions])
    return xgb.train({**RANK, **over}, matrix, rounds)


def exported(model, names):
    """An xgboost model as flat arrays, as src/search/rank/boosted-trees.ts reads it."""
    learner = json.loads(model.save_raw("json"))["learner"]
    # What xgboost adds to every score is a tree of one leaf here. Of a logistic model it is kept apart, as a prior.
    start = float(learner["learner_model_param"]["base_score"]) if learner["objective"]["name"].startswith("rank") else 0.0
    trees = [{"feature": [-1], "value": [start], "left": [0], "right": [0], "missing": [0]}]
    for tree in learner["gradient_booster"]["model"]["trees"]:
        leaf = [c < 0 for c in tree["left_children"]]
        trees.append({
            "feature": [-1 if is_leaf else f for is_leaf, f in zip(leaf, tree["split_indices"])],
            "value": [float(f"{v:.6g}") for v in tree["split_conditions"]],
            "left": [max(0, c) for c in tree["left_children"]],
            "right": [max(0, c) for c in tree["right_children"]],
            "missing": [int(d) for d in tree["default_left"]],
        })
    return {"features": names, "trees": trees}


def hits(questions, scores):
    """hit@1, hit@5 and how many. Scores are of all candidates, or of those read: then the first READS go by them."""
    first = five = n = 0
    for q in questions:
        if not q["gold"]:
            continue
        n += 1
        s = scores(q)
        if not len(s):
            continue
        if len(s) == len(q["y"]):
            y = q["y"][np.argsort(-s, kind="stable")] > 0
        else:
            y = np.concatenate([q["read_y"][:READS][np.argsort(-s[:READS], kind="stable")], q["read_y"][READS:]]) > 0
        first += bool(y[0])
        five += bool(y[:5].any())
    return (first / max(1, n), five / max(1, n), n)


def table(data, scores):
    groups = {}
    for q in data.questions:
        if q["set"].startswith("head"):
            groups.setdefault(q["set"], []).append(q)
            if q["set"] not in TESTED:
                groups.setdefault("heads c-e, held years" if q["held"] else "heads c-e, other years", []).append(q)
        elif q["gold"]:
            groups.setdefault(f"{q['kind']}, {'held' if q['held'] else 'other'} years", []).append(q)
    for name, questions in sorted(groups.items()):
        print(f"| {name} | {len([q for q in questions if q['gold']])} | %.3f | %.3f |" % hits(questions, scores)[:2], flush=True)


def first(work, read_sets):
    data = Data(*archives(work))
    rows, names = data.rows, data.names
    cov = (names.index("cov"), names.index("cos"))
    dense = [i for i, n in enumerate(names) if n in ("cos", "cosRank", "d-cos")]
    rng = np.random.default_rng(SEED)

    def rows_of(q):
        keep = chosen_rows(q, rows, cov, rng)
        x = np.array(rows[q["lo"] : q["hi"]][keep])
        # One question in eight is learned without vectors, as before they are computed.
        if rng.random() < 0.125:
            x[:, dense] = np.nan
        return x, q["y"][keep]

    def predict(model, q):
        return model.predict(xgb.DMatrix(np.array(rows[q["lo"] : q["hi"]]))) if q["hi"] > q["lo"] else np.zeros(0, np.float32)

    trained = [q for q in data.questions if q["trained"]]
    for k in range(FOLDS):
        model = fit_rank(data, [q for q in trained if q["fold"] != k], rows_of)
        for q in trained:
            if q["fold"] == k:
                q["first"] = predict(model, q)
    final = fit_rank(data, trained, rows_of)
    for q in data.questions:
        if not q["trained"]:
            q["first"] = predict(final, q)
    table(data, lambda q: q["first"])
    gains = final.get_score(importance_type="total_gain")
    print(", ".join(f"{names[int(k[1:])]} {v:.0f}" for k, v in sorted(gains.items(), key=lambda t: -t[1])[:40]))
    json.dump(exported(final, names), open(os.path.join(work, "first.json"), "w"))
    np.save(os.path.join(work, "first-scores.npy"), np.concatenate([q["first"] for q in data.questions]).astype(np.float32))
    with open(os.path.join(work, "pairs.jsonl"), "w") as out:
        for q in data.questions:
            if read_sets and q["set"] not in read_sets:
                continue
            top = np.argsort(-q["first"], kind="stable")[:READ]
            line = {"id": q["id"], "set": q["set"], "question": q["question"], "events": [q["candidates"][i] for i in top]}
            out.write(json.dumps(line) + "\n")


SMALL = set("a an and at by for from in of on or over the to with about least more than nearly almost around approximately "
            "some up his her their its was were is are be".split())


def tokens(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    text = re.sub(r"(\d),(?=\d{3})", r"\1", text)
    return [t for t in (t.strip(".") for t in re.findall(r"[^\W_]+(?:\.\d+)?", text)) if t and t not in SMALL]


def line_is_right(q, line):
    """Whether a line holds the answer and little else, as the project's scorer judges it."""
    if not line or not line["text"]:
        return False
    for answer in [q["answer"], *(q.get("alt") or [])]:
        if not isinstance(answer, str):
            continue
        want, said = tokens(answer), set(tokens(line["text"]))
        if answer.lower() in ("yes", "no"):
            if line["text"].lower() == answer.lower():
                return True
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", answer):
            if line["value"] == answer:
                return True
        elif len(said) <= max(8, 3 * len(want)) and want:
            if q.get("type") == "number" and any(re.search(r"\d", t) for t in want):
                if next(t for t in want if re.search(r"\d", t)) in said:
                    return True
            elif sum(t in said for t in want) >= (len(want) + 1) // 2:
                return True
    return False


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def decision_rows(q, names):
    """What src/search/decide/decision-features.ts computes, for the events the program reads, in the order of the second ranking."""
    order = np.argsort(-q["second"][:READS], kind="stable")
    rows, score = q["read_rows"][order], q["second"][order]
    out = np.full(rows.shape[1] + 7, np.nan, np.float32)
    out[: rows.shape[1]] = rows[0]
    kinds = [names.index(k) for k in ("k-none", "k-span", "k-date", "k-yes", "k-no")]
    relevance = names.index("relevance")
    lead = [1 + int(np.argmax(r[kinds[1:]])) for r in rows]
    out[rows.shape[1] :] = [
        score[0],
        score[0] - score[1] if len(score) > 1 else 10,
        score[0] - score[2] if len(score) > 2 else 10,
        softmax(score)[0],
        rows[0][relevance] - rows[1:, relevance].max() if len(rows) > 1 else 10,
        rows[:, kinds[0]].min(),
        sum(k == lead[0] for k in lead[1:]),
    ]
    return out


AGREEMENT = ["score", "gap", "gapThird", "share", "relevanceGap", "noneLeast", "agree"]


class Calibrated:
    """Boosted trees for a yes or no over some columns, scaled to probabilities on scores out of fold (Platt 1999).

    Trees learn with `stress` as weights, where questions that nothing answers count more; the scaling counts all by `weight`.
    """

    def __init__(self, columns):
        self.columns = columns

    def fit(self, x, y, weight, stress, fold):
        from sklearn.linear_model import LogisticRegression

        x = x[:, self.columns]
        out = np.zeros(len(y), np.float32)
        for k in range(FOLDS):
            inner = xgb.train(DECIDE, xgb.DMatrix(x[fold != k], label=y[fold != k], weight=stress[fold != k]), DECIDE_ROUNDS)
            out[fold == k] = inner.predict(xgb.DMatrix(x[fold == k]), output_margin=True)
        scale = LogisticRegression(C=1e6).fit(out[:, None], y, sample_weight=weight)
        self.out = out
        self.slope, self.base = float(scale.coef_[0, 0]), float(scale.intercept_[0])
        self.model = xgb.train(DECIDE, xgb.DMatrix(x, label=y, weight=stress), DECIDE_ROUNDS)
        config = json.loads(self.model.save_config())["learner"]["learner_model_param"]
        prior = float(config["base_score"])
        self.shift = float(np.log(prior / (1 - prior)))
        return self

    def probability(self, x):
        margin = self.model.predict(xgb.DMatrix(x[:, self.columns]), output_margin=True)
        return 1 / (1 + np.exp(-(self.base + self.slope * margin)))

    def out_of_fold(self):
        return 1 / (1 + np.exp(-(self.base + self.slope * self.out)))

    def exported(self, names):
        """Trees that take rows of all columns."""
        # The trees' prior is no leaf: it goes into the base.
        trees = exported(self.model, names)
        for tree in trees["trees"]:
            tree["feature"] = [f if f < 0 else self.columns[f] for f in tree["feature"]]
        return {"trees": trees, "slope": self.slope, "base": self.base + self.slope * self.shift}


def second(work, models):
    data = Data(*archives(work))
    scores = np.load(os.path.join(work, "first-scores.npy"))
    reader_names = json.load(open(os.path.join(work, "readings.names.json")))
    readings = np.fromfile(os.path.join(work, "readings.f32"), np.float32).reshape(-1, len(reader_names))
    read_lines = [json.loads(line) for line in open(os.path.join(work, "readings.jsonl"))]
    line_names = json.load(open(os.path.join(work, "readings.lines.names.json")))
    line_rows = np.fromfile(os.path.join(work, "readings.lines.f32"), np.float32).reshape(-1, len(line_names))
    picked_names = json.load(open(os.path.join(work, "readings.picked.names.json")))
    names = data.names + reader_names + picked_names
    at = line_at = 0
    by_question = {(q["set"], q["id"]): q for q in data.questions}
    data.questions = [by_question[read["set"], read["id"]] for read in read_lines]
    for q, read in zip(data.questions, read_lines):
        first = scores[q["lo"] : q["hi"]]
        top = np.argsort(-first, kind="stable")[:READ]
        n = len(read["lines"])
        assert n == len(top), (q["id"], n, len(top))
        x = np.concatenate([np.array(data.rows[q["lo"] : q["hi"]][top]), readings[at : at + n]], 1)
        x[:, names.index("first")] = first[top]
        x[:, names.index("firstRank")] = np.arange(n)
        at += n
        rows_of_lines = []
        for lines in read["lines"]:
            rows_of_lines.append(line_rows[line_at : line_at + len(lines)])
            line_at += len(lines)
        labels = [np.array([bool(q["gold"]) and line_is_right(q, line) for line in lines], bool) for lines in read["lines"]]
        q.update(event_rows=x, read_y=q["y"][top], lines=read["lines"], texts=read["texts"], line_rows=rows_of_lines, labels=labels)

    trained = [q for q in data.questions if q["trained"]]
    picker = pick_lines(data, trained, line_names, picked_names)

    def fit(questions):
        usable = [q for q in questions if q["read_y"].max(initial=0) > 0 and q["ranks"]]
        matrix = xgb.DMatrix(np.concatenate([q["read_rows"] for q in usable]), label=np.concatenate([q["read_y"] for q in usable]))
        matrix.set_group([len(q["read_y"]) for q in usable])
        matrix.set_weight([data.weight(q) for q in usable])
        return xgb.train({**RANK, "eta": 0.05, "max_depth": 4}, matrix, 300)

    def predict(model, q):
        return model.predict(xgb.DMatrix(q["read_rows"])) if len(q["read_rows"]) else np.zeros(0, np.float32)

    for k in range(FOLDS):
        model = fit([q for q in trained if q["fold"] != k])
        for q in trained:
            if q["fold"] == k:
                q["second"] = predict(model, q)
    final = fit(trained)
    for q in data.questions:
        if not q["trained"]:
            q["second"] = predict(final, q)
    print("| questions | n | hit@1 | hit@5 |\n| --- | --- | --- | --- |")
    table(data, lambda q: q["second"])
    gains = final.get_score(importance_type="total_gain")
    print(", ".join(f"{names[int(k[1:])]} {v:.0f}" for k, v in sorted(gains.items(), key=lambda t: -t[1])[:40]))

    for q in data.questions:
        if not len(q["read_rows"]):
            continue
        best = int(np.argmax(q["second"][:READS]))
        q["decision"] = decision_rows(q, names)
        q["right"] = bool(q["read_y"][best] > 0)
        picked = q["picked"][best]
        if picked is None:
            continue
        line = q["lines"][best][picked["line"]]
        others = [i for i in range(min(READS, len(q["lines"]))) if i != best]
        holding = sum(line["text"].lower() in q["texts"][i].lower() for i in others)
        agreeing = sum(same_line(line, q["lines"][i][q["picked"][i]["line"]]) for i in others if q["picked"][i])
        q["line_row"] = np.concatenate([q["decision"], picked["features"], [holding, agreeing]]).astype(np.float32)
        q["line_right"] = bool(q["labels"][best][picked["line"]])
    decided = [q for q in trained if "decision" in q]
    x = np.stack([q["decision"] for q in decided])
    fold = np.array([q["fold"] for q in decided])
    weight = np.array([DECISION_WEIGHT["head" if "head" in q["set"] else "train"] for q in decided])
    stress = weight * np.array([1 if q["gold"] else NOTHING_ANSWERS for q in decided])
    decisive = [i for i, name in enumerate(names + AGREEMENT) if name in DECISIVE or name in reader_names or name in AGREEMENT]
    answers = Calibrated(decisive).fit(x, np.array([q["right"] for q in decided], float), weight, stress, fold)
    lined = [k for k, q in enumerate(decided) if "line_row" in q]
    of_lines = [*decisive, *range(len(names + AGREEMENT), len(decided[lined[0]]["line_row"]))]
    line = Calibrated(of_lines).fit(np.stack([decided[k]["line_row"] for k in lined]),
                                    np.array([decided[k]["line_right"] for k in lined], float), weight[lined], stress[lined], fold[lined])
    for k, p in zip(lined, line.out_of_fold()):
        decided[k]["p_line"] = float(p)
    for q, a in zip(decided, answers.out_of_fold()):
        q["p"] = float(a)
    for q in data.questions:
        if "decision" in q and not q["trained"]:
            q["p"] = float(answers.probability(q["decision"][None])[0])
            if "line_row" in q:
                q["p_line"] = float(line.probability(q["line_row"][None])[0])
        q.setdefault("p_line", 0.0)
        q.setdefault("line_right", False)
    decisions(data)
    first_trees = json.load(open(os.path.join(work, "first.json")))
    ranker = {"first": first_trees, "pick": exported(picker, line_names), "second": exported(final, names)}
    json.dump(ranker, open(os.path.join(models, "ranker.json"), "w"))
    all_names = names + AGREEMENT
    line_columns = all_names + line_names + ["pick", "pickGap", "pickShare", "holding", "agreeing"]
    json.dump({"answers": answers.exported(all_names), "line": line.exported(line_columns)}, open(os.path.join(models, "decider.json"), "w"))


def same_line(one, other):
    return one["value"] == other["value"] if one["value"] else one["text"].lower() == other["text"].lower()


PICKING = dict(objective="rank:pairwise", eta=0.07, max_depth=5, min_child_weight=8, subsample=0.7, colsample_bytree=0.5,
               reg_lambda=8, tree_method="hist", nthread=1, seed=SEED)
PICK_ROUNDS = 250


def pick_lines(data, trained, line_names, picked_names):
    """Which line an event gives, learned on events that answer; q["picked"] has it for each event read, q["read_rows"] its numbers."""
    seen = [line_names.index(name) for name in picked_names[3:]]

    def fit(questions):
        parts = [(q, rows, labels) for q in questions for y, rows, labels in zip(q["read_y"], q["line_rows"], q["labels"])
                 if y > 0 and labels.any() and not labels.all()]
        matrix = xgb.DMatrix(np.concatenate([x for _, x, _ in parts]), label=np.concatenate([y for _, _, y in parts]).astype(np.float32))
        matrix.set_group([len(y) for _, _, y in parts])
        matrix.set_weight([DECISION_WEIGHT["head" if "head" in q["set"] else "train"] for q, _, _ in parts])
        return xgb.train(PICKING, matrix, PICK_ROUNDS)

    def pick(model, q):
        q["picked"], shown = [], np.full((len(q["lines"]), len(picked_names)), np.nan, np.float32)
        many = [len(rows) for rows in q["line_rows"]]
        scores = model.predict(xgb.DMatrix(np.concatenate(q["line_rows"]))) if sum(many) else np.zeros(0, np.float32)
        for i, (rows, s) in enumerate(zip(q["line_rows"], np.split(scores, np.cumsum(many)[:-1]))):
            if not len(rows):
                q["picked"].append(None)
                continue
            best = int(np.argmax(s))
            standing = [s[best], s[best] - np.delete(s, best).max() if len(s) > 1 else 10, softmax(s)[best]]
            shown[i] = [*standing, *rows[best][seen]]
            q["picked"].append({"line": best, "features": np.concatenate([rows[best], standing]).astype(np.float32)})
        q["read_rows"] = np.concatenate([q["event_rows"], shown], 1)

    for k in range(FOLDS):
        model = fit([q for q in trained if q["fold"] != k])
        for q in trained:
            if q["fold"] == k:
                pick(model, q)
    final = fit(trained)
    for q in data.questions:
        if not q["trained"]:
            pick(final, q)
    print("\n| lines of a right event | n | picked right | one is right |\n| --- | --- | --- | --- |")
    groups = {}
    for q in data.questions:
        for y, picked, labels in zip(q["read_y"], q["picked"], q["labels"]):
            if y > 0 and picked and isinstance(q["answer"], str):
                head = q["set"].startswith("head")
                name = q["set"] if head else f"train files, {'held' if q['held'] else 'other'} years"
                for group in (name, f"{'heads' if head else q['kind']}, {q['type']}"):
                    groups.setdefault(group, []).append((bool(labels[picked["line"]]), bool(labels.any())))
                break
    for name, picked in sorted(groups.items()):
        print(f"| {name} | {len(picked)} | %.3f | %.3f |" % tuple(np.mean(picked, axis=0)), flush=True)
    gains = final.get_score(importance_type="total_gain")
    print(", ".join(f"{line_names[int(k[1:])]} {v:.0f}" for k, v in sorted(gains.items(), key=lambda t: -t[1])[:40]))
    return final


def decisions(data):
    """Precision and direct at several thresholds, none and false-none, calibration error, by set."""
    from sklearn.metrics import roc_auc_score

    groups = {}
    for q in data.questions:
        if "p" not in q:
            continue
        name = q["set"] if q["set"].startswith("head") else f"train files, {'held' if q['held'] else 'other'} years"
        groups.setdefault(name, []).append(q)
    print("\n| questions | n | auc | ece answers | ece line | at | lines | precision | direct | none | false-none |")
    print("| --- |" + " --- |" * 10)
    for name, questions in sorted(groups.items()):
        y = np.array([q["right"] for q in questions])
        p = np.array([q["p"] for q in questions])
        b = np.array([q["p_line"] for q in questions])
        z = np.array([q["line_right"] for q in questions])
        asked = np.array([bool(q["gold"]) for q in questions])
        auc = roc_auc_score(y, p) if 0 < y.sum() < len(y) else float("nan")
        for at, answered_at in ((0.5, 0.3), (0.6, 0.4), (0.7, 0.5), (0.85, 0.5)):
            shown = (b >= at) & (p >= answered_at)
            none = (p < answered_at)[~asked].mean() if (~asked).any() else float("nan")
            print(f"| {name} | {len(y)} | {auc:.3f} | {ece(p, y):.3f} | {ece(b, z):.3f} | {at}/{answered_at} | {shown.mean():.3f} | "
                  f"{z[shown].mean() if shown.any() else float('nan'):.3f} | {(z & shown)[asked].sum() / max(1, asked.sum()):.3f} | "
                  f"{none:.3f} | {(p < answered_at)[asked].mean():.3f} |", flush=True)


def ece(p, y, bins=10):
    """Expected calibration error over ten bins of equal size."""
    order = np.argsort(p)
    return float(sum(abs(p[part].mean() - y[part].mean()) * len(part) for part in np.array_split(order, bins) if len(part)) / len(p))


PARTS = {
    "vectors": ("cos", "cosRank", "d-cos"),
    "related words": ("cov", "d-cov", "covName", "covPlain"),
    "exact words": ("covExact", "d-covExact", "bm25", "d-bm25"),
    "what is missing": ("missing", "missMost", "missName", "figures"),
    "order and place of words": ("near", "namePlace", "firstPlace", "pastPlace"),
    "story title": ("titleCov", "titleOnly", "lead"),
    "asked time": ("inSpan", "offDays", "timeStated", "yearInText", "qTime", "qCertain"),
    "burst around the subject": ("subRise", "subAbove", "subAfter", "subBefore", "subSame", "subSilence", "subPlace", "subShare",
                                 "subCount", "d-subRise", "d-subAfter"),
    "what the archive shows of an event": ("sources", "relatedOut", "relatedIn", "storySize", "storyPlace", "storySilence",
                                           "storyAfter", "storyBefore", "riseMost", "riseMean", "afterMost", "silenceMost", "sameDay"),
    "earlier and later equals": ("laterEqual", "earlierEqual", "equals"),
}


def ablate(work):
    """Trains the first ranking without each of its parts, and says what that costs on questions it is not trained on."""
    data = Data(os.path.join(work, "candidates"))
    names = data.names
    rng = np.random.default_rng(SEED)
    cov = (names.index("cov"), names.index("cos"))
    trained = [q for q in data.questions if q["trained"]]
    kept = {id(q): chosen_rows(q, data.rows, cov, rng) for q in trained}
    tested = {
        "head-a, head-b": [q for q in data.questions if q["set"] in TESTED],
        "head c-e, held years": [q for q in data.questions if q["set"].startswith("head") and q["held"] and q["set"] not in TESTED],
        "train files, held years": [q for q in data.questions if not q["set"].startswith("head") and q["held"]],
    }

    def figures(columns):
        def rows_of(q):
            x = np.array(data.rows[q["lo"] : q["hi"]][kept[id(q)]])
            return x[:, columns], q["y"][kept[id(q)]]

        model = fit_rank(data, trained, rows_of)
        out = []
        for questions in tested.values():
            score = {id(q): model.predict(xgb.DMatrix(np.array(data.rows[q["lo"] : q["hi"]])[:, columns])) for q in questions if q["hi"] > q["lo"]}
            out += hits([q for q in questions if id(q) in score], lambda q: score[id(q)])[:2]
        return out

    print("| without | " + " | ".join(f"{name} @1 | @5" for name in tested) + " |")
    print("| --- |" + " --- |" * (2 * len(tested)))
    everything = figures(list(range(len(names))))
    print("| nothing | " + " | ".join(f"{x:.3f}" for x in everything) + " |", flush=True)
    for part, columns in PARTS.items():
        without = figures([i for i, name in enumerate(names) if name not in columns])
        print(f"| {part} | " + " | ".join(f"{a - b:+.3f}" for a, b in zip(without, everything)) + " |", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "first":
        first(sys.argv[2], sys.argv[3:])
    elif sys.argv[1] == "ablate":
        ablate(sys.argv[2])
    else:
        second(sys.argv[2], sys.argv[3])
