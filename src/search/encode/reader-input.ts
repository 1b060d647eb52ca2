import type { Piece, Pieces } from './pieces.js';

/** Pieces kept of each side, without the marks around them. */
const QUESTION_PIECES = 40;
const EVENT_PIECES = 96;
const BEGIN = 1;
const END = 2;

/** Shapes of words as the reader was trained to see them. */
const SHAPE = { lower: 0, capital: 1, capitals: 2, digit: 3, sign: 4, mark: 5 } as const;

/** One text of a pair, cut once and used for many pairs. */
export interface Side {
  readonly pieces: readonly Piece[];
  /** Of each word: in lower case without what is neither letter nor digit around it. */
  readonly cores: readonly string[];
  readonly shapes: readonly number[];
  readonly known: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

/** What the reader is given for a question with an event: five numbers a piece, all arrays of one length. */
export interface ReaderInput {
  readonly ids: number[];
  readonly segment: number[];
  readonly match: number[];
  readonly shape: number[];
  readonly position: number[];
  /** Where the first piece of the event is. */
  readonly eventFrom: number;
}

export const questionSide = (pieces: Pieces, text: string): Side => sideOf(pieces, text, QUESTION_PIECES);

export const eventSide = (pieces: Pieces, text: string): Side => sideOf(pieces, text, EVENT_PIECES);

function sideOf(pieces: Pieces, text: string, limit: number): Side {
  const cut = pieces.cut(text).slice(0, limit);
  const words = pieces.words(text).slice(0, (cut.at(-1)?.word ?? -1) + 1);
  const cores = words.map(coreOf);
  const known = new Set(cores.filter((core) => core !== ''));
  const stems = new Set([...known].filter((core) => core.length >= STEM).map((core) => core.slice(0, STEM)));
  return { pieces: cut, cores, shapes: words.map(shapeOf), known, stems };
}

/** Words of at least this many characters that begin alike are treated as forms of one word. */
const STEM = 5;

function coreOf(word: string): string {
  const core = word
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(TRAILING, '');
  return core.endsWith("'s") ? core.slice(0, -2) : core;
}

const TRAILING = /(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/u;

function shapeOf(word: string): number {
  if (/\p{N}/u.test(word)) return SHAPE.digit;
  const letters = [...word].filter((char) => /\p{L}/u.test(char));
  const isCapital = (char: string) => char !== char.toLowerCase();
  if (letters.length === 0) return SHAPE.sign;
  if (letters.length > 1 && letters.every(isCapital)) return SHAPE.capitals;
  return isCapital(letters[0] ?? '') ? SHAPE.capital : SHAPE.lower;
}

/** Joins a question and an event as the reader was trained to see them: mark, question, mark, event, mark. */
export function joinSides(question: Side, event: Side): ReaderInput {
  const n = question.pieces.length;
  const m = event.pieces.length;
  const shapesOf = (side: Side) => side.pieces.map(({ word }) => side.shapes[word] ?? SHAPE.lower);
  const idsOf = (side: Side) => side.pieces.map(({ id }) => id);
  return {
    ids: [BEGIN, ...idsOf(question), END, ...idsOf(event), END],
    segment: [...Array(n + 2).fill(0), ...Array(m + 1).fill(1)],
    match: [0, ...matches(question, event), 0, ...matches(event, question), 0],
    shape: [SHAPE.mark, ...shapesOf(question), SHAPE.mark, ...shapesOf(event), SHAPE.mark],
    position: [...Array(n + 2).keys(), ...Array(m + 1).keys()],
    eventFrom: n + 2,
  };
}

/** Of each piece: 1 where the other side has its word, 2 where it has one that begins alike, else 0. */
function matches(side: Side, other: Side): number[] {
  const found = side.cores.map((core) => {
    if (core !== '' && other.known.has(core)) return 1;
    return core.length >= STEM && other.stems.has(core.slice(0, STEM)) ? 2 : 0;
  });
  return side.pieces.map(({ word }) => found[word] ?? 0);
}
