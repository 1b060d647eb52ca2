const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const VALUES = new Map<string, number>([
  ...ONES.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, (i + 2) * 10]),
]);

/** What a number word counts ("seven" -> 7, "forty" -> 40); null for other words. "One" is left a pronoun. */
export function numberOfWord(word: string): number | null {
  return word === 'one' ? null : (VALUES.get(word) ?? null);
}

/** Whether a word may make one number with the word after it: "twenty" to "ninety". */
export function beginsNumber(word: string): boolean {
  return (VALUES.get(word) ?? 0) >= 20;
}

/** Whether a number and the one after it make one ("forty" "two" -> 42). */
export function joinedNumber(tens: string, ones: string): number | null {
  const t = VALUES.get(tens);
  const o = VALUES.get(ones);
  return t !== undefined && o !== undefined && t >= 20 && o >= 1 && o <= 9 ? t + o : null;
}
