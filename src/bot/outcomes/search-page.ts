import type { CalendarDate } from '../../events/calendar-date.js';
import { type ComponentIdOf, textRoom } from '../../views/component-id.js';
import { followed } from '../../views/message.js';
import { packTexts } from '../../views/packed-text.js';
import { PAGE_SIZE, type Searched, searchView } from '../../views/search-view.js';
import type { Asked, Outcome } from '../command.js';

/** One page of a search, with the buttons that lead to the others. `on` is the day it was first asked. */
export async function searchPage(
  { archive, longTexts, say }: Asked,
  searched: Searched,
  on: CalendarDate,
  at: number,
  relative = false,
): Promise<Outcome> {
  const found = await archive.search({ ...searched, today: on, offset: at * PAGE_SIZE, limit: PAGE_SIZE });
  const [query, topic] = await packTexts(longTexts, textRoom.search, [searched.query, searched.topic ?? '']);
  if (query === undefined || topic === undefined) throw new TypeError('two texts in, two texts out');
  const here: Omit<ComponentIdOf<'search'>, 'go' | 'page'> = {
    kind: 'search',
    on,
    from: searched.from,
    to: searched.to,
    sort: searched.sort,
    topic: searched.topic === null ? null : topic,
    query,
  };
  const view = searchView(found, searched, here, say);
  return {
    kind: 'show',
    view: relative ? followed(view, say.understood.utc) : view,
    here: { ...here, go: 'here', page: at },
  };
}
