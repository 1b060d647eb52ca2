import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Command } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { privateOption } from '../src/bot/private-option.js';
import { dateParts } from '../src/events/calendar-date.js';
import { byEventView, noTimeView } from '../src/views/by-event-view.js';
import { hint } from '../src/views/hint.js';
import { escapeMarkdown } from '../src/views/markdown.js';
import { onThisDayView } from '../src/views/on-this-day-view.js';
import { en } from '../src/views/sentences/en.js';
import { spanText } from '../src/views/span-text.js';

const { onthisday: described } = en.commands;

/** `/onthisday`: the same calendar day through all years. */
export const onThisDay: Command = {
  json: slashCommand({
    name: 'onthisday',
    description: described.description,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'day',
        description: described.day,
        max_length: 100,
      },
      privateOption,
    ],
  }),

  async run({ archive, caller, options, say, today }) {
    const written = options.text('day') ?? today;
    const text = escapeMarkdown(written);
    const reading = await archive.readDate(written, today, caller.locale);
    if (reading.kind === 'backwards')
      return {
        kind: 'tell',
        view: hint(say.when.backwards(spanText(reading.first, say), spanText(reading.last, say))),
      };
    if (reading.kind === 'invalid') return { kind: 'tell', view: hint(say.when.invalid(text)) };
    if (reading.kind === 'not-a-date') return { kind: 'tell', view: noTimeView(written, reading.near, say) };
    const span = reading.kind === 'ambiguous' ? reading.readings[0] : reading.span;
    if (!span?.from || span.from !== span.to)
      return { kind: 'tell', view: hint(say.onThisDay.notADay(text)) };
    const { month, day } = dateParts(span.from);
    const note = options.text('day') === null ? say.understood.utc : '';
    const days = onThisDayView(await archive.onThisDay(month, day), 0, say, note);
    const view = reading.kind === 'event' ? byEventView(days, reading.event, [], say) : days;
    return { kind: 'show', view, here: { kind: 'on-this-day', month, day, page: 0 } };
  },

  presses: {
    async 'on-this-day'({ archive, id, say }) {
      const view = onThisDayView(await archive.onThisDay(id.month, id.day), id.page, say);
      return { kind: 'show', view, here: id };
    },
  },
};
