import { describe, expect, it } from 'vitest';
import { EventIndex } from '../../../src/search/event-index.js';
import { EVENT_SIGNALS, EventSignals } from '../../../src/search/rank/event-signals.js';
import { TermDays } from '../../../src/search/rank/term-days.js';
import { reported } from '../event-fixtures.js';

const STORY = 'Lind dam collapse';
const EVENTS = [
  reported('2031-01-05', 'A survey of the Lind dam finds nothing.', STORY),
  reported('2031-06-10', 'The Lind dam breaks and floods three villages of Norland.', STORY),
  reported('2031-06-11', 'Rescuers search the villages below the Lind dam.', STORY),
  reported('2031-06-14', 'The builder of the Lind dam is questioned.', STORY),
  reported('2033-06-10', 'Norland remembers the victims of the Lind dam.', STORY),
];

function signalsOver() {
  const index = new EventIndex();
  for (const event of EVENTS) index.put(event);
  const signals = new EventSignals(index, new TermDays(index));
  const of = (event: number, name: (typeof EVENT_SIGNALS)[number]) =>
    signals.of(event)[EVENT_SIGNALS.indexOf(name)] ?? Number.NaN;
  return { index, signals, of };
}

describe('what the archive shows of an event', () => {
  it('is that much follows the event that began something, and little its anniversary', async () => {
    const { signals, of } = signalsOver();
    await signals.refresh();
    expect(of(1, 'storyAfter')).toBeGreaterThan(of(4, 'storyAfter'));
    expect(of(1, 'riseMost')).toBeGreaterThan(of(3, 'riseMost'));
    expect(signals.salience(1)).toBeGreaterThan(signals.salience(4));
  });

  it('is nothing yet for an event that came since it was worked out, and is there after the next time', async () => {
    const { index, signals, of } = signalsOver();
    await signals.refresh();
    index.put(reported('2031-06-12', 'The Lind dam is pumped dry.', STORY));
    expect(of(5, 'storySize')).toBe(0);
    await signals.refresh();
    expect(of(5, 'storySize')).toBeCloseTo(Math.log1p(6), 5);
  });
});
