import { trimEnd } from '../../events/trim-end.js';
import { endOfLink, endOfSpan, endOfTemplate } from './brackets.js';
import { decodeEntities, unprotect } from './characters.js';
import { readLink } from './links.js';
import { citeMark, withoutMarks } from './marks.js';
import type { Citation, Notify } from './reading.js';
import { readTemplate, templateCitation, templateWords } from './templates.js';

/** Named footnotes of a page (`<ref name=x>`), so that `<ref name=x/>` finds its sources. */
export type Footnotes = Map<string, readonly Citation[]>;

const NEXT = /\[|\{\{|<|https?:\/\//gi;
const ADDRESS = /^\s*((?:https?:)?\/\/[^\s<>[\]{}|"\ue000-\ue001]+)\s*/i;
const NAME_WORD = /^(?:of|the|and|de|\p{Lu}[\p{L}\p{N}.&'-]*)$/u;
const MOST_NAME_WORDS = 5;
/** Brackets within brackets that are read; what lies deeper is kept as text. */
const DEEPEST = 40;
/** Unclosed brackets of a row: after this many, no further end is searched for. */
const MOST_UNCLOSED = 20;
/** Characters around a link that tell whether it names a source. */
const AROUND = 4000;
/** A sentence that ends so needs what follows: "as reported by". */
const LEADS_ON = /\b(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|says?|than|that|the|to|via|with)$/i;
/** What `tidy` would touch; most names and many sentences hold none of it. */
const UNTIDY = /''|[&\ue000-\uf8ff]|[([][\s;,/)\]]|\s[\s,.;:!?)]|^\s|\s$|[^\S ]/;
/** What may stand between the end of a sentence and its source. */
const SEPARATOR = /[\s,;'"|/–-]/;
const EXTERNAL = /\[\s{0,9}(?:https?:)?\/\/[^[\]]*\]/g;
const LANGUAGE_NOTE = /<small>[\s(]{0,4}in [A-Z][^<>]{1,40}<\/small>/g;

/**
 * Reads the markup of one row: the text with citation marks in it (marks.ts), and what it cites and links to. What is
 * never closed or not known is kept as text and noticed.
 */
export class InlineReader {
  readonly citations: Citation[] = [];
  readonly links: string[] = [];

  constructor(
    private readonly footnotes: Footnotes,
    private readonly notify: Notify,
    private depth = 0,
  ) {}

  private unclosed = 0;

  /** The end that a search finds; -1, without searching, in a row that leaves everything open. */
  private closing(find: () => number): number {
    if (this.unclosed > MOST_UNCLOSED) return -1;
    const end = find();
    if (end < 0) this.unclosed += 1;
    return end;
  }

  /** The row as text, bold and italic marks still in it, citations as marks. */
  read(markup: string): string {
    if (this.depth > DEEPEST) {
      this.notify('Markup is nested too deep; what lies within was kept as it is.', markup);
      return markup.replace(/[[\]{}<>]/g, ' ');
    }
    this.depth += 1;
    const read = this.readSpans(markup);
    this.depth -= 1;
    return read;
  }

  private readSpans(markup: string): string {
    let out = '';
    let at = 0;
    for (;;) {
      NEXT.lastIndex = at;
      const match = NEXT.exec(markup);
      if (!match) return out + markup.slice(at);
      out += markup.slice(at, match.index);
      const [text, end] = this.readSpan(markup, match.index, match[0]);
      out += text;
      at = end;
    }
  }

  private readSpan(markup: string, at: number, opening: string): [text: string, end: number] {
    if (opening === '{{') return this.readTemplateAt(markup, at);
    if (opening === '<') return this.readTag(markup, at);
    if (opening !== '[') return this.readBareAddress(markup, at);
    if (markup.startsWith('[[[', at)) return ['[', at + 1];
    if (markup.startsWith('[[', at)) return this.readLinkAt(markup, at);
    return this.readExternal(markup, at);
  }

  private readLinkAt(markup: string, at: number): [string, number] {
    if (ADDRESS.test(markup.slice(at + 2, at + 2000))) {
      const [text, end] = this.readExternal(markup, at + 1);
      return [text, markup[end] === ']' ? end + 1 : end];
    }
    let end = this.closing(() => endOfLink(markup, at));
    if (end < 0) {
      this.notify('A link is not closed; its words were kept.', markup.slice(at));
      // `[[Oslo] is` lost one of its brackets: it ends at the single one.
      const single = markup.indexOf(']', at);
      const next = markup.indexOf('[', at + 2);
      if (single < 0 || (next >= 0 && next < single)) return ['', at + 2];
      end = single + 1;
      return [this.showLink(markup.slice(at + 2, single)), end];
    }
    return [this.showLink(markup.slice(at + 2, end - 2)), end];
  }

  private showLink(inside: string): string {
    const { shown, title } = readLink(inside);
    if (title !== null) this.links.push(decodeEntities(title));
    return this.read(shown);
  }

  private readExternal(markup: string, at: number): [string, number] {
    const address = ADDRESS.exec(markup.slice(at + 1, at + 4000));
    if (!address) return ['[', at + 1];
    const [whole, url = ''] = address;
    const labelAt = at + 1 + whole.length;
    let end = this.closing(() => endOfSpan(markup, at, '[', ']'));
    if (end < 0 && markup.indexOf(']', labelAt) >= 0) end = markup.indexOf(']', labelAt) + 1;
    if (end < 0) {
      this.notify('A source is not closed; what follows its name was kept.', markup.slice(at));
      const label = /^\([^()]*\)/.exec(markup.slice(labelAt))?.[0] ?? '';
      return [this.cite(url, label, true), labelAt + label.length];
    }
    const label = markup.slice(labelAt, end - 1).replace(/^\|\s*/, '');
    // A parenthesis that the address swallowed: `[http://example.org(The Name)]`.
    const glued = url.includes('(')
      ? /^(.*[^/(])(\([^()/]*)$/.exec(`${url} ${label}`.trim().replace(/\)$/, ''))
      : null;
    if (glued && !(glued[1] ?? ' ').includes(' '))
      return [this.cite(glued[1] ?? url, `${glued[2]})`, true), end];
    const parenthesised = label === '' || /^['"\s]*[([]/.test(label) || /\)['"\s]*$/.test(label);
    if (parenthesised || this.standsAsCitation(markup, at, end)) return [this.cite(url, label, true), end];
    return [this.read(label) + this.cite(url, '', false), end];
  }

  /** Whether unparenthesised words of a link name a source: in brackets, or after the sentence's end with nothing after. */
  private standsAsCitation(markup: string, at: number, end: number): boolean {
    const cut = at > AROUND;
    const around = markup.slice(cut ? at - AROUND : 0, at);
    const before = trimEnd(trimEnd(around, SEPARATOR).replace(EXTERNAL, ''), /\s/);
    const after = markup.slice(end, end + AROUND);
    if (/[([]$/.test(before) && /^['"\s]*[)\],;]/.test(after)) return true;
    const nothingAfter = !/[\p{L}\p{N}]/u.test(
      after
        .replace(/<ref[^<>]*>[^<>]*<\/ref>|<ref[^<>]*>/gi, '')
        .replace(/\[[^[\]]*\]/g, '')
        .replace(/\{\{[^{}]*\}\}/g, '')
        .replace(/\band\b/gi, ''),
    );
    if (!nothingAfter) return false;
    if ((before === '' && !cut) || /[.!?…:]['"”’)\]]*$/.test(before)) return true;
    const label = markup.slice(at, end).replace(/^\S+\s+/, '');
    return isNameLike(label) && !LEADS_ON.test(before);
  }

  private readBareAddress(markup: string, at: number): [string, number] {
    const address = ADDRESS.exec(markup.slice(at, at + 4000))?.[1];
    if (address === undefined) return [markup.slice(at, at + 4), at + 4];
    let url = trimEnd(address, /['.,;:!?]/);
    if (url.endsWith(')') && !url.includes('(')) url = url.slice(0, -1);
    return [this.cite(url, '', true), at + url.length];
  }

  private readTemplateAt(markup: string, at: number): [string, number] {
    const end = this.closing(() => endOfTemplate(markup, at));
    if (end < 0) {
      this.notify('A template is not closed; its words were kept.', markup.slice(at));
      return ['', at + 2 + (/^[^|[\]{}<>]*\|/.exec(markup.slice(at + 2))?.[0].length ?? 0)];
    }
    const inside = markup.slice(at + 2, end - 2);
    const template = readTemplate(inside);
    const citation = templateCitation(template);
    if (citation) {
      if (citation.url) return [this.cite(citation.url, citation.name, true), end];
      this.notify('A citation without an address was left out.', markup.slice(at, end));
      return ['', end];
    }
    const words = templateWords(template);
    if (words !== null) return [this.read(words), end];
    this.notify('A template is not known; its words were kept.', markup.slice(at, end));
    const kept = template.positional.filter((part) => part !== '');
    return [this.read(kept.length > 0 ? kept.join(' ') : template.name), end];
  }

  private readTag(markup: string, at: number): [string, number] {
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>/.exec(markup.slice(at, at + 500));
    if (!tag) return ['<', at + 1];
    const [whole, closing, name = '', attributes = ''] = tag;
    const after = at + whole.length;
    if (name.toLowerCase() !== 'ref') return [/^(?:br|p|li|div|td|tr)$/i.test(name) ? ' ' : '', after];
    if (closing) return ['', after];
    const key = /\bname\s*=\s*["']?([^"'/>]+)/i.exec(attributes)?.[1]?.trim();
    if (attributes.trimEnd().endsWith('/')) return [this.citeFootnote(key, whole), after];
    REF_END.lastIndex = after;
    const end = REF_END.exec(markup)?.index ?? -1;
    if (end < 0) this.notify('A footnote is not closed; it ends with its row.', markup.slice(at));
    const reader = new InlineReader(this.footnotes, this.notify, this.depth);
    const words = reader.plain(markup.slice(after, end < 0 ? undefined : end));
    const [only] = reader.citations;
    const cited =
      reader.citations.length === 1 && only
        ? [{ url: only.url, name: only.name || words }]
        : reader.citations;
    if (cited.length === 0)
      this.notify('A footnote without an address was left out.', markup.slice(at, after + 200));
    if (key !== undefined) this.footnotes.set(key, cited);
    const close = end < 0 ? markup.length : markup.indexOf('>', end) + 1 || markup.length;
    return [cited.map((c) => this.mark(c)).join(''), close];
  }

  private citeFootnote(key: string | undefined, passage: string): string {
    const cited = key === undefined ? undefined : this.footnotes.get(key);
    if (cited === undefined) this.notify('A footnote is used that the page does not hold.', passage);
    return (cited ?? []).map((c) => this.mark(c)).join('');
  }

  private cite(url: string, label: string, named: boolean): string {
    const absolute = url.startsWith('//') ? `https:${url}` : url;
    const decoded = unprotect(decodeEntities(absolute)).replace(/''.*$/s, '');
    if (!URL.canParse(decoded)) {
      this.notify('The address of a source is not one; it was left out.', url);
      return this.read(label);
    }
    const name = named ? this.plain(label.replace(LANGUAGE_NOTE, ' ')) : '';
    return this.mark({ url: decoded, name: publisher(name) });
  }

  private mark(citation: Citation): string {
    this.citations.push(citation);
    return citeMark(this.citations.length - 1);
  }

  /** Markup as a person reads it: one line, no markup, no citation marks. */
  plain(markup: string): string {
    return tidy(this.read(markup));
  }
}

const REF_END = /<\/ref/gi;

/** A few words, each with a capital: "BBC News]". */
function isNameLike(label: string): boolean {
  const words = label.endsWith(']') ? label.slice(0, -1).trimEnd().split(' ') : [];
  return words.length > 0 && words.length <= MOST_NAME_WORDS && words.every((word) => NAME_WORD.test(word));
}

/** Takes citation marks, bold and italic marks, entities and odd spacing out of read text. */
export function tidy(read: string): string {
  let text = withoutMarks(read);
  if (!UNTIDY.test(text)) return text;
  if (text.includes("''"))
    text = text.replace(/'{2,}/g, (run) =>
      run.length === 4 ? "'" : "'".repeat(Math.max(0, run.length - 5)),
    );
  if (!UNTIDY.test(text)) return text;
  return unprotect(decodeEntities(text))
    .replace(/[\ue000-\ue0ff]/g, '')
    .replace(/[([]\s*(?:[;,/]\s*)*[)\]]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:!?)](?:\s|$))/g, '$1')
    .replace(/\( /g, '(')
    .trim();
}

/** "(BBC News)" and "BBC News)" name BBC News. */
function publisher(label: string): string {
  let name = label.trim();
  if (/^\(.*\)$/.test(name) && !/^\([^()]*\)[^()]+\(/.test(name)) name = name.slice(1, -1);
  if (name.startsWith('(') && !name.includes(')')) name = name.slice(1);
  if (name.endsWith(')') && !name.includes('(')) name = name.slice(0, -1);
  if (name.startsWith('[') && name.endsWith(']')) name = name.slice(1, -1);
  return trimEnd(name.replace(/^[\s,;:.|–-]+/, ''), /[\s,;:|–-]/);
}
