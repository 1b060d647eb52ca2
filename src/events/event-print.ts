import type { NewsEvent } from './event.js';

/**
 * A number made of all that indexes of events are made of: events with the same one need not be indexed again. cyrb53, a
 * hash of 53 bits: two of a million events share one with a probability of 1 in 18,000, and only two versions of the same
 * file are ever compared.
 */
export function eventPrint(event: NewsEvent): number {
  return remembered.get(event) ?? printOf(event);
}

const remembered = new WeakMap<NewsEvent, number>();

/** Takes up the print of an event where it was kept with it. */
export function rememberPrint(event: NewsEvent, print: number): void {
  remembered.set(event, print);
}

function printOf(event: NewsEvent): number {
  const print = new Print();
  print.text(event.id);
  print.text(event.date);
  print.text(event.story ?? '');
  print.text(event.headline);
  print.text(event.sentence);
  print.text(event.summary);
  print.texts(event.topics);
  print.texts(event.context);
  print.number(event.sources.length);
  print.number(event.related.length);
  for (const { path, context } of event.related) {
    print.text(path);
    print.texts(context);
  }
  return print.value();
}

class Print {
  #one = 0xdeadbeef;
  #other = 0x41c6ce57;

  number(number: number): void {
    this.#one = Math.imul(this.#one ^ number, 2654435761);
    this.#other = Math.imul(this.#other ^ number, 1597334677);
  }

  text(text: string): void {
    let one = this.#one;
    let other = this.#other;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      one = Math.imul(one ^ code, 2654435761);
      other = Math.imul(other ^ code, 1597334677);
    }
    this.#one = one;
    this.#other = other;
    this.number(text.length);
  }

  texts(texts: readonly string[]): void {
    this.number(texts.length);
    for (const text of texts) this.text(text);
  }

  value(): number {
    let one = Math.imul(this.#one ^ (this.#one >>> 16), 2246822507);
    one ^= Math.imul(this.#other ^ (this.#other >>> 13), 3266489909);
    let other = Math.imul(this.#other ^ (this.#other >>> 16), 2246822507);
    other ^= Math.imul(this.#one ^ (this.#one >>> 13), 3266489909);
    return 4294967296 * (2097151 & other) + (one >>> 0);
  }
}
