import type { OutOfScope } from '../archive/answer.js';
import { askInEnglish } from './sentences/ask-in-english.js';
import type { Sentences } from './sentences/sentences.js';

/** What is said to a message that is no question to the events, with what can be asked instead. */
export function outOfScopeText(aside: OutOfScope, { talk }: Sentences): string {
  if (aside.kind === 'language') return askInEnglish(aside.language, aside.chinese);
  const said = talk.outOfScope[aside.kind];
  return aside.kind === 'thanks' ? said : `${said} ${talk.canAsk}`;
}
