import { quantitiesIn } from '../search/quantities/quantity.js';
import type { Ranked } from '../search/rank/ranked.js';
import type { DirectAnswer } from '../search/read/answer-line.js';
import type { SearchEngine } from '../search/search-engine.js';

/** Days in which the dead of one disaster or attack are counted. */
const COUNTED_FOR = 60;
/** Events beside the first that may be later reports. */
const LOOKED_AT = 60;
/** The cosine from which two events are about the same happening… */
const ALIKE = 0.55;
/** …where the other has about as much of the question's weight. */
const LESS_SAID = 0.15;

/** A line that counts the dead, and the event it is read from. */
export interface Toll {
  readonly line: DirectAnswer;
  readonly ranked: Ranked;
}

/**
 * The latest toll of a happening where a line gives an earlier one: reports that come within weeks count more dead than the first.
 * Null where the line counts no dead, or no later report has more.
 *
 * @param ranked the events found, best first; the line is read from the first.
 */
export function latestToll(engine: SearchEngine, ranked: readonly Ranked[], line: DirectAnswer): Toll | null {
  const [first, ...others] = ranked;
  const [range] = line.rests;
  if (!first || !range || line.value !== null) return null;
  const said = quantitiesIn(line.event.sentence).find(
    ({ kind, range: [from, to] }) => kind === 'deaths' && from < range[1] && to > range[0],
  );
  if (!said) return null;
  const day = engine.index.day(first.event);
  let [most, latest]: [number, Toll | null] = [said.value, null];
  for (const other of others.slice(0, LOOKED_AT)) {
    const event = engine.index.event(other.event);
    const after = engine.index.day(other.event) - day;
    if (!event || after < 0 || after > COUNTED_FOR) continue;
    if ((other.parts['words'] ?? 0) < (first.parts['words'] ?? 0) - LESS_SAID) continue;
    if (!(engine.similarity(first.event, other.event) >= ALIKE)) continue;
    for (const { kind, value, text, range: rests } of quantitiesIn(event.sentence)) {
      if (kind !== 'deaths' || value <= most) continue;
      [most, latest] = [value, { line: { text, value: null, event, rests: [rests] }, ranked: other }];
    }
  }
  return latest;
}
