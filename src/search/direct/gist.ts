import type { Aligned } from './aligned.js';
import type { Candidate } from './candidate.js';
import { isStopWord } from './stop-words.js';
import type { Token } from './tagged-text.js';

/** Significant words of a gist at most. */
const LONGEST = 8;
/** Of the question's words the event must say this share, for its gist to be an answer at all. */
const LEAST_COVERED = 0.25;
/** Asked whether something is so, an event that says less of it tells something else. */
const LEAST_ASSERTED = 0.5;
const REPORTING =
  /^(say|announce|report|suggest|confirm|claim|state|reveal|find|show|declare|allege|believe|note|indicate)$/;

/**
 * What an event tells, in its own words and a few of them: the answer to "what happened" and to words that ask for nothing
 * in particular. It is the sentence that shares most with the question, without "NAME says that", up to a natural end.
 */
export function gistCandidates(aligned: Aligned): Candidate[] {
  const { covered, tokens } = aligned;
  const share = covered.reduce((sum, fit) => sum + fit, 0) / Math.max(1, covered.length);
  const yesNo = aligned.asking.wanted === 'yes-no';
  if (share < (yesNo ? LEAST_ASSERTED : LEAST_COVERED) || tokens.length === 0) return [];
  const from = afterLead(tokens, afterReporting(tokens, sentenceStart(aligned)));
  const to = naturalEnd(tokens, from);
  if (to - from < 3) return [];
  const candidate = { from, to, features: { covered: share }, score: 1 };
  return [yesNo && denies(aligned, from, to) ? { ...candidate, lead: 'No: ' } : candidate];
}

/** Whether an event denies what a question asks: "was not at the helm". */
function denies({ asking, tokens, match }: Aligned, from: number, to: number): boolean {
  if (asking.tokens.some((t) => NEGATION.test(t.lower))) return false;
  const at = tokens.findIndex((t, i) => i >= from && i < to && NEGATION.test(t.lower));
  return (
    at >= 0 && [1, 2, 3].some((step) => tokens[at + step]?.pos !== 'PUNCT' && (match[at + step] ?? 0) >= 0.6)
  );
}

const NEGATION = /^(not|n't|n’t|never|cannot)$/;

/** The token behind "During a visit to NAME,", where a clause with a subject and a verb follows. */
function afterLead(tokens: readonly Token[], start: number): number {
  const first = tokens[start];
  if (!first || !/^(ADP|SCONJ)$/.test(first.pos)) return start;
  const sentence = tokens.slice(start).filter((t) => t.sentence === first.sentence);
  const comma = sentence.findIndex((t) => t.text === ',');
  const lead = sentence.slice(0, comma);
  const rest = sentence.slice(comma + 1);
  if (comma < 0 || lead.length < 4 || lead.some((t) => t.pos === 'AUX')) return start;
  return /^(DET|NOUN|PROPN|NUM|ADJ|PRON)$/.test(rest[0]?.pos ?? '') &&
    rest.some((t) => /^(VERB|AUX)$/.test(t.pos))
    ? start + comma + 1
    : start;
}

function sentenceStart({ tokens, match }: Aligned): number {
  const sums = new Map<number, number>();
  tokens.forEach((token, i) => {
    sums.set(token.sentence, (sums.get(token.sentence) ?? 0) + (match[i] ?? 0));
  });
  // Later sentences add to the first; only a clearly better one is told in its place.
  const [first = 0] = sums.values();
  const best = [...sums].find(([, sum]) => sum > 2 * first + 1 && sum === Math.max(...sums.values()));
  return tokens.findIndex((token) => token.sentence === (best?.[0] ?? 0));
}

/** The token behind "Officials say that", where a clause with a verb of its own follows. */
function afterReporting(tokens: readonly Token[], start: number): number {
  for (let i = start; i < Math.min(tokens.length, start + 14); i++) {
    if (tokens[i]?.lower !== 'that' || !REPORTING.test(tokens[i - 1]?.lemma ?? '')) continue;
    return i + 1;
  }
  return start;
}

function naturalEnd(tokens: readonly Token[], from: number): number {
  let words = 0;
  let end = from;
  let verb = false;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.sentence !== tokens[from]?.sentence) return i > from ? stripped(tokens, from, i) : i;
    const pause = /^[,;:]$/.test(token.text) || /^(ADP|SCONJ|CCONJ)$/.test(token.pos) || token.lower === 'to';
    if (pause && verb) end = i;
    if (/^[;:]$/.test(token.text) && verb) break;
    if (!isStopWord(token.lower)) words++;
    if (words > LONGEST) break;
    if (/^(VERB|AUX)$/.test(token.pos)) verb = true;
    if (i === tokens.length - 1) end = i + 1;
  }
  return stripped(tokens, from, end);
}

function stripped(tokens: readonly Token[], from: number, end: number): number {
  let to = end;
  while (to > from && /^(PUNCT|ADP|DET|CCONJ|SCONJ|PART)$/.test(tokens[to - 1]?.pos ?? '')) to--;
  return to;
}
