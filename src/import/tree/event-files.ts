import { type DatedPage, type EventRecord, headlineOf } from '../record.js';
import { Related } from '../related/related.js';
import { linkTo, type RelatedLine, renderDayPage, renderEvent, termInContext } from './render.js';
import { FileComposer, type SealedFile } from './sealed-file.js';

/** The files of everything imported, each composed when it is asked for and overwritten by the next. */
export class EventFiles {
  readonly #file = new FileComposer();
  readonly #related: Related;
  readonly #places: ReadonlyMap<EventRecord, number>;
  readonly #links: readonly Uint8Array[];
  readonly #terms: readonly Uint8Array[];

  /** @param pages By date. */
  constructor(pages: readonly DatedPage[]) {
    const standing = pages.flatMap(({ date, page }) =>
      page.events.filter((event) => event.gone === null).map((event) => ({ date, event })),
    );
    this.#related = new Related(standing);
    this.#places = new Map(standing.map(({ event }, index) => [event, index]));
    this.#links = standing.map(({ event }) => linkTo(headlineOf(event), event.path));
    this.#terms = this.#related.labels.map(termInContext);
  }

  /** An event's file, with its related events. */
  event(dated: DatedPage, event: EventRecord): SealedFile {
    const place = this.#places.get(event);
    const related = place === undefined ? [] : this.#related.of(place);
    const lines = related.map(({ to, shared }) => this.#line(to, shared));
    return renderEvent(this.#file, dated, event, lines);
  }

  /** The page of a day, with the events that stand. */
  dayPage(dated: DatedPage): SealedFile {
    const lines = dated.page.events.flatMap((event) => {
      const place = this.#places.get(event);
      return place === undefined ? [] : [this.#line(place, this.#related.context(place))];
    });
    return renderDayPage(this.#file, dated, lines);
  }

  #line(event: number, context: readonly number[]): RelatedLine {
    const nothing = new Uint8Array();
    return {
      link: this.#links[event] ?? nothing,
      context: context.map((term) => this.#terms[term] ?? nothing),
    };
  }
}
