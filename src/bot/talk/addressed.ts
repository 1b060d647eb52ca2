/** As long as a question may be; more of a message is not read. */
const LONGEST = 500;

/** What shows whether a message is for the bot. */
export interface Heard {
  readonly content: string;
  /** Written by a bot, a webhook or Discord itself. */
  readonly byMachine: boolean;
  readonly isDirect: boolean;
  /** Mentions the bot, in its text or as a reply that pings it. */
  readonly mentionsMe: boolean;
}

/**
 * The question a message asks the bot, without the mention; empty where it only calls. Null where it is not for the bot:
 * written by a machine, or without a mention, when Discord sends no text either.
 */
export function questionFor(me: string, { content, byMachine, isDirect, mentionsMe }: Heard): string | null {
  if (byMachine || (!isDirect && !mentionsMe)) return null;
  const mention = new RegExp(`<@!?${me}>`, 'g');
  const question = content.replace(mention, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  // A reply that only pings, with a sticker or a picture, calls nobody.
  return question !== '' || content.trim() !== '' || isDirect ? question : null;
}
