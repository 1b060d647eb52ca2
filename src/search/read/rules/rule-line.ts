import type { NewsEvent } from '../../../events/event.js';
import { isChinese } from '../../chinese/chinese-text.js';
import type { DirectAnswer } from '../answer-line.js';
import { type Aligned, align } from './aligned.js';
import type { Asking } from './asking.js';
import { type Candidate, oddsOfAll } from './candidate.js';
import { clauseCandidates } from './clause-answer.js';
import { dateCandidates } from './date-answer.js';
import { nameCandidates, placeCandidates } from './name-answer.js';
import { OFFICE } from './name-asked.js';
import { numberCandidates } from './number-answer.js';
import { officeCandidates } from './offices.js';
import { reasonCandidates } from './reason-answer.js';
import type { Token } from './tagged-text.js';

const LONGEST = 120;

/** The families of phrases that grammar finds. */
export const FAMILIES = ['date', 'number', 'place', 'name', 'office', 'reason', 'clause'] as const;
export type Family = (typeof FAMILIES)[number];

/** A line found by grammar, and how likely it is among those of its event. */
export interface RuleLine {
  readonly line: DirectAnswer;
  readonly family: Family;
  /** Its probability among the candidates of its family, "none of them" included. */
  readonly probability: number;
  /** The log of its odds against saying nothing. */
  readonly score: number;
  /** What speaks for it and against it, by name. */
  readonly features: Readonly<Record<string, number>>;
  /** Tokens of the event's sentence it rests on, `[from, to)`; empty where it rests on the event's date. */
  readonly from: number;
  readonly to: number;
}

/** Every phrase of an event that may answer a question, with the event's tokens. */
export interface RuleLines {
  readonly tokens: readonly Token[];
  readonly lines: readonly RuleLine[];
}

/**
 * The line that an event gives to a question by its grammar: dates, numbers with their units, names with what they are in
 * apposition to. Null where it holds none of the kind asked for.
 */
export function ruleLine(asking: Asking, event: NewsEvent): RuleLine | null {
  if (isChinese(event.sentence)) return null;
  const family = wantedFamily(asking);
  if (!family) return null;
  return likeliest(linesOf(align(asking, event.sentence), event, family));
}

/** Every phrase of an event that may answer, whatever kind is asked for. */
export function ruleLines(asking: Asking, event: NewsEvent): RuleLines {
  if (isChinese(event.sentence)) return { tokens: [], lines: [] };
  const aligned = align(asking, event.sentence);
  return { tokens: aligned.tokens, lines: FAMILIES.flatMap((family) => linesOf(aligned, event, family)) };
}

/** The family of phrases that a question asks for; null where its form does not show it. */
export function wantedFamily({ wanted, head }: Asking): Family | null {
  switch (wanted) {
    case 'name':
      return OFFICE.test(head ?? '') ? 'office' : 'name';
    case 'date':
    case 'number':
    case 'place':
    case 'reason':
      return wanted;
    default:
      return null;
  }
}

function linesOf(aligned: Aligned, event: NewsEvent, family: Family): RuleLine[] {
  const candidates = candidatesOf(aligned, event, family);
  const odds = oddsOfAll(candidates);
  return candidates.flatMap((candidate) => {
    const [first, last] = [aligned.tokens[candidate.from], aligned.tokens[candidate.to - 1]];
    const end = last ? wordEnd(event.sentence, last.end) : 0;
    const rests = first && last && candidate.to > candidate.from ? [[first.start, end] as const] : [];
    const words = candidate.text ?? (first && last ? event.sentence.slice(first.start, end) : '');
    const text = `${candidate.lead ?? ''}${words}`;
    if (text.length === 0 || text.length > LONGEST) return [];
    const { score, features, from, to } = candidate;
    const line: DirectAnswer = { text, value: candidate.value ?? null, event, rests };
    return [{ line, family, probability: Math.exp(score) / odds, score, features, from, to }];
  });
}

function likeliest(lines: readonly RuleLine[]): RuleLine | null {
  return lines.reduce<RuleLine | null>((a, b) => (a && a.score >= b.score ? a : b), null);
}

/** Where the word ends that a token ends in: the tagger splits a word at some letters ("Ni" + "š"). */
function wordEnd(sentence: string, tokenEnd: number): number {
  return tokenEnd + (/^[\p{L}\p{M}]*/u.exec(sentence.slice(tokenEnd))?.[0].length ?? 0);
}

/** The phrases of one family in an event, with what speaks for each. */
function candidatesOf(aligned: Aligned, event: NewsEvent, family: Family): Candidate[] {
  switch (family) {
    case 'date':
      return dateCandidates(aligned, event);
    case 'number':
      return numberCandidates(aligned);
    case 'place':
      return placeCandidates(aligned);
    case 'name':
      return nameCandidates(aligned);
    case 'office':
      return OFFICE.test(aligned.asking.head ?? '') ? officeCandidates(aligned) : [];
    case 'reason':
      return reasonCandidates(aligned);
    case 'clause':
      return clauseCandidates(aligned);
  }
}
