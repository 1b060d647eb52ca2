import { en } from './sentences/en.js';

/** What the person who starts the bot reads once it is ready. */
export interface BannerFacts {
  readonly events: number;
  readonly days: number;
  /** The local Discord's page; null where the bot is connected to Discord itself. */
  readonly pageUrl: string | null;
  readonly botName: string;
  readonly inviteLink: string;
  /** Commands to try that the events answer. */
  readonly examples: readonly string[];
  /** The command that imports more events, where only those that come with the bot are served. */
  readonly importCommand: string | null;
}

/** The lines printed at the start: what is served, where to go, what to type, how to go on. */
export function banner(facts: BannerFacts): string {
  const say = en.start;
  const { botName, events, days, pageUrl, inviteLink, examples, importCommand } = facts;
  const more = importCommand === null ? [] : [say.importMore(importCommand)];
  const serving = say.serving(botName, events, days);
  if (pageUrl === null) return [serving, say.invite, `  ${inviteLink}`, ...more, say.stop].join('\n');
  return [serving, say.openPage(pageUrl), ...examples.map((line) => `  ${line}`), ...more, say.connect].join(
    '\n',
  );
}
