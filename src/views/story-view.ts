import { mainLine, relatedTo } from '../archive/story/main-line.js';
import type { Story } from '../archive/story/story.js';
import { buttonRow, menuRow } from './buttons.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import { pager } from './pager.js';
import type { Sentences } from './sentences/sentences.js';
import { storyLines } from './story-lines.js';

/** Events per page of a story shown in place. */
export const STORY_PAGE = 6;
/** Related events listed below a story. */
export const RELATED = 4;

/** The page of a story shown in place that has its chosen event, from 0. */
export function pageOfSelf(story: Story): number {
  const self = mainLine(story).findIndex(({ relation }) => relation === 'self');
  return Math.floor(Math.max(0, self) / STORY_PAGE);
}

/** The title of a story and how much there is of it. */
export function storyHead(story: Story, say: Sentences): string {
  const events = mainLine(story);
  const [first, last] = [events[0], events.at(-1)];
  const span = first && last ? say.story.span(events.length, first.event.date, last.event.date) : '';
  return `${say.story.title(escapeMarkdown(story.title))}\n${span}`;
}

/** What merely shares a name with a story, as a separate field; none where there is nothing such. */
export function relatedField(story: Story, say: Sentences) {
  const related = relatedTo(story).slice(0, RELATED);
  return related.length === 0 ? [] : [{ name: say.story.related, value: storyLines(related, say) }];
}

/** A story shown in place, a page at a time, the chosen event marked; related events below its last page. */
export function storyView(story: Story, event: string, say: Sentences, page: number): MessageView {
  const line = mainLine(story);
  const last = Math.max(0, Math.ceil(line.length / STORY_PAGE) - 1);
  const at = Math.min(last, page);
  const shown = line.slice(at * STORY_PAGE, (at + 1) * STORY_PAGE);
  const events = shown.map((told) => told.event);
  return message({
    content: storyHead(story, say),
    embeds: [
      {
        color: colours.story,
        description: storyLines(shown, say),
        fields: at === last ? relatedField(story, say) : [],
        ...(last > 0 && { footer: { text: say.pager.page(at + 1, last + 1) } }),
      },
    ],
    rows: [
      menuRow(say.search.open, { kind: 'event', menu: 0 }, eventOptions(events, say)),
      buttonRow(...pager(at, last, (to) => ({ kind: 'story-page', event, page: to }), say)),
    ],
  });
}
