import { describe, expect, test } from 'vitest';
import { FeatureIndex } from '../../../src/archive/story/feature-index.js';
import { ChosenEvent } from '../../../src/archive/story/member-features.js';
import { sharesName } from '../../../src/archive/story/shared-names.js';
import { anEvent } from './events.js';

const flood = anEvent('2014-07-01', 'Heavy floods in Tolvere leave twelve people dead.');
const toll = anEvent('2014-07-03', 'The toll of the floods in Tolvere rises to thirty.');
const abroad = anEvent('2014-07-04', 'Nine people die in floods in Karvonia.');
const aid = anEvent('2014-07-05', 'Ostmark sends boats to Tolvere.');
const boats = anEvent('2014-09-20', 'The last boats from Ostmark leave.');

function testOf(self: typeof flood, sure: readonly (typeof flood)[]) {
  const index = new FeatureIndex();
  for (const event of [flood, toll, abroad, aid, boats]) index.add(event);
  const slot = (event: typeof flood) => index.slotOf(event) ?? -1;
  const shares = sharesName(
    index,
    { self: new ChosenEvent(index, { slot: slot(self), vector: null }) },
    sure.map(slot),
  );
  return (event: typeof flood) => shares(slot(event));
}

describe('an event beside a story', () => {
  test('shares a name with the chosen event', () => {
    expect(testOf(flood, [])(toll)).toBe(true);
  });

  test('shares none where it is only alike in kind', () => {
    expect(testOf(flood, [toll])(abroad)).toBe(false);
  });

  test('shares a name that several sure events have and the chosen one has not', () => {
    expect(testOf(flood, [toll])(boats)).toBe(false);
    const more = anEvent('2014-07-06', 'More boats of Ostmark reach Tolvere.');
    const index = new FeatureIndex();
    for (const event of [flood, aid, more, boats]) index.add(event);
    const slot = (event: typeof flood) => index.slotOf(event) ?? -1;
    const self = new ChosenEvent(index, { slot: slot(flood), vector: null });
    expect(sharesName(index, { self }, [slot(aid), slot(more)])(slot(boats))).toBe(true);
  });
});
