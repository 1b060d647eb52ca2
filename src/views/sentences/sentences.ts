import { en } from './en.js';

/** Every sentence a person can see. `en.ts` is the pattern: another language is one more file of this type. */
export type Sentences = typeof en;

const languages: Readonly<Record<string, Sentences>> = { en };

/** The sentences for a locale as Discord writes it ("en-GB"); English where there are none in its language. */
export function sentencesFor(locale: string): Sentences {
  return languages[locale] ?? languages[locale.split('-')[0] ?? ''] ?? en;
}
