import { describe, expect, it } from 'vitest';
import { asksAboutAsker } from '../../src/search/about-asker.js';

describe('a question about whoever asks or is asked', () => {
  it.each([
    'what happened to my parcel',
    'how old are you',
    'whats your favourite tram',
    'how do i bake bread',
    'should I marry her',
    'My ferry is late',
  ])('is “%s”', (question) => {
    expect(asksAboutAsker(question)).toBe(true);
  });

  it.each([
    'Who sang My Ferry Is Late?',
    'which law lets you keep a camel',
    'what did I miss in Quillota',
    'what can the mayor put on your plate',
    'tell me who bought the zoo',
  ])('is not “%s”', (question) => {
    expect(asksAboutAsker(question)).toBe(false);
  });
});
