import type { Token } from '../tagged-text.js';
import type { Named } from './named.js';

/** What a verb of an event is worth that says the deed: as done, by name only ("the death of A"), or as no more than meant. */
const STANDING = {
  done: 1,
  announced: 0.4,
  named: 0.65,
  recalled: 0.45,
  mentioned: 0.25,
  meant: 0.15,
} as const;

/** Verbs and nouns whose "to …" tells what is meant, wanted or refused, not what was done. */
const MEANS =
  /^(able|advise|agree|aim|allow|allege|announce|appeal|ask|attempt|authori[sz]e|ballot|beg|bid|call|campaign|challenge|chance|choice|choose|claim|consider|debate|decide|decision|decline|deal|demand|deny|desire|discuss|doubt|due|effort|encourage|expect|expected|fail|failure|favou?r|fear|hope|idea|intend|intent|intention|interest|invite|likely|mandate|measure|motion|move|need|negotiate|offer|oppose|option|order|permission|permit|persuade|petition|plan|plea|plead|pledge|plot|possible|prepare|pressure|proceed|promise|proposal|propose|push|ready|recommend|referendum|refuse|reject|request|require|resolution|right|rule|schedule|scheduled|seek|set|struggle|suggest|talk|tell|threat|threaten|tr(y|ies|ied)|try|unable|unwilling|urge|vote|vow|want|warn|willing|wish)$/;
/** Also with a particle: "calls on A to". */
const means = (lemma: string) => MEANS.test(lemma.split(' ', 1)[0] ?? '');
const MODAL = /^(would|could|may|might|should|must|can|cannot|shall)$/;
const DENIED =
  /^(not|n't|n’t|never|without|no|deny|denies|denied|refuse|refuses|refused|false|hoax|whether|if|unless|rumou?rs?)$/;

/** How many words before a verb are looked at for what it stands under. */
const REACH = 9;

/** What is announced by those asked about is all but done; announced by others it is only meant. */
export function verbStanding(tokens: readonly Token[], at: number, { places }: Named): number {
  const standing = standingOf(tokens, at);
  if (standing !== STANDING.announced) return standing;
  const reported = tokens.findIndex(
    ({ lemma, sentence }, i) => i < at && sentence === tokens[at]?.sentence && REPORTS.test(lemma),
  );
  return places.some(({ at: i }) => i < reported) ? STANDING.announced : STANDING.meant;
}

/** Verbs that only pass on what somebody else's verb tells. */
export const REPORTS = /^(say|announce|confirm|report|state|declare|reveal|claim|decide|agree)$/;

/** How a verb stands in its clause: as done, announced, recalled or no more than meant. */
export function standingOf(tokens: readonly Token[], at: number): number {
  const sentence = tokens[at]?.sentence;
  const ing = /ing$/.test(tokens[at]?.lower ?? '');
  let to = false;
  // "A choice between staying and leaving": what governs the one governs the other.
  const paired = /^(and|or|between)$/.test(tokens[at - 1]?.lower ?? '');
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const token = tokens[i];
    if (!token || token.sentence !== sentence) break;
    const { lower, lemma, pos } = token;
    if (DENIED.test(lower) && (at - i <= 4 || /^(if|whether|unless)$/.test(lower))) return STANDING.meant;
    if (at - i <= 3 && !token.capital && MODAL.test(lower)) return STANDING.meant;
    if (at - i <= 3 && /^(will|’ll|'ll|wo)$/.test(lower)) return STANDING.announced;
    if (at - i <= 2 && lower === 'to') to = true;
    if (to && i < at - 1 && means(lemma)) return STANDING.meant;
    if (ing && (i === at - 1 || (i === at - 2 && tokens[at - 1]?.pos === 'ADP') || paired) && means(lemma))
      return STANDING.meant;
    // Some other verb governs it: "goes on to", "defeats A to".
    if (to && i < at - 1 && pos === 'VERB') return STANDING.done;
  }
  return isRecalled(tokens, at) ? STANDING.recalled : STANDING.done;
}

/** "Who died last year", "after A died", "of killing A", "the slain A", "says that A died": told in passing, of an earlier time. */
function isRecalled(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (before?.pos === 'ADP' && before.lower !== 'by') return true;
  if (/^(DET|ADP|ADJ)$/.test(before?.pos ?? '') && /^(NOUN|PROPN|ADJ)$/.test(next?.pos ?? '')) return true;
  if (isPast(tokens, at) && reportedNow(tokens, at)) return true;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const { lower, pos } = tokens[i] ?? {};
    if (/^(who|which|since|after|when)$/.test(lower ?? '')) return true;
    if (pos !== 'AUX' && pos !== 'ADV' && pos !== 'PROPN' && pos !== 'PRON') return false;
  }
  return false;
}

/** Whether a verb tells of the past by its own form: "died", not "dies" nor "is killed". */
function isPast(tokens: readonly Token[], at: number): boolean {
  const { lower = '', lemma = '' } = tokens[at] ?? {};
  const helped = tokens.slice(Math.max(0, at - 3), at).some(({ pos }) => pos === 'AUX');
  return !helped && lower !== lemma.split(' ', 1)[0] && !/(s|ing)$/.test(lower);
}

/** Whether somebody says today what a verb tells: the report is the news then, and the deed is older. */
function reportedNow(tokens: readonly Token[], at: number): boolean {
  const sentence = tokens[at]?.sentence;
  return tokens.some(
    ({ lemma, lower, pos, sentence: other }, i) =>
      i < at && other === sentence && pos === 'VERB' && REPORTS.test(lemma) && /s$|^say$/.test(lower),
  );
}

/** "The death of A" is told; "since the death of A" recalls it. */
export function nounStanding(tokens: readonly Token[], at: number): number {
  let start = at;
  while (
    start > 0 &&
    (/^(PROPN|NOUN|ADJ|DET|NUM|PRON)$/.test(tokens[start - 1]?.pos ?? '') ||
      /^('s|’s|'|’)$/.test(tokens[start - 1]?.lower ?? ''))
  )
    start--;
  const before = tokens[start - 1];
  if (means(before?.lemma ?? '')) return STANDING.meant;
  return /^(ADP|SCONJ)$/.test(before?.pos ?? '') ? STANDING.mentioned : STANDING.named;
}

/** The verb that does no more than carry a noun that tells the deed: "makes its first flight", "goes on strike"; -1 where there is none. */
export function carrierOf(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0 && /^(NOUN|ADJ|DET|NUM|PRON)$/.test(tokens[start - 1]?.pos ?? '')) start--;
  const [moving, verb] = [tokens[start - 2], tokens[start - 1]];
  if (verb?.pos === 'ADP' && moving?.pos === 'VERB' && MOVES.test(moving.lemma)) return start - 2;
  return verb?.pos === 'VERB' && CARRIES.test(verb.lemma) ? start - 1 : -1;
}

/** "Goes on strike", "comes into force": by which one begins what the noun tells. */
const MOVES = /^(go|come|enter)\b/;

const CARRIES =
  /^(make|take|hold|have|give|begin|complete|stage|conduct|do|perform|commit|launch|carry out|submit|tender)$/;
