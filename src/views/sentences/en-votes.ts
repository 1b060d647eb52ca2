/** English: "Was this right?" under an answer. */
export const enVotes = {
  right: 'Right',
  wrong: 'Wrong',
  thanks: 'Thanks, that helps. I count votes, but not what you asked.',
  changed: 'Thanks, I’ve changed your vote.',
};
