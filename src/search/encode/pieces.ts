/** A piece of a text, with the string indices it covers and the number of the word it belongs to. */
export interface Piece {
  /** Its place in the vocabulary; 0 where it is unknown. */
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly word: number;
}

/** Pieces that mark the beginning and end of texts and the like, and never match. */
const RESERVED = 6;
const UNKNOWN = 0;
const UNKNOWN_SCORE = -30;
const MARK = '▁';
const KEPT_WORDS = 50_000;

const FOLDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '‘': "'",
    '’': "'",
    '‚': "'",
    '′': "'",
    '`': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '‐': '-',
    '‑': '-',
    '–': '-',
    '—': '-',
    '−': '-',
    ø: 'o',
    Ø: 'O',
    đ: 'd',
    Đ: 'D',
    ł: 'l',
    Ł: 'L',
    ı: 'i',
    ß: 'ss',
    æ: 'ae',
    Æ: 'AE',
    œ: 'oe',
    Œ: 'OE',
    þ: 'th',
    ð: 'd',
    '…': '...',
  }),
);

interface WordPiece {
  readonly id: number;
  readonly begin: number;
  readonly end: number;
}

/**
 * Cuts texts into sentence pieces: the segmentation with the highest summed score (Viterbi over a unigram model, Kudo 2018).
 * Matches the encoder's training tokenizer id for id.
 */
export class Pieces {
  readonly #scores = new Map<string, { readonly id: number; readonly score: number }>();
  readonly #longest: number;
  readonly #cut = new Map<string, readonly WordPiece[]>();

  /** @param vocabulary the model's vocabulary file: a line for each id, the piece and its log probability with a tab between. */
  constructor(vocabulary: string) {
    let longest = 1;
    vocabulary.split('\n').forEach((line, id) => {
      const tab = line.indexOf('\t');
      if (id < RESERVED || tab < 1) return;
      const piece = line.slice(0, tab);
      this.#scores.set(piece, { id, score: Number(line.slice(tab + 1)) });
      longest = Math.max(longest, [...piece].length);
    });
    this.#longest = longest;
  }

  /** The pieces of a text in order, with where each comes from. */
  cut(text: string): Piece[] {
    const found: Piece[] = [];
    wordsOf(text).forEach(({ chars, starts, ends }, word) => {
      for (const { id, begin, end } of this.#piecesOf(chars)) {
        const start = starts[Math.max(0, begin - 1)] ?? 0;
        found.push({ id, start, end: ends[Math.max(0, end - 2)] ?? start, word });
      }
    });
    return found;
  }

  /** The words of a text, folded, in the order that pieces name them by number. */
  words(text: string): string[] {
    return wordsOf(text).map(({ chars }) => chars.join(''));
  }

  /** `begin` and `end` count code points of the word with its mark before it. */
  #piecesOf(chars: readonly string[]): readonly WordPiece[] {
    const key = chars.join('');
    const known = this.#cut.get(key);
    if (known) return known;
    const marked = [MARK, ...chars];
    const best = new Float64Array(marked.length + 1).fill(Number.NEGATIVE_INFINITY);
    best[0] = 0;
    const back: WordPiece[] = [];
    for (let end = 1; end <= marked.length; end++) {
      for (let begin = Math.max(0, end - this.#longest); begin < end; begin++) {
        const piece = this.#scores.get(marked.slice(begin, end).join(''));
        if (!piece && end - begin > 1) continue;
        const score = (best[begin] ?? 0) + (piece?.score ?? UNKNOWN_SCORE);
        if (score <= (best[end] ?? 0)) continue;
        best[end] = score;
        back[end] = { id: piece?.id ?? UNKNOWN, begin, end };
      }
    }
    const cut: WordPiece[] = [];
    for (let piece = back[marked.length]; piece; piece = back[piece.begin]) {
      const next = cut.at(-1);
      if (next && piece.id === UNKNOWN && next.id === UNKNOWN)
        cut[cut.length - 1] = { ...next, begin: piece.begin };
      else cut.push(piece);
    }
    cut.reverse();
    if (this.#cut.size >= KEPT_WORDS) this.#cut.clear();
    this.#cut.set(key, cut);
    return cut;
  }
}

interface Word {
  readonly chars: string[];
  readonly starts: number[];
  readonly ends: number[];
}

/** The words of a text, folded, each character with the string indices it comes from. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let word: Word | null = null;
  let at = 0;
  for (const char of text) {
    for (const folded of fold(char)) {
      if (folded === ' ') word = null;
      else {
        if (!word) {
          word = { chars: [], starts: [], ends: [] };
          words.push(word);
        }
        word.chars.push(folded);
        word.starts.push(at);
        word.ends.push(at + char.length);
      }
    }
    at += char.length;
  }
  return words;
}

/** What one code point becomes: without combining marks, signs in their plain form; may be empty or longer than one. */
function fold(char: string): string {
  const replaced = FOLDS.get(char);
  if (replaced !== undefined) return replaced;
  if (
    /\s/.test(char) ||
    char === '\u001c' ||
    char === '\u001d' ||
    char === '\u001e' ||
    char === '\u001f' ||
    char === '\u0085'
  )
    return ' ';
  if (char < '\u0080') return char;
  let folded = '';
  for (const part of char.normalize('NFKD'))
    if (part < '\u0300' || part > '\u036f') folded += FOLDS.get(part) ?? part;
  return folded;
}
