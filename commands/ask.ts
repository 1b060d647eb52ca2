import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { mainEvent } from '../src/archive/answer.js';
import type { Command } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { plainQuestion } from '../src/bot/plain-question.js';
import { answerView } from '../src/views/answer-view.js';
import { textRoom } from '../src/views/component-id.js';
import { hint } from '../src/views/hint.js';
import { packText, unpackText } from '../src/views/packed-text.js';
import { en } from '../src/views/sentences/en.js';
import { eventPresses } from './event-presses.js';
import { privateOption } from './private-option.js';

/** `/ask`: a question in plain words, answered from the events. */
export const ask: Command = {
  json: slashCommand({
    name: 'ask',
    description: en.commands.ask.description,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: en.commands.ask.question,
        required: true,
        max_length: 500,
      },
      privateOption,
    ],
  }),

  async run({ archive, options, say, today, longTexts }) {
    const question = options.text('question');
    if (question === null) return { kind: 'tell', view: hint(say.ask.tryThis) };
    const answer = await archive.ask(plainQuestion(question), { today });
    const packed = await packText(longTexts, textRoom.ask, question);
    const view = answerView(answer, say, { kind: 'ask', on: today, question: packed });
    const main = mainEvent(answer);
    return { kind: 'show', view, about: main ? [main.id] : [] };
  },

  presses: {
    ...eventPresses,
    async ask({ archive, id, values, say, longTexts }) {
      const question = await unpackText(longTexts, id.question);
      if (question === null) return { kind: 'tell', view: hint(say.errors.textGone) };
      const answer = await archive.ask(plainQuestion(question), { today: id.on });
      return { kind: 'show', view: answerView(answer, say, id, values[0]), about: values };
    },
  },
};
