"""What the reader is given for a question and an event.

  <s> question pieces </s> date and headline pieces </s>

The event's text is "12 November 2016. " and the headline. Each piece has, beside its id:
  segment   0 question (with <s> and the first </s>), 1 event (with the last </s>)
  match     1: the piece's word also occurs in the other text; 2: a word of the other text has the same first
            five letters, both being at least five long; else 0
  shape     of the piece's word: 0 no capital, 1 first letter capital, 2 all letters capitals (at least two),
            3 holds a digit, 4 no letter or digit, 5 <s> and </s>
  position  counted from 0 in each segment (<s> is 0; the first event piece is 0)
A word is what comes between spaces after folding (tokenizer.py). For match its core counts: in lower case, without
what is neither letter nor digit at both ends, then without "'s". Words without a core match nothing.
"""

import re

from data import long_date
from tokenizer import Tokenizer

BEGIN, END = 1, 2
QUESTION_PIECES, EVENT_PIECES = 40, 96  # without the marks


def core(word):
    word = word.lower()
    first, last = 0, len(word)
    while first < last and not word[first].isalnum():
        first += 1
    while last > first and not word[last - 1].isalnum():
        last -= 1
    word = word[first:last]
    return word[:-2] if word.endswith("'s") else word


def shape(word):
    if any(c.isdigit() for c in word):
        return 3
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 4
    if len(letters) > 1 and all(c != c.lower() for c in letters):
        return 2
    return 1 if letters[0] != letters[0].lower() else 0


def event_text(date, headline):
    return f"{long_date(date)}. {headline}"


class Side:
    """One text, cut once and used for many pairs."""

    def __init__(self, tokenizer: Tokenizer, text, limit):
        words = [word for word, _, _ in tokenizer.words(text)]
        self.pieces = tokenizer.pieces(text)[:limit]
        self.ids = [piece for piece, _, _, _ in self.pieces]
        self.word_of = [number for _, _, _, number in self.pieces]
        words = words[: self.word_of[-1] + 1] if self.word_of else []
        self.cores = [core(word) for word in words]
        self.shapes = [shape(word) for word in words]
        self.known = {c for c in self.cores if c}
        self.stems = {c[:5] for c in self.known if len(c) >= 5}


def matches(side, other):
    found = []
    for c in side.cores:
        found.append(1 if c and c in other.known else 2 if len(c) >= 5 and c[:5] in other.stems else 0)
    return [found[number] for number in side.word_of]


def join(question, event):
    """(ids, segment, match, shape, position) as lists of one length."""
    n, m = len(question.ids), len(event.ids)
    ids = [BEGIN, *question.ids, END, *event.ids, END]
    segment = [0] * (n + 2) + [1] * (m + 1)
    match = [0, *matches(question, event), 0, *matches(event, question), 0]
    shapes = [5, *(question.shapes[w] for w in question.word_of), 5, *(event.shapes[w] for w in event.word_of), 5]
    position = [*range(n + 2), *range(m + 1)]
    return ids, segment, match, shapes, position


def date_pieces(tokenizer, date):
    """How many pieces the date takes: spans begin after them."""
    return len(tokenizer.encode(f"{long_date(date)}."))


def find_span(text, answer, topic_length):
    """Where the answer stands, letter by letter and at word borders, in the sentence rather than the story title."""
    spots = [m.start() for m in re.finditer(re.escape(answer), text)]
    whole = [s for s in spots
             if not (s and text[s - 1].isalnum() and answer[0].isalnum())
             and not (s + len(answer) < len(text) and text[s + len(answer)].isalnum() and answer[-1].isalnum())]
    spots = whole or spots
    if not spots:
        return None
    later = [s for s in spots if s >= topic_length]
    start = (later or spots)[0]
    return start, start + len(answer)


def span_pieces(side, begin, end):
    """First and last piece of the characters begin..end, or None where they were cut off."""
    touched = [k for k, (_, a, z, _) in enumerate(side.pieces) if a < end and z > begin]
    if not touched or side.pieces[touched[-1]][2] < end:
        return None
    return touched[0], touched[-1]
