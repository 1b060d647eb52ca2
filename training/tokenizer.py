"""The sentence pieces of the Universal Sentence Encoder lite, with the rules written out.

1. Each code point is folded on its own: NFKD, combining marks (U+0300 to U+036F) dropped, a few letters and
   signs replaced (FOLDS). White space of any kind becomes a space.
2. The text is split at spaces into words; empty ones are dropped. "▁" is put before each word.
3. A word is cut into the pieces with the highest sum of scores (Viterbi). A character that is no piece
   itself may stand alone as unknown, with UNKNOWN_SCORE. Of equal sums the one whose last piece starts
   earliest wins.
   Seven pieces with a colon have no score in the file: they take that of the piece before them.
4. Ids are places in the vocabulary; unknown is 0, and several unknown in a row within a word count once.
   Pieces 0 to 5 are reserved and never match.
Each piece remembers where it begins and ends in the text that was given (code points).
"""

import json
import unicodedata

RESERVED = 6
UNKNOWN = 0
UNKNOWN_SCORE = -30.0
MARK = "▁"
FOLDS = {
    "‘": "'", "’": "'", "‚": "'", "′": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L",
    "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "ð": "d", "…": "...",
}


def fold(char):
    """What one code point becomes; may be empty or longer than one."""
    if char in FOLDS:
        return FOLDS[char]
    if char.isspace():
        return " "
    if char < "\x80":
        return char
    kept = "".join(c for c in unicodedata.normalize("NFKD", char) if not "\u0300" <= c <= "\u036f")
    return "".join(FOLDS.get(c, c) for c in kept)


class Tokenizer:
    def __init__(self, vocabulary):
        """vocabulary: [[piece, score], ...] as in the package's vocab.json."""
        self.scores, before = {}, 0.0
        for i, (piece, score) in enumerate(vocabulary):
            before = before if score is None else score
            if i >= RESERVED:
                self.scores[piece] = (before, i)
        self.longest = max((len(piece) for piece in self.scores), default=0)
        self.cache = {}

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            return Tokenizer(json.load(file))

    def pieces_of(self, word):
        """[(id, begin, end), ...] of one folded word, the mark included in the offsets."""
        if word in self.cache:
            return self.cache[word]
        marked = MARK + word
        n = len(marked)
        best = [0.0] + [float("-inf")] * n
        back = [None] * (n + 1)
        for end in range(1, n + 1):
            for begin in range(max(0, end - self.longest), end):
                found = self.scores.get(marked[begin:end])
                if found is None:
                    if end - begin > 1:
                        continue
                    found = (UNKNOWN_SCORE, UNKNOWN)
                score = best[begin] + found[0]
                if score > best[end]:
                    best[end] = score
                    back[end] = (begin, found[1])
        cut, end = [], n
        while end > 0:
            begin, piece = back[end]
            if cut and piece == UNKNOWN and cut[-1][0] == UNKNOWN:
                cut[-1] = (UNKNOWN, begin, cut[-1][2])
            else:
                cut.append((piece, begin, end))
            end = begin
        cut.reverse()
        self.cache[word] = cut
        return cut

    def words(self, text):
        """[(folded word, [begin of each folded character], [end of each]), ...]"""
        found, chars, begins, ends = [], [], [], []
        for at, char in enumerate(text):
            for c in fold(char):
                if c == " ":
                    if chars:
                        found.append(("".join(chars), begins, ends))
                        chars, begins, ends = [], [], []
                else:
                    chars.append(c)
                    begins.append(at)
                    ends.append(at + 1)
        if chars:
            found.append(("".join(chars), begins, ends))
        return found

    def pieces(self, text):
        """[(id, begin, end, word), ...]: offsets in the text as given, and the number of the word."""
        found = []
        for number, (word, begins, ends) in enumerate(self.words(text)):
            for piece, begin, end in self.pieces_of(word):
                found.append((piece, begins[max(0, begin - 1)], ends[max(0, end - 2)], number))
        return found

    def encode(self, text):
        return [piece for word, _, _ in self.words(text) for piece, _, _ in self.pieces_of(word)]

    def save(self, path):
        """The vocabulary as the program reads it: a line for each id, piece and score with a tab between."""
        lines = [""] * RESERVED
        for piece, (score, number) in self.scores.items():
            while len(lines) <= number:
                lines.append("")
            lines[number] = f"{piece}\t{score:.4f}"
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")

    @staticmethod
    def load_saved(path):
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")[:-1]
        made = Tokenizer([])
        for number, line in enumerate(lines):
            if line:
                piece, score = line.split("\t")
                made.scores[piece] = (float(score), number)
        made.longest = max(len(piece) for piece in made.scores)
        return made
