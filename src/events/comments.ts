/** What its writer kept for themselves, taken out of a text; where a comment is never closed. */
export interface WithoutComments {
  readonly text: string;
  /** The line (from 1) of the comment that is never closed; null where all are. */
  readonly unclosedLine: number | null;
}

/** How comments begin: in HTML, in Obsidian, in Jekyll (Liquid), in Hugo (a shortcode, and its templates' own) and in MDX. */
const OPENING =
  /<!--|%%|\{%-?\s{0,9}comment\s{0,9}-?%\}|\{\{[<%]\s{0,9}comment\s{0,9}[>%]\}\}|\{\{?-?\s?\/\*/g;
const CLOSING: Readonly<Record<string, RegExp>> = {
  '<': /--!?>/g,
  '%': /%%/g,
  '{%': /\{%-?\s{0,9}endcomment\s{0,9}-?%\}/g,
  '{{': /\{\{[<%]\s{0,9}\/\s{0,9}comment\s{0,9}[>%]\}\}/g,
  '*': /\*\/\s?-?\}\}?/g,
};
/** What shows the kind of a comment that begins so. */
const kindOf = (mark: string): string =>
  mark.endsWith('*') ? '*' : mark[0] === '{' ? mark.slice(0, 2) : (mark[0] ?? '');
/** A definition of a link that leads nowhere, `[//]: # (a note)`: the comment of plain Markdown. */
const NOTE = /^ {0,3}\[[^[\]\n]{1,99}\]:[ \t]{0,9}(?:#|<>)(?:[ \t]|$)/;
/** A code block's fence, and what opens something in a line: a comment or a code span. */
const FENCE = /^[ \t>]{0,12}(`{3,}|~{3,})/;

/**
 * Takes comments out, those over several lines too, and leaves every line where it was. In code a comment is text. What
 * follows one that is never closed was hidden as well, as far as anybody can see.
 */
export function withoutComments(text: string): WithoutComments {
  if (!/<!--|%%|\{[%{/]|\]:[ \t]{0,9}[#<]/.test(text)) return { text, unclosedLine: null };
  const rows = text.split('\n');
  const kept: string[] = [];
  let fence: string | null = null;
  let open: { closing: RegExp; line: number } | null = null;
  for (const [i, row] of rows.entries()) {
    let rest = row;
    let shown = '';
    if (open === null) {
      const mark = FENCE.exec(row)?.[1];
      if (mark !== undefined && (fence === null || (mark[0] === fence[0] && mark.length >= fence.length))) {
        fence = fence === null ? mark : null;
        kept.push(row);
        continue;
      }
      if (fence !== null) {
        kept.push(row);
        continue;
      }
      if (NOTE.test(row)) {
        kept.push('');
        continue;
      }
    }
    while (rest !== '') {
      if (open !== null) {
        open.closing.lastIndex = 0;
        const end = open.closing.exec(rest);
        if (!end) break;
        rest = rest.slice(end.index + end[0].length);
        open = null;
        continue;
      }
      const start = openingIn(rest);
      if (start === null) {
        shown += rest;
        break;
      }
      shown += rest.slice(0, start.index);
      const closing = CLOSING[kindOf(start.mark)] ?? /$/g;
      rest = rest.slice(start.index + start.mark.length);
      // HTML's shortest comment, `<!-->`, is over where it began.
      if (start.mark === '<!--' && /^-?>/.test(rest)) rest = rest.slice(rest.indexOf('>') + 1);
      else open = { closing, line: i + 1 };
    }
    kept.push(shown);
  }
  return { text: kept.join('\n'), unclosedLine: open?.line ?? null };
}

/** The first opening of a comment in a line, code spans passed over. */
function openingIn(row: string): { index: number; mark: string } | null {
  let from = 0;
  for (;;) {
    OPENING.lastIndex = from;
    const opening = OPENING.exec(row);
    if (!opening) return null;
    // Looked for no further than the opening: a line may hold thousands.
    const tick = from + row.slice(from, opening.index).indexOf('`');
    if (tick < from) return { index: opening.index, mark: opening[0] };
    let ticks = 1;
    while (row[tick + ticks] === '`') ticks++;
    const end = row.indexOf('`'.repeat(ticks), tick + ticks);
    // A tick that is never closed is a tick.
    from = end < 0 ? tick + ticks : end + ticks;
    if (end < 0 && opening.index >= from) return { index: opening.index, mark: opening[0] };
  }
}
