import { describe, expect, test } from 'vitest';
import { askedQuantityIn, quantitiesIn } from '../../../src/search/quantities/quantity.js';

describe('quantities of a text', () => {
  test.each([
    ['A ferry sinks off Tolvere, killing at least 32 people.', 'deaths', 32],
    ['The death toll of the storm rises to 1,450.', 'deaths', 1450],
    ['A quake of magnitude 7.2 strikes Ostmark.', 'strength', 7.2],
    ['The bank agrees to pay a fine of $2.5 billion.', 'money', 2.5e9],
    ['A plane crashes near Sarn, killing all one hundred eighty-one passengers.', 'deaths', 181],
    ['The flood kills two hundred thousand people.', 'deaths', 200_000],
    ['The match lasts six hours.', 'duration', 21_600],
  ] as const)('%s', (text, kind, value) => {
    expect(askedQuantityIn(text, kind)?.value).toBeCloseTo(value);
  });

  test('the injured are not the dead', () => {
    expect(askedQuantityIn('A blast injures 60 people and kills four.', 'deaths')?.value).toBe(4);
  });

  test('each says where it is', () => {
    const text = 'Fire kills 12 people in Quillmere.';
    const [toll] = quantitiesIn(text);
    expect(toll && text.slice(...toll.range)).toBe('12');
  });
});
