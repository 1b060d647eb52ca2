/** "30 November 2026, 18:05 UTC" */
const moment = (at: Date) =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at).replace(' at ', ', ')} UTC`;

/** English: why a start failed, for the operator. */
export const enStartProblems = {
  rateLimited: (api: string, until: Date) =>
    `Discord at ${api} accepts no requests from this bot or address until ${moment(until)}: it was asked too often. Start the bot again after that.`,
  tooManyCommands: (until: Date | null) =>
    `Discord won't accept another new command from this bot today (the limit is 200 a day)${until ? `; it will again from ${moment(until)}` : ''}. Start the bot again then, and not in a loop.`,
  sessionsUsedUp: (until: Date) =>
    `Discord blocks new connections from this bot until ${moment(until)}, because it was started too often. Start it again after that, and not in a loop.`,
  notDiscord: (api: string) =>
    `What answers at ${api} is not Discord's API, but a page: check DISCORD_API_URL, and whether a proxy or firewall is in between.`,
  gatewayDown: (api: string, cause: string) =>
    `Discord's gateway can't be reached (${cause}), although its API answers at ${api}: Discord may have an outage (https://discordstatus.com). Start the bot again in a few minutes.`,
  slow: (api: string, seconds: number) =>
    `Discord at ${api} didn't answer within ${seconds} seconds: check the network connection, or try again in a few minutes.`,
};
