import { describe, expect, it } from 'vitest';
import { FileComposer, type SealedFile, unbrokenSeal } from '../../../src/import/tree/sealed-file.js';

const textOf = ({ bytes }: SealedFile) => Buffer.from(bytes).toString();
const LONG = 'Zürich – “a tram”. '.repeat(5000);

describe('a sealed file', () => {
  it('holds its front matter, the hash of the rest, and its body', () => {
    const file = new FileComposer();
    const sealed = file.begin(['id: "é"']).text('Body, ').encoded(Buffer.from('twice.')).seal();
    expect(textOf(sealed)).toBe(`---\nid: "é"\nhash: "${sealed.hash}"\n---\nBody, twice.`);
  });

  it.each(['', 'A line.\n', LONG])('is distinguished from one that was changed by a letter', (body) => {
    const sealed = new FileComposer().begin(['id: "a"']).text(body).seal();
    expect(unbrokenSeal(textOf(sealed))).toBe(sealed.hash);
    expect(unbrokenSeal(textOf(sealed).replaceAll('\n', '\r\n'))).toBe(sealed.hash);
    expect(unbrokenSeal(`${textOf(sealed)}x`)).toBeNull();
    expect(unbrokenSeal(textOf(sealed).replace('id: "a"', 'id: "b"'))).toBeNull();
  });

  it('that is empty does not count as a person’s', () => {
    expect(unbrokenSeal('')).toBe('');
    expect(unbrokenSeal('\n')).toBeNull();
  });

  it('is the same whichever file was composed before it, and however its text was handed over', () => {
    const file = new FileComposer();
    const first = textOf(file.begin(['a: 1']).text(LONG).text('end').seal());
    file.begin(['b: 2']).text('another').seal();
    const again = file
      .begin(['a: 1'])
      .encoded(Buffer.from(`, ${LONG}`), 2)
      .encoded(Buffer.from('- end'), 2);
    expect(textOf(again.seal())).toBe(first);
  });
});
