/** `[name]: address "title"`: where the links that name it lead. A footnote's `[^1]:` is text. */
const DEFINITION =
  /^ {0,3}\[([^[\]^\n][^[\]\n]{0,199})\]:[ \t]{0,9}<?(https?:\/\/[^\s<>]{1,2000}|[^\s<>:]{1,500}\.(?:md|markdown))>?(?:[ \t]{1,9}["'(][^\n]{0,300})?$/i;
/** `[text][name]`, `[name][]` or `[name]`. */
const USE = /\[([^[\]]{1,300})\](?:\[([^[\]]{0,200})\])?(?![[(:])/g;
const FENCE = /^[ \t>]{0,12}(?:`{3,}|~{3,})/;

const nameOf = (written: string) => written.trim().replace(/\s+/g, ' ').toLowerCase();

/** A text with Markdown's reference links written in place, `[text](address)`, and their definitions left out. Lines stay where they are. */
export function inlineReferences(text: string): string {
  if (!text.includes(']:')) return text;
  const rows = text.split('\n');
  const inCode = codeRows(rows);
  const targets = new Map<string, string>();
  rows.forEach((row, i) => {
    const found = inCode[i] || !row.includes(']:') ? null : DEFINITION.exec(row);
    if (!found) return;
    const [, name = '', target = ''] = found;
    if (!targets.has(nameOf(name))) targets.set(nameOf(name), target);
    rows[i] = '';
  });
  if (targets.size === 0) return text;
  return rows
    .map((row, i) =>
      inCode[i] || !row.includes('[')
        ? row
        : row.replace(USE, (whole: string, label: string, name?: string) => {
            const target = targets.get(nameOf(name || label));
            return target === undefined ? whole : `[${label}](${target})`;
          }),
    )
    .join('\n');
}

/** Which rows are in a code block, its fences among them. */
function codeRows(rows: readonly string[]): boolean[] {
  let open = false;
  return rows.map((row) => {
    const isFence = FENCE.test(row);
    const inside = open || isFence;
    if (isFence) open = !open;
    return inside;
  });
}
