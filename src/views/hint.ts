import { type MessageView, message } from './message.js';

/** A plain sentence to a person: what went wrong and what to do, or where something was put. Takes markdown. */
export function hint(sentence: string): MessageView {
  return message({ content: sentence });
}
