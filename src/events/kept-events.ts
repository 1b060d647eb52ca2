import { bytesOf, doublesIn, numbersIn, type Sections } from '../kept/kept-file.js';
import { KeptLists, ListsToKeep } from '../kept/kept-lists.js';
import type { KeptTexts, TextsToKeep } from '../kept/kept-texts.js';
import { NumbersToKeep } from '../kept/numbers-to-keep.js';
import type { CalendarDate } from './calendar-date.js';
import type { EventSource, NewsEvent, RelatedEvent } from './event.js';
import { eventPrint, rememberPrint } from './event-print.js';

const NAME = 'events';

/** Events to keep, in order. A folder of many has millions of texts and lists in them, of which most are the same. */
export class EventsToKeep {
  readonly #texts: TextsToKeep;
  readonly #lists: ListsToKeep;
  readonly #numbers = new NumbersToKeep();
  readonly #prints: number[] = [];

  /** @param texts those of the file the events are kept in. */
  constructor(texts: TextsToKeep) {
    this.#texts = texts;
    this.#lists = new ListsToKeep(texts);
  }

  add(event: NewsEvent): void {
    const text = (text: string) => this.#numbers.push(this.#texts.number(text));
    const textOrNone = (text: string | null) =>
      this.#numbers.push(text === null ? 0 : this.#texts.number(text) + 1);
    const list = (list: readonly string[]) => this.#numbers.push(this.#lists.number(list));
    for (const own of [event.id, event.path, event.date, event.headline, event.sentence, event.summary])
      text(own);
    textOrNone(event.story);
    list(event.topics);
    list(event.context);
    this.#numbers.push(event.sources.length);
    for (const { name, url, image } of event.sources) {
      text(name);
      text(url);
      textOrNone(image);
    }
    this.#numbers.push(event.related.length);
    for (const { path, headline, context } of event.related) {
      text(path);
      text(headline);
      list(context);
    }
    this.#prints.push(eventPrint(event));
  }

  get sections(): Sections {
    return {
      ...this.#lists.sections(`${NAME}.lists`),
      [`${NAME}.values`]: this.#numbers.bytes,
      [`${NAME}.prints`]: bytesOf(Float64Array.from(this.#prints)),
    };
  }
}

/** The events that were kept, in their order; `texts` are those of the file. */
export function* keptEvents(sections: Sections, texts: KeptTexts): Generator<NewsEvent> {
  const lists = new KeptLists(sections, `${NAME}.lists`, texts);
  const numbers = numbersIn(sections, `${NAME}.values`);
  let at = 0;
  const number = () => numbers[at++] ?? 0;
  const text = () => texts.text(number());
  const textOrNone = () => {
    const of = number();
    return of === 0 ? null : texts.text(of - 1);
  };
  for (const print of doublesIn(sections, `${NAME}.prints`)) {
    const [id, path, date, headline, sentence, summary] = [text(), text(), text(), text(), text(), text()];
    const story = textOrNone();
    const topics = lists.list(number());
    const context = lists.list(number());
    const sources: EventSource[] = [];
    for (let left = number(); left > 0; left--)
      sources.push({ name: text(), url: text(), image: textOrNone() });
    const related: RelatedEvent[] = [];
    for (let left = number(); left > 0; left--)
      related.push({ path: text(), headline: text(), context: lists.list(number()) });
    const event = {
      id,
      path,
      date: date as CalendarDate,
      story,
      headline,
      sentence,
      summary,
      topics,
      context,
      sources,
      related,
    };
    rememberPrint(event, print);
    yield event;
  }
}
