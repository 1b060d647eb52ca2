import { Converter } from 'opencc-js/t2cn';
import { memoize } from './memoize.js';

const HAN = /\p{sc=Han}/gu;
/** Hong Kong's forms are a superset of Taiwan's, but for characters that simplified texts use as they are. */
const convert = Converter({ from: 'hk', to: 'cn' });

/** One character; one that would become a longer one stays, so that every place in a text stays where it is. */
const simplifiedCharacter = memoize(100_000, (character) => {
  const simple = convert(character);
  return simple.length === character.length ? simple : character;
});

/**
 * A text with every traditional Chinese character as its simplified one (OpenCC's tables), character by character: the text
 * stays as long as it was.
 */
export function simplified(text: string): string {
  return text.replace(HAN, simplifiedCharacter);
}
