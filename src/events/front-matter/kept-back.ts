import type { KeptBack } from '../event-draft.js';
import { type Entries, isEmpty, type Value } from './value.js';

const NO = /^(?:false|no|off|n|0)$/i;
/** What Pelican, WordPress and others call a text that is not public. */
const UNPUBLISHED_STATUS =
  /^(?:draft|hidden|private|pending|unpublished|unlisted|future|scheduled|skip|trash)$/i;
/** Keys whose no keeps a text back (Jekyll, Obsidian Publish, Eleventy), and keys whose yes does (Docusaurus and others). */
const PUBLIC = ['published', 'publish', 'permalink'];
const HIDDEN = ['private', 'hidden', 'unlisted', 'eleventyexcludefromcollections'];
/** Whether a page is made of a text, as Hugo has it: `build: {render: never}`. */
const BUILT = ['build', '_build'];
const NEVER = /^(?:never|false)$/i;

const isNo = (value: Value | undefined) => value?.kind === 'text' && NO.test(value.text.trim());
const isSet = (value: Value | undefined) => !isEmpty(value) && !isNo(value);

/**
 * Why its writer does not want a file shown, or null. Where a key can be read both ways nothing is shown: a text that appears late
 * does less harm than one that appeared too soon.
 */
export function keptBack(entries: Entries): KeptBack | null {
  if (isSet(entries.get('draft'))) return 'draft';
  for (const key of PUBLIC) {
    const value = entries.get(key);
    if (isNo(value) || (value !== undefined && key !== 'permalink' && isEmpty(value))) return 'unpublished';
  }
  if (HIDDEN.some((key) => isSet(entries.get(key)))) return 'unpublished';
  for (const key of BUILT) {
    const value = entries.get(key);
    const parts = value?.kind === 'map' ? [value.entries.get('render'), value.entries.get('list')] : [];
    if (parts.some((part) => part?.kind === 'text' && NEVER.test(part.text.trim()))) return 'unpublished';
  }
  const named = [entries.get('status'), entries.get('visibility')];
  const isUnpublished = named.some((one) => one?.kind === 'text' && UNPUBLISHED_STATUS.test(one.text.trim()));
  return isUnpublished ? 'unpublished' : null;
}
