import type { APIEmbed } from 'discord-api-types/v10';
import type { Answer, Understood } from '../archive/answer.js';
import type { AnswerItem, Several } from '../archive/several/several.js';
import { buttonRow, menuRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import type { ComponentIdOf } from './component-id.js';
import { eventOptions } from './event-buttons.js';
import { sentence } from './event-embed.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import { pager } from './pager.js';
import { pageOf } from './pages.js';
import type { Sentences } from './sentences/sentences.js';
import { noteOf } from './several-note.js';
import { sourceLinks } from './source-links.js';
import { smallPrint } from './understood.js';

/** Items on a page: what a phone shows on a screen or two. */
export const ITEMS_PER_PAGE = 10;
/** How much of an item's sentence is shown. */
const SENTENCE = 170;

/** Whether several events answer together. */
export const isSeveral = (answer: Answer): answer is Answer & { readonly several: Several } =>
  answer.several !== undefined;

/**
 * What several events answer together, a page at a time: the number, the greatest or the earlier one large, then a line an
 * item with its date and source, and a menu that opens one.
 *
 * @param page counts from 0.
 * @param to gives the custom_id of a page; left out where the question can't be asked again, then the first page is all.
 */
export function severalView(
  answer: Answer & { readonly several: Several },
  say: Sentences,
  page = 0,
  to?: (page: number) => ComponentIdOf<'several'>,
): MessageView {
  const { several, direct, understood } = answer;
  const { at, last, items } = pageOf(several.items, page, ITEMS_PER_PAGE);
  const small = [
    to && last > 0 ? say.pager.page(at + 1, last + 1) : '',
    understoodAs(understood, items, say),
  ].filter((text) => text !== '');
  const embed: APIEmbed = {
    color: colours.answer,
    description: items.map((item) => itemLine(item, several, say)).join('\n'),
    ...(small.length > 0 && { footer: { text: small.join(' · ') } }),
  };
  const buttons = to && last > 0 ? pager(at, last, to, say) : [];
  return message({
    content: [direct ? say.ask.direct(escapeMarkdown(clip(direct.text, 160))) : '', noteOf(several, say)]
      .filter((line) => line !== '')
      .join('\n'),
    embeds: [embed],
    rows: [
      menuRow(
        say.search.open,
        { kind: 'event', menu: 0 },
        eventOptions(
          items.map(({ event }) => event),
          say,
        ),
      ),
      ...(buttons.length > 0 ? [buttonRow(...buttons)] : []),
    ],
  });
}

/** How the question was read, where the items don't show that. */
function understoodAs(understood: Understood, items: readonly AnswerItem[], say: Sentences): string {
  const text = smallPrint(understood, say, { events: items.map(({ event }) => event) });
  return text === '' ? '' : say.understood.as(text);
}

/** A line: its date, what it says, its quantity where one was asked for, where it was reported. */
function itemLine({ event, quantity, folded }: AnswerItem, { kind }: Several, say: Sentences): string {
  const measured = kind === 'superlative' || kind === 'compare';
  const bold = quantity && measured ? [quantity.range] : [];
  const source = sourceLinks(event.sources, 140, say, 1, false);
  const small = [source, folded.length > 0 && say.search.folded(folded.length)].filter(Boolean).join(' · ');
  return `- **${say.date(event.date)}** · ${sentence(event, bold, SENTENCE)}${small && ` (${small})`}`;
}
