/** English: what Discord shows of the commands. At most 100 characters each. */
export const commands = {
  private: 'Only you can see the answer',
  ask: {
    description: 'Ask a question about events',
    question: 'In plain words: what happened, when, where, who, how many',
  },
  search: {
    description: 'Search events by words, date and topic',
    query: 'Words, a headline or a topic',
    from: 'First day: 8 April 2016, 2016-04-08, April 2016, last Tuesday',
    to: 'Last day, in the same formats',
    topic: 'Only events with this topic or story',
    sort: 'Order of the results (default: relevance)',
    sorts: { relevance: 'Relevance', newest: 'Newest first', oldest: 'Oldest first' },
  },
  thread: {
    description: 'Open a thread that follows a story',
    event: 'An event: choose one as you type, or describe it',
  },
  date: {
    description: 'See what happened on a day or in a week, a month, a year or any period',
    when: '8 April 2016, April 2016, last Tuesday, spring 2016, Christmas 2016, any time',
  },
  onthisday: {
    description: 'This day in other years',
    day: '8 April, 29 February, yesterday (default: today)',
  },
  topic: {
    description: 'See a topic or story over time: its main events, its years and related topics',
    name: 'A topic or story: choose one as you type',
  },
  help: { description: 'See what you can ask, with examples you can run' },
  find: { name: 'Find events' },
};
