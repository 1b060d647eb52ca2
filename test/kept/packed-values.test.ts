import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedValues, Packer } from '../../src/kept/packed-values.js';

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.nat({ max: 2 ** 29 - 1 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string({ minLength: 1, maxLength: 3 }).filter((name) => name !== '__proto__'),
      tie('value'),
      {
        maxKeys: 4,
        noNullPrototype: true,
      },
    ),
  ),
}));

test('values are unpacked as they were packed, in any order', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), (values) => {
      const packer = new Packer();
      for (const one of values) packer.add(one);
      const packed = new PackedValues(packer.sections('x'), 'x');
      expect(packed.count).toBe(values.length);
      for (let i = values.length - 1; i >= 0; i--) expect(packed.value(i)).toEqual(values[i]);
      expect(packed.value(values.length)).toBeUndefined();
    }),
  );
});

test('a text that comes often is kept once', () => {
  const size = (times: number) => {
    const packer = new Packer();
    for (let i = 0; i < times; i++) packer.add({ headline: 'A bridge collapses in the middle of the night' });
    return Object.values(packer.sections('x')).reduce((sum, { length }) => sum + length, 0);
  };
  expect(size(101) - size(1)).toBeLessThan(100 * 16);
});

test('what JSON has and this has not is refused', () => {
  for (const one of [0.5, -1, 2 ** 30, () => 0]) expect(() => new Packer().add(one)).toThrow(TypeError);
});
