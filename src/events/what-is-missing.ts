import { dateProblem } from '../time/full-day.js';
import type { FileName } from './file-name.js';
import type { Language } from './front-matter/fence.js';
import type { FrontMatter } from './front-matter/front-matter.js';

/** How each language of front matter gives a key its text; JSON and TOML put all but dates in quotes. */
const WRITTEN: Readonly<Record<Language, (key: string, text: string) => string>> = {
  yaml: (key, text) => `${key}: ${text}`,
  header: (key, text) => `${key}: ${text}`,
  'title-block': (_key, text) => `% ${text}`,
  toml: (key, text) => (key === 'title' ? `${key} = "${text}"` : `${key} = ${text}`),
  json: (key, text) => `"${key}": "${text}"`,
};
const POST = /\/_posts\//;
const LONGEST_SHOWN = 40;

/** Why a file without a date gives no event: what was found in it, and what to write instead. */
export function noDate(path: string, keys: FrontMatter | null, { day }: FileName): string {
  const date = (text: string) => WRITTEN[keys?.language ?? 'yaml']('date', text);
  const named = day && day.kind !== 'date' ? (dateProblem(day.text, day) ?? '') : null;
  if (named !== null) return `Its name is its date. ${named.replace('Write the date as', 'Rename it to')}`;
  if (keys?.otherDay) {
    const { key, text, day: found } = keys.otherDay;
    const shown = WRITTEN[keys.language](key, text.slice(0, LONGEST_SHOWN));
    return `It has no date. "${shown}" may be when its text was written: write "${date(found)}" if it happened on that day.`;
  }
  if (POST.test(path))
    return `It has no date. The name of a post begins with it, as in 2016-04-08-name.md; or write "${date('2016-04-08')}" in its front matter.`;
  if (keys?.language === 'title-block')
    return 'It has no date. The third line of its title block is for it, as in "% 2016-04-08".';
  return keys
    ? `It has no date. Write "${date('2016-04-08')}" in its front matter.`
    : 'It has no date. Begin it with "### [2016-04-08]", or give it front matter with "date: 2016-04-08".';
}

/** Why a file without a headline gives no event. Its name is shown as a headline, but never served as one: a slug is no sentence. */
export function noHeadline(keys: FrontMatter | null, { rest }: FileName): string {
  const words = rest.replace(/[-_\s]+/g, ' ').trim();
  const example = words === '' ? '…' : words.charAt(0).toUpperCase() + words.slice(1, LONGEST_SHOWN);
  const found = words === '' ? 'It has no headline.' : `It has no headline, only its name, "${example}".`;
  const title = WRITTEN[keys?.language ?? 'yaml']('title', example);
  if (keys?.language === 'title-block')
    return `${found} The first line of its title block is for it, as in "${title}".`;
  return keys
    ? `${found} Write what happened in its front matter, as in ${title}, or in a line "# …".`
    : `${found} Write "# " and what happened, or front matter with "headline: …".`;
}
