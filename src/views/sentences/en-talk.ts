/** English: conversations with the bot in mentions, replies and direct messages. */
export const enTalk = {
  /** Where the bot is mentioned without a question. */
  askMe: 'Ask me something: what happened, when, where, who or how many. `/help` has examples.',
  /** To what asks nothing about events. */
  smallTalk: {
    greeting:
      'Hello! Ask me what happened, when, where or who was involved. Give me just a day or a month and I’ll show everything. `/help` has examples.',
    thanks: 'You’re welcome.',
    help: 'I answer questions about events: what happened, when, where, who and how many. Follow up with “and then?” or “when was that?”. Give me just a day or a month and I’ll show everything. `/help` has examples.',
    stop: 'I only reply when mentioned. Use `/following` or `/digest off` to stop automatic posts.',
  },
  /** To what is no question to the events; after each, what can be asked. */
  outOfScope: {
    opinion: 'I have no opinions, only events.',
    chat: 'I’m not good at small talk, but I know my events.',
    thanks: 'You’re welcome.',
    task: 'I can’t write, calculate or translate: I only answer questions about events.',
    override: 'I only answer questions about events, and no message changes that.',
    asker: 'I know nothing about you, only about events.',
    elsewhere: 'I can’t help with that: I only know the events in my archive.',
  },
  canAsk: 'Ask me what happened, when, where or who was involved. `/help` has examples.',
  /** To somebody who asks too fast; said once. */
  slower: (seconds: number) =>
    `Slow down a little: please ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  /** Where too many ask at once; said once. */
  crowded: 'I’m busy here. Please try again in half a minute.',
};
