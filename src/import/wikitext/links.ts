import { splitAtPipes } from './brackets.js';

/** What a wiki link comes to: the text it shows (markup still inside) and the title it leads to, if a page here. */
export interface WikiLink {
  readonly shown: string;
  readonly title: string | null;
}

/** Most links: a title, perhaps words to show for it, and nothing that needs a closer look. */
const PLAIN = /^([^\s:_#{}[\]|]+(?: [^\s:_#{}[\]|]+)*)(?:\|(?=[^{}[\]|]*[^{}[\]|\s])([^{}[\]|]+))?$/;
const PICTURE = /^(?:file|image|media)$/i;
const CATEGORY = /^category$/i;
/** Namespaces of this wiki and sister projects that a link may name before its title. */
const PROJECT =
  /^(?:w|wikipedia|wikt|wiktionary|s|wikisource|n|wikinews|q|wikiquote|d|wikidata|c|commons|m|meta|species|b|wikibooks|v|voy|wikivoyage|portal|help|template|user|talk|wp|project|special|draft|iarchive|doi)$/i;
const LANGUAGE =
  /^(?:[a-z]{2,3}|simple|zh-yue|zh-min-nan|zh-classical|be-tarask|be-x-old|roa-rup|bat-smg|nds-nl|map-bms)$/;

/**
 * Reads the inside of `[[…]]`: plain, piped, with a section, to another wiki (`:de:Titel`), to a picture or category.
 * A link to another language that shows only that language's code (`[[:de:Titel|de]]`) shows nothing, as does a
 * picture, a category and a link of the sidebar (`[[de:Titel]]`).
 */
export function readLink(inside: string): WikiLink {
  const plain = PLAIN.exec(inside);
  if (plain) {
    const [, page = '', label = page] = plain;
    return { shown: label.trim(), title: page.charAt(0).toUpperCase() + page.slice(1) };
  }
  const parts = splitAtPipes(inside);
  const colon = /^\s*:/.test(parts[0] ?? '');
  const target = (parts[0] ?? '').replace(/^\s*:/, '').replace(/_/g, ' ').trim();
  const label = parts.length > 1 ? parts.slice(1).join('|').trim() : null;
  const prefixed = /^([A-Za-z-]+)\s*:\s*(\S.*)$/.exec(target);
  const [, prefix = '', rest = ''] = prefixed ?? [];
  if (prefixed && !colon && (PICTURE.test(prefix) || CATEGORY.test(prefix)))
    return { shown: '', title: null };
  if (prefixed && LANGUAGE.test(prefix) && !PROJECT.test(prefix)) {
    if (!colon) return { shown: label ?? '', title: null };
    const code = label !== null && label.replace(/['\s]/g, '').toLowerCase() === prefix;
    return { shown: code ? '' : (label ?? rest), title: null };
  }
  const isProject =
    prefixed !== null && (PROJECT.test(prefix) || PICTURE.test(prefix) || CATEGORY.test(prefix));
  const page = isProject ? rest : target;
  if (label === '') return { shown: pipeTrick(page), title: isProject ? null : canonicalTitle(page) };
  return { shown: label ?? page.replace(/^#/, ''), title: isProject ? null : canonicalTitle(page) };
}

/** `[[Oslo (film)|]]` shows "Oslo", `[[Paris, Texas|]]` shows "Paris". */
const pipeTrick = (page: string) =>
  page
    .replace(/\([^()]*\)$/, '')
    .trimEnd()
    .replace(/,.*$/s, '');

/** A page's title as the wiki stores it, without the section; null for a link within the page. */
function canonicalTitle(page: string): string | null {
  const title = page.replace(/#.*$/s, '').replace(/\s+/g, ' ').trim();
  return title === '' ? null : (title[0] ?? '').toUpperCase() + title.slice(1);
}
