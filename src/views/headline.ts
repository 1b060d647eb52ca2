/** A headline at most this long is a title as it is: some four lines on a phone. */
const LONGEST_TITLE = 140;
/** A sentence without clauses, or with only a few words after the last, may be so long. */
const LONGEST_WHOLE = 200;
/** Fewer characters than this are no text of their own below a title. */
const SHORTEST_REST = 30;
/** A clause shorter than this is too little for a title. */
const SHORTEST_TITLE = 36;

/** A headline as a title and what is left of it, both unescaped. */
export interface SplitHeadline {
  readonly title: string;
  /** The rest of the headline; empty where the title has all of it. */
  readonly rest: string;
  /** Where the rest begins in the headline, in characters. */
  readonly restAt: number;
}

/**
 * Splits a headline so that nothing of it is said twice: its first sentence as the title, or its first clause where that
 * sentence is long; the rest is for the text below.
 */
export function splitHeadline(headline: string): SplitHeadline {
  const end = firstSentenceEnd(headline);
  if (end <= LONGEST_TITLE) return split(headline, end);
  const clause = clauseEnd(headline) ?? commaEnd(headline);
  const isWhole = clause === null || end - clause < SHORTEST_REST;
  if (isWhole && end <= LONGEST_WHOLE) return split(headline, end);
  return split(headline, clause ?? wordEnd(headline));
}

function split(headline: string, at: number): SplitHeadline {
  const rest = headline.slice(at);
  const blank = rest.length - rest.trimStart().length;
  const title = headline.slice(0, at).trimEnd();
  return { title: withoutStop(title), rest: rest.trim(), restAt: at + blank };
}

/** Titles of people and the like, which end with a full stop inside a sentence. */
const SHORTENED =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sts|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Prof|No|Nos|vs|v|Jr|Sr|Inc|Ltd|Co|Corp|Bros|Mt|Ft|approx|c|ca)\.$|\p{L}\.\p{L}\.$/u;
const SENTENCE_END = /[.!?]["”’)]?(?=\s+["“‘(]?[\p{Lu}\p{N}])|[。！？](?=.)/gu;

function firstSentenceEnd(headline: string): number {
  for (const { 0: stop, index } of headline.matchAll(SENTENCE_END)) {
    const end = index + stop.length;
    if (!SHORTENED.test(headline.slice(0, end))) return end;
  }
  return headline.length;
}

/** Where a clause ends: before a word that begins another, after a semicolon, a dash or a Chinese comma. */
const CLAUSE_END =
  /[;:](?=\s)|\s(?=[–—-]\s)|,(?=\s(?:and|but|or|with|as|after|while|when|where|which|who|whose|although|though|because|since|despite|amid|following|including|according|\p{Ll}+ing)\b)|\s(?=(?:after|while|amid|following|because|although|despite)\s)|[，；]/gu;

/** The last place within a title's length where a clause ends, or null. */
function clauseEnd(headline: string): number | null {
  let found: number | null = null;
  for (const { 0: mark, index } of headline.matchAll(CLAUSE_END)) {
    const end = index + mark.length;
    if (end > LONGEST_TITLE) break;
    if (end >= SHORTEST_TITLE) found = end;
  }
  return found;
}

/** The last comma within a title's length, where the part before it is long enough; or null. */
function commaEnd(headline: string): number | null {
  const comma = headline.lastIndexOf(', ', LONGEST_TITLE - 1);
  return comma >= SHORTEST_TITLE ? comma + 1 : null;
}

/** The last space within a title's length; the length itself where there is none. */
function wordEnd(headline: string): number {
  const space = headline.lastIndexOf(' ', LONGEST_TITLE);
  const end = space >= SHORTEST_TITLE ? space : LONGEST_TITLE;
  return /[\uD800-\uDBFF]$/.test(headline.slice(0, end)) ? end - 1 : end;
}

/** A title ends without a full stop, a comma or a dash; "U.S." and "Inc." keep theirs. */
function withoutStop(title: string): string {
  const trimmed = title.replace(/[,;:，；–—-]$/u, '').trimEnd();
  return /[^.]\.$/.test(trimmed) && !SHORTENED.test(trimmed)
    ? trimmed.slice(0, -1)
    : trimmed.replace(/。$/, '');
}
