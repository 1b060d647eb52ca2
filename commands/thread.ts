import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Asked, Command, Outcome } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { clip } from '../src/views/clip.js';
import { eventView } from '../src/views/event-view.js';
import { hint } from '../src/views/hint.js';
import { escapeMarkdown } from '../src/views/markdown.js';
import { en } from '../src/views/sentences/en.js';
import { storyOpening, storyPicture } from '../src/views/story-thread-view.js';
import { pageOfSelf, storyView } from '../src/views/story-view.js';

/** `/thread` and the story button: a public thread that follows a story through its events. */
export const thread: Command = {
  json: slashCommand({
    name: 'thread',
    description: en.commands.thread.description,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'event',
        description: en.commands.thread.event,
        required: true,
        autocomplete: true,
        max_length: 500,
      },
    ],
  }),

  async run(call) {
    const text = call.options.text('event') ?? '';
    const event = await call.archive.resolveEvent(text);
    if (event) return storyOf(call, event.id);
    return { kind: 'tell', view: hint(call.say.story.unknown(escapeMarkdown(clip(text, 200)))) };
  },

  async autocomplete({ archive, typed, say }) {
    const events = await archive.suggestEvents(typed, 25);
    return events.map((event) => ({ name: say.event.choice(event.date, event.headline), value: event.id }));
  },

  presses: {
    story: (press) => storyOf(press, press.id.event),
    branch: (press) => storyOf(press, press.id.event),

    async more({ archive, id, say }) {
      const story = await archive.story(id.edge);
      const view = story ? storyView(story, id.edge, say, pageOfSelf(story)) : hint(say.event.gone);
      return { kind: 'tell', view };
    },
    async 'go-on'() {
      return { kind: 'continue-posting' };
    },

    async 'thread-event'({ archive, say, values }) {
      const event = await archive.event(values[0] ?? '');
      return { kind: 'tell', view: event ? eventView(event, say, true) : hint(say.event.gone) };
    },

    async 'story-page'({ archive, id, say }) {
      const story = await archive.story(id.event);
      return story
        ? { kind: 'show', view: storyView(story, id.event, say, id.page), here: id }
        : { kind: 'tell', view: hint(say.event.gone) };
    },
  },
};

async function storyOf({ archive, pictures, say }: Asked, event: string): Promise<Outcome> {
  const story = await archive.story(event);
  if (!story) return { kind: 'tell', view: hint(say.event.gone) };
  const picture = storyPicture(story, say);
  const file = picture && (await pictures.png(picture));
  const page = pageOfSelf(story);
  return {
    kind: 'open-thread',
    story,
    event,
    opening: storyOpening(story, file, say),
    instead: storyView(story, event, say, page),
    page,
  };
}
