import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDayPage } from '../../../src/import/wikitext/day-page.js';
import { InlineReader } from '../../../src/import/wikitext/inline.js';
import type { Citation, Notice } from '../../../src/import/wikitext/reading.js';

function read(markup: string): { text: string; citations: Citation[]; links: string[]; notices: Notice[] } {
  const notices: Notice[] = [];
  const reader = new InlineReader(new Map(), (problem, excerpt) => notices.push({ problem, excerpt }));
  const text = reader.plain(markup);
  return { text, citations: reader.citations, links: reader.links, notices };
}
const sources = (markup: string) => read(markup).citations.map(({ name, url }) => `${name}|${url}`);

describe('links as plain text', () => {
  it.each([
    ['[[Oslo]]', 'Oslo'],
    ['[[Oslo|the capital]]', 'the capital'],
    ['[[bomb]]ing', 'bombing'],
    ["''[[The Post (paper)|]]''", 'The Post'],
    ['[[:de:Hafen Nord|Northport]]', 'Northport'],
    ['[[:de:Hafen Nord]]', 'Hafen Nord'],
    ['Northport [[[:de:Nordhafen|de]]] opens', 'Northport opens'],
    ['Ann ([[:fr:Ann|fr]]; [[:ru:Ann|ru]]) wins', 'Ann wins'],
    ['[[wikt:quay|quay]]', 'quay'],
    ['[[File:Quay.jpg|thumb|The [[quay]] at night]]The quay', 'The quay'],
    ['[[Category:Harbours]]Text', 'Text'],
    ['an [[unclosed link', 'an unclosed link'],
    ['an [[unclosed] link [[Oslo]]', 'an unclosed link Oslo'],
  ])('%s', (markup, text) => {
    expect(read(markup).text).toBe(text);
  });

  it('tells the titles they lead to', () => {
    expect(read('[[oslo_fjord#Depth|fjord]], [[#Here]], [[:de:Oslo|de]]').links).toEqual(['Oslo fjord']);
  });
});

describe('templates as plain text', () => {
  it.each([
    ['{{nowrap|5 km}}', '5 km'],
    ['{{convert|7|km|mi|abbr=on}}', '7 km'],
    ['{{convert|7|to|10|km|mi}}', '7 to 10 km'],
    ['{{convert|5|ft|8|in}}', '5 ft 8 in'],
    ['{{convert|30,000|sqmi|km2}}', '30,000 sq mi'],
    ['{{ill|Ann Berg|no}}', 'Ann Berg'],
    ['{{ill|Ann Berg|no|lt=Berg}}', 'Berg'],
    ['{{lang|fr|bonjour}} {{lang-es|hola}} {{es icon}}', 'bonjour hola'],
    ['A{{ndash}}B{{snd}}C{{nbsp}}D', 'A–B – C D'],
    ['{{USD|5 million}}', 'US$5 million'],
    ['{{flagicon|NO}} [[Norway]]', 'Norway'],
    ['{{USS|Northport|AB-1}}', 'USS Northport'],
    ['{{frac|1|2}} hour', '1/2 hour'],
    ['true{{citation needed|date=May 2016}}', 'true'],
    ['{{nowrap|{{convert|5|km}} of [[road]]}}', '5 km of road'],
  ])('%s', (markup, text) => {
    expect(read(markup)).toMatchObject({ text, notices: [] });
  });

  it('keeps the words of one it does not know, and reports it', () => {
    const { text, notices } = read('A {{harbour sign|big|colour=red}} sign');
    expect(text).toBe('A big sign');
    expect(notices[0]?.excerpt).toBe('{{harbour sign|big|colour=red}}');
  });
});

describe('sources', () => {
  it.each([
    ["It opens. [http://a.example/1 (''The Post'')]", 'It opens.', ['The Post|http://a.example/1']],
    [
      "It opens. [http://a.example/1 (NTB via ''The Post'')]",
      'It opens.',
      ['NTB via The Post|http://a.example/1'],
    ],
    ['It opens. [http://a.example/1]', 'It opens.', ['|http://a.example/1']],
    ['It opens ([http://a.example/1 The Post]).', 'It opens.', ['The Post|http://a.example/1']],
    [
      'It opens. [http://a.example (A)], [http://b.example (B)] and [http://c.example (C)].',
      'It opens.',
      ['A|http://a.example', 'B|http://b.example', 'C|http://c.example'],
    ],
    [
      'It opens [http://a.example (A)] and it closes. [http://b.example (B)]',
      'It opens and it closes.',
      ['A|http://a.example', 'B|http://b.example'],
    ],
    [
      'It opens in Washington, D.C. [http://a.example (A)]. Later it closes.',
      'It opens in Washington, D.C. Later it closes.',
      ['A|http://a.example'],
    ],
    [
      'The town publishes [http://a.example a report] about it.',
      'The town publishes a report about it.',
      ['|http://a.example'],
    ],
    ['It opens. [http://a.example The Post]', 'It opens.', ['The Post|http://a.example']],
    ['It opens [http://a.example The Post]', 'It opens', ['The Post|http://a.example']],
    ["It opens. ''[http://a.example (The Post)]''", 'It opens.', ['The Post|http://a.example']],
    ["It opens. [http://a.example ''The Post'')]", 'It opens.', ['The Post|http://a.example']],
    [
      "It opens. [http://a.example (''El Diario'' <small>in Spanish</small>)]",
      'It opens.',
      ['El Diario|http://a.example'],
    ],
    ['It opens. [[http://a.example (The Post)]]', 'It opens.', ['The Post|http://a.example']],
    ['It opens. [http://a.example (The Post)', 'It opens.', ['The Post|http://a.example']],
    ['It opens. [http://a.example(The Post)]', 'It opens.', ['The Post|http://a.example']],
    ['It opens. [http://a.example/1|The Post]', 'It opens.', ['The Post|http://a.example/1']],
    ['It opens. http://a.example/1.', 'It opens.', ['|http://a.example/1']],
    ['It opens. [//a.example/1 (The Post)]', 'It opens.', ['The Post|https://a.example/1']],
    [
      'It opens.<ref>[http://a.example Opening], The Post</ref>',
      'It opens.',
      ['Opening, The Post|http://a.example'],
    ],
    [
      'It opens.<ref name="x">{{cite news|url=http://a.example|title=T|work=[[The Post]]|agency=NTB}}</ref>',
      'It opens.',
      ['NTB via The Post|http://a.example'],
    ],
    [
      'It opens. [http://a.example (A)] {{Webarchive|url=http://archive.example/x |date=2005-06-20}}',
      'It opens.',
      ['A|http://a.example'],
    ],
  ])('%s', (markup, text, expected) => {
    expect(read(markup).text).toBe(text);
    expect(sources(markup)).toEqual(expected);
  });

  it('are named by their host where the page gives no name', () => {
    expect(readDayPage('2016-04-08', '*It opens. [http://www.post.example/1]').items[0]?.citations).toEqual([
      { name: 'post.example', url: 'http://www.post.example/1' },
    ]);
  });

  it('are found again by the name of their footnote', () => {
    const page = '*One.<ref name=p>[http://a.example (A)]</ref>\n*Two.<ref name="p" />';
    expect(readDayPage('2016-04-08', page).items.map((item) => item.citations[0]?.url)).toEqual([
      'http://a.example',
      'http://a.example',
    ]);
  });
});

describe('characters', () => {
  it('leave out what is unseen and what is markup', () => {
    const page = "*A\u200b'''bold'''&nbsp;''word'' &amp; caf&eacute; <br/>M<sub>w</sub> 5<!-- no -->.\ufeff";
    expect(readDayPage('2016-04-08', page).items[0]?.text).toBe('Abold word & café Mw 5.');
  });

  it('keep what is in nowiki', () => {
    expect(readDayPage('2016-04-08', "*A <nowiki>[[b]] ''c''</nowiki>").items[0]?.text).toBe("A [[b]] ''c''");
  });
});

it('never throws, never loses a row that has words, leaves one line without markup', () => {
  const piece = fc.constantFrom(
    '[[',
    ']]',
    '[',
    ']',
    '{{',
    '}}',
    '|',
    "''",
    '<ref>',
    '</ref>',
    '-->',
    'http://a.example/x ',
    '(',
    ')',
    ':',
    'word ',
    'A ',
    '<br>',
    '&amp;',
    'File:',
  );
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 14 }), { maxLength: 5 }), (rows) => {
      const page = rows.map((row, index) => `* start${index} ${row.join('')}`).join('\n');
      const reading = readDayPage('2016-04-08', page);
      const all = reading.items.flatMap((item) => [...item.topics, item.text]).join(' ');
      for (const index of rows.keys()) expect(all).toContain(`start${index}`);
      expect(all).not.toMatch(/[\n\ue000-\uf8ff]/);
    }),
    { numRuns: 500 },
  );
});
