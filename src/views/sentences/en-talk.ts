/** English: talking with the bot by mentioning it, in a reply or by direct message. */
export const enTalk = {
  /** Where the bot is mentioned without a question. */
  askMe: 'Ask me something: when, who, where, how many, what happened. `/help` shows what is here.',
  /** To what asks nothing of the events. */
  smallTalk: {
    greeting:
      'Hello! Ask me what happened, when, where or who it was; a day or a month alone shows all of it. `/help` has examples that work here.',
    thanks: 'You’re welcome.',
    help: 'I answer questions about events: what happened, when, where, who, how many; then “and then?” or “when was that?”. A day or a month alone shows all of it. `/help` shows everything I can do, with examples that work here.',
    stop: 'I write only where I am called. `/following` and `/digest` end what I post by myself.',
  },
  /** To one who asks faster than anybody talks; said once. */
  slower: (seconds: number) =>
    `You ask faster than I may answer here. I go on in ${seconds} seconds: ask again then, as what you ask until then stays unanswered.`,
  /** Where too many ask at once; said once. */
  crowded: (waiting: number) =>
    `${waiting} questions are waiting here already, so I pass over new ones until those are answered. Ask again in half a minute.`,
};
