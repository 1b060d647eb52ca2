import { trimEnd } from '../../events/trim-end.js';

const LEAST = 2;
const LONGEST_LEAD_IN = 80;
const MOST_WORDS = 8;
/** Words that stay small in a title. */
const SMALL = /^(?:a|an|and|at|by|de|del|du|for|from|in|la|of|on|or|over|the|to|v|vs|with|al|el)$/;

const top = /\[\[|\]\]|\{\{|\}\}/g;
/** Characters of markup in which the colon of a lead-in is looked for: its links and templates may be long. */
const FARTHEST_COLON = 2000;

/**
 * The topics of a topic row's markup: "[[Gaza war]], [[2025 offensive]]" names two, "Aftermath of the [[prison
 * attack]]" one. A row is cut at its commas only where every part is a link, or words about one.
 */
export function topicParts(markup: string): string[] {
  const row = withoutColon(markup.trim());
  if (!/[,;]/.test(row)) return [row];
  const parts = cutOutside(row, /[,;]/);
  const linked = parts.every((part) => /\[\[[^[\]]+\]\]|\{\{[^{}]+\}\}/.test(part));
  return parts.length >= LEAST && linked ? parts.map((part) => part.replace(/^\s*and\s+/, '').trim()) : [row];
}

/**
 * Where a row leads in with its topic, "[[Iraq War]]: Two soldiers…", cuts it in two. A lead-in is short, ends at the
 * first colon, and is a link, or bold, or worded like a title; words before a quotation are not ("Minister: "We…"").
 */
export function leadIn(markup: string): { topic: string; rest: string } | null {
  const colon = firstColon(markup);
  if (colon < 0) return null;
  let topic = markup.slice(0, colon).trim();
  let rest = markup.slice(colon + 1);
  const quotes = /^'{2,}/.exec(topic)?.[0];
  if (quotes && rest.startsWith(quotes)) rest = rest.slice(quotes.length);
  const bold = quotes !== undefined && (topic.endsWith(quotes) || rest.length < markup.length - colon - 1);
  rest = rest.trim();
  const shown = topic
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, '$1')
    .replace(/'{2,}/g, '')
    .trim();
  if (rest === '' || shown === '' || shown.length > LONGEST_LEAD_IN) return null;
  if (/^["“”«‘]|^''?["“]/.test(rest) || !/[\p{L}]{2}/u.test(rest.replace(/\[\s*https?:\S*/g, '')))
    return null;
  if (/[.!?"“”{}<>]|\[https?:|https?$/.test(topic)) return null;
  if (quotes && !topic.endsWith(quotes)) topic += quotes;
  const allLinks = /^'*(?:\[\[[^[\]]+\]\][a-z]*['\s,;&]*)+$/.test(topic);
  return allLinks || bold || likeTitle(shown) ? { topic, rest } : null;
}

/** The first colon that ends a phrase: outside of links and templates, with a space, bold marks or the end after it. */
function firstColon(markup: string): number {
  const match = /:(?=\s|'{2,}|\[\[|$)/g;
  for (const found of markup.slice(0, FARTHEST_COLON).matchAll(match)) {
    if (depthAt(markup, found.index) === 0) return found.index;
  }
  return -1;
}

/** A row without the colon at its end, which bold marks may follow. */
function withoutColon(row: string): string {
  const words = trimEnd(row, /'/);
  const quotes = row.length - words.length > 1 ? row.slice(words.length) : '';
  return trimEnd(quotes === '' ? row : words, /[\s:]/) + quotes;
}

function likeTitle(shown: string): boolean {
  const words = shown.split(/\s+/);
  if (words.length > MOST_WORDS || /,/.test(shown) || !/^[\p{Lu}\p{N}]/u.test(shown)) return false;
  return words.filter((word) => /^\p{Ll}/u.test(word) && !SMALL.test(word)).length <= 1;
}

function cutOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const two = text.slice(at, at + 2);
    if (two === '[[' || two === '{{' || two === ']]' || two === '}}') {
      depth += two === '[[' || two === '{{' ? 1 : -1;
      at += 1;
    } else if (depth === 0 && separator.test(text[at] ?? '')) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part.trim() !== '');
}

function depthAt(text: string, at: number): number {
  let depth = 0;
  top.lastIndex = 0;
  for (let found = top.exec(text); found && found.index < at; found = top.exec(text))
    depth += found[0] === '[[' || found[0] === '{{' ? 1 : -1;
  return depth;
}
