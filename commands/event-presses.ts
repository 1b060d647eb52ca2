import type { Outcome, Presses } from '../src/bot/command.js';
import { eventView, sourcesView } from '../src/views/event-view.js';
import { hint } from '../src/views/hint.js';

/** What the buttons and menus do that stand on events anywhere: open an event, list its sources. */
export const eventPresses: Presses = {
  async event({ archive, say, values }): Promise<Outcome> {
    const event = await archive.event(values[0] ?? '');
    return event
      ? { kind: 'show', view: eventView(event, say), about: [event.id] }
      : { kind: 'tell', view: hint(say.event.gone) };
  },

  async sources({ archive, say, id }): Promise<Outcome> {
    const event = await archive.event(id.event);
    return { kind: 'tell', view: event ? sourcesView(event, say) : hint(say.event.gone) };
  },
};
