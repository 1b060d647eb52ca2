/** Runs of capitalised words. What precedes the first letter is looked at last: few characters are capitals. */
const NAME =
  /\p{Lu}(?<![\p{L}\p{N}'’]\p{Lu})[\p{L}\p{N}’'.-]*[\p{L}\p{N}](?:\s(?:(?:of|the|and|de|al)\s)?\p{Lu}[\p{L}\p{N}’'.-]*[\p{L}\p{N}])*/gu;
/** The same for plain ASCII, as most sentences are: three times as fast. */
const ASCII_NAME =
  /[A-Z](?<![A-Za-z\d'][A-Z])[A-Za-z\d'.-]*[A-Za-z\d](?:\s(?:(?:of|the|and|de|al)\s)?[A-Z][A-Za-z\d'.-]*[A-Za-z\d])*/g;
const ASCII = /^[\0-\x7f]*$/;
/** At the beginning of a sentence a capitalised word need be no name. */
const SENTENCE_START = /(?:^|[.!?:]\s)["“(]?$/;
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** The names in a sentence, without possessives; days and months are none. */
export function namesIn(text: string): string[] {
  const names: string[] = [];
  const pattern = ASCII.test(text) ? ASCII_NAME : NAME;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const name = withoutPossessive(match[0]);
    if (name.length < 3 || CALENDAR.test(name)) continue;
    if (!SENTENCE_START.test(text.slice(Math.max(0, match.index - 3), match.index))) names.push(name);
  }
  return names;
}

function withoutPossessive(name: string): string {
  return name.endsWith("'s") || name.endsWith('’s') ? name.slice(0, -2) : name;
}
