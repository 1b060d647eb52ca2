import { numbersIn, type Sections } from './kept-file.js';
import type { KeptTexts, TextsToKeep } from './kept-texts.js';
import { NumbersToKeep } from './numbers-to-keep.js';

/** Lists of texts to keep, each once, with a number each: the same few topics come with thousands of events. */
export class ListsToKeep {
  readonly #texts: TextsToKeep;
  readonly #numbers = new Map<string, number>();
  readonly #begins = new NumbersToKeep();
  readonly #items = new NumbersToKeep();

  constructor(texts: TextsToKeep) {
    this.#texts = texts;
  }

  /** The number of a list, from 0 in the order they first came. */
  number(list: readonly string[]): number {
    const texts = list.map((text) => this.#texts.number(text));
    const key = texts.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#begins.length;
    this.#numbers.set(key, number);
    this.#begins.push(this.#items.length);
    for (const text of texts) this.#items.push(text);
    return number;
  }

  /** The sections of a file, their names beginning with one. */
  sections(name: string): Sections {
    return { [`${name}.begins`]: this.#begins.bytes, [`${name}.items`]: this.#items.bytes };
  }
}

/** Lists that were kept, by their numbers; each is made when it is first asked for, and the same one is given from then on. */
export class KeptLists {
  readonly #texts: KeptTexts;
  readonly #begins: Uint32Array;
  readonly #items: Uint32Array;
  readonly #made: (readonly string[] | undefined)[];

  constructor(sections: Sections, name: string, texts: KeptTexts) {
    this.#texts = texts;
    this.#begins = numbersIn(sections, `${name}.begins`);
    this.#items = numbersIn(sections, `${name}.items`);
    this.#made = new Array(this.#begins.length);
  }

  list(number: number): readonly string[] {
    const made = this.#made[number];
    if (made !== undefined) return made;
    const list: string[] = [];
    const end = this.#begins[number + 1] ?? this.#items.length;
    for (let at = this.#begins[number] ?? end; at < end; at++)
      list.push(this.#texts.text(this.#items[at] ?? 0));
    this.#made[number] = list;
    return list;
  }
}
