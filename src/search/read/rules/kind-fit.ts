import type { Asking } from './asking.js';
import { isLand } from './lands.js';
import { likeness, type Similarity } from './likeness.js';
import type { Phrase } from './phrases.js';
import { singular } from './singular.js';
import type { Token } from './tagged-text.js';
import { isCommonNoun, moreGeneral, type NounKind, nounKinds } from './wordnet.js';

/** How a phrase fits the noun that names the kind asked for. */
export interface KindFit {
  /** The text calls it that, or something that is one: "the senator NAME" for "which politician". 0 to 1. */
  readonly called: number;
  /** It looks to be of the same sort: a person for "which mayor". 0 or 1. */
  readonly alike: number;
  /** It is of another sort. 0 or 1. */
  readonly other: number;
}

/** Words too wide to tell one thing from another. */
const WIDE =
  /^(person|people|individual|someone|somebody|group|thing|entity|object|unit|whole|one|man|woman|guy|member|leader|matter|part|place|site|location|area|region|ground|land|earth|body)$/;

/** Whether a question asks for something that has a name of its own: a person, a body, a place. */
export function wantsNamed({ head, wanted }: Asking): boolean {
  return (
    wanted === 'place' || (head !== null && /^(person|group|location)$/.test(nounKinds(head, 1)[0] ?? ''))
  );
}

/** How well a phrase of an event fits the kind a question asks for. Where it names no kind, nothing speaks for or against. */
export function kindFit(
  asking: Asking,
  phrase: Phrase,
  words: readonly Token[],
  similar?: Similarity,
): KindFit {
  const { head } = asking;
  const found = kindsOf(phrase, words);
  if (!head) return asking.wanted === 'place' ? placeFit(found) : { called: 0, alike: 0, other: 0 };
  const office = isOffice(words);
  const wanted = nounKinds(head, 3);
  const [first] = wanted;
  const alike = first !== undefined && (found[0] === first || found.slice(0, 2).includes(first));
  // A body may act like a person: "who bought the pier". "Minister of Works" is what somebody is, not who.
  const body = head === 'person' && found[0] === 'group';
  const possible =
    alike ||
    body ||
    found.length === 0 ||
    (first === 'group' && found.length === 1 && mayBeBody(phrase, words)) ||
    wanted.some((kind) => found.includes(kind)) ||
    mixed(phrase, first, found);
  // "Tide Treaty", asked "which treaty", whatever else its words may be.
  const named = phrase.kind === 'name' && words.at(-1)?.lemma === head;
  return {
    called: first === 'person' && office ? 0 : calledSo(asking, head, phrase, words, similar),
    alike: alike ? 1 : 0,
    other:
      (possible || named) &&
      !(phrase.kind === 'name' && first === 'person' && office) &&
      !(phrase.kind === 'thing' && first === 'person' && !alike)
        ? 0
        : 1,
  };
}

/** "Where": a place or something built rather than a body or a person. */
function placeFit([first, ...others]: readonly NounKind[]): KindFit {
  const place = [first, ...others].some((kind) => /^(location|artifact|object)$/.test(kind ?? ''));
  return { called: first === 'location' ? 0.4 : 0, alike: 0, other: !place && first ? 1 : 0 };
}

/** "defence minister", "Minister of Works": what somebody is, and nobody's name. */
function isOffice(words: readonly Token[]): boolean {
  const of = words.findIndex((t) => t.lower === 'of');
  const title = (of < 0 ? words : words.slice(0, of)).filter((t) => t.pos !== 'PUNCT');
  // "Minister of Works Oskar Lind" is somebody, "President of South Norland" not.
  const realm = of < 0 ? [] : words.slice(of + 1);
  const common = realm.map((t) => isCommonNoun(singular(t.lower)));
  if (common[0] && common.at(-1) === false && !isLand(realm.map((t) => t.lower).join(' '))) return false;
  const whole = realm.map((t) => t.lower).join(' ');
  // "Mayor of New Halden Oskar Lind"
  if (realm.length >= 3 && common.at(-1) === false && nounKinds(whole, 1).length === 0 && !isLand(whole))
    return false;
  const last = title.at(-1);
  const noun = singular(last?.lower ?? '');
  if (!last || nounKinds(noun, 1)[0] !== 'person') return false;
  // "CEO" is written large and nobody's name all the same.
  if (!isCommonNoun(noun) && !/^\p{Lu}{2,4}s?$/u.test(last.text)) return false;
  return title.every((t) => !t.capital || t === last || isCommonNoun(t.lemma) || t.pos === 'ADJ');
}

/** A name of a place may mean a body and the other way about: "Spain wins", "Parliament is cleared". */
function mixed(phrase: Phrase, first: NounKind | undefined, found: readonly NounKind[]): boolean {
  if (phrase.kind !== 'name') return false;
  const among = first === 'artifact' ? /^(location|object)$/ : /^(group|location|artifact|object)$/;
  return /^(group|location|artifact|object)$/.test(first ?? '') && found.some((kind) => among.test(kind));
}

/** "Real Halden" looks like a person, and may well be a side or a firm where nothing says what it is. */
function mayBeBody({ kind, described }: Phrase, words: readonly Token[]): boolean {
  const titled = words.some((t) => isCommonNoun(t.lemma) && nounKinds(t.lemma, 1)[0] === 'person');
  return kind === 'name' && described.length === 0 && !titled;
}

function calledSo(
  asking: Asking,
  head: string,
  phrase: Phrase,
  words: readonly Token[],
  similar?: Similarity,
): number {
  const whole = words.map((t) => t.lower).join(' ');
  if (phrase.kind === 'name' && /^(country|nation|state)$/.test(head) && isLand(whole)) return 1;
  if (phrase.kind === 'name' && !WIDE.test(head) && moreGeneral(whole, 2).has(head)) return 1;
  const asked = asking.tokens.find((t) => t.lemma === head);
  const general = moreGeneral(head, 2);
  let best = 0;
  for (const word of [...phrase.described, ...words.filter((t) => isCommonNoun(t.lemma))]) {
    if (word.lemma === head) best = Math.max(best, 1);
    else if (!WIDE.test(head) && moreGeneral(word.lemma, 6).has(head)) best = Math.max(best, 0.9);
    else if (!WIDE.test(word.lemma) && general.has(word.lemma)) best = Math.max(best, 0.7);
    if (asked && best < 0.9) best = Math.max(best, likeness(asked, word, similar));
  }
  return best;
}

/** Words that end the name of a body. */
export const ORGANISATION =
  /^(inc|corp|corporation|co|company|ltd|plc|ag|group|fc|united|university|party|committee|council|ministry|department|agency|association|union|league|bank|court|airlines|airways|army|police|commission|front|movement|organi[sz]ation|institute|federation|parliament|senate|congress|club|foundation|brigade|fund|industries|pharmaceuticals|motors|team|school|college|authority|society|airline|navy|forces?|corps|service|services|office|bureau|assembly|cabinet|government|administration|alliance|coalition|confederation|exchange|holdings|laboratories|broadcasting|network|television)$/;
const PLACE =
  /^(city|town|county|province|state|island|islands|airport|square|street|park|stadium|museum|palace|center|centre|bridge|river|lake|mount|mountain|bay|sea|district|region|village|valley|station|hospital|prison|cathedral|church|mosque|hotel|port|beach|republic|base|arena|hall|north|south|east|west|northern|southern|eastern|western|road|avenue|mountains|hills|falls|peninsula|desert|ocean|gulf|strait|canal|harbou?r|oblast|prefecture|governorate|cosmodrome|heights|coast|tower|plaza|cemetery|zoo|theat(re|er)|cave|crater|volcano|glacier|basin|archipelago|territory|monastery|shrine|basilica|courthouse|embassy|highway|motorway|reservoir|suburb)$/;

/** What sorts of thing a phrase names, the likeliest first, from its describers and its own words. */
function kindsOf(phrase: Phrase, words: readonly Token[]): NounKind[] {
  const kinds: NounKind[] = phrase.described.flatMap((word) =>
    moreGeneral(word.lemma, 3).has('person')
      ? ['person' as const, ...nounKinds(word.lemma, 1)]
      : nounKinds(word.lemma, 1),
  );
  if (phrase.kind === 'thing')
    return [...new Set([...kinds, ...phrase.described.flatMap((t) => nounKinds(t.lemma, 3))])];
  const bare = words.map((t) => t.lower.replace(/\.$/, ''));
  const whole = bare.join(' ');
  if (isLand(whole)) return [...new Set<NounKind>([...kinds, 'location'])];
  if (bare.some((word) => ORGANISATION.test(word))) kinds.push('group');
  if (bare.some((word) => PLACE.test(word))) kinds.push('location');
  // That a firm's name is also a fruit's or a fish's tells nothing.
  kinds.push(...nounKinds(whole, 1).filter((kind) => /^(person|group|location)$/.test(kind)));
  // "Mayor NAME", "King NAME"
  const title = words.find((t) => isCommonNoun(t.lemma) && nounKinds(t.lemma, 1)[0] === 'person');
  if (title && words.length > 1 && !ORGANISATION.test(bare.at(-1) ?? '') && !kinds.includes('location'))
    kinds.push('person');
  // "QXV": most often a body
  if (kinds.length === 0 && words.length === 1 && /^\p{Lu}{2,6}$/u.test(words[0]?.text ?? ''))
    kinds.push('group');
  if (kinds.length === 0 && !PLACED.test(phrase.preposition ?? '') && looksPersonal(words)) {
    if (isSide(words)) kinds.push('group');
    kinds.push('person');
  }
  return [...new Set(kinds)];
}

/** "Halden Otters": a side, if it is nobody called Waters. */
function isSide(words: readonly Token[]): boolean {
  const last = words.at(-1)?.lower ?? '';
  return last.endsWith('s') && singular(last) !== last && isCommonNoun(singular(last));
}

/** "In NAME": nothing that looks like a person's name. */
const PLACED = /^(in|at|near|off|outside|inside|into|around|across|through|aboard|towards?)$/;

/** Two to four words with capitals, not all of them ordinary ones. */
function looksPersonal(words: readonly Token[]): boolean {
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((t) => /^\p{Lu}[\p{L}.'’-]*$|^(bin|al|de|van|von|da|del|la|el|ibn|der|di)$/u.test(t.text)) &&
    !words.some((t) => /^\p{Lu}{3,}$/u.test(t.text)) &&
    !words.every((t) => isCommonNoun(t.lemma))
  );
}
