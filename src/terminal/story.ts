import { Command } from 'commander';
import type { Story, StoryReason } from '../archive/story/story.js';
import { StoryFinder } from '../archive/story/story-finder.js';
import { type ContentOptions, openLibrary, withContentOptions } from './open-library.js';
import { CommandFailure, printable, type Terminal } from './terminal.js';

/** `dateline story PATH`: the line of events through one event. Exits 1 where there is no such event. */
export function storyCommand(terminal: Terminal): Command {
  return withContentOptions(new Command('story'))
    .description('follow the story of an event: its background and what came next')
    .argument('<path>', 'its path in the folder ("/news/2016/04/8/slug.md") or its id')
    .action(async (path: string, options: ContentOptions) => {
      const library = await openLibrary(options, terminal);
      const event = library.event(path);
      if (event === null) {
        throw new CommandFailure(
          `There is no event ${printable(path)}. Give its path in the folder, such as "/news/2016/04/8/slug.md", or its id.`,
        );
      }
      const finder = await StoryFinder.open();
      finder.put(library.events);
      const story = await finder.storyOf(event);
      terminal.out(options.json ? asJson(story) : asText(story));
    });
}

function asJson({ title, total, events }: Story): string {
  return JSON.stringify({
    title,
    total,
    events: events.map(({ event, relation, why, score }) => ({
      path: event.path,
      date: event.date,
      relation,
      why: why.map(reasonText),
      score: Math.round(score * 1000) / 1000,
    })),
  });
}

function asText({ title, total, events }: Story): string {
  const lines = events.map(({ event, relation, why, loose, folded }) => {
    const mark = relation === 'self' ? '>' : loose ? '~' : ' ';
    const more = folded.length > 0 ? ` (and ${folded.length} more reports)` : '';
    const reason = why.length > 0 ? `\n    ${printable(why.map(reasonText).join('; '))}` : '';
    return `${mark} ${event.date}  ${printable(event.sentence)}${more}${reason}`;
  });
  const note = events.some((e) => e.loose) ? ['', '~ related: it only shares a name with the story'] : [];
  return [`${printable(title)} (${total})`, '', ...lines, ...note].join('\n');
}

function reasonText(reason: StoryReason): string {
  switch (reason.kind) {
    case 'linked':
      return 'listed as related';
    case 'same-story':
      return `same story: ${reason.story}`;
    case 'shared-context':
      return reason.names.join(', ');
    case 'shared-words':
      return `same words: ${reason.words.join(', ')}`;
  }
}
