import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A page the loopback wiki holds. */
export interface StoredPage {
  readonly wikitext: string;
  readonly revision: number;
}

/** What the loopback wiki does to a request instead of answering it. */
export type Fault = 'maxlag' | '429' | '503' | 'truncated' | 'html' | 'cut-json' | 'reset';

export const FAULTS: readonly Fault[] = ['maxlag', '429', '503', 'truncated', 'html', 'cut-json', 'reset'];

/** A MediaWiki on loopback: enough of action=query to import from, and every way it can fail. */
export class LoopbackWiki {
  readonly pages = new Map<string, StoredPage>();
  readonly redirects = new Map<string, string>();
  /** Requests seen, in order. */
  readonly requests: { readonly titles: string[]; readonly headers: IncomingMessage['headers'] }[] = [];
  /** How many requests are being answered now, and the most there ever were. */
  busiest = 0;
  /** Chooses the fault of the n-th request (from 0); null answers it. */
  faultOf: (n: number) => Fault | null = () => null;
  /** Most pages' texts in one answer; the rest follows by `continue`. */
  textsAtOnce = 50;
  #busy = 0;
  readonly #server = createServer((request, response) => this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/w/api.php`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const titles = (url.searchParams.get('titles') ?? '').split('|');
    this.requests.push({ titles, headers: request.headers });
    this.#busy += 1;
    this.busiest = Math.max(this.busiest, this.#busy);
    response.on('close', () => {
      this.#busy -= 1;
    });
    const fault = this.faultOf(this.requests.length - 1);
    if (fault !== null && fault !== 'truncated' && fault !== 'cut-json') return void fail(response, fault);
    const answer = JSON.stringify(this.#query(titles, Number(url.searchParams.get('rvcontinue') ?? 0)));
    if (fault === 'cut-json') return void send(response, 200, answer.slice(0, answer.length / 2));
    if (fault !== 'truncated') return void send(response, 200, answer);
    // Half of the bytes that were announced, then the connection ends.
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(answer),
    });
    response.write(answer.slice(0, answer.length / 2), () => response.destroy());
  }

  #query(titles: readonly string[], from: number) {
    const normalized = titles
      .filter((title) => title.includes('_'))
      .map((title) => ({ from: title, to: title.replaceAll('_', ' ') }));
    const plain = titles.map((title) => title.replaceAll('_', ' '));
    const redirects = plain.flatMap((title) => {
      const to = this.redirects.get(title);
      return to === undefined ? [] : [{ from: title, to }];
    });
    const wanted = [...new Set(plain.map((title) => this.redirects.get(title) ?? title))];
    const until = from + this.textsAtOnce;
    const pages = wanted.map((title, at) => {
      const page = this.pages.get(title);
      if (!page) return { ns: 100, title, missing: true };
      if (at < from || at >= until) return { pageid: at + 1, ns: 100, title };
      const main = { contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: page.wikitext };
      return { pageid: at + 1, ns: 100, title, revisions: [{ revid: page.revision, slots: { main } }] };
    });
    const more = until < wanted.length ? { continue: { rvcontinue: String(until), continue: '||' } } : {};
    return { batchcomplete: !('continue' in more), ...more, query: { normalized, redirects, pages } };
  }
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}) {
  const packed = gzipSync(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip', ...headers });
  response.end(packed);
}

function fail(response: ServerResponse, fault: Fault): void {
  if (fault === 'reset') return void response.destroy();
  if (fault === 'maxlag')
    return void send(response, 200, JSON.stringify({ error: { code: 'maxlag', info: 'lagged', lag: 7.2 } }), {
      'retry-after': '5',
    });
  if (fault === '429') return void send(response, 429, 'Too many requests', { 'retry-after': '3' });
  if (fault === '503') return void send(response, 503, '<html>busy</html>', { 'retry-after': '2' });
  return void send(response, 200, '<html><body>Wikimedia Error</body></html>', {
    'content-type': 'text/html',
  });
}
