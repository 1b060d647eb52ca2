import type { APIEmbed } from 'discord-api-types/v10';
import type { Answer, Hit } from '../archive/answer.js';
import type { NewsEvent } from '../events/event.js';
import { menuRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import type { ComponentIdOf } from './component-id.js';
import { eventButtons, eventOptions } from './event-buttons.js';
import { eventEmbed } from './event-embed.js';
import { splitHeadline } from './headline.js';
import { hint } from './hint.js';
import { askedRanges, hitLines } from './hit-lines.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import { outOfScopeText } from './out-of-scope-text.js';
import type { Sentences } from './sentences/sentences.js';
import { spanText } from './span-text.js';
import { smallPrint } from './understood.js';
import { voteButtons } from './vote-buttons.js';
import { earlierEvents, whatIsMissing } from './what-is-missing.js';

/** Events in the menu of other matches. */
const OTHERS = 10;
/** Closest matches shown where nothing answers. */
const CLOSEST = 3;

/**
 * The answer to a question: the answer large, the date of its event, the event itself, and a menu of other matches.
 *
 * @param again the custom_id of the menu: one that has the question, or one that only opens events.
 * @param chosen the id of the event picked from the menu, where it isn't the first answer that is shown.
 */
export function answerView(
  answer: Answer,
  say: Sentences,
  again: ComponentIdOf<'ask' | 'event'>,
  chosen?: string,
): MessageView {
  if (answer.outOfScope) return hint(outOfScopeText(answer.outOfScope, say));
  const picked = answer.hits.find(({ event }) => event.id === chosen);
  if (!answer.answered && !picked) return unanswered(answer, say, again);
  const best = bestHit(answer);
  const hit = picked ?? best;
  if (!hit) return unanswered(answer, say, again);
  const direct = hit.event.id === answer.direct?.event.id ? answer.direct : null;
  const embed: APIEmbed = {
    ...eventEmbed(hit.event, say, {
      bold: direct && direct.rests.length > 0 ? direct.rests : askedRanges(hit, answer.understood.terms),
      colour: picked && picked !== best ? colours.event : colours.answer,
    }),
    ...footer(answer, say, [hit]),
  };
  const missing = picked && picked !== best ? '' : whatIsMissing(answer, say);
  const lines = [outsideTime(answer, say), ...headLines(hit, direct, answer.changes === true, say), missing];
  const buttons = eventButtons(hit.event, say);
  return message({
    content: lines.filter((line) => line !== '').join('\n'),
    embeds: [embed, ...(missing === '' ? [] : earlierEvents(answer, say))],
    rows: [
      picked
        ? buttons
        : { ...buttons, components: [...buttons.components, ...voteButtons(answer, hit.event.id, say)] },
      ...menuOf(answer, say, again, hit.event.id),
    ],
  });
}

/** The answer, and the date of its event unless that is the answer. */
function headLines({ event }: Hit, direct: Answer['direct'], changes: boolean, say: Sentences): string[] {
  const date = say.date(event.date);
  const dated = changes ? say.ask.asOf : say.ask.dated;
  if (!direct || isTitle(direct.text, event)) return [say.event.line(event.date)];
  const text = clip(direct.text, 120);
  return [say.ask.direct(escapeMarkdown(text)), text.includes(date) ? '' : dated(date)];
}

/** A title of which the answer is more than this share needs no answer above it. */
const MOST_OF_TITLE = 0.7;

/** Whether an answer is what the title below it says anyway. */
function isTitle(text: string, { sentence }: NewsEvent): boolean {
  const { title } = splitHeadline(sentence);
  const answer = withoutStop(text);
  return title.includes(answer) && answer.length > title.length * MOST_OF_TITLE;
}

const withoutStop = (text: string) => text.trim().replace(/[.。…]$/u, '');

/** Says that there is nothing inside the time asked for, where that is so: a separate line above the answer. */
function outsideTime({ relaxed, understood: { span } }: Answer, say: Sentences): string {
  return relaxed && span ? say.ask.relaxed(spanText(span, say)) : '';
}

/** Nothing answers: says so, with the closest matches. */
function unanswered(answer: Answer, say: Sentences, again: ComponentIdOf<'ask' | 'event'>): MessageView {
  const closest = answer.hits.slice(0, CLOSEST);
  const embed: APIEmbed = {
    color: colours.nothing,
    ...(!answer.endOfStory && { title: closest.length > 0 ? say.ask.closest : say.ask.nothing }),
    description: closest.length > 0 ? hitLines(closest, answer.understood.terms, say) : say.ask.tryThis,
    ...footer(answer, say, closest),
  };
  const said = answer.endOfStory ? say.ask.endOfStory[answer.endOfStory] : say.ask.unanswered;
  const content = [said, outsideTime(answer, say)].filter((line) => line !== '').join('\n');
  return message({ content, embeds: [embed], rows: menuOf(answer, say, again) });
}

/** The hit that has the direct answer, else the first. */
function bestHit(answer: Answer): Hit | undefined {
  const { direct, hits } = answer;
  if (!direct) return hits[0];
  const found = hits.find(({ event }) => event.id === direct.event.id);
  return found ?? { event: direct.event, score: 0, parts: {}, matched: direct.rests, folded: [] };
}

function menuOf(answer: Answer, say: Sentences, again: ComponentIdOf<'ask' | 'event'>, shown?: string) {
  const events = answer.hits.slice(0, OTHERS).map(({ event }) => event);
  const others = events.filter(({ id }) => id !== shown);
  if (others.length === 0) return [];
  const placeholder = shown === undefined ? say.search.open : say.ask.elseMenu(others.length);
  return [menuRow(placeholder, again, eventOptions(others, say))];
}

function footer(answer: Answer, say: Sentences, shown: readonly Hit[]) {
  const time = answer.relaxed && answer.understood.span !== null;
  const text = smallPrint(answer.understood, say, { time, events: shown.map(({ event }) => event) });
  return text === '' ? {} : { footer: { text: say.understood.as(text) } };
}
