"""Tunes the sentence encoder: questions near their events. usage: train_encoder.py SHARED PACKAGE OUT [--minutes N]

Stage 1 uses lexical hard negatives. Stage 2 adds the nearest wrong events by stage 1's own vectors, and a question is
then contrasted with all events at once, as their vectors were then. The result is the moving average of the weights, drawn back towards the weights as they came by the share (`alpha`) that does best
on the stop file. Nothing of the held years is used, neither as a positive nor as a negative.
"""

import argparse
import json
import os
import random
import time
from datetime import date

import numpy as np
import torch
from torch.nn import functional as F

from data import (NEURAL_FILES, STOP_FILE, Archive, HELD_YEARS, Lexical, held, month_prefix, training_questions)
from model import FAST, Encoder, embed_all, pad, read_package
from tokenizer import Tokenizer

QUESTION_PIECES, EVENT_PIECES = 64, 96
SCALE = 20.0


def event_text(archive, i):
    return month_prefix(archive.dates[i]) + archive.headlines[i]


def make_pairs(archive, questions, rng):
    """(text, event) from the questions, and a minority from the events alone."""
    pairs = [(q["question"], archive.at[q["path"]]) for q in questions if q["kind"] != "none" and not held(q["path"])]
    usable = [i for i, year in enumerate(archive.years) if year not in HELD_YEARS and len(archive.events[i]["text"]) > 40]
    extra = []
    for i in rng.sample(usable, len(pairs) // 6):
        words = archive.events[i]["text"].split()
        kept = [w for w in words if rng.random() < 0.45][:14]
        if archive.events[i]["topic"] and rng.random() < 0.3:
            kept = archive.events[i]["topic"].split() + kept
        if len(kept) > 3:
            extra.append((" ".join(kept).strip(".,"), i))
    return pairs + extra


def loosen(text, rng):
    """As typed in a hurry: sometimes no capitals, no question mark."""
    if rng.random() < 0.35:
        text = text.lower()
    if rng.random() < 0.3:
        text = text.rstrip("?").replace("'", "" if rng.random() < 0.5 else "'")
    return text


def pca(vectors, size):
    """Directions by falling share of the (unit) vectors' length; not centred, so that cosines stay as they are."""
    _, _, axes = np.linalg.svd(vectors, full_matrices=False)
    return torch.tensor(axes[:size].copy())


class Trainer:
    def __init__(self, archive, lexical, tokenizer, rows, seed):
        self.archive, self.lexical, self.tokenizer, self.rows = archive, lexical, tokenizer, rows
        self.rng = random.Random(seed)
        self.day = np.array([date.fromisoformat(d).toordinal() for d in archive.dates])
        self.all = np.arange(len(archive))
        self.allowed = np.array([year not in HELD_YEARS for year in archive.years])

    def clean(self, gold, candidates):
        """Hard negatives: not of a held year, not nearly the same event."""
        candidates = np.array([c for c in candidates if c != gold and self.allowed[c]], dtype=int)
        if not len(candidates):
            return candidates
        like = self.lexical.likeness([gold], candidates)[0]
        near = np.abs(self.day[candidates] - self.day[gold]) <= 4
        return candidates[(like < 0.6) & ~(near & (like > 0.3))]

    def same(self, golds, events):
        """Which of the events are nearly the gold one, as far as words and days tell."""
        like = self.lexical.likeness(golds, events)
        near = np.abs(self.day[golds][:, None] - self.day[events][None]) <= 4
        return (like > 0.6) | (near & (like > 0.3))

    def loss(self, encoder, batch, negatives, bank=None):
        """`bank`: vectors of all events as they were when the stage began; only the question learns from them. Its own
        event is taken from there too: a fresh one among old ones would be told by its age."""
        golds = np.array([gold for _, gold in batch])
        others = []
        for k, gold in zip(negatives, golds):
            others.append(self.rng.choice(list(k)) if len(k) else self.rng.choice(golds.tolist()))
        events = np.concatenate([golds, others])
        questions = encoder(*pad([self.tokenizer.encode(loosen(text, self.rng)) for text, _ in batch], QUESTION_PIECES), 0.05)
        order = np.argsort([min(EVENT_PIECES, len(self.rows[e])) for e in events], kind="stable")
        parts, half = [], len(order) // 4
        for a in range(0, len(order), half):
            parts.append(encoder(*pad([self.rows[events[i]] for i in order[a : a + half]], EVENT_PIECES), 0.05))
        vectors = torch.cat(parts)[torch.tensor(np.argsort(order))]
        same = self.same(golds, events)
        same[np.arange(len(golds)), np.arange(len(golds))] = False
        hide = torch.tensor(same.astype(np.float32)) * -1e4
        target = torch.arange(len(golds))
        total = 0
        for size, weight in ((None, 1.0), (64, 0.3)):
            q, v = (questions, vectors) if size is None else (F.normalize(questions[:, :size], dim=-1), F.normalize(vectors[:, :size], dim=-1))
            scores = q @ v.T * SCALE + hide
            if bank is not None and size is None:
                hidden = self.same(golds, self.all) | ~self.allowed[None]
                hidden[np.arange(len(golds)), golds] = False
                far = (questions @ torch.tensor(bank).T * SCALE).masked_fill(torch.tensor(hidden), -1e4)
                total = total + 0.5 * F.cross_entropy(far, torch.tensor(golds))
            total = total + weight * F.cross_entropy(scores, target)
            total = total + weight * 0.2 * F.cross_entropy(scores[:, : len(golds)].T, target)
        return total

    def train(self, encoder, average, pairs, negatives, rate, epochs, deadline, log, check, bank=None):
        body = [p for n, p in encoder.named_parameters() if p.requires_grad and "project" not in n]
        head = [p for n, p in encoder.named_parameters() if p.requires_grad and "project" in n]
        optimizer = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": head, "lr": 4 * rate}], weight_decay=0.01)
        steps = int(epochs * (len(pairs) // 64))
        step, recent, start = 0, [], time.time()
        while step < steps:
            order = list(range(len(pairs)))
            self.rng.shuffle(order)
            for begin in range(0, len(order) - 63, 64):
                share = step / steps
                scale = min(1.0, (step + 1) / 30) * (1 - 0.9 * share)
                for group, base in zip(optimizer.param_groups, (rate, 4 * rate)):
                    group["lr"] = base * scale
                part = order[begin : begin + 64]
                FAST["half"] = True
                encoder.train()
                loss = self.loss(encoder, [pairs[i] for i in part], [negatives[i] for i in part], bank)
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(body + head, 1.0)
                optimizer.step()
                with torch.no_grad():
                    decay = min(0.99, (step + 1) / (step + 10))
                    for a, p in zip(average.parameters(), encoder.parameters()):
                        a.lerp_(p, 1 - decay)
                recent.append(float(loss))
                step += 1
                if step % 25 == 0:
                    log(f"step {step}/{steps} loss {np.mean(recent[-25:]):.3f} {time.time() - start:.0f}s")
                if step % 70 == 0 or step == steps:
                    log(f"step {step}: {check(average)}")
                if step >= steps or time.time() > deadline:
                    return


def ranks(question_vectors, event_vectors, golds):
    scores = question_vectors @ event_vectors.T
    return (scores > scores[np.arange(len(golds)), golds][:, None]).sum(1)


def blend(encoder, origin, alpha):
    """Body and tanh layer: alpha of the tuned, the rest as they came; the projection stays the tuned one."""
    mixed = Encoder(encoder.project.out_features)
    state = {}
    for name, value in encoder.state_dict().items():
        state[name] = value if "project" in name else alpha * value + (1 - alpha) * origin.state_dict()[name]
    mixed.load_state_dict(state)
    return mixed


def main():
    options = argparse.ArgumentParser()
    options.add_argument("shared")
    options.add_argument("package")
    options.add_argument("out")
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--epochs", type=float, nargs=2, default=[2, 1.2])
    options.add_argument("--rate", type=float, default=6e-5)
    o = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    deadline = time.time() + 60 * o.minutes
    os.makedirs(o.out, exist_ok=True)

    def log(text):
        print(time.strftime("%H:%M:%S"), text, flush=True)

    archive = Archive(o.shared)
    tokenizer = Tokenizer.load(os.path.join(o.package, "dist", "vocab.json"))
    rows = [tokenizer.encode(event_text(archive, i)) for i in range(len(archive))]
    lexical = Lexical(archive.headlines)
    log("read")
    trainer = Trainer(archive, lexical, tokenizer, rows, o.seed)
    rng = random.Random(o.seed)
    pairs = make_pairs(archive, training_questions(o.shared, NEURAL_FILES), rng)
    by_question = lexical.top([text for text, _ in pairs], 25)
    by_event = lexical.top([archive.events[gold]["text"] for _, gold in pairs], 25)
    negatives = [trainer.clean(gold, list(dict.fromkeys([*a[:20], *b[:20]]))) for (_, gold), a, b in zip(pairs, by_question, by_event)]
    log(f"{len(pairs)} pairs, {np.mean([len(k) for k in negatives]):.1f} hard negatives each")

    stop = [q for q in training_questions(o.shared, [STOP_FILE]) if q["kind"] != "none" and not held(q["path"])]
    stop = rng.sample(stop, 600)
    golds = [archive.at[q["path"]] for q in stop]
    pool = list(dict.fromkeys(golds + rng.sample([i for i in range(len(archive)) if trainer.allowed[i]], 3000)))
    place = {event: k for k, event in enumerate(pool)}
    stop_rows = [tokenizer.encode(q["question"]) for q in stop]

    def check(encoder):
        FAST["half"] = True
        r = ranks(embed_all(encoder, stop_rows, QUESTION_PIECES, 32), embed_all(encoder, [rows[i] for i in pool], EVENT_PIECES, 32),
                  [place[g] for g in golds])
        out = {"mrr": round(float(np.mean(1 / (r + 1))), 4)}
        for kind in ("plain", "everyday", "chat"):
            m = np.array([q["kind"] == kind for q in stop])
            out[kind] = [round(float((r[m] < n).mean()), 3) for n in (1, 5, 50)]
        return out

    origin = Encoder(256)
    origin.load(read_package(o.package))
    plain = Encoder(0)
    plain.load(read_package(o.package))
    log(f"as it came {check(plain)}")
    sample = rng.sample([i for i in range(len(archive)) if trainer.allowed[i]], 4000)
    bare = Encoder(0)
    bare.load_state_dict(plain.state_dict())
    axes = pca(embed_all(bare, [rows[i] for i in sample], EVENT_PIECES, 32), 256)
    with torch.no_grad():
        origin.project.weight.copy_(axes)
        origin.project.bias.zero_()
    log(f"rotated {check(origin)}")
    encoder, average = Encoder(256), Encoder(256)
    encoder.load_state_dict(origin.state_dict())
    average.load_state_dict(origin.state_dict())
    encoder.body.embed.weight.requires_grad_(False)

    first, kept = os.path.join(o.out, "encoder-1.pt"), os.path.join(o.out, "vectors-1.npy")
    FAST["half"] = True
    if not os.path.exists(first):
        trainer.train(encoder, average, pairs, negatives, o.rate, o.epochs[0], deadline, log, check)
        torch.save(average.state_dict(), first)
        np.save(kept, embed_all(average, rows, EVENT_PIECES, 32))
    encoder.load_state_dict(torch.load(first))
    average.load_state_dict(torch.load(first))
    vectors = np.load(kept)
    log("stage 1 done")
    asked = embed_all(average, [tokenizer.encode(text) for text, _ in pairs], QUESTION_PIECES, 32)
    for begin in range(0, len(pairs), 500):
        near = np.argpartition(-(asked[begin : begin + 500] @ vectors.T), 30)[:, :30]
        for k, row in enumerate(near):
            i = begin + k
            dense = trainer.clean(pairs[i][1], row)
            negatives[i] = np.concatenate([negatives[i][:10], dense, dense])
    log("mined")
    trainer.train(encoder, average, pairs, negatives, o.rate * 0.7, o.epochs[1], deadline, log, check, vectors)
    torch.save(average.state_dict(), os.path.join(o.out, "encoder-2.pt"))
    best = (-1, None, None)
    for alpha in (0.6, 0.8, 1.0, 1.2):
        mixed = blend(average, origin, alpha)
        figures = check(mixed)
        log(f"alpha {alpha} {figures}")
        if figures["mrr"] > best[0]:
            best = (figures["mrr"], alpha, mixed)
    torch.save(best[2].state_dict(), os.path.join(o.out, "encoder.pt"))
    with open(os.path.join(o.out, "encoder.json"), "w", encoding="utf-8") as file:
        json.dump({"alpha": best[1], "stop_mrr": best[0]}, file)
    log("done")


if __name__ == "__main__":
    main()
