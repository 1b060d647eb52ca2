import type { CalendarDate } from '../events/calendar-date.js';
import { en } from './sentences/en.js';

/** What the operator reads once the bot is ready. */
export interface BannerFacts {
  readonly events: number;
  readonly days: number;
  /** The local Discord's page; null where the bot is connected to Discord itself. */
  readonly pageUrl: string | null;
  readonly botName: string;
  readonly inviteLink: string;
  /** A day and a story that the loaded events hold, to try things on; null where there are none. */
  readonly exampleDate: CalendarDate | null;
  readonly exampleStory: string | null;
}

/** The lines printed at the start: where to go, what to type, how to connect Discord. */
export function banner(facts: BannerFacts): string {
  const say = en.start;
  const serving = say.serving(facts.botName, facts.events, facts.days);
  if (facts.pageUrl === null)
    return [serving, '', say.invite, `  ${facts.inviteLink}`, '', say.stop].join('\n');
  const tries = [
    ...(facts.exampleStory ? [`/ask question: ${en.help.example.latest(facts.exampleStory)}`] : []),
    ...(facts.exampleDate ? [`/date when: ${facts.exampleDate}`] : []),
    '/help',
  ];
  return [
    serving,
    '',
    say.openPage,
    `  ${facts.pageUrl}`,
    say.type,
    ...tries.map((line) => `  ${line}`),
    '',
    say.connect,
    say.stop,
  ].join('\n');
}
