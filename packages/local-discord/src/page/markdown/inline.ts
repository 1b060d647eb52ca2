import type { Inline } from './nodes.js';

type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray, inLink: boolean) => Inline | null];

const nested =
  (kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler') =>
  ([, inner = '']: RegExpExecArray, inLink: boolean): Inline => ({
    kind,
    children: parseInline(inner, inLink),
  });

/** What Discord reads at a place in a line, in the order it tries them. */
const rules: readonly Rule[] = [
  [/\\([^a-zA-Z0-9\s])/y, ([, text = '']) => ({ kind: 'text', text })],
  [/\n/y, () => ({ kind: 'break' })],
  [/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/sy, ([, , text = '']) => ({ kind: 'code', text: text.trim() || text })],
  [/<@!?(\d{15,21})>/y, ([, id = '']) => ({ kind: 'user', id })],
  [/<#(\d{15,21})>/y, ([, id = '']) => ({ kind: 'channel', id })],
  [/<@&(\d{15,21})>/y, ([, id = '']) => ({ kind: 'role', id })],
  [/<\/([^:>]{1,100}):\d+>/y, ([, name = '']) => ({ kind: 'command', name })],
  [
    /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
    ([, seconds = '0', style = 'f']) => ({ kind: 'timestamp', seconds: Number(seconds), style }),
  ],
  [/<a?(:\w+:)\d+>/y, ([, text = '']) => ({ kind: 'text', text })],
  [/@(everyone|here)\b/y, ([text]) => ({ kind: 'everyone', text })],
  [
    /\[((?:\\.|\[[^\]]*\]|[^[\]\\])+)\]\(<?(https?:\/\/(?:\\.|\([^\s()]*\)|[^\s()<>\\])+)>?(?:\s+"[^"]*")?\)/y,
    ([, text = '', href = ''], inLink) =>
      inLink ? null : { kind: 'link', href: href.replace(/\\(.)/g, '$1'), children: parseInline(text, true) },
  ],
  [/<(https?:\/\/[^\s<>]+)>/y, ([, href = '']) => bareLink(href)],
  [/https?:\/\/[^\s<>"\\]+[^\s<>"\\.,:;!?'*_~|)\]]/y, ([href], inLink) => (inLink ? null : bareLink(href))],
  [/\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/sy, nested('bold')],
  [/__((?:\\.|[^\\])+?)__(?!_)/sy, nested('underline')],
  [/~~((?:\\.|[^\\])+?)~~/sy, nested('strike')],
  [/\|\|((?:\\.|[^\\])+?)\|\|/sy, nested('spoiler')],
  [/\*(?=\S)((?:\\.|\*\*|[^\\*])+?)\*(?!\*)/sy, nested('italic')],
  [/_((?:\\.|__|[^\\_])+?)_(?![_a-zA-Z0-9])/sy, nested('italic')],
];

/** Where something other than plain text may begin. */
const special = /[\\\n`<@[*_~|]|https?:\/\//g;

/** Reads the text of a line or a paragraph. @param inLink links do not hold links */
export function parseInline(text: string, inLink = false): Inline[] {
  const nodes: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') nodes.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const found = read(text, at, inLink);
    if (found?.node.kind === 'text') {
      plain += found.node.text;
      at = found.end;
    } else if (found) {
      flush();
      nodes.push(found.node);
      at = found.end;
    } else {
      special.lastIndex = at + 1;
      const next = special.exec(text)?.index ?? text.length;
      plain += text.slice(at, next);
      at = next;
    }
  }
  flush();
  return nodes;
}

function read(text: string, at: number, inLink: boolean): { node: Inline; end: number } | null {
  for (const [pattern, make] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const end = pattern.lastIndex;
    const node = match && make(match, inLink);
    if (node) return { node, end };
  }
  return null;
}

const bareLink = (href: string): Inline => ({ kind: 'link', href, children: [{ kind: 'text', text: href }] });
