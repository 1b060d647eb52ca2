import type { Aligned } from '../aligned.js';
import type { Similarity } from '../likeness.js';
import type { Token } from '../tagged-text.js';
import type { Deed } from './asked-deed.js';
import { NOBODY, named } from './named.js';
import { around, rolesFit } from './roles.js';
import { saysVerb } from './says-verb.js';
import { carrierOf, nounStanding, standingOf, verbStanding } from './standing.js';

/** Whether an event has any word for a deed: without one there is no need to lay the question against it. */
export const mayState = (deed: Deed, tokens: readonly Token[], similar?: Similarity): boolean =>
  tokens.some((token, at) => saysVerb(deed, token, tokens[at + 1], similar).fit > 0);

/**
 * How surely an event states a deed as done, 0 to 1: some form of the verb, by the one and to the other that the question
 * names, neither planned nor denied nor merely mentioned.
 */
export function stated(deed: Deed, aligned: Aligned, similar?: Similarity): number {
  const { tokens } = aligned;
  const agent = named(deed.agent, aligned, similar);
  const patient = named(deed.patient, aligned, similar);
  const toldAt = (at: number, as: 'verb' | 'noun' | 'cause'): number => {
    if (as === 'verb') return verbStanding(tokens, at, agent) * rolesFit(tokens, at, agent, patient);
    // Who did it is then another; of a deed that takes nobody, it happened to the one who did it.
    if (as === 'cause')
      return verbStanding(tokens, at, agent) * rolesFit(tokens, at, NOBODY, patient.asked ? patient : agent);
    const carrier = carrierOf(tokens, at);
    if (carrier >= 0) return standingOf(tokens, carrier) * rolesFit(tokens, carrier, agent, patient);
    return nounStanding(tokens, at) * around(tokens, at, agent) * around(tokens, at, patient);
  };
  let best = 0;
  tokens.forEach((token, at) => {
    const { fit, as } = saysVerb(deed, token, tokens[at + 1], similar);
    if (fit > best) best = Math.max(best, fit * toldAt(at, as));
  });
  return best;
}
