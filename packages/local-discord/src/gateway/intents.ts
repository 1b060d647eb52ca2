import { GatewayIntentBits as Intents } from 'discord-api-types/v10';

/** Every intent there is. */
const ALL = Object.values(Intents)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

/** Intents that an operator must switch on for a bot before it may ask for them. */
export const PRIVILEGED = Intents.GuildMembers | Intents.GuildPresences | Intents.MessageContent;

/** Whether a number is made of intents only. */
export function areIntents(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && (value & ~ALL) === 0;
}
