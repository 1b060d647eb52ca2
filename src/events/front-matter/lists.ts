import { withoutComments } from '../comments.js';
import type { EventSource } from '../event.js';
import type { DraftLink } from '../event-draft.js';
import { eventLink, readLink, webAddress } from '../link.js';
import { plainText } from '../plain-text.js';
import { publisherName } from '../publisher.js';
import { trimEnd } from '../trim-end.js';
import { isEmpty, type Report, type Value } from './value.js';

/** A text on one line, without markup and without what its writer hid. */
export function cleanText(text: string): string {
  return plainText(withoutComments(text).text);
}

/** A value's texts: of a list each item, of a text the whole. What is a list or a map in turn is reported. */
function entriesOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || isEmpty(value)) return [];
  return value.kind === 'list' ? value.items : [value];
}

const QUOTES = 'Put it in quotes, as in - "Mars: Landing".';

/** What a list or a map looks like in the place of a text, and what to write. */
export function nestedProblem(what: string, value: Value): string {
  if (value.kind === 'map') {
    const [key = ''] = value.entries.keys();
    return `${what} was left out: "${key.slice(0, 40)}: …" is a map, not a text. ${QUOTES}`;
  }
  return `${what} was left out: it is a list, not a text. Put a text that holds brackets in quotes, as in "[[2016-04-14]]".`;
}

/** Topics or names: a list of lines, or one line with commas. A "#" in front, as tags have it, is no part of the name. */
export function lineList(value: Value | undefined, what: string, report: Report): string[] {
  return entriesOf(value).flatMap((entry) => {
    if (entry.kind !== 'text') {
      if (!isEmpty(entry)) report(entry.line, nestedProblem(what, entry));
      return [];
    }
    const lines = value?.kind === 'list' ? [entry.text] : entry.text.split(/[,，、;；\n]/);
    return lines.map((line) => cleanText(line).replace(/^#(?=[^\s#])/, '')).filter((line) => line !== '');
  });
}

const NEEDS_ADDRESS = 'A source was left out: it needs a web address (https://…), as in "- Name: https://…".';
/** Where one line of several sources is cut: at commas, semicolons and blanks in front of the next address or link. */
const BETWEEN = /(?:[,;，；] ?| )(?=<?https?:\/\/|\[[^\][]{1,300}\]\()/i;

/**
 * Sources, each written as an address, as `[Name](address)`, as `Name: address`, or as keys `name`, `url` and `image`; or all
 * on one line.
 */
export function sourceList(value: Value | undefined, report: Report): EventSource[] {
  if (value?.kind === 'map' && !isEmpty(value) && addressOf(value) === undefined)
    return [...value.entries].flatMap(([name, url]) => sourceOf(name, url, null, url.line, report));
  return entriesOf(value).flatMap((entry) => {
    if (entry.kind === 'text') return isEmpty(entry) ? [] : sourcesOnLine(entry, report);
    if (entry.kind === 'list') {
      report(entry.line, NEEDS_ADDRESS);
      return [];
    }
    const url = addressOf(entry);
    const name = ['name', 'title', 'publisher']
      .map((key) => entry.entries.get(key))
      .find((found) => !isEmpty(found));
    if (url !== undefined)
      return sourceOf(
        name?.kind === 'text' ? name.text : '',
        url,
        entry.entries.get('image') ?? null,
        entry.line,
        report,
      );
    return [...entry.entries].flatMap(([name, url]) => sourceOf(name, url, null, url.line, report));
  });
}

const addressOf = (map: Value): Value | undefined =>
  map.kind === 'map'
    ? ['url', 'link', 'href', 'address']
        .map((key) => map.entries.get(key))
        .find((found) => found !== undefined)
    : undefined;

function sourceOf(
  name: string,
  address: Value,
  image: Value | null,
  line: number,
  report: Report,
): EventSource[] {
  const url = address.kind === 'text' ? webAddress(address.text.trim()) : null;
  if (url === null) {
    report(line, NEEDS_ADDRESS);
    return [];
  }
  const picture = image?.kind === 'text' ? webAddress(image.text.trim()) : null;
  return [{ name: publisherName(cleanText(name), url), url, image: picture }];
}

function sourcesOnLine(value: Value & { kind: 'text' }, report: Report): EventSource[] {
  const sources: EventSource[] = [];
  const line = withoutComments(value.text).text.replace(/\s+/g, ' ').trim();
  /** What is between two addresses: the name of the second. */
  let name = '';
  for (const part of line.split(BETWEEN)) {
    const link = readLink(part);
    const [written, rest] = link ? [link.target, link.rest] : addressAt(part);
    const url = webAddress(written);
    if (url === null) {
      name = part;
      continue;
    }
    const label = link ? link.label : name.replace(/^[,;，；] ?/, '').replace(/[:：] ?$/, '');
    sources.push({ name: publisherName(cleanText(label), url), url, image: null });
    name = rest;
  }
  // Words after the last address are about it; what a comma parts from it was meant as a source.
  if (name !== '' && (sources.length === 0 || /^[,;，；]/.test(name.trim())))
    report(value.line, NEEDS_ADDRESS);
  return sources;
}

/** The address that a text begins with, and what follows it. */
function addressAt(text: string): [address: string, rest: string] {
  const end = text.search(/[\s>]/);
  const written = (end < 0 ? text : text.slice(0, end)).replace(/^</, '');
  const address = trimEnd(written, /[,;，；]/);
  const rest = text.slice(text.startsWith('<') ? 1 : 0).slice(address.length);
  return [address, rest.replace(/^>/, '').trim()];
}

/** Related events, each written as a path, a name or a link, or as keys `path`, `headline` and `context`. */
export function linkList(value: Value | undefined, report: Report): (DraftLink & { line: number })[] {
  return entriesOf(value).flatMap((entry) => {
    if (isEmpty(entry)) return [];
    const given = entry.kind === 'map' ? entry.entries : null;
    const path = given ? (given.get('path') ?? given.get('link') ?? given.get('file')) : entry;
    if (path?.kind !== 'text') {
      report(
        entry.line,
        'A related event was left out: give the path of its file, as in "- /news/2016/04/8/slug.md", or its name, as in - "[[slug]]".',
      );
      return [];
    }
    const headline = given?.get('headline') ?? given?.get('title');
    const context = lineList(given?.get('context'), 'A name', report);
    const written = given || value?.kind === 'list' ? [path.text] : linksOnLine(path.text);
    return written.flatMap((text) => {
      const link = readLink(text.trim());
      const target = namedTarget(link?.target ?? text.trim());
      if (target === null) {
        report(
          path.line,
          `A related event was left out: "${text.trim().slice(0, 60)}" is no file of the folder. Give its path, as in "- /news/2016/04/8/slug.md".`,
        );
        return [];
      }
      const label =
        headline?.kind === 'text'
          ? headline.text
          : link && link.label !== target.slice(2, -2)
            ? link.label
            : '';
      return [{ path: target, headline: cleanText(label), context, line: path.line }];
    });
  });
}

/** One line may hold several: cut where the next path or link begins. */
function linksOnLine(text: string): string[] {
  return text.split(/[,;][ \t]*(?=[/[]|\.{1,2}\/)/).filter((part) => part.trim() !== '');
}

/** In front matter a file may go without its ending, and a name without its brackets. */
function namedTarget(target: string): string | null {
  const link = eventLink(target);
  if (link !== null || target === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(target)) return link;
  return `[[${target.normalize('NFC')}]]`;
}
