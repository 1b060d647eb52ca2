import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Answer } from '../archive/answer.js';
import { button } from './buttons.js';
import type { Sentences } from './sentences/sentences.js';

/** What kind of answer is shown, as votes on it are counted. */
function kindOf({ direct }: Answer): 'words' | 'day' | 'yes-no' | 'event' {
  if (!direct) return 'event';
  if (direct.value !== null) return 'day';
  return /^(?:yes|no)$/i.test(direct.text) ? 'yes-no' : 'words';
}

/** Two buttons that ask whether an answer was right; what they say is counted, without any text. */
export function voteButtons(answer: Answer, event: string, { votes }: Sentences): APIButtonComponent[] {
  const sure = answer.direct ? (answer.lineConfidence ?? answer.confidence) : answer.confidence;
  const shown = { kind: 'vote', shown: kindOf(answer), probability: Math.round(100 * sure), event } as const;
  return [button(votes.right, { ...shown, right: 'yes' }), button(votes.wrong, { ...shown, right: 'no' })];
}
