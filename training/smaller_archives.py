"""Makes two small archives to learn deciding on, beside the whole one: people keep folders of a few thousand events, where an
answer stands out more, and ask what is not in them.

  smaller_archives.py SHARED EVENTS OUT

EVENTS is what corpus/expand.mjs wrote. OUT/small holds 4 % of the events and those that answer the famous questions and file 12;
OUT/absent holds 4 % without any of those. The questions are in OUT/small-questions, and in OUT/absent-questions as questions
that nothing answers. Files are hard links.
"""

import json
import os
import random
import sys

SHARE = 0.04
SEED = 11
ABSENT_PLAIN = 640  # questions of file 12 that are asked of the archive without their events


def main(shared, events, out):
    rng = random.Random(SEED)
    sets = {}
    for name in ("head-c", "head-d", "head-e", "train-12"):
        with open(os.path.join(shared, "training", name + ".jsonl"), encoding="utf-8") as file:
            sets[name] = [json.loads(line) for line in file if line.strip()]
    gold = {"/" + path.lstrip("/") for questions in sets.values() for q in questions
            for path in q.get("gold") or ([q["path"]] if q.get("path") else [])}
    paths = sorted(os.path.join(folder, name)[len(events):] for folder, _, names in os.walk(os.path.join(events, "news")) for name in names)
    some = [path for path in paths if rng.random() < SHARE]
    link(events, os.path.join(out, "small"), sorted({*some, *(gold & set(paths))}))
    link(events, os.path.join(out, "absent"), [path for path in some if path not in gold])
    for name, questions in sets.items():
        write(os.path.join(out, "small-questions", f"small-{name}.jsonl"), questions)
        asked = questions[:ABSENT_PLAIN] if name.startswith("train") else questions
        nothing = [{**q, "id": "absent-" + q["id"], "gold": [], "path": None, "answer": None, "best": None} for q in asked]
        write(os.path.join(out, "absent-questions", f"absent-{name}.jsonl"), nothing)


def link(events, out, paths):
    for path in paths:
        os.makedirs(os.path.dirname(out + path), exist_ok=True)
        if not os.path.exists(out + path):
            os.link(events + path, out + path)


def write(path, questions):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(q) + "\n" for q in questions)


if __name__ == "__main__":
    main(*sys.argv[1:4])
