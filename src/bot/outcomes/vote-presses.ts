import { hint } from '../../views/hint.js';
import type { Presses } from '../command.js';

/** What the two buttons under an answer do: one vote a person and answer, with private thanks. */
export const votePresses: Presses = {
  async vote({ id, say, caller, messageId, votes }) {
    const isFirst =
      (await votes?.cast({
        answer: messageId,
        userId: caller.id,
        right: id.right === 'yes',
        kind: id.shown,
        probability: id.probability,
        eventId: id.event,
      })) ?? true;
    return { kind: 'tell', view: hint(isFirst ? say.votes.thanks : say.votes.changed) };
  },
};
