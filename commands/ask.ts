import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { type Answer, mainEvent } from '../src/archive/answer.js';
import type { Several } from '../src/archive/several/several.js';
import type { Command, Outcome } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { eventPresses } from '../src/bot/outcomes/event-presses.js';
import { plainlyAsked } from '../src/bot/outcomes/plainly-asked.js';
import { votePresses } from '../src/bot/outcomes/vote-presses.js';
import { plainQuestion } from '../src/bot/plain-question.js';
import { privateOption } from '../src/bot/private-option.js';
import { answerView } from '../src/views/answer-view.js';
import { type ComponentIdOf, textRoom } from '../src/views/component-id.js';
import { hint } from '../src/views/hint.js';
import { packText, unpackText } from '../src/views/packed-text.js';
import { en } from '../src/views/sentences/en.js';
import type { Sentences } from '../src/views/sentences/sentences.js';
import { isSeveral, severalView } from '../src/views/several-view.js';
import { withWritten } from '../src/views/written-view.js';

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

  async run(call) {
    const { archive, options, say, today, longTexts } = call;
    const question = options.text('question');
    if (question === null) return { kind: 'tell', view: hint(say.ask.tryThis) };
    const plainly = await plainlyAsked(plainQuestion(question), call);
    if (plainly) return plainly;
    const answer = await archive.ask(plainQuestion(question), { today });
    if (isSeveral(answer)) {
      const packed = await packText(longTexts, textRoom.several, question);
      return severalShown(answer, { kind: 'several', page: 0, on: today, question: packed }, say);
    }
    const packed = await packText(longTexts, textRoom.ask, question);
    const outcome = shown(answer, { kind: 'ask', on: today, question: packed }, say);
    const asker = { userId: call.caller.id, guildId: call.place.guildId };
    const written = await call.writer?.write(plainQuestion(question), answer, asker);
    return written && outcome.kind === 'show'
      ? { ...outcome, view: withWritten(outcome.view, written, say) }
      : outcome;
  },

  presses: {
    ...eventPresses,
    ...votePresses,
    async ask({ archive, id, values, say, longTexts }) {
      const question = await unpackText(longTexts, id.question);
      if (question === null) return { kind: 'tell', view: hint(say.errors.textGone) };
      const answer = await archive.ask(plainQuestion(question), { today: id.on });
      const [chosen] = values;
      if (chosen === undefined) return shown(answer, id, say);
      return { kind: 'show', view: answerView(answer, say, id, chosen), about: values };
    },
    async several({ archive, id, say, longTexts }) {
      const question = await unpackText(longTexts, id.question);
      if (question === null) return { kind: 'tell', view: hint(say.errors.textGone) };
      const answer = await archive.ask(plainQuestion(question), { today: id.on });
      if (isSeveral(answer)) return severalShown(answer, id, say);
      return shown(answer, { kind: 'ask', on: id.on, question: id.question }, say);
    },
  },
};

/** A page of what several events answer together; `here` shows it again. */
function severalShown(
  answer: Answer & { readonly several: Several },
  here: ComponentIdOf<'several'>,
  say: Sentences,
): Outcome {
  const view = severalView(answer, say, here.page, (page) => ({ ...here, page }));
  const [first] = answer.several.items;
  return { kind: 'show', view, here, about: first ? [first.event.id] : [] };
}

/** The answer as it is first shown; `here` shows it again. */
function shown(answer: Answer, here: ComponentIdOf<'ask'>, say: Sentences): Outcome {
  if (answer.outOfScope) return { kind: 'tell', view: answerView(answer, say, here) };
  const main = mainEvent(answer);
  return { kind: 'show', view: answerView(answer, say, here), here, about: main ? [main.id] : [] };
}
