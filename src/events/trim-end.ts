/**
 * A text without the characters at its end that fit: in one pass, where an expression with `$` would begin again at each of
 * them.
 *
 * @param character fits one character.
 */
export function trimEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text[end - 1] ?? '')) end--;
  return end === text.length ? text : text.slice(0, end);
}
