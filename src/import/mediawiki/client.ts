import { type QueryAnswer, queryAnswer } from './answer.js';
import { LONGEST_WAIT_MS, retryAfter, waitBefore } from './wait.js';

/** English Wikipedia's API. */
export const WIKIPEDIA_API = 'https://en.wikipedia.org/w/api.php';
/** Most titles one request may name. */
export const TITLES_AT_ONCE = 50;
const ATTEMPTS = 10;
const CONTINUATIONS = 500;
const TIMEOUT_MS = 60_000;
/** Errors of the API that pass: they come with status 200. */
const PASSING = /^(?:maxlag|ratelimited|readonly|internal_api_error.*|timeout)$/;

/** A page as it is on the wiki. */
export interface WikiPage {
  readonly title: string;
  /** Its address, where the wiki gives it. */
  readonly url: string | null;
  readonly revision: number;
  readonly wikitext: string;
}

/** What became of a title asked for. */
export type PageAnswer =
  | { readonly kind: 'page'; readonly page: WikiPage }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The wiki could not be read, for a reason that a person can act on. */
export class MediaWikiError extends Error {
  override readonly name = 'MediaWikiError';
}

/** Which wiki is read, and how. */
export interface ClientOptions {
  /** The address of its api.php; English Wikipedia's by default. */
  readonly apiUrl?: string | undefined;
  /** The User-Agent of every request: who asks, and how to reach them. */
  readonly userAgent: string;
  /** Waits that many milliseconds. */
  readonly sleep?: (ms: number) => Promise<void>;
  readonly now?: () => Date;
  /** A number from 0 to 1, for jitter. */
  readonly random?: () => number;
  /** Called for every attempt that failed: why, the wait before the next, which attempt it was and of how many. */
  readonly onRetry?: (reason: string, waitMs: number, attempt: number, attempts: number) => void;
}

/** An attempt that may be made again; `waitMs` is what the server asked for. */
class Passing extends Error {
  constructor(
    message: string,
    readonly waitMs: number | null = null,
  ) {
    super(message);
  }
}

/**
 * Reads pages through the MediaWiki API, with the manners it asks for (https://www.mediawiki.org/wiki/API:Etiquette):
 * one request at a time, up to 50 titles each, compressed, `maxlag=5`, waits as Retry-After says, bounded retries.
 */
export class MediaWikiClient {
  readonly #apiUrl: string;
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#apiUrl = options.apiUrl ?? WIKIPEDIA_API;
    this.#options = options;
  }

  /**
   * Reads up to 50 pages by title, through normalized titles and redirects.
   *
   * @throws MediaWikiError when the wiki can't be read at all.
   */
  async pages(titles: readonly string[]): Promise<Map<string, PageAnswer>> {
    const found = new Map<string, PageAnswer>();
    const renamed = new Map<string, string>();
    let further: Record<string, string> = {};
    for (let turn = 0; turn < CONTINUATIONS; turn += 1) {
      const answer = await this.#query({
        titles: titles.join('|'),
        prop: 'revisions|info',
        rvprop: 'ids|timestamp|content',
        rvslots: 'main',
        inprop: 'url',
        redirects: '1',
        ...further,
      });
      take(answer, found, renamed);
      if (answer.continue === undefined) return matched(titles, found, renamed);
      further = Object.fromEntries(Object.entries(answer.continue).map(([k, v]) => [k, String(v)]));
    }
    throw new MediaWikiError(`The wiki's answer did not end after ${CONTINUATIONS} continuations.`);
  }

  async #query(parameters: Record<string, string>): Promise<QueryAnswer> {
    const { sleep = pause, random = Math.random, onRetry } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(parameters);
      } catch (error) {
        if (!(error instanceof Passing)) throw error;
        if (attempt >= ATTEMPTS)
          throw new MediaWikiError(
            `${hostOf(this.#apiUrl)} could not be read after ${ATTEMPTS} attempts. The last one: ${error.message}`,
          );
        if ((error.waitMs ?? 0) > LONGEST_WAIT_MS)
          throw new MediaWikiError(
            `${hostOf(this.#apiUrl)} asks to wait ${Math.ceil((error.waitMs ?? 0) / 60_000)} minutes. Try again then.`,
          );
        const wait = waitBefore(attempt, error.waitMs, random());
        onRetry?.(error.message, wait, attempt, ATTEMPTS);
        await sleep(wait);
      }
    }
  }

  async #attempt(parameters: Record<string, string>): Promise<QueryAnswer> {
    const url = new URL(this.#apiUrl);
    const fixed = { action: 'query', format: 'json', formatversion: '2', maxlag: '5' };
    for (const [key, value] of Object.entries({ ...fixed, ...parameters })) url.searchParams.set(key, value);
    const { response, body } = await this.#fetch(url);
    const asked = retryAfter(
      response.headers.get('retry-after'),
      (this.#options.now ?? (() => new Date()))(),
    );
    if (response.status === 429 || response.status === 408 || response.status >= 500)
      throw new Passing(`the wiki answered with status ${response.status}.`, asked);
    const answer = parsed(body);
    if (answer?.error && PASSING.test(answer.error.code)) {
      const lag = answer.error.lag === undefined ? null : answer.error.lag * 1000;
      throw new Passing(`the wiki answered "${answer.error.code}".`, asked ?? lag);
    }
    if (answer?.error)
      throw new MediaWikiError(`The wiki refused: ${(answer.error.info ?? answer.error.code).slice(0, 300)}`);
    if (!response.ok)
      throw new MediaWikiError(
        `${hostOf(this.#apiUrl)} answered with status ${response.status}. Is WIKIPEDIA_API_URL a MediaWiki API address?`,
      );
    if (answer === null) throw new Passing('the answer was cut off or no JSON of the API.', asked);
    return answer;
  }

  async #fetch(url: URL): Promise<{ response: Response; body: string }> {
    try {
      const response = await fetch(url, {
        headers: {
          'user-agent': this.#options.userAgent,
          'accept-encoding': 'gzip',
          accept: 'application/json',
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return { response, body: await response.text() };
    } catch (error) {
      throw new Passing(reasonOf(error));
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? `${cause.message || cause.name}.` : String(cause);
}

function parsed(body: string): QueryAnswer | null {
  try {
    const read = queryAnswer.safeParse(JSON.parse(body));
    // A complete answer holds one of these; anything else is a page of some proxy.
    if (!read.success || !(read.data.error || read.data.query || read.data.continue)) return null;
    return read.data;
  } catch {
    return null;
  }
}

function take(answer: QueryAnswer, found: Map<string, PageAnswer>, renamed: Map<string, string>): void {
  for (const { from, to } of [...(answer.query?.normalized ?? []), ...(answer.query?.redirects ?? [])])
    renamed.set(from, to);
  for (const page of answer.query?.pages ?? []) {
    const revision = page.revisions?.[0];
    const wikitext = revision?.slots?.main.content ?? revision?.content;
    if (revision && wikitext !== undefined)
      found.set(page.title, {
        kind: 'page',
        page: { title: page.title, url: page.fullurl ?? null, revision: revision.revid, wikitext },
      });
    else if (page.missing) found.set(page.title, { kind: 'missing' });
    else if (page.invalid)
      found.set(page.title, { kind: 'unreadable', reason: 'The wiki has no such title.' });
  }
}

/** Answers by the titles asked for: each followed through normalization and redirects. */
function matched(
  titles: readonly string[],
  found: ReadonlyMap<string, PageAnswer>,
  renamed: ReadonlyMap<string, string>,
): Map<string, PageAnswer> {
  return new Map(
    titles.map((title) => {
      let at = title;
      for (let hop = 0; hop < 5 && !found.has(at); hop += 1) at = renamed.get(at) ?? at;
      const unread: PageAnswer = { kind: 'unreadable', reason: 'The wiki gave no text for it.' };
      return [title, found.get(at) ?? unread];
    }),
  );
}
