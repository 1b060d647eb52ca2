import type { Command } from '../src/bot/command.js';
import { messageMenu } from '../src/bot/command-json.js';
import { plainQuestion } from '../src/bot/plain-question.js';
import { foundView } from '../src/views/found-view.js';
import { hint } from '../src/views/hint.js';
import { en } from '../src/views/sentences/en.js';

/** How much of a message is looked at. */
const READ = 1000;

/** "Find events" in a message's menu: events about what the message says, shown only to the person who asks. */
export const findEvents: Command = {
  json: messageMenu(en.commands.find.name),

  async run({ archive, targetText, say, today }) {
    const text = targetText?.trim().slice(0, READ) ?? '';
    if (text === '') return { kind: 'tell', view: hint(say.find.noText) };
    return { kind: 'tell', view: foundView(await archive.ask(plainQuestion(text), { today }), say) };
  },
};
