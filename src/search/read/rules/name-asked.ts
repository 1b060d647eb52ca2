import { ASKING_WORD, AUXILIARY, phrase, wordsOf } from './asking-words.js';
import { nounPhraseAt } from './noun-phrase.js';
import type { Gap, Reading } from './reading.js';
import type { Token } from './tagged-text.js';
import type { Wanted } from './wanted.js';
import { moreGeneral, nounKinds } from './wordnet.js';

const NO_MEASURE = { measure: null } as const;

/** Reads a question for somebody or something by name: "who", "which team", "what did they find", "name of the ship". */
export function nameAsked(tokens: readonly Token[]): Reading | null {
  const labelled = labelAsked(tokens);
  if (labelled) return labelled;
  const at = tokens.findIndex((t, i) => ASKING_WORD.test(t.lower) && !tiesDescription(tokens, i));
  const word = tokens[at];
  if (!word) return null;
  if (/^(who|whom|whos)$/.test(word.lower) || (word.lower === 'whose' && whoOwns(tokens, at)))
    return {
      ...NO_MEASURE,
      wanted: 'name',
      head: 'person',
      many: false,
      gap: gapAfter(tokens, at + 1),
      asking: [word],
    };
  const happened = phrase(tokens, /^what('s)? happen(ed|ing|s)?\b/) ?? deedAsked(tokens, word);
  if (happened)
    return {
      ...NO_MEASURE,
      head: null,
      many: false,
      gap: 'other',
      wanted: 'what-happened',
      asking: happened,
    };
  const { head, many, end } = nounPhraseAt(tokens, at + 1);
  return {
    ...NO_MEASURE,
    wanted: wantedFor(head),
    head,
    many,
    gap: gapAfter(tokens, end),
    asking: [word],
  };
}

/** "Name of the ship", "what is the title of the book", "name the winner", "new minister of works, name". */
function labelAsked(tokens: readonly Token[]): Reading | null {
  const asking =
    phrase(tokens, /^(the )?(names?|title|designation|nickname) of\b|^name (?=(the|that|this|a|an)\b)/) ??
    phrase(
      tokens,
      /^(what|which) (is|was|were|are|'s|’s) (the|his|her|its|their) (\w+ )?(names?|title|designation|nickname) (of|for)\b/,
    );
  if (asking) {
    const { head, many, end } = nounPhraseAt(tokens, tokens.indexOf(asking.at(-1) as Token) + 1);
    return { ...NO_MEASURE, wanted: wantedFor(head), head, many, gap: gapAfter(tokens, end), asking };
  }
  const last = phrase(tokens, /\bname$/);
  if (!last || tokens.some((t) => ASKING_WORD.test(t.lower))) return null;
  const { head, many } = nounPhraseAt(tokens.slice(0, tokens.indexOf(last[0] as Token)), 0);
  return { ...NO_MEASURE, wanted: wantedFor(head), head, many, gap: 'other', asking: last };
}

/** "The man who …", "a firm which …", "the town in which …": the word only ties a description to its noun. */
function tiesDescription(tokens: readonly Token[], at: number): boolean {
  const [word, before, next] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (!word || !before || word.lower === 'what') return false;
  if (before.pos === 'ADP')
    return (
      word.lower === 'which' && /^(NOUN|PROPN)$/.test(tokens[at - 2]?.pos ?? '') && !asksForOne(tokens, at)
    );
  if (!/^(NOUN|PROPN)$/.test(before.pos) || at >= tokens.length - 3) return false;
  // "The regatta who did they race": turned round as only a question is.
  if (AUXILIARY.test(next?.lower ?? '') && /^(he|she|it|they|we|you|i)$/.test(tokens[at + 2]?.lower ?? ''))
    return false;
  // "The worm attacked which site": a noun behind it is asked for.
  return (
    !(word.lower === 'which' && /^(NOUN|ADJ)$/.test(next?.pos ?? '')) &&
    !(word.lower === 'whose' && whoOwns(tokens, at))
  );
}

/** "Judges in which land": no sentence of its own could begin with one noun without an article. */
function asksForOne(tokens: readonly Token[], at: number): boolean {
  const { head, many, end } = nounPhraseAt(tokens, at + 1);
  return (
    head !== null &&
    head !== 'people' &&
    !many &&
    tokens[end - 1]?.capital === false &&
    tokens[at + 1]?.pos !== 'DET'
  );
}

/** "Whose record did he break": the owner is asked for. */
function whoOwns(tokens: readonly Token[], at: number): boolean {
  return at === 0 || AUXILIARY.test(tokens[nounPhraseAt(tokens, at + 1).end]?.lower ?? '');
}

/** "What did the club do in June": whatever it did, not a name. "What did they do it with" asks for a thing. */
function deedAsked(tokens: readonly Token[], word: Token): readonly Token[] | null {
  if (word.lower !== 'what' || !/^(did|do|does|has|have|had|is|was|are|were)$/.test(tokens[1]?.lower ?? ''))
    return null;
  const doing = tokens.slice(2).find((t) => /^(do|done|doing)$/.test(t.lower));
  const next = doing && tokens[tokens.indexOf(doing) + 1];
  return doing && !/^(DET|PRON|NOUN|PROPN)$/.test(next?.pos ?? '') ? [word, doing] : null;
}

/** "team that took bronze", "US contractor investigated in May", "first club to win": a description in a question's stead. */
export function described(tokens: readonly Token[]): Reading | null {
  const { head, many, end } = nounPhraseAt(tokens, 0);
  const kind = head ? nounKinds(head, 1)[0] : undefined;
  if (
    !head ||
    !kind ||
    !/^(person|group|location|animal|artifact|plant|communication|object|substance)$/.test(kind)
  )
    return null;
  const rest = tokens.slice(end);
  const wanted = wantedFor(head);
  // With a verb of its own right behind the noun it is a statement: "mayor wants new tax".
  // "a girl crossed the ocean" asks which girl: nobody tells it of one he knows by name.
  const unknown =
    /^(an?|some|two|three)$/.test(tokens[0]?.lower ?? '') && /^(person|animal|group)$/.test(kind);
  const reading = { ...NO_MEASURE, head, many, gap: 'subject', asking: [] } as const;
  if (unknown && /^(VERB|AUX)$/.test(rest[0]?.pos ?? '')) return { ...reading, wanted: 'name' };
  // "Winner of the regatta": someone by what he did, and nothing told of him.
  if (rest[0]?.pos === 'ADP' && kind === 'person' && !tokens.some((t) => /^(VERB|AUX)$/.test(t.pos)))
    return { ...reading, wanted: 'name' };
  const said = /^(VERB|NOUN)$/.test(rest[0]?.pos ?? '');
  if (said && !/(ed|en|ing|wn|ught|ung)$/.test(rest[0]?.lower ?? '')) return null;
  const tie = rest.slice(0, 8).find((t) => /^(that|who|which|whose|where)$/.test(t.lower));
  const toDo = rest
    .slice(0, 6)
    .some((t, i) => t.lower === 'to' && /^(VERB|AUX)$/.test(rest[i + 1]?.pos ?? ''));
  if (!tie && !toDo && !said) return null;
  return { ...reading, wanted: tie?.lower === 'where' ? 'place' : wanted, asking: tie ? [tie] : [] };
}

/** A head noun that names a place asks for a place: "which town", "what stadium", "which country". */
function wantedFor(head: string | null): Wanted {
  if (!head || OFFICE.test(head)) return 'name';
  const [first] = nounKinds(head, 1);
  if (first === 'person') return 'name';
  const general = moreGeneral(head, 1);
  const built = ['structure', 'facility', 'land', 'body of water', 'geological formation'].some((w) =>
    general.has(w),
  );
  return first === 'location' || (built && head !== 'bank') || POLITICAL.test(head) ? 'place' : 'name';
}

const POLITICAL = /^(country|nation|state|republic|kingdom|village|part|venue|site)$/;

/** Nouns that ask what somebody is or was by trade: "what post did she hold". */
export const OFFICE = /^(post|job|position|office|role|portfolio|rank|occupation|profession)$/;

/** After the asking words: "did X pick" leaves the object open, "picked X" the subject. */
function gapAfter(tokens: readonly Token[], from: number): Gap {
  let start = from;
  let next = tokens[start];
  if (next?.text === ',') {
    // "Which planet, three times as far out as the last, did they find": the inserted words are passed over.
    const close = tokens.findIndex((t, i) => i > start && t.text === ',');
    next = tokens[close + 1];
    start = close + 1;
  }
  if (!next) return 'other';
  if (/^(did|do|does|'d)$/.test(next.lower)) return 'object';
  if (AUXILIARY.test(next.lower)) {
    const then = tokens[start + 1];
    // "Who was the first mayor to …" names no action but what he is.
    if (/^(is|are|was|were|'s|’s)$/.test(next.lower) && then && /^(DET|ADJ)$/.test(then.pos)) return 'other';
    return then && /^(DET|PROPN|PRON|NOUN)$/.test(then.pos) ? 'object' : 'subject';
  }
  if (next.pos === 'VERB') return 'subject';
  return /^(PROPN|PRON|DET)$/.test(next.pos) ? 'object' : 'subject';
}

/** Whether a word that asks comes before a token. */
export function askedBefore(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some((t) => ASKING_WORD.test(t.lower) || t.lower === 'how');
}

/** Whether a clause behind a comma asks: "When he left, who came". */
export function asksLater(tokens: readonly Token[]): boolean {
  return /^\w+ .*, (in |at |on |to |for |from )?(who|whom|whose|which|what|where|why|how (many|much|long|old))\b/.test(
    wordsOf(tokens),
  );
}
