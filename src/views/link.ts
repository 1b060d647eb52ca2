import { escapeMarkdown } from './markdown.js';

/**
 * An address that is safe inside a markdown link: http or https, without a user name, with everything encoded that
 * could end the link early. Null for any other.
 */
export function safeUrl(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href.replace(
    /[()<>[\]\\*`|"\s]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/**
 * A markdown link. Discord shows no link whose text looks like an address, and one that did could lie about where it
 * leads: such a text gives way to the host. Without a safe address only the text remains.
 */
export function link(text: string, address: string): string {
  const url = safeUrl(address);
  if (url === null) return escapeMarkdown(text);
  const shown = /:\/\/|^\s*$/.test(text) ? new URL(url).host.replace(/^www\./, '') : text;
  return `[${escapeMarkdown(shown)}](${url})`;
}
