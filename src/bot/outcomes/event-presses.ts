import { eventView, sourcesView } from '../../views/event-view.js';
import { hint } from '../../views/hint.js';
import type { Asked, Outcome, Presses } from '../command.js';

/** What the buttons and menus do that stand on events anywhere: open an event, list its sources. */
export const eventPresses: Presses = {
  event: (press) => showEvent(press, press.values[0] ?? ''),
  open: (press) => showEvent(press, press.id.event),

  async sources({ archive, say, id }): Promise<Outcome> {
    const event = await archive.event(id.event);
    return { kind: 'tell', view: event ? sourcesView(event, say) : hint(say.event.gone) };
  },
};

/** A single event. */
export async function showEvent({ archive, say }: Asked, id: string): Promise<Outcome> {
  const event = await archive.event(id);
  if (!event) return { kind: 'tell', view: hint(say.event.gone) };
  const here = { kind: 'open', event: event.id } as const;
  return { kind: 'show', view: eventView(event, say), here, about: [event.id] };
}
