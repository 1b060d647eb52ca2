"""Events, questions and the splits that every script keeps to."""

import gzip
import json
import os
import re

HELD_YEARS = {2013, 2014, 2015, 2016}
NEURAL_FILES = range(0, 10)  # train the encoder and the reader
STOP_FILE = 10  # early stopping
MONTHS = ("January February March April May June July August September October November December").split()


def read_lines(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def headline(event):
    return f"{event['topic'].replace(', ', ': ')}: {event['text']}" if event["topic"] else event["text"]


def month_prefix(date):
    return f"{MONTHS[int(date[5:7]) - 1]} {date[:4]}: "


def long_date(date):
    return f"{int(date[8:10])} {MONTHS[int(date[5:7]) - 1]} {date[:4]}"


def year_of(path):
    return int(path.split("/")[2])


def held(path):
    return year_of(path) in HELD_YEARS


class Archive:
    """All events; `at` finds one's place by its path."""

    def __init__(self, shared):
        folder = os.path.join(shared, "corpus")
        self.events = []
        for name in sorted(os.listdir(folder)):
            if name.endswith(".jsonl.gz"):
                self.events += read_lines(os.path.join(folder, name))
        self.at = {event["path"]: i for i, event in enumerate(self.events)}
        self.headlines = [headline(event) for event in self.events]
        self.dates = [event["date"] for event in self.events]
        self.years = [int(date[:4]) for date in self.dates]

    def __len__(self):
        return len(self.events)


def training_questions(shared, files):
    return [q for n in files for q in read_lines(os.path.join(shared, "training", f"train-{n}.jsonl"))]


def head_questions(shared, letter):
    folder = "questions" if letter in "ab" else "training"
    return read_lines(os.path.join(shared, folder, f"head-{letter}.jsonl"))


def content_words(text):
    return set(re.findall(r"[^\W_]{3,}", text.lower()))


def lexical_words(text):
    """Lower-case words without a plural s; for BM25 only."""
    return [w[:-1] if len(w) > 3 and w.endswith("s") else w for w in re.findall(r"[^\W_]+", text.lower())]


class Lexical:
    """BM25 over all events as one sparse matrix, and tf-idf for telling near-duplicates."""

    def __init__(self, texts, k1=1.2, b=0.4):
        import numpy as np
        from scipy import sparse
        from sklearn.feature_extraction.text import CountVectorizer

        self.count = CountVectorizer(analyzer=lexical_words, max_df=0.05)
        tf = self.count.fit_transform(texts).astype(np.float32).tocsr()
        df = np.bincount(tf.indices, minlength=tf.shape[1])
        idf = np.log(1 + (tf.shape[0] - df + 0.5) / (df + 0.5)).astype(np.float32)
        length = np.asarray(tf.sum(1)).ravel()
        norm = np.repeat(k1 * (1 - b + b * length / length.mean()), np.diff(tf.indptr)).astype(np.float32)
        self.bm25 = sparse.csr_matrix((idf[tf.indices] * tf.data * (k1 + 1) / (tf.data + norm), tf.indices, tf.indptr), tf.shape)
        unit = sparse.csr_matrix((idf[tf.indices], tf.indices, tf.indptr), tf.shape)
        size = np.sqrt(np.asarray(unit.multiply(unit).sum(1)).ravel()).clip(1e-6)
        self.unit = sparse.diags(1 / size).dot(unit).astype(np.float32).tocsr()
        self.by_word = self.bm25.T.tocsr()

    def scores(self, texts):
        """Sparse [texts, events] of BM25 scores."""
        found = self.count.transform(texts)
        found.data[:] = 1
        return (found.astype("float32") @ self.by_word).tocsr()

    def top(self, texts, n, batch=500):
        import numpy as np

        out = []
        for begin in range(0, len(texts), batch):
            rows = self.scores(texts[begin : begin + batch])
            for i in range(rows.shape[0]):
                a, z = rows.indptr[i], rows.indptr[i + 1]
                data, at = rows.data[a:z], rows.indices[a:z]
                best = np.argpartition(-data, n)[:n] if len(data) > n else np.arange(len(data))
                out.append(at[best[np.argsort(-data[best], kind="stable")]])
        return out

    def likeness(self, left, right):
        """tf-idf cosine of each of one list of events with each of another."""
        return (self.unit[left] @ self.unit[right].T).toarray()
