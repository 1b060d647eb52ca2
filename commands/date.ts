import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { SuggestedTime } from '../src/archive/suggest-dates.js';
import type { Choice, Command } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { showSpan } from '../src/bot/outcomes/show-span.js';
import { privateOption } from '../src/bot/private-option.js';
import { byEventView, noTimeView } from '../src/views/by-event-view.js';
import { hint } from '../src/views/hint.js';
import { escapeMarkdown } from '../src/views/markdown.js';
import { readingsView } from '../src/views/readings-view.js';
import { en } from '../src/views/sentences/en.js';
import type { Sentences } from '../src/views/sentences/sentences.js';
import { spanText } from '../src/views/span-text.js';
import { readSpanValue } from '../src/views/span-value.js';

const { date: described } = en.commands;

/** `/date`: what happened on a day, or in any span of time. */
export const date: Command = {
  json: slashCommand({
    name: 'date',
    description: described.description,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'when',
        description: described.when,
        required: true,
        autocomplete: true,
        max_length: 200,
      },
      privateOption,
    ],
  }),

  async run(call) {
    const { archive, caller, options, say, today } = call;
    const when = options.text('when') ?? '';
    const text = escapeMarkdown(when);
    const reading = await archive.readDate(when, today, caller.locale);
    switch (reading.kind) {
      case 'span':
        return showSpan(call, reading.span, 0, reading.relative ? say.understood.utc : '');
      case 'event': {
        const outcome = await showSpan(call, reading.span, 0);
        return { ...outcome, view: byEventView(outcome.view, reading.event, reading.others, say) };
      }
      case 'ambiguous':
        return { kind: 'show', view: readingsView(when, reading.readings, say) };
      case 'invalid':
        return { kind: 'tell', view: hint(say.when.invalid(text)) };
      case 'backwards':
        return {
          kind: 'tell',
          view: hint(say.when.backwards(spanText(reading.first, say), spanText(reading.last, say))),
        };
      case 'not-a-date':
        return { kind: 'tell', view: noTimeView(when, reading.near, say) };
    }
  },

  async autocomplete({ archive, say, typed, today }) {
    const times = await archive.suggestDates(typed, 25, today);
    return times.map((time) => choiceOf(time, say));
  },

  presses: {
    day: (press) => showSpan(press, { from: press.id.date, to: press.id.date, grain: 'day' }, press.id.page),
    span: (press) => showSpan(press, press.id, press.id.page),
    async times(press) {
      const span = readSpanValue(press.values[0] ?? '');
      return span ? showSpan(press, span, 0) : { kind: 'tell', view: hint(press.say.errors.oldButton) };
    },
  },
};

/** A time as a row of the list; its value is what `/date` reads as that time. */
function choiceOf({ span, name, events }: SuggestedTime, say: Sentences): Choice {
  const isAny = span.from === null && span.to === null;
  const shown = name ?? (isAny ? say.when.anyTime : spanText(span, say));
  const isDay = span.from !== null && span.from === span.to;
  const value = isAny ? 'any time' : isDay ? span.from : spanText(span, en);
  return { name: say.when.choice(shown, events), value };
}
