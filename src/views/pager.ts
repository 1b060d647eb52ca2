import { button } from './buttons.js';
import type { ComponentId } from './component-id.js';
import type { Sentences } from './sentences/sentences.js';

/**
 * Buttons to the page before and after, short enough that a phone shows them beside two more; none where there is one
 * page. `say.pager.page` says in the footer which page it is.
 *
 * @param at counts from 0, as does `last`.
 * @param to the custom_id of a page.
 */
export function pager(at: number, last: number, to: (page: number) => ComponentId, say: Sentences) {
  if (last === 0) return [];
  return [
    button(say.pager.back, to(Math.max(0, at - 1)), { disabled: at === 0 }),
    button(say.pager.on, to(Math.min(last, at + 1)), { disabled: at === last }),
  ];
}
