/** A markdown link and what follows it on its line. */
export interface Link {
  readonly label: string;
  readonly target: string;
  readonly rest: string;
}

/**
 * Reads the link that a text begins with. A label may hold brackets, as the news archive's do: it ends at the last `](` whose
 * target is a path or an address, and a target may hold balanced round brackets.
 */
export function readLink(text: string): Link | null {
  if (text[0] !== '[') return null;
  const end = labelEnd(text);
  if (end < 0) return null;
  const close = targetEnd(text, end + 2);
  if (close < 0) return null;
  return {
    label: text.slice(1, end).trim(),
    target: text.slice(end + 2, close).trim(),
    rest: text.slice(close + 1).trim(),
  };
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
  const address = text.startsWith('//') ? `https:${text}` : text;
  if (!/^https?:\/\/[^\s/]/i.test(address) || !URL.canParse(address)) return null;
  const { hostname, username } = new URL(address);
  return username === '' && (hostname.includes('.') || hostname === 'localhost') ? address : null;
}

/** A path that needs no reading, as nearly all are. */
const PLAIN_PATH = /^(?:\/[\w-][\w.-]*)+\.md$/;

/** The path in the tree that a link means, "/news/2016/04/8/slug.md"; null where it doesn't point at a markdown file. */
export function treePath(target: string): string | null {
  if (PLAIN_PATH.test(target)) return target;
  const path = target.replace(/[#?].*$/, '');
  if (!/\.(?:md|markdown)$/i.test(path) || /^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) return null;
  let decoded = path;
  if (path.includes('%')) {
    try {
      decoded = decodeURIComponent(path);
    } catch {
      // Not percent-encoded after all: a name with a percent sign.
    }
  }
  return `/${decoded.replace(/^(?:\.?\/)+/, '')}`.normalize('NFC');
}
