/** The tagger takes a plural with a capital for a name and leaves it as it is. */
export function singular(word: string): string {
  return word
    .replace(/ies$/, 'y')
    .replace(/children$/, 'child')
    .replace(/men$/, 'man')
    .replace(/(ch|sh|x|ss)es$/, '$1')
    .replace(/s$/, '');
}
