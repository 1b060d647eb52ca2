import { PermissionFlagsBits } from 'discord-api-types/v10';

/** What posting takes, with the names that Discord shows for it. */
const NAMES = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  EmbedLinks: 'Embed Links',
} as const;

type Name = keyof typeof NAMES;

/** The permissions that a post in a channel or thread takes and that are missing, by the names Discord shows. */
export function missingForPosting(permissions: bigint, isThread: boolean): string[] {
  const needed: readonly Name[] = [
    'ViewChannel',
    isThread ? 'SendMessagesInThreads' : 'SendMessages',
    'EmbedLinks',
  ];
  return needed.filter((name) => !has(permissions, PermissionFlagsBits[name])).map((name) => NAMES[name]);
}

/** Whether some permissions have one; administrators have all. */
export function has(permissions: bigint, bit: bigint): boolean {
  return (permissions & (bit | PermissionFlagsBits.Administrator)) !== 0n;
}
