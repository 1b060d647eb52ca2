/** A markdown link and what follows it on its line. */
export interface Link {
  readonly label: string;
  /** What it leads to, as written; a wikilink's is `[[name]]`. */
  readonly target: string;
  readonly rest: string;
}

/**
 * Reads the link that a text begins with: markdown's, or a wikilink, `[[name|label]]`. A label may hold brackets, as the news
 * archive's do: it ends at the last `](` whose target is a path or an address, and a target may hold balanced round brackets.
 */
export function readLink(text: string): Link | null {
  if (text[0] !== '[') return null;
  const wiki = text[1] === '[' ? readWikilink(text) : null;
  if (wiki) return wiki;
  const end = labelEnd(text);
  if (end < 0) return null;
  const start = end + 2;
  const close = text[start] === '<' ? text.indexOf('>)', start) + 1 : targetEnd(text, start);
  if (close <= 0) return null;
  return {
    label: text.slice(1, end).trim(),
    target: text.slice(start, close).trim(),
    rest: text.slice(close + 1).trim(),
  };
}

function readWikilink(text: string): Link | null {
  const end = text.indexOf(']]');
  const inside = text.slice(2, Math.max(2, end));
  if (end < 0 || text[end + 2] === '(' || /[[\]\n]/.test(inside)) return null;
  const bar = inside.indexOf('|');
  const name = (bar < 0 ? inside : inside.slice(0, bar)).trim();
  const label = bar < 0 ? name.replace(/[#^].*$/s, '') : inside.slice(bar + 1).trim();
  return { label, target: `[[${name}]]`, rest: text.slice(end + 2).trim() };
}

/** Where the label ends: at its closing bracket where brackets balance, else at the last `](/`, else the first `](`. */
function labelEnd(text: string): number {
  const first = text.indexOf('](');
  const inner = text.indexOf('[', 1);
  if (inner < 0 || inner > first) return first;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) {
      if (text[at + 1] === '(') return at;
      break;
    }
  }
  const path = text.lastIndexOf('](/');
  return path >= 0 ? path : first;
}

/** Where the target ends: at its closing bracket, or at the first one where they don't balance. */
function targetEnd(text: string, start: number): number {
  const first = text.indexOf(')', start);
  const inner = text.indexOf('(', start);
  if (inner < 0 || inner > first) return first;
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return first;
}

/** The address, where a text is an absolute http(s) one without credentials; else null. `//host/path` is read as https. */
export function webAddress(text: string): string | null {
  const bare = text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1) : text;
  const address = bare.startsWith('//') ? `https:${bare}` : bare;
  if (!/^https?:\/\/[^\s/]/i.test(address) || !URL.canParse(address)) return null;
  const { hostname, username } = new URL(address);
  return username === '' && (hostname.includes('.') || hostname === 'localhost') ? address : null;
}

/** A path that needs no reading, as nearly all are. */
const PLAIN_PATH = /^(?:\/[\w-][\w.-]*)+\.md$/;
const SCHEME = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;
const MARKDOWN_FILE = /\.(?:md|markdown)(?:[#?].*)?$/is;
/** A link's title, `path "title"`. */
const TITLE = /\s(?:"[^"]*"|'[^']*')$/;
/** How templates of Jekyll and Hugo name a file: `{% post_url 2016-04-08-slug %}`, `{{< ref "slug.md" >}}`. */
const REFERENCE = /\{[{%][<%]?-?\s{0,9}(?:post_url|link|ref|relref)\s{1,9}["']?([^\s"'%}>]{1,300})/;

/**
 * The link to another event's file that a target is, for `locate` to find in the folder: a path from its root
 * ("/news/2016/04/8/slug.md"), one from the file it is in ("../slug.md") or a name ("[[slug]]"). Null where it doesn't point
 * at a markdown file.
 */
export function eventLink(target: string): string | null {
  if (PLAIN_PATH.test(target)) return target;
  if (target.startsWith('[[')) {
    const name = target.slice(2, -2).replace(/[#^].*$/s, '');
    return name.trim() === '' ? null : `[[${name.normalize('NFC').trim()}]]`;
  }
  const reference = target.includes('{') ? REFERENCE.exec(target)?.[1] : undefined;
  if (reference !== undefined)
    return MARKDOWN_FILE.test(reference) ? reference.normalize('NFC') : `[[${reference.normalize('NFC')}]]`;
  const path = (target.startsWith('<') ? target.replace(/^<|>$/g, '') : target.replace(TITLE, '')).trim();
  return SCHEME.test(path) || !MARKDOWN_FILE.test(path) ? null : path.normalize('NFC');
}
