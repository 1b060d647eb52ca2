const number = (n: number) => new Intl.NumberFormat('en').format(n);

/** English: what the person who starts the bot reads. */
export const enStart = {
  serving: (name: string, events: number, days: number) =>
    `${name} is ready with ${number(events)} ${events === 1 ? 'event' : 'events'} on ${number(days)} ${days === 1 ? 'day' : 'days'}.`,
  openPage: (url: string) => `Open ${url} in a browser and try:`,
  importMore: (command: string) => `To import the world’s news: ${command}`,
  connect: 'To add it to your own server, see “Add it to your server” in the README. Press Ctrl+C to stop.',
  invite: 'Add it to a server with this link:',
  stop: 'Press Ctrl+C to stop.',
  badToken:
    'Discord rejected the token. Copy a new one from https://discord.com/developers/applications (Bot, “Reset Token”) into DISCORD_TOKEN.',
  disallowedIntents:
    'Discord doesn’t allow this bot the intents it asks for. Turn them on at https://discord.com/developers/applications (Bot, “Privileged Gateway Intents”), or remove the ones you added.',
  unknownGuild:
    'The bot can’t register commands in the server that DISCORD_GUILD_ID names. Check the ID, and that you added the bot with the invite link.',
  unreachable: (api: string, cause: string) =>
    `Can’t reach Discord at ${api} (${cause}). Check the network connection and DISCORD_API_URL.`,
  refused: (api: string, cause: string) =>
    `Discord at ${api} refused something the bot needs to start (${cause}). Check that the token belongs to a bot, and check DISCORD_API_URL.`,
};
