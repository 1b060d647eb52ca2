import type { APIEmbed } from 'discord-api-types/v10';
import type { Answer, Hit } from '../archive/answer.js';
import { menuRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import type { ComponentIdOf } from './component-id.js';
import { eventButtons, eventOptions } from './event-buttons.js';
import { eventEmbed } from './event-embed.js';
import { hitLines } from './hit-lines.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { spanText } from './span-text.js';
import { smallPrint } from './understood.js';

/** How many events stand in the menu of what else was found. */
const ELSE = 10;

/**
 * The answer to a question: the answer itself large, under it the event it rests on, what else was found as a menu, and
 * in small print what was understood.
 *
 * @param again the custom_id of the menu: one that holds the question, or one that just opens events.
 * @param chosen the id of the event picked from the menu, where it isn't the first answer that is shown.
 */
export function answerView(
  answer: Answer,
  say: Sentences,
  again: ComponentIdOf<'ask' | 'event'>,
  chosen?: string,
): MessageView {
  const picked = answer.hits.find(({ event }) => event.id === chosen);
  if (!answer.answered && !picked) return unanswered(answer, say, again);
  const best = bestHit(answer);
  const hit = picked ?? best;
  if (!hit) return unanswered(answer, say, again);
  const direct = hit.event.id === answer.direct?.event.id ? answer.direct : null;
  const embed: APIEmbed = {
    ...eventEmbed(hit.event, say, {
      bold: direct && direct.rests.length > 0 ? direct.rests : hit.matched,
      colour: picked && picked !== best ? colours.event : colours.answer,
    }),
    ...asker(answer),
    ...footer(answer, say),
  };
  const line = direct
    ? say.ask.direct(escapeMarkdown(clip(direct.text, 120)))
    : say.ask.event(say.date(hit.event.date), hit.event.story && escapeMarkdown(clip(hit.event.story, 120)));
  const menu = menuOf(answer, say, again, hit.event.id);
  const content = outsideTime(answer, say) + line;
  return message({ content, embeds: [embed], rows: [eventButtons(hit.event, say), ...menu] });
}

/** Says that nothing lies inside the time asked for, where that is so: a line of its own above the answer. */
function outsideTime({ relaxed, understood: { span } }: Answer, say: Sentences): string {
  return relaxed && span ? `${say.ask.relaxed(spanText(span, say))}\n` : '';
}

/** Nothing answers: what was understood, and the closest there is. */
function unanswered(answer: Answer, say: Sentences, again: ComponentIdOf<'ask' | 'event'>): MessageView {
  const closest = answer.hits.slice(0, 5);
  const embed: APIEmbed = {
    color: colours.nothing,
    title: closest.length > 0 ? say.ask.closest : say.ask.nothing,
    description: closest.length > 0 ? hitLines(closest, say) : say.ask.tryThis,
    ...asker(answer),
    ...footer(answer, say),
  };
  return message({ content: say.ask.unanswered, embeds: [embed], rows: menuOf(answer, say, again) });
}

/** The hit the direct answer rests on, else the first. */
function bestHit(answer: Answer): Hit | undefined {
  const { direct, hits } = answer;
  if (!direct) return hits[0];
  const rested = hits.find(({ event }) => event.id === direct.event.id);
  return rested ?? { event: direct.event, score: 0, parts: {}, matched: direct.rests, folded: [] };
}

function menuOf(answer: Answer, say: Sentences, again: ComponentIdOf<'ask' | 'event'>, shown?: string) {
  const events = answer.hits.slice(0, ELSE).map(({ event }) => event);
  const others = events.filter(({ id }) => id !== shown);
  if (others.length === 0) return [];
  const placeholder = shown === undefined ? say.ask.closestMenu : say.ask.elseMenu(others.length);
  return [menuRow(placeholder, again, eventOptions(others, say))];
}

const asker = ({ question }: Answer) => ({ author: { name: clip(question, 200) } });

function footer(answer: Answer, say: Sentences) {
  const text = smallPrint(answer.understood, say, answer.relaxed);
  return text === '' ? {} : { footer: { text: say.understood.as(text) } };
}
