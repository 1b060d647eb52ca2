"""Trains the reader: which event answers a question, and what in it. Three uses, in this order:

  train_reader.py SHARED PACKAGE OUT                    the base, from the tuned encoder in OUT
  train_reader.py SHARED PACKAGE OUT --spans            from the base: mostly spans, on the right event alone
  train_reader.py SHARED PACKAGE OUT --heads cde        from that: tuned on famous events

Nothing of the held years is used. The head files leave out what shares a gold event with head-a or head-b.
"""

import argparse
import os
import random
import re
import time
from datetime import date

import numpy as np
import torch
from torch.nn import functional as F

import train_encoder
from data import HELD_YEARS, NEURAL_FILES, STOP_FILE, Archive, Lexical, head_questions, held, long_date, training_questions
from model import FAST, Encoder, Reader, embed_all
from reader_input import EVENT_PIECES, QUESTION_PIECES, Side, event_text, find_span, join, span_pieces
from tokenizer import Tokenizer

KINDS = {kind: i for i, kind in enumerate(Reader.KINDS)}
ISO = re.compile(r"\d{4}(-\d{2}){0,2}$")
PHRASE = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+(?: (?:of |the )?[A-Z][\w'’-]+)*|(?<= )\d[\d,.]*\d")


class Example:
    """A question, its event, events that don't answer it, and what the right line is (kind -1: not known)."""

    def __init__(self, text, gold, negatives, kind=-1, span=None, fixed=False, drill=False):
        self.text, self.gold, self.negatives, self.kind, self.span = text, gold, negatives, kind, span
        self.fixed = fixed  # a question that `gold` does not answer (a near miss)
        self.drill = drill  # only the span is learned from it


class Reading:
    def __init__(self, archive, lexical, tokenizer, vectors, encoder, seed):
        self.archive, self.lexical, self.tokenizer, self.vectors, self.encoder = archive, lexical, tokenizer, vectors, encoder
        self.rng = random.Random(seed)
        self.day = np.array([date.fromisoformat(d).toordinal() for d in archive.dates])
        self.allowed = np.array([year not in HELD_YEARS for year in archive.years])
        self.sides = {}

    def side(self, event):
        if event not in self.sides:
            text = event_text(self.archive.dates[event], self.archive.headlines[event])
            self.sides[event] = Side(self.tokenizer, text, EVENT_PIECES)
        return self.sides[event]

    def label(self, event, answer, type_=None):
        """(kind, span in pieces) of the answer in its event."""
        if answer is None:
            return -1, None
        if answer.lower() in ("yes", "no") and type_ in ("yesno", None):
            return KINDS[answer.lower()], None
        headline = self.archive.headlines[event]
        before = len(long_date(self.archive.dates[event])) + 2
        topic = len(headline) - len(self.archive.events[event]["text"])
        found = find_span(headline, answer, topic)
        if found is None:
            if ISO.match(answer) and self.archive.dates[event].startswith(answer):
                return KINDS["date"], None
            return -1, None
        span = span_pieces(self.side(event), found[0] + before, found[1] + before)
        return (KINDS["span"], span) if span else (-1, None)

    def retrieve(self, texts, n=20):
        """The first n by words and the first n by vector, for each text."""
        asked = embed_all(self.encoder, [self.tokenizer.encode(text) for text in texts], train_encoder.QUESTION_PIECES, 32)
        dense = []
        for begin in range(0, len(texts), 500):
            scores = asked[begin : begin + 500] @ self.vectors.T
            part = np.argpartition(-scores, n)[:, :n]
            order = np.argsort(-np.take_along_axis(scores, part, 1), axis=1)
            dense.append(np.take_along_axis(part, order, 1))
        return self.lexical.top(texts, n), np.concatenate(dense)

    def clean(self, golds, answer, candidates):
        """Those that don't answer too, as far as is known, and are of no held year."""
        candidates = np.array([c for c in dict.fromkeys(candidates) if c not in golds and self.allowed[c]], dtype=int)
        keep = np.ones(len(candidates), bool)
        for gold in golds:
            if not len(candidates):
                break
            like = self.lexical.likeness([gold], candidates)[0]
            near = np.abs(self.day[candidates] - self.day[gold]) <= 4
            holds = np.array([bool(answer) and len(answer) > 2 and answer in self.archive.headlines[c] for c in candidates])
            keep &= (like < 0.6) & ~(near & (like > 0.3)) & ~(holds & (like > 0.25))
        return candidates[keep]

    def from_questions(self, questions):
        words, dense = self.retrieve([q["question"] for q in questions])
        examples = []
        for q, a, b in zip(questions, words, dense):
            gold = self.archive.at[q["path"]]
            negatives = self.clean([gold], q["answer"], [*a, *b])
            if q["kind"] == "none":
                examples.append(Example(q["question"], gold, negatives, KINDS["none"], None, True))
            else:
                kind, span = self.label(gold, q["answer"], q["type"])
                examples.append(Example(q["question"], gold, negatives, kind, span))
        return examples

    def drills(self, questions):
        """The span alone, on the right event."""
        examples = []
        for q in questions:
            kind, span = self.label(self.archive.at[q["path"]], q["answer"], q["type"])
            if span is not None:
                examples.append(Example(q["question"], self.archive.at[q["path"]], [], -1, span, drill=True))
        return examples

    def practice(self, count):
        """Recurring spans: a name or number cut out of one event, to be found in a related one."""
        usable = [i for i in range(len(self.archive)) if self.allowed[i] and len(self.archive.events[i]["text"]) > 60]
        chosen = self.rng.sample(usable, count * 2)
        examples = []
        for event, others in zip(chosen, self.lexical.top([self.archive.events[i]["text"] for i in chosen], 12)):
            text = self.archive.events[event]["text"]
            phrases = [m for m in PHRASE.finditer(text) if len(m.group()) > 2]
            self.rng.shuffle(phrases)
            others = [o for o in others if o != event and self.allowed[o]]
            for m in phrases:
                homes = [o for o in others if m.group() in self.archive.events[o]["text"]]
                if not homes:
                    continue
                kind, span = self.label(homes[0], m.group())
                if span is None:
                    continue
                left, right = text[: m.start()].split()[-10:], text[m.end() :].split()[:10]
                missing = "how many" if m.group()[0].isdigit() else self.rng.choice(["who", "what", "which"])
                question = " ".join([*left, missing, *right])
                examples.append(Example(question, homes[0], [], -1, span, drill=True))
                break
            if len(examples) >= count:
                break
        return examples

    def from_heads(self, questions, tested):
        """Each gold event of a famous question once, the best one twice."""
        questions = [q for q in questions if not any(held(p) or p in tested for p in q["gold"])]
        words, dense = self.retrieve([q["question"] for q in questions])
        examples = []
        for q, a, b in zip(questions, words, dense):
            golds = [self.archive.at[p] for p in q["gold"]]
            wrong = [self.archive.at[p] for p in q.get("wrong", []) if p in self.archive.at]
            wrong = [w for w in wrong if w not in golds and self.allowed[w]]
            negatives = list(self.clean(golds, q.get("answer"), [*a, *b]))
            if not golds:
                negatives = [c for c in (*wrong, *b) if self.allowed[c]]
                if negatives:
                    examples.append(Example(q["question"], negatives[0], np.array(negatives[1:8]), KINDS["none"], None, True))
                continue
            negatives = np.array(wrong * 4 + negatives)
            best = self.archive.at[q["best"]] if q.get("best") else golds[0]
            for gold in [best] + golds[:3]:
                answer = q.get("answer")
                kind, span = self.label(gold, answer, q["type"]) if isinstance(answer, str) else (-1, None)
                examples.append(Example(q["question"], gold, negatives, kind, span))
        return examples

    def pairs(self, batch, candidates, loose=True):
        """[(joined, example, is gold, span)]: the gold first, then the others."""
        out = []
        for number, example in enumerate(batch):
            text = train_encoder.loosen(example.text, self.rng) if loose else example.text
            question = Side(self.tokenizer, text, QUESTION_PIECES)
            negatives = list(example.negatives)
            want = 1 if example.fixed else candidates
            if len(negatives) > want:
                negatives = [negatives[i] for i in sorted(self.rng.sample(range(len(negatives)), want))]
            for k, event in enumerate([example.gold, *dict.fromkeys(negatives)]):
                span = example.span if k == 0 else None
                joined = join(question, self.side(event))
                if span is not None:
                    first = len(question.ids) + 2
                    span = (span[0] + first, span[1] + first)
                out.append((joined, number, k == 0, span))
        return out


def tensors(joined):
    width = max(len(j[0]) for j in joined)
    fields = torch.zeros(6, len(joined), width, dtype=torch.long)
    for i, j in enumerate(joined):
        n = len(j[0])
        for f in range(5):
            fields[f, i, :n] = torch.tensor(j[f])
        fields[5, i, :n] = 1
    return fields


def run(reader, joined, drop=0.0, chunk=16):
    """Outputs for many pairs in the order given, those of like length together: relevance, kind, [(start, end)]."""
    order = sorted(range(len(joined)), key=lambda i: len(joined[i][0]))
    relevance, kind, spans = [None] * len(joined), [None] * len(joined), [None] * len(joined)
    for begin in range(0, len(order), chunk):
        part = order[begin : begin + chunk]
        r, k, s, e = reader(*tensors([joined[i] for i in part]), drop=drop)
        for row, i in enumerate(part):
            relevance[i], kind[i], spans[i] = r[row], k[row], (s[row], e[row])
    return torch.stack(relevance), torch.stack(kind), spans


def loss_of(reader, reading, batch, candidates):
    pairs = reading.pairs(batch, candidates)
    relevance, kind, spans = run(reader, [p[0] for p in pairs], 0.1)
    total, n = 0.0, len(batch)
    listwise, binary, kinds, span_loss, spanned = [], [], [], [], 0
    for number, example in enumerate(batch):
        mine = [i for i, p in enumerate(pairs) if p[1] == number]
        if not example.drill:
            scores = relevance[torch.tensor(mine)]
            target = torch.zeros(len(mine))
            if not example.fixed:
                target[0] = 1
                listwise.append(F.cross_entropy(scores.unsqueeze(0), torch.zeros(1, dtype=torch.long)))
            weight = torch.ones(len(mine))
            weight[1:] = 1 / max(1, len(mine) - 1)
            binary.append((F.binary_cross_entropy_with_logits(scores, target, reduction="none") * weight).sum())
        if example.kind >= 0:
            kinds.append(F.cross_entropy(kind[mine[0]].unsqueeze(0), torch.tensor([example.kind])))
        if len(mine) > 1:
            kinds.append(0.2 * F.cross_entropy(kind[torch.tensor(mine[1:])], torch.zeros(len(mine) - 1, dtype=torch.long)))
        span = pairs[mine[0]][3]
        if span is not None:
            start, end = spans[mine[0]]
            span_loss.append(F.cross_entropy(start.unsqueeze(0), torch.tensor([span[0]])) + F.cross_entropy(end.unsqueeze(0), torch.tensor([span[1]])))
    if listwise:
        total = total + torch.stack(listwise).sum() / n
    if binary:
        total = total + 0.3 * torch.stack(binary).sum() / n
    if kinds:
        total = total + 0.5 * torch.stack(kinds).sum() / n
    if span_loss:
        total = total + 0.5 * torch.stack(span_loss).sum() / n
    return total


def best_span(side, start, end, first, skip):
    """The best start and end at most twelve words apart, after the date; (score, first, last) in event pieces."""
    n = len(side.ids)
    s, e = start[first : first + n], end[first : first + n]
    top = (-1e9, skip, skip)
    for a in range(skip, n):
        for z in range(a, n):
            if side.word_of[z] - side.word_of[a] >= 12:
                break
            if s[a] + e[z] > top[0]:
                top = (s[a] + e[z], a, z)
    return top


def figures(reader, reading, examples, near_misses, depth=10):
    """Over the gold among `depth` candidates: first by relevance; right line given the gold; near misses distinguished."""
    from sklearn.metrics import roc_auc_score

    reader.eval()
    hits, lines, kinds, order = [], [], [], []
    with torch.no_grad():
        for example in examples:
            question = Side(reading.tokenizer, example.text, QUESTION_PIECES)
            events = [example.gold, *[int(c) for c in example.negatives][:depth]]
            relevance, kind, spans = run(reader, [join(question, reading.side(e)) for e in events])
            hits.append(bool((relevance[0] > relevance[1:]).all()))
            order.append(float(kind[0].softmax(-1)[0]))
            if example.kind >= 0:
                got = int(kind[0].argmax())
                answer = int(kind[0][1:].argmax()) + 1
                kinds.append(answer == example.kind)
                right = answer == example.kind
                if right and answer == KINDS["span"]:
                    side = reading.side(example.gold)
                    skip = sum(1 for _, _, z, _ in side.pieces if z <= len(long_date(reading.archive.dates[example.gold])) + 1)
                    _, a, z = best_span(side, spans[0][0].tolist(), spans[0][1].tolist(), len(question.ids) + 2, skip)
                    right = (a, z) == tuple(example.span)
                lines.append((example.kind, right))
        missed = []
        for example in near_misses:
            question = Side(reading.tokenizer, example.text, QUESTION_PIECES)
            _, kind, _ = run(reader, [join(question, reading.side(example.gold))])
            missed.append(float(kind[0].softmax(-1)[0]))
    spans_only = [right for kind, right in lines if kind == KINDS["span"]]
    auc = roc_auc_score([0] * len(order) + [1] * len(missed), order + missed) if missed else 0
    return {"first": round(float(np.mean(hits)), 3), "line": round(float(np.mean([r for _, r in lines])), 3),
            "kind": round(float(np.mean(kinds)), 3), "span": round(float(np.mean(spans_only)), 3), "none_auc": round(float(auc), 3)}


def train(reader, average, reading, examples, candidates, rate, steps, per_step, deadline, log, check, every, decay=0.998):
    def is_old(name):
        return name.startswith("body") and not name.startswith("body.layers.2")

    new = [p for n, p in reader.named_parameters() if not is_old(n) and p.requires_grad]
    body = [p for n, p in reader.named_parameters() if is_old(n) and p.requires_grad]
    fresh = rate[1]
    optimizer = torch.optim.AdamW([{"params": body, "lr": rate[0]}, {"params": new, "lr": fresh}], weight_decay=0.01)
    order, recent, begun, first = [], [], time.time(), time.time()
    for step in range(steps):
        spent = (time.time() - first) / max(1.0, deadline - first)
        share = max(step / steps, min(1.0, spent))
        if share >= 1:
            break
        scale = min(1.0, (step + 1) / 50) * (1 - 0.95 * share)
        for group, base in zip(optimizer.param_groups, (rate[0], fresh)):
            group["lr"] = base * scale
        if len(order) < per_step:
            order = list(range(len(examples)))
            reading.rng.shuffle(order)
        batch = [examples[order.pop()] for _ in range(per_step)]
        FAST["half"] = True
        reader.train()
        loss = loss_of(reader, reading, batch, candidates)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(body + new, 1.0)
        optimizer.step()
        with torch.no_grad():
            now = min(decay, (step + 1) / (step + 10))
            for a, p in zip(average.parameters(), reader.parameters()):
                a.lerp_(p, 1 - now)
        recent.append(float(loss))
        if (step + 1) % 50 == 0:
            log(f"step {step + 1}/{steps} loss {np.mean(recent[-50:]):.3f} {time.time() - begun:.0f}s")
        if every and (step + 1) % every == 0:
            log(f"step {step + 1}: {check(average)}")


def load_all(o, log):
    archive = Archive(o.shared)
    tokenizer = Tokenizer.load(os.path.join(o.package, "dist", "vocab.json"))
    lexical = Lexical(archive.headlines)
    encoder = Encoder(256)
    encoder.load_state_dict(torch.load(o.encoder or os.path.join(o.out, "encoder.pt")))
    FAST["half"] = True
    kept = o.vectors or os.path.join(o.out, "vectors.npy")
    if not os.path.exists(kept):
        rows = [tokenizer.encode(train_encoder.event_text(archive, i)) for i in range(len(archive))]
        np.save(kept, embed_all(encoder, rows, train_encoder.EVENT_PIECES, 32))
        log("events embedded")
    return Reading(archive, lexical, tokenizer, np.load(kept), encoder, o.seed), encoder


def main():
    options = argparse.ArgumentParser()
    options.add_argument("shared")
    options.add_argument("package")
    options.add_argument("out")
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--minutes", type=float, default=45)
    options.add_argument("--steps", type=int, default=2130)
    options.add_argument("--heads", default="")
    options.add_argument("--spans", action="store_true")
    options.add_argument("--encoder", default="")
    options.add_argument("--vectors", default="")
    o = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)

    def log(text):
        print(time.strftime("%H:%M:%S"), text, flush=True)

    reading, encoder = load_all(o, log)
    rng = random.Random(o.seed)
    questions = [q for q in training_questions(o.shared, NEURAL_FILES) if not held(q["path"])]
    reader, average = Reader(), Reader()
    if o.heads:
        reader.load_state_dict(torch.load(os.path.join(o.out, "reader-spans.pt")))
        tested = {p for letter in "ab" for q in head_questions(o.shared, letter) for p in q["gold"]}
        examples = reading.from_heads([q for letter in o.heads for q in head_questions(o.shared, letter)], tested)
        log(f"{len(examples)} famous")
        examples += reading.drills(rng.sample(questions, min(len(questions), 2 * len(examples))))
        examples += reading.from_questions(rng.sample(questions, len(examples) // 10))
    elif o.spans:
        reader.load_state_dict(torch.load(os.path.join(o.out, "reader-base.pt")))
        examples = reading.drills(questions) + reading.from_questions(rng.sample(questions, len(questions) // 6))
    else:
        tuned = Encoder(256)
        tuned.load_state_dict(torch.load(os.path.join(o.out, "encoder.pt")))
        reader.body.load_state_dict(tuned.body.state_dict(), strict=False)
        examples = reading.from_questions(questions)
        made = reading.practice(len(examples) // 2)
        log(f"{len(examples)} questions, {len(made)} of practice; kinds "
            f"{np.bincount([e.kind + 1 for e in examples]).tolist()}")
        examples += made
    average.load_state_dict(reader.state_dict())
    reader.body.embed.weight.requires_grad_(False)

    stop = [q for q in training_questions(o.shared, [STOP_FILE]) if not held(q["path"])]
    shown = reading.from_questions(rng.sample([q for q in stop if q["kind"] != "none"], 250))
    missed = reading.from_questions(rng.sample([q for q in stop if q["kind"] == "none"], 150))

    def check(which):
        return figures(which, reading, shown, missed)

    deadline = time.time() + 60 * o.minutes
    log("begin")
    if o.heads:
        train(reader, average, reading, examples, 4, (3e-5, 6e-5), len(examples) // 25, 16, deadline, log, check, 0, 0.99)
        name = "reader" if len(o.heads) == 3 else "reader-without-" + "".join(c for c in "cde" if c not in o.heads)
    elif o.spans:
        train(reader, average, reading, examples, 2, (6e-5, 3e-4), len(examples) // 32, 32, deadline, log, check, 0, 0.99)
        name = "reader-spans"
    else:
        train(reader, average, reading, examples, 3, (1e-4, 3e-4), o.steps, 16, deadline, log, check, 500)
        name = "reader-base"
    log(f"{name}: {check(average)}")
    torch.save(average.state_dict(), os.path.join(o.out, name + ".pt"))


if __name__ == "__main__":
    main()
