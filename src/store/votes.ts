import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Db } from './tables.js';

/** What was shown: a line of words, a day, yes or no, or an event without a line. */
export const ANSWER_KINDS = ['words', 'day', 'yes-no', 'event'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Whether a person found an answer right. */
export interface Vote {
  /** Names the answer: the message it is in. */
  readonly answer: string;
  readonly userId: string;
  readonly right: boolean;
  readonly kind: AnswerKind;
  /** How likely the answer was held to be right, in hundredths. */
  readonly probability: number;
  readonly eventId: string;
}

/** How many votes there were, and how many said right. */
export interface Tally {
  readonly name: string;
  readonly votes: number;
  readonly right: number;
}

/** What people said about the answers. */
export interface Feedback {
  /** By month, YYYY-MM, the latest first. */
  readonly months: readonly Tally[];
  /** By kind of answer, the worst first. */
  readonly kinds: readonly Tally[];
  /** Ids of the events most often called wrong, the worst first. */
  readonly events: readonly Tally[];
}

/** Events that are named in feedback. */
const EVENTS_NAMED = 10;

/** Whether people found answers right: one vote a person and answer, without any text. */
export class Votes {
  readonly #db: Db;
  readonly #clock: Clock;

  constructor(db: Db, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Takes a vote; one that the same person gave on the same answer before is changed. Gives whether it is their first. */
  async cast({ answer, userId, right, kind, probability, eventId }: Vote): Promise<boolean> {
    const voter = voterMark(answer, userId);
    const vote = {
      right: right ? 1 : 0,
      kind,
      probability,
      event_id: eventId,
      at: this.#clock.now().getTime(),
    };
    const { numInsertedOrUpdatedRows: added } = await this.#db
      .insertInto('votes')
      .values({ answer, voter, ...vote })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    if (added) return true;
    await this.#db
      .updateTable('votes')
      .set({ right: vote.right })
      .where('answer', '=', answer)
      .where('voter', '=', voter)
      .execute();
    return false;
  }

  /** What people said, in numbers. */
  async feedback(): Promise<Feedback> {
    const rows = await this.#db.selectFrom('votes').select(['right', 'kind', 'event_id', 'at']).execute();
    const by = (name: (row: (typeof rows)[number]) => string) => {
      const tallies = new Map<string, { name: string; votes: number; right: number }>();
      for (const row of rows) {
        const tally = tallies.get(name(row)) ?? { name: name(row), votes: 0, right: 0 };
        tallies.set(tally.name, { ...tally, votes: tally.votes + 1, right: tally.right + row.right });
      }
      return [...tallies.values()];
    };
    const share = ({ right, votes }: Tally) => right / votes;
    const wrong = ({ right, votes }: Tally) => votes - right;
    return {
      months: by(({ at }) => new Date(Number(at)).toISOString().slice(0, 7)).sort((a, b) =>
        b.name.localeCompare(a.name),
      ),
      kinds: by(({ kind }) => kind).sort((a, b) => share(a) - share(b)),
      events: by(({ event_id }) => event_id)
        .filter((tally) => wrong(tally) > 0)
        .sort((a, b) => wrong(b) - wrong(a))
        .slice(0, EVENTS_NAMED),
    };
  }

  /** How many answers a person voted on. */
  async countOf(userId: string): Promise<number> {
    return (await this.#marksOf(userId)).length;
  }

  /** Deletes a person's votes. */
  async forget(userId: string): Promise<void> {
    for (const { answer, voter } of await this.#marksOf(userId))
      await this.#db.deleteFrom('votes').where('answer', '=', answer).where('voter', '=', voter).execute();
  }

  /** Deletes what is older than a moment, in milliseconds since 1970. */
  async prune(before: number): Promise<void> {
    await this.#db.deleteFrom('votes').where('at', '<', before).execute();
  }

  async #marksOf(userId: string) {
    const rows = await this.#db.selectFrom('votes').select(['answer', 'voter']).execute();
    return rows.filter(({ answer, voter }) => voter === voterMark(answer, userId));
  }
}

/** A mark of a person that differs from answer to answer: it keeps a vote single, and tells nobody who voted. */
function voterMark(answer: string, userId: string): string {
  return createHash('sha256').update(`${answer} ${userId}`).digest('base64url').slice(0, 16);
}
