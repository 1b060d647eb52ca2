"""Writes the texts that train and measure the gate: gate_data.py SHARED OUT.jsonl"""

import json
import re
import sys

from data import Archive, held, head_questions, read_lines, training_questions
from gate_examples import Examples

EACH = 60


def names_of(archive, random):
    """Names and story titles of the events, as people would write them."""
    found = set()
    for event in archive.events:
        if held(event["path"]):
            continue
        found.update(re.findall(r"(?<=[a-z,] )(?:[A-Z][\w’'-]+(?: (?:of|the) )?(?: [A-Z][\w’'-]+){0,2})", event["text"])[:2])
        if event["topic"] and len(event["topic"]) < 40:
            found.add(event["topic"].split(", ")[-1])
    names = sorted(found)
    return random.sample(names, min(6000, len(names)))


def main(shared, out):
    archive = Archive(shared)
    examples = Examples(["x"])
    examples.names = names_of(archive, examples.random)
    rows = [dict(text=text, kind=kind, set="templates-held" if away else "templates") for kind, away, text in examples.made(EACH)]
    questions = [("train", q["question"]) for q in training_questions(shared, range(0, 12))]
    questions += [("train", q["question"]) for c in "cd" for q in head_questions(shared, c)]
    questions += [("train-held", q["question"]) for q in training_questions(shared, range(12, 14))]
    questions += [("train-held", q["question"]) for q in head_questions(shared, "e")]
    for name, text in questions:
        rows.append(dict(text=text, kind="question", set=name))
        if examples.random.random() < 0.15:
            rows.append(dict(text=examples.dressed(text), kind="question", set=name + "-dressed"))
    for name in ("dev-2015-2017", "dev-2009-2012", "dev-2018-2019", "dev-hard-2013-2014", "head-a", "head-b", "many"):
        for q in read_lines(f"{shared}/questions/{name}.jsonl"):
            kind = "chat" if q.get("note") == "chat" else "question"
            rows.append(dict(text=q["question"], kind=kind, set="chat-sets" if kind == "chat" else "sets"))
    with open(out, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(len(rows))


main(*sys.argv[1:])
