import { bytesOf, numbersIn, type Sections } from './kept-file.js';
import { KeptTexts, TextsToKeep } from './kept-texts.js';
import { NumbersToKeep } from './numbers-to-keep.js';

/** What the lowest three bits of a number say that the others are. */
const CONSTANT = 0;
const INTEGER = 1;
const TEXT = 2;
const LIST = 3;
const OBJECT = 4;

const CONSTANTS = [null, true, false] as const;
const LARGEST = 2 ** 29 - 1;

/**
 * Values of the kinds that JSON has, packed into numbers: texts and the names of fields are kept once, however often they
 * stand in the values. A folder of events repeats each headline in every file that links to it; as JSON it takes ten times
 * the room, and as long to read as the files themselves.
 */
export class Packer {
  /** The texts of the values; others may be kept with them. */
  readonly texts = new TextsToKeep();
  /** The fields of an object, by their names; and the numbers of those names. */
  readonly #shapes = new Map<string, number>();
  readonly #fields: (readonly number[])[] = [];
  readonly #numbers = new NumbersToKeep();
  readonly #begins = new NumbersToKeep();

  /** Adds a value; gives its number, from 0. @throws TypeError for what can't be packed: fractions, negative numbers. */
  add(value: unknown): number {
    this.#begins.push(this.#numbers.length);
    this.#value(value);
    return this.#begins.length - 1;
  }

  sections(name: string): Sections {
    const shapes = this.#fields.flatMap((names) => [names.length, ...names]);
    return {
      ...this.texts.sections(`${name}.texts`),
      [`${name}.shapes`]: bytesOf(Uint32Array.from(shapes)),
      [`${name}.begins`]: this.#begins.bytes,
      [`${name}.values`]: this.#numbers.bytes,
    };
  }

  #value(value: unknown): void {
    if (typeof value === 'string') this.#push(TEXT, this.texts.number(value));
    else if (typeof value === 'number') this.#push(INTEGER, value);
    else if (Array.isArray(value)) {
      this.#push(LIST, value.length);
      for (const item of value) this.#value(item);
    } else if (value !== null && typeof value === 'object') this.#object(value);
    else this.#constant(value);
  }

  #constant(value: unknown): void {
    const constant = CONSTANTS.indexOf(value as null);
    if (constant < 0) throw new TypeError(`${typeof value} can't be packed`);
    this.#push(CONSTANT, constant);
  }

  #object(object: object): void {
    const fields = Object.entries(object).filter(([, value]) => value !== undefined);
    const key = fields.map(([name]) => name).join('\0');
    let shape = this.#shapes.get(key);
    if (shape === undefined) {
      shape = this.#fields.push(fields.map(([name]) => this.texts.number(name))) - 1;
      this.#shapes.set(key, shape);
    }
    this.#push(OBJECT, shape);
    for (const [, value] of fields) this.#value(value);
  }

  #push(kind: number, number: number): void {
    if (!Number.isInteger(number) || number < 0 || number > LARGEST)
      throw new TypeError(`${number} can't be packed`);
    this.#numbers.push(number * 8 + kind);
  }
}

/** The values that a packer packed; each is made anew whenever it is asked for. */
export class PackedValues {
  readonly texts: KeptTexts;
  readonly #shapes: (readonly string[])[] = [];
  readonly #begins: Uint32Array;
  readonly #numbers: Uint32Array;
  #at = 0;

  constructor(sections: Sections, name: string) {
    this.texts = new KeptTexts(sections, `${name}.texts`);
    this.#begins = numbersIn(sections, `${name}.begins`);
    this.#numbers = numbersIn(sections, `${name}.values`);
    const shapes = numbersIn(sections, `${name}.shapes`);
    for (let at = 0; at < shapes.length; ) {
      const end = at + 1 + (shapes[at] ?? 0);
      this.#shapes.push(Array.from(shapes.subarray(at + 1, end), (text) => this.texts.text(text)));
      at = end;
    }
  }

  get count(): number {
    return this.#begins.length;
  }

  /** A value by its number; undefined where there is none. */
  value(number: number): unknown {
    const begin = this.#begins[number];
    if (begin === undefined) return undefined;
    this.#at = begin;
    return this.#next();
  }

  #next(): unknown {
    const number = this.#numbers[this.#at++] ?? 0;
    const of = number >>> 3;
    switch (number & 7) {
      case TEXT:
        return this.texts.text(of);
      case INTEGER:
        return of;
      case LIST: {
        const list: unknown[] = [];
        for (let i = 0; i < of; i++) list.push(this.#next());
        return list;
      }
      case OBJECT: {
        const object: Record<string, unknown> = {};
        for (const name of this.#shapes[of] ?? []) object[name] = this.#next();
        return object;
      }
      default:
        return CONSTANTS[of];
    }
  }
}
