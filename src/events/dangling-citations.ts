const LAST_CITATION = /\([^()]{1,80}\)\s{0,9},$/;
/** Fewest characters that must be left for a sentence. */
const LEAST_LEFT = 20;

/**
 * A sentence without the sources that the news archive's generator left at its end: "The port closes. (Post), (Echo),".
 * The comma after the bracket distinguishes them from a remark in brackets.
 */
export function withoutDanglingCitations(sentence: string): string {
  let rest = sentence;
  for (;;) {
    const citation = rest.endsWith(',') ? LAST_CITATION.exec(rest) : null;
    if (citation === null || citation.index < LEAST_LEFT) return rest;
    rest = rest.slice(0, citation.index).trimEnd();
  }
}
