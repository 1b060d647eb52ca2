/**
 * While a row is read, a citation in it is a mark in the text: CITE, its number, CITE_END. A link whose words belong to
 * the sentence is separated from them by WORDS.
 */
export const CITE = '\ue000';
export const CITE_END = '\ue001';

/** The mark of citation number `n`. */
export const citeMark = (n: number): string => `${CITE}${n}${CITE_END}`;

const MARK = '\ue000\\d+\ue001';
const RUN = new RegExp(`(?<!['"])['"]*${MARK}(?:(?:[\\s,;|/&'.•·–-]|\\band\\b)*${MARK})*`, 'g');
const IN_PARENTHESES = new RegExp(`[([]\\s*['"]*(${MARK})[\\s'".,;]*[)\\]]`, 'g');
const BEFORE_STOP = new RegExp(`([.!?]['"”’)]*)\\s*(?:${MARK}['\\s]*)+[.,;:]+(?=\\s|$)`, 'g');
const BEFORE_POINT = new RegExp(`(?<![\\s\ue001])\\s*(?:${MARK}\\s*)+(?=[.,;:!?)])`, 'g');
const ONLY_MARK = new RegExp(MARK, 'g');
/** Citations as nearly every sentence has them: after its last word, and nothing follows. */
const CLOSING = new RegExp(`^${MARK}(?:[\\s,;]*${MARK})*\\s*$`);

/** Takes citation marks out of a sentence, with the commas, brackets and doubled full stops that were around them. */
export function withoutMarks(text: string): string {
  const first = text.indexOf(CITE);
  if (first < 0) return text;
  if (text[first - 1] !== "'" && CLOSING.test(text.slice(first))) {
    const sentence = text.slice(0, first).trimEnd();
    return /[,;]$/.test(sentence) ? sentence.slice(0, -1).trimEnd() : sentence;
  }
  const marked = text
    .replace(IN_PARENTHESES, '$1')
    .replace(RUN, (run) => /^['"]*/.exec(run)?.[0].replace(/''+/g, '').concat(citeMark(0)) ?? run)
    .replace(IN_PARENTHESES, '$1')
    .replace(BEFORE_STOP, '$1');
  return withoutLast(marked).replace(BEFORE_POINT, '').replace(ONLY_MARK, '');
}

/** Without the marks at the end, and the comma before them. */
function withoutLast(text: string): string {
  let end = text.length;
  for (;;) {
    let last = end;
    while (last > 0 && /['\s]/.test(text[last - 1] ?? '')) last--;
    const start = text[last - 1] === CITE_END ? text.lastIndexOf(CITE, last) : -1;
    if (start < 0) break;
    end = start;
  }
  if (end === text.length) return text;
  const sentence = text.slice(0, end).trimEnd();
  return /[,;]$/.test(sentence) ? sentence.slice(0, -1).trimEnd() : sentence;
}
