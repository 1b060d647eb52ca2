/** English: talking with the bot by mentioning it, in a reply or by direct message. */
export const enTalk = {
  /** Where the bot is mentioned without a question. */
  askMe: 'Ask me something: when, who, where, how many, what happened. `/help` shows what is here.',
  slower: 'That is faster than I can answer. Give me some seconds, then ask again.',
};
