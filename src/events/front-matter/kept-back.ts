import type { KeptBack } from '../event-draft.js';
import { type Entries, isEmpty } from './value.js';

const NO = /^(?:false|no|off|n|0)$/i;
/** What Pelican, WordPress and others call a text that is not public. */
const UNPUBLISHED_STATUS = /^(?:draft|hidden|private|pending|unpublished|skip|trash)$/i;

/**
 * Why its writer does not want a file shown, or null. Where a key can be read both ways nothing is shown: a text that appears late
 * does less harm than one that appeared too soon.
 */
export function keptBack(entries: Entries): KeptBack | null {
  const draft = entries.get('draft');
  if (!isEmpty(draft) && !(draft?.kind === 'text' && NO.test(draft.text.trim()))) return 'draft';
  for (const key of ['published', 'publish']) {
    const value = entries.get(key);
    if (value !== undefined && (isEmpty(value) || (value.kind === 'text' && NO.test(value.text.trim()))))
      return 'unpublished';
  }
  const hidden = entries.get('private');
  if (!isEmpty(hidden) && !(hidden?.kind === 'text' && NO.test(hidden.text.trim()))) return 'unpublished';
  const status = entries.get('status');
  return status?.kind === 'text' && UNPUBLISHED_STATUS.test(status.text.trim()) ? 'unpublished' : null;
}
