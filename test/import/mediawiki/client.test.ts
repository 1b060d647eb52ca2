import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MediaWikiClient, MediaWikiError } from '../../../src/import/mediawiki/client.js';
import { contactProblem, userAgent } from '../../../src/import/mediawiki/user-agent.js';
import { retryAfter, waitBefore } from '../../../src/import/mediawiki/wait.js';
import { FAULTS, type Fault, LoopbackWiki } from '../loopback-wiki.js';

let wiki: LoopbackWiki;
let apiUrl: string;
let waits: number[];
let client: MediaWikiClient;

beforeEach(async () => {
  wiki = new LoopbackWiki();
  apiUrl = await wiki.start();
  waits = [];
  client = new MediaWikiClient({
    apiUrl,
    userAgent: userAgent('ops@harbour.example'),
    sleep: async (ms) => void waits.push(ms),
    random: () => 0,
  });
  wiki.pages.set('Portal:Current events/2016 April 8', { wikitext: '*One.', revision: 7 });
});
afterEach(() => wiki.stop());

const PAGE = 'Portal:Current events/2016 April 8';

describe('reading pages', () => {
  it('gives text and revision, and notes pages that are missing', async () => {
    const answers = await client.pages([PAGE, 'Portal:Current events/2016 April 9']);
    expect(answers.get(PAGE)).toMatchObject({ kind: 'page', page: { revision: 7, wikitext: '*One.' } });
    expect(answers.get('Portal:Current events/2016 April 9')).toEqual({ kind: 'missing' });
  });

  it('matches titles through normalization and redirects', async () => {
    wiki.redirects.set('Portal:Current events/8 April 2016', PAGE);
    const answers = await client.pages([PAGE.replaceAll(' ', '_'), 'Portal:Current_events/8_April_2016']);
    expect([...answers.values()].map((answer) => answer.kind === 'page' && answer.page.title)).toEqual([
      PAGE,
      PAGE,
    ]);
  });

  it('follows an answer that goes on', async () => {
    wiki.textsAtOnce = 2;
    const titles = ['A', 'B', 'C', 'D', 'E'];
    for (const title of titles) wiki.pages.set(title, { wikitext: title, revision: 1 });
    const answers = await client.pages(titles);
    expect([...answers.values()].map((answer) => answer.kind === 'page' && answer.page.wikitext)).toEqual(
      titles,
    );
    expect(wiki.requests).toHaveLength(3);
  });

  it('says who asks, and asks for compressed answers', async () => {
    await client.pages([PAGE]);
    expect(wiki.requests[0]?.headers['user-agent']).toMatch(/^Dateline\/\S+ \(ops@harbour\.example\)/);
    expect(wiki.requests[0]?.headers['accept-encoding']).toBe('gzip');
  });
});

describe('a wiki that fails', () => {
  it.each(FAULTS)('is asked again after %s', async (fault) => {
    wiki.faultOf = (n) => (n < 2 ? fault : null);
    expect((await client.pages([PAGE])).get(PAGE)?.kind).toBe('page');
    expect(wiki.requests).toHaveLength(3);
  });

  it.each<[Fault, number]>([
    ['maxlag', 5000],
    ['429', 3000],
    ['503', 2000],
  ])('is left alone as long as it says: %s', async (fault, wait) => {
    wiki.faultOf = (n) => (n === 0 ? fault : null);
    await client.pages([PAGE]);
    expect(waits).toEqual([wait]);
  });

  it('is given up after a bounded number of attempts, with a sentence', async () => {
    wiki.faultOf = () => '503';
    await expect(client.pages([PAGE])).rejects.toThrow(/could not be read after 10 attempts.*status 503/);
    expect(wiki.requests).toHaveLength(10);
  });

  it('is not asked again where asking cannot help', async () => {
    const elsewhere = new MediaWikiClient({
      apiUrl: 'http://127.0.0.1:9/api.php',
      userAgent: 'x',
      sleep: async () => {},
    });
    await expect(elsewhere.pages([PAGE])).rejects.toBeInstanceOf(MediaWikiError);
  });
});

describe('waits', () => {
  it('read Retry-After as seconds or as a date', () => {
    const now = new Date('2016-04-08T12:00:00Z');
    expect(retryAfter('7', now)).toBe(7000);
    expect(retryAfter('Fri, 08 Apr 2016 12:01:00 GMT', now)).toBe(60_000);
    expect(retryAfter('soon', now)).toBeNull();
    expect(retryAfter(null, now)).toBeNull();
  });

  it('double, with jitter, and never end before what the server asked for', () => {
    expect([1, 2, 3, 4].map((attempt) => waitBefore(attempt, null, 1))).toEqual([1000, 2000, 4000, 8000]);
    expect(waitBefore(3, null, 0)).toBe(2000);
    expect(waitBefore(1, 5000, 0.5)).toBeGreaterThanOrEqual(5000);
  });
});

describe('the contact', () => {
  it.each([undefined, '', '   ', 'me'])('is needed: %j will not do', (contact) => {
    expect(contactProblem(contact)).toMatch(/DATELINE_CONTACT/);
  });

  it.each(['ops@harbour.example', 'https://harbour.example/bot', 'harbour.example'])(
    'may be %s',
    (contact) => {
      expect(contactProblem(contact)).toBeNull();
    },
  );
});
