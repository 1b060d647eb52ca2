import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is asked for when the metrics are read; each may be out of reach and is then left out. */
export interface Measured {
  /** Whether the gateway is connected. */
  gatewayReady(): boolean;
  /** How many shards have no connection. */
  lostShards(): number;
  /** Events in the index. */
  events(): Promise<number>;
  follows(): Promise<number>;
  /** How many messages wait to be sent, and since when the oldest does, in milliseconds since 1970. */
  outbox(): Promise<{ readonly count: number; readonly oldest: number | null }>;
  /** When the last import ended well, in milliseconds since 1970; null where there was none. */
  lastImport(): Promise<number | null>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Seconds; Discord gives up on an acknowledgement after three. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];

/** What the bot reports to Prometheus. Names end in their unit; a label is never anything that people wrote. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #answers: Counter;
  readonly #seconds: Histogram;
  readonly #votes: Counter;

  constructor(measured: Measured) {
    const registers = [this.#registry];
    // The event loop's lag, memory, garbage collection, handles.
    collectDefaultMetrics({ register: this.#registry });
    this.#answers = new Counter({
      name: 'dateline_answers_total',
      help: 'Commands, presses and mentions, by what was asked for and how it ended',
      labelNames: ['what', 'outcome'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'dateline_answer_duration_seconds',
      help: 'Time from an interaction or mention to the end of its answer',
      labelNames: ['what'],
      buckets: BUCKETS,
      registers,
    });
    this.#votes = new Counter({
      name: 'dateline_votes_total',
      help: 'What people said about answers, by kind of answer and how likely it was held to be right, in tenths',
      labelNames: ['kind', 'probability', 'right'],
      registers,
    });
    const gauge = (name: string, help: string, read: () => number | null | Promise<number | null>) =>
      new Gauge({
        name: `dateline_${name}`,
        help,
        registers,
        async collect() {
          const value = await Promise.resolve(read()).catch(() => null);
          if (value === null) this.reset();
          else this.set(value);
        },
      });
    const age = (since: number | null) => (since === null ? null : (measured.now() - since) / 1000);
    gauge('gateway_ready', '1 while the gateway is connected', () => Number(measured.gatewayReady()));
    gauge('gateway_shards_lost', 'Shards without a connection', () => measured.lostShards());
    gauge('events', 'Events in the index', () => measured.events());
    gauge('follows', 'Follows of all servers and people', () => measured.follows());
    gauge('outbox_messages', 'Messages that wait to be sent', async () => (await measured.outbox()).count);
    gauge('outbox_oldest_seconds', 'How long the oldest of them has waited', async () => {
      const { count, oldest } = await measured.outbox();
      return count === 0 ? 0 : age(oldest);
    });
    gauge('import_age_seconds', 'Time since the last import ended well', async () =>
      age(await measured.lastImport()),
    );
  }

  /**
   * Notes an answer.
   *
   * @param what "ask", "press story", "talk".
   * @param outcome how it ended, in a word.
   */
  answered(what: string, outcome: string, ms: number): void {
    this.#answers.inc({ what, outcome });
    this.#seconds.observe({ what }, ms / 1000);
  }

  /** Notes what somebody said about an answer. @param probability in hundredths */
  voted(kind: string, probability: number, right: boolean): void {
    const tenth = Math.min(9, Math.floor(probability / 10)) / 10;
    this.#votes.inc({ kind, probability: tenth.toFixed(1), right: String(right) });
  }

  /** All of it in Prometheus' text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}
