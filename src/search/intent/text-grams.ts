/** Words looked at, from both ends of a text. */
const MOST_WORDS = 40;

/**
 * What a classifier sees of the words of a text: single words, pairs, and which ones begin and end it. Figures become their
 * number of digits, so that no date or number is learned by heart.
 */
export function textGrams(text: string): ReadonlySet<string> {
  const folded = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'");
  const found = folded.match(/\p{L}+(?:'\p{L}+)?|\p{N}+|[^\s\p{L}\p{N}]/gu) ?? [];
  const words = found
    .slice(0, MOST_WORDS)
    .map((word) => (/^\p{N}/u.test(word) ? '#'.repeat(Math.min(4, word.length)) : word));
  const grams = new Set<string>();
  words.forEach((word, i) => {
    grams.add(word);
    grams.add(`${words[i - 1] ?? '^'} ${word}`);
  });
  grams.add(`${words.at(-1) ?? '^'} $`);
  grams.add(`^ ${words[0] ?? '$'} ${words[1] ?? '$'}`);
  grams.add(`length ${Math.min(8, words.length)}`);
  return grams;
}
