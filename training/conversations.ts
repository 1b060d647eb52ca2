import { intentWords, type NameTest } from '../src/search/intent/intent-words.js';
import { isAskingWord, isLightWord, isStopWord } from '../src/text/stop-words.js';

/** A question with the events that answer it. */
export interface GoldQuestion {
  readonly id: string;
  readonly set: string;
  readonly question: string;
  readonly type: string;
  readonly answer: string | null;
  readonly gold: readonly string[];
}

/** Two messages of which the second leans on the first, with the question whose answer it wants. */
export interface Conversation {
  readonly first: string;
  readonly second: string;
  readonly wants: GoldQuestion;
}

const PREPOSITION = /\s(?:in|of|at|by|from|with|for|on|near|to|against|over|about)(?:\s(?:the|an?))?\s*$/i;
const ARTICLE = /\b(?:the|an?)\s*$/i;
const AUXILIARY = /\b(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could)\s*(?:the\s*)?$/i;
const PRONOUNS = ['he', 'she', 'it', 'they'];
const OBJECTS = ['him', 'her', 'it', 'them'];

/** The runs of names of a question, with the plain word after each. */
function nameRuns(question: string, isName: NameTest) {
  const words = intentWords(question, new Set(), isName).map((word) =>
    word.key === '<N>' && (isStopWord(word.word) || isAskingWord(word.word) || isLightWord(word.word))
      ? { ...word, key: word.word }
      : word,
  );
  const runs: { from: number; to: number; first: number; last: number }[] = [];
  words.forEach(({ key, start, end }, at) => {
    if (key !== '<N>') return;
    const run = runs.at(-1);
    if (run && run.last === at - 1) Object.assign(run, { to: end, last: at });
    else runs.push({ from: start, to: end, first: at, last: at });
  });
  return { words, runs };
}

const pick = <T>(from: readonly T[], random: () => number) => from[Math.floor(random() * from.length)] as T;

/**
 * A conversation made of one question: its name is spoken of first, alone or in a plain question, then the question is asked with
 * a pronoun for the name or without it. Null where the question names nothing that could be left out.
 */
export function aboutTheSame(
  wants: GoldQuestion,
  isName: NameTest,
  random: () => number,
): Conversation | null {
  const { question } = wants;
  const { words, runs } = nameRuns(question, isName);
  const run = runs.length > 0 ? pick(runs, random) : undefined;
  if (!run || words.length > 14) return null;
  const name = question.slice(run.from, run.to);
  const before = question.slice(0, run.from);
  const after = question.slice(run.to);
  const next = words[run.last + 1];
  const noun = next && next.start - run.to <= 1 && next.key === '<x>' ? `${name} ${next.word}` : name;
  const possessive = /^['’]s?\b/.exec(after)?.[0];
  const bare = (text: string) => text.replace(/\s+/g, ' ').trim();
  let second: string;
  if (possessive !== undefined)
    second = before + pick(['his', 'her', 'its', 'their'], random) + after.slice(possessive.length);
  else if (AUXILIARY.test(before))
    second =
      before.replace(ARTICLE, '') + pick(PRONOUNS, random) + (after.startsWith(' ') ? after : ` ${after}`);
  else if (after.trim().replace(/[?.!]/g, '') === '')
    second =
      PREPOSITION.test(before) && random() < 0.7
        ? before.replace(PREPOSITION, '')
        : before.replace(ARTICLE, '') + pick(OBJECTS, random);
  else if (next && next.start - run.to <= 1) second = before + after;
  else if (PREPOSITION.test(before)) second = before.replace(PREPOSITION, '') + after;
  else second = before.replace(ARTICLE, '') + pick(OBJECTS, random) + after;
  second = bare(second);
  if (second.split(' ').length < 2 || runs.length > 2) return null;
  const first = pick(
    [
      noun,
      noun,
      `what happened with ${noun}`,
      `what happened to ${name}`,
      `what about ${noun}`,
      `tell me about the ${noun}`,
    ],
    random,
  );
  return { first, second: random() < 0.4 ? `and ${second}` : second, wants };
}

/** Shorter: what is left of a question up to its first name, or only the words that ask. */
export function shortened(
  wants: GoldQuestion,
  first: string,
  isName: NameTest,
  random: () => number,
): Conversation | null {
  const { question, type } = wants;
  const { words, runs } = nameRuns(question, isName);
  const [run] = runs;
  const asks = /^(?:who|when|where|why|how many \w+|how much|which \w+|what \w+|how)\b/i.exec(question)?.[0];
  if (!run || !asks || type === 'yesno') return null;
  const until = question
    .slice(0, run.from)
    .replace(PREPOSITION, '')
    .replace(ARTICLE, '')
    .replace(AUXILIARY, '')
    .trim();
  const second = random() < 0.5 || until.split(' ').length < 2 ? asks : until;
  if (words.length > 30 || second.split(' ').length > 8) return null;
  return { first, second: second.toLowerCase(), wants };
}

/** Conversations of two questions with the same words but for one name or number: the second becomes "and" with it. */
export function oneThingChanged(
  questions: readonly GoldQuestion[],
  isName: NameTest,
  random: () => number,
): Conversation[] {
  const alike = new Map<string, { question: GoldQuestion; part: string; isTime: boolean }[]>();
  for (const question of questions) {
    const { words, runs } = nameRuns(question.question, isName);
    const parts = [
      ...runs.map(({ from, to }) => ({ from, to, isTime: false })),
      ...words
        .filter(({ key }) => key === '<n>')
        .map(({ start, end }) => ({ from: start, to: end, isTime: true })),
    ];
    for (const { from, to, isTime } of parts) {
      const key = `${question.question.slice(0, from)}*${question.question.slice(to)}`.toLowerCase();
      const others = alike.get(key) ?? alike.set(key, []).get(key);
      others?.push({ question, part: question.question.slice(from, to), isTime });
    }
  }
  const found: Conversation[] = [];
  for (const [key, others] of alike) {
    if (others.length < 2 || key.replace(/[*?\s]/g, '') === '') continue;
    for (const [i, { question: wants, part, isTime }] of others.entries()) {
      const other = others[(i + 1 + Math.floor(random() * (others.length - 1))) % others.length];
      if (!other || other.part.toLowerCase() === part.toLowerCase()) continue;
      const second = pick(
        isTime
          ? [`and in ${part}`, `and ${part}?`, `what about ${part}`]
          : [`and ${part}?`, `what about ${part}`, `and ${part}`],
        random,
      );
      found.push({ first: other.question.question, second, wants });
    }
  }
  return found;
}
