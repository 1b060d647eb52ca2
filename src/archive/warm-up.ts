/** Characters of the questions asked ahead: short ones first, so that none takes long while the code for it is still cold. */
const LENGTHS = [40, 100, 250, 500];

/** Words that may follow each other in a question, as many as there is room for. */
function filled(words: readonly string[], from: number, length: number, between = ' '): string {
  let text = '';
  for (let i = 0; i < words.length && text.length < length; i++)
    text += `${i === 0 ? '' : between}${words[(from + i) % words.length]}`;
  return text.slice(0, length);
}

/** Letters of a script, spread over a range of code points. */
const letters = (first: number, count: number) =>
  Array.from({ length: 500 }, (_, i) => String.fromCodePoint(first + ((i * 37) % count)));

/**
 * Questions that are asked before anybody asks one: what the first question of each kind reads from disk or compiles (dictionaries of
 * scripts, WordNet, the reading of times and of misspelt words) is there when the first person's comes.
 *
 * @param words the events' most frequent words.
 */
export function warmUpQuestions(words: readonly string[]): string[] {
  const [han, thai, arabic] = [letters(0x4e00, 0x5000), letters(0x0e01, 46), letters(0x0627, 36)];
  const days = Array.from({ length: 50 }, (_, i) => `${1 + (i % 28)}/${1 + (i % 12)}/${2000 + (i % 20)}`);
  const misspelt = words.map((word) => word.slice(0, 1) + word.slice(2));
  const names = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return LENGTHS.flatMap((length, round) => {
    const from = 83 * round;
    return [
      filled(words, from, length),
      filled(misspelt, from, length),
      filled(names, from, length),
      filled(
        names.map((name) => name.toUpperCase()),
        from,
        length,
        '-',
      ),
      filled(days, round, length),
      filled(han, from, length, ''),
      filled(thai, from, length, ''),
      filled(arabic, from, length, ''),
    ];
  }).filter((text) => text !== '');
}
