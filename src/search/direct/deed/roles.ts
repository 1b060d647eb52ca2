import { isPassive } from '../role.js';
import type { Token } from '../tagged-text.js';
import type { Named, Place } from './named.js';
import { REPORTS } from './standing.js';

/** How well those named stand where a verb's agent and its patient must stand. */
export function rolesFit(tokens: readonly Token[], at: number, agent: Named, patient: Named): number {
  const passive = isPassive(tokens, at) || /^(found|dead)$/.test(tokens[at - 1]?.lower ?? '');
  const object = passive ? [] : objectBehind(tokens, at);
  const other =
    object.length > 0 && !patient.places.some(({ at: i, fit }) => fit >= ITSELF && object.includes(i));
  const taking = other ? OTHER_OBJECT : 1;
  return (
    part(agent, (place) => agentFit(tokens, place.at, at, passive)) *
    part(patient, (place) => patientFit(tokens, place.at, at, passive, taking))
  );
}

/** How surely a word at `i` is the agent of the verb at `at`. */
function agentFit(tokens: readonly Token[], i: number, at: number, passive: boolean): number {
  if (i >= at) {
    if (!passive) return 0.2;
    return by(tokens, i, at) ? 1 : 0.6;
  }
  return passive ? 0.4 : subjectness(tokens, i, at);
}

/** How surely a word at `i` is the patient of the verb at `at`; `taking` is what an active one keeps of it. */
function patientFit(
  tokens: readonly Token[],
  i: number,
  at: number,
  passive: boolean,
  taking: number,
): number {
  // "A falls ill; B visits him"
  const pronoun = /^(him|her|them|it|himself|herself|themselves)$/.test(tokens[at + 1]?.lower ?? '');
  if (pronoun && i < at) return 0.8;
  if (passive) return i < at ? subjectness(tokens, i, at) : 0.4;
  return taking * (i > at ? 1 : 0.6 * subjectness(tokens, i, at));
}

/** What it still tells where the verb takes something else than what is asked: "A wins the primary" of who won the election. */
const OTHER_OBJECT = 0.3;

/** A word that fits so well is the one asked about, and not merely of its kind. */
const ITSELF = 0.7;

/** Where the words stand that an active verb takes; none where nothing that can be named stands right behind it. */
function objectBehind(tokens: readonly Token[], at: number): number[] {
  const object: number[] = [];
  for (let i = at + 1; i < tokens.length; i++) {
    const { pos = '', lower = '' } = tokens[i] ?? {};
    if (!/^(NOUN|PROPN|ADJ|DET|NUM|PRON|PART)$/.test(pos) && !/ing$|^(of|-)$/.test(lower)) break;
    object.push(i);
  }
  return object.some((i) => /^(NOUN|PROPN)$/.test(tokens[i]?.pos ?? '')) ? object : [];
}

/** A name that the event lacks altogether may be meant by "he". */
const UNSAID = 0.2;

const part = ({ asked, share, places }: Named, fit: (place: Place) => number) =>
  asked ? Math.max(UNSAID, share * most(places, fit)) : 1;

const most = (places: readonly Place[], role: (place: Place) => number) =>
  places.reduce((best, place) => Math.max(best, place.fit * role(place)), 0);

/** Whether "by" stands between a verb and what is behind it. */
const by = (tokens: readonly Token[], i: number, at: number) =>
  tokens.slice(at, i).some(({ lower }) => lower === 'by');

/** How surely words before a verb are its subject. */
function subjectness(tokens: readonly Token[], i: number, at: number): number {
  if (tokens[i]?.sentence !== tokens[at]?.sentence) return 0.4;
  let end = i + 1;
  while (/PROPN/.test(tokens[end]?.pos ?? '') && end < at) end++;
  if (/^('s|’s|'|’)$/.test(tokens[end]?.lower ?? '')) return 0.2;
  let verbs = 0;
  for (let k = end; k < at; k++) {
    const { pos, lower, lemma } = tokens[k] ?? {};
    if (pos === 'VERB' && !/ing$/.test(lower ?? '') && !REPORTS.test(lemma ?? '')) verbs++;
  }
  // Behind a preposition stands no subject; "president of A" may be one.
  let start = i;
  while (
    start > 0 &&
    (/^(PROPN|NOUN|ADJ|DET|NUM)$/.test(tokens[start - 1]?.pos ?? '') ||
      /^(of|-)$/.test(tokens[start - 1]?.lower ?? ''))
  )
    start--;
  const inPhrase = tokens[start - 1]?.pos === 'ADP' ? 0.4 : 1;
  return inPhrase * (verbs === 0 ? 1 : verbs === 1 ? 0.7 : 0.5);
}

/** Named by a noun, those it befell stand behind "of" or before it as its owner; near it they may have another part. */
export function around(tokens: readonly Token[], at: number, { asked, places }: Named): number {
  if (!asked) return 1;
  const fit = ({ at: i }: Place) => {
    const between = tokens.slice(Math.min(i, at) + 1, Math.max(i, at));
    const only = (pattern: RegExp) =>
      between.every(({ lower, pos }) => pattern.test(lower) || /^(PROPN|NOUN|ADJ|DET)$/.test(pos));
    if (i > at && only(/^(of|at|in|on|against|and|,|-)$/)) return 1;
    if (i < at && only(/^('s|’s|'|’)$/)) return 1;
    return 0.4;
  };
  return Math.max(UNSAID, most(places, fit));
}
