/** A headline taken apart: "A: B: Something happens" leads in with A and B. */
export interface TakenApart {
  /** The stories the headline leads in with, in order; may be empty. */
  readonly leadIns: readonly string[];
  /** What happened: the headline without its lead-ins. */
  readonly sentence: string;
}

/** Longest lead-in, in characters; of 14,000 story names of 2014–2019 all but a handful are shorter. */
const LONGEST = 100;
/** Longest lead-in in words. */
const MOST_WORDS = 14;

/**
 * Words that make a phrase a sentence: verbs in the forms news uses and words that only clauses need. Gathered from
 * what precedes colons in running text and practically never in a story's name.
 */
const SENTENCE_WORDS = new Set(
  `is are was were be been being has have had having will would shall should must does did can could cannot
  that which whom whose what when where while because although though if whether
  he she it they them him his her its their we you i this these those there
  says say said saying adds add added announces announce announced asks asked accuses accused agrees agreed
  approves approved arrested arrives becomes become became begins begin began called calls claim claimed
  condemns condemned confirms confirmed crashes decides decided affect affects ban declares declared defeats defeated denies denied dies died
  detains discovers elects elected enters explodes finds gives goes hits holds identifies identified includes
  including injures injured issued joins kills launches launched leaves loses makes meets met names
  orders ordered passes performing plans pleads publishes published reaches receives refuses rejects releases released
  remains removes replaces reported resigns resigned reveals revealed sends sentences sentenced sees shoots shows signs
  signed states stated stating suspends take takes taking took tells told threatens unveils urges voted warns warned
  wins win won withdraws amid due via also than least about approximately nearly`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Chinese words that end an announcement rather than a name: "宣佈：…" is what somebody said. */
const SPEECH_END = /(?:宣布|宣佈|表示|声称|聲稱|称|稱|说|說|指出|认为|認為|报道|報道|報導|为|為|是|道)$/;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const YEAR = /^\d{4}(?:[–-]\d{2,4})?$/;

/** A name begins with a capital or a digit, perhaps after a quote mark; or in the middle: iOS, al-Qaeda, #MeToo. */
const NAME_START = /^["'“‘«(#]{0,2}(?:[\p{Lu}\p{N}]|\p{Ll}{1,3}-?\p{Lu})/u;
const SENTENCE_START = /^["'“‘«([]{0,2}(?:[\p{Lu}\p{Lo}\p{N}$€£¥]|\p{Ll}{1,3}-?\p{Lu})/u;

/** Whether words in front of a colon can be a story's name by their shape. `after` is what follows the colon. */
export function looksLikeLeadIn(words: string, after: string): boolean {
  if (CJK.test(words))
    return words.length <= 30 && !/[，。；、！？,;]/.test(words) && !SPEECH_END.test(words);
  const parts = words.split(/\s+/);
  if (!NAME_START.test(words) || parts.length > MOST_WORDS || /^an?$/i.test(parts[0] ?? '')) return false;
  // "… in the Alps: two are missing" goes on; after a lead-in a sentence begins.
  if (!SENTENCE_START.test(after) && parts.length > 6) return false;
  if (/[!?;,]["”]?\s(?![\p{Lu}\p{N}])(?!data\b)|\.\.|\p{L}{3}\.\s\p{Lu}/u.test(words)) return false;
  if (/^List of /.test(words)) return true;
  return !parts.some((part) => SENTENCE_WORDS.has(part) || POSSESSIVE.test(part));
}

/** A common noun that owns something speaks of one occasion: "the country's …"; men's and women's sports don't. */
const POSSESSIVE = /^(?!(?:wo)?men)\p{Ll}{3,}['’]s$/u;

/** A short piece in small letters after a lead-in is the end of its name: "Pike County: Ohio: shootings: …". */
function endsName(words: string, after: string): boolean {
  const parts = words.split(/\s+/);
  return (
    YEAR.test(words) ||
    (parts.length <= 3 &&
      /^\p{Ll}[\p{L}\p{N} -]*$/u.test(words) &&
      looksLikeLeadIn(`X ${words}`, after) &&
      SENTENCE_START.test(after))
  );
}

/** The place of the next colon that could end a lead-in, or -1: not in a time (10:31), an address or a name's middle. */
function colonAt(text: string, from: number): number {
  const end = Math.min(text.length, LONGEST + 1);
  for (let at = from; at < end; at++) {
    const char = text[at];
    if (char === '：') return at;
    if (char !== ':') continue;
    const next = text[at + 1] ?? '';
    if (/\s/.test(next)) return at;
    if (/[\p{Lu}"“‘]|\p{Script=Han}/u.test(next) && /[\p{L})]/u.test(text[at - 1] ?? '')) return at;
  }
  return -1;
}

/**
 * Takes a headline's lead-ins off. The words before a colon are one where they are known to be a story (`isKnown`: a
 * topic line, a context, another event's lead-in), or where they read as a name and not as a sentence. A story that is
 * known for certain may also end with a full stop ("2016 Example flood. Rivers rise …").
 */
export function takeApart(headline: string, isKnown: (name: string) => boolean = () => false): TakenApart {
  const leadIns: string[] = [];
  let rest = headline;
  while (leadIns.length < 8) {
    const next = colonLeadIn(rest, leadIns.length > 0, isKnown) ?? stoppedLeadIn(rest, isKnown);
    if (next === null) break;
    const last = leadIns.at(-1);
    // "General election: 2015: …" is a name whose comma was written as a colon.
    if (last !== undefined && endsName(next.name, next.after))
      leadIns[leadIns.length - 1] = `${last}, ${next.name}`;
    else leadIns.push(...next.name.split(/;\s{1,9}(?=\p{Lu}|\p{N})/u));
    rest = next.after;
  }
  return { leadIns, sentence: rest };
}

interface LeadIn {
  readonly name: string;
  readonly after: string;
}

function colonLeadIn(text: string, inner: boolean, isKnown: (name: string) => boolean): LeadIn | null {
  for (let at = colonAt(text, 1); at > 0; at = colonAt(text, at + 1)) {
    const name = text.slice(0, at).trim();
    const after = text.slice(at + 1).trim();
    if (!isTelling(after)) return null;
    if (looksLikeLeadIn(name, after) || (inner && endsName(name, after)) || isKnown(name))
      return { name, after };
  }
  return null;
}

function stoppedLeadIn(text: string, isKnown: (name: string) => boolean): LeadIn | null {
  const limit = Math.min(text.length, LONGEST + 1);
  for (let at = text.indexOf('. '); at > 0 && at < limit; at = text.indexOf('. ', at + 1)) {
    const name = text.slice(0, at);
    const after = text.slice(at + 2).trim();
    if (name.includes(' ') && isTelling(after) && looksLikeLeadIn(name, after) && isKnown(name))
      return { name, after };
  }
  return null;
}

/** Whether enough is left to be a sentence. */
function isTelling(after: string): boolean {
  return CJK.test(after) ? after.length >= 4 : /\S\s+\S/.test(after);
}
