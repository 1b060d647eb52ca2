import { describe, expect, it } from 'vitest';
import { readDayPage } from '../../../src/import/wikitext/day-page.js';

const read = (wikitext: string) => readDayPage('2016-04-08', wikitext);
const told = (wikitext: string) =>
  read(wikitext).items.map((item) => [...item.topics, item.text].join(' > '));
const ROWS = `;Harbours
*[[Harbour strike]]
**[[Northport docks|The docks]] of {{nowrap|Northport}} close. [http://news.example/1 (''Northport Post'')]
*A ferry runs late.`;
const READ = ['Harbour strike > The docks of Northport close.', 'A ferry runs late.'];

describe('the wrapper of a day page', () => {
  it.each([
    [
      'a header and the end of a table',
      `{{Current events header|2016|04|8}}\n\n<!-- below -->\n${ROWS}\n<!-- above -->|}`,
    ],
    ['a content parameter', `<!-- below -->{{Current events|year=2016|month=04|day=8|content=\n${ROWS}\n}}`],
    [
      'a content parameter and markers',
      `{{Current events|year=2016|month=04|day=8|content=\n<!-- below -->\n${ROWS}\n<!-- above -->}}`,
    ],
    [
      'a template before and one after',
      `{{Current events|year=2016|month=04|day=8|top=yes}}\n${ROWS}\n{{Current events|year=2016|month=04|day=8|bottom=yes}}`,
    ],
    ['a table around it', `{| class="box"\n|-\n| style="x" |\n${ROWS}\n|}`],
    ['nothing at all', ROWS],
    ['a wrapper that is never closed', `{{Current events|year=2016|month=04|day=8|content=\n${ROWS}\n`],
    [
      'a row that opens a template and never closes it',
      `{{Current events|year=2016|content=\n${ROWS.replace('}} close', ' close')}\n}}`,
    ],
  ])('is taken off: %s', (_, page) => {
    const reading = read(page);
    expect(told(page)).toEqual(READ);
    expect(reading.items.map((item) => item.category)).toEqual(['Harbours', 'Harbours']);
    expect(reading.items[0]?.citations).toEqual([{ name: 'Northport Post', url: 'http://news.example/1' }]);
  });

  it('holds nothing on a day nobody has written yet', () => {
    expect(told('{{Current events header|2016|04|8}}\n<!-- below -->\n* \n<!-- above -->|}')).toEqual([]);
    expect(told('{{Current events|year=2016|content=\n*\n}}')).toEqual([]);
  });
});

describe('headings', () => {
  it.each([';Sports', "'''Sports'''", "'''[[Sports]]''':", '== Sports ==', ";'''Sports'''"])(
    'reads %s',
    (heading) => {
      expect(read(`${heading}\n*A race is run.`).items[0]?.category).toBe('Sports');
    },
  );

  it('end the rows before them', () => {
    expect(told("*One.\n'''Sports'''\n**Two.")).toEqual(['One.', 'Two.']);
  });
});

describe('rows', () => {
  it('are topics exactly if the next row is deeper, seven deep', () => {
    const page =
      '*[[A]]\n**[[B]]\n***[[C]]\n****[[D]]\n*****[[E]]\n******[[F]]\n*******It happens.\n***It ends.\n*Other.';
    expect(told(page)).toEqual(['A > B > C > D > E > F > It happens.', 'A > B > It ends.', 'Other.']);
    expect(read(page).topicRows).toBe(6);
  });

  it('may begin at the second level and skip levels', () => {
    expect(told('**[[A]]\n****One.\n***Two.\n*Three.')).toEqual(['A > One.', 'A > Two.', 'Three.']);
  });

  it('hang below an empty row, which names no topic', () => {
    expect(told('*[[A]]\n**\n***One.\n**')).toEqual(['A > One.']);
  });

  it('may be numbered or indented', () => {
    expect(told('#[[A]]\n#*One.\n:Two.')).toEqual(['A > One.', 'Two.']);
  });

  it('take every topic of a topic row, and one topic that is worded about a link', () => {
    expect(told('*[[A]], [[B|The B]]\n**One.\n*Aftermath of the [[C]]\n**Two.')).toEqual([
      'A > The B > One.',
      'Aftermath of the C > Two.',
    ]);
  });

  it('take the sources of the topic row they stand under, too', () => {
    expect(
      read('*A bridge falls. [http://a.example (A)]\n**Two are hurt. [http://b.example (B)]').items,
    ).toMatchObject([{ topics: ['A bridge falls.'], citations: [{ name: 'B' }, { name: 'A' }] }]);
  });

  it('are kept where a link is all they say', () => {
    expect(told("'''Weather'''\n*[[Storm Ada]]")).toEqual(['Storm Ada']);
  });
});

describe('lead-ins', () => {
  it.each([
    ['[[River dispute]]: Talks begin.', 'River dispute > Talks begin.'],
    ["'''[[River dispute]]:''' Talks begin.", 'River dispute > Talks begin.'],
    ["'''Local elections''': Polls open.", 'Local elections > Polls open.'],
    ['Northport-Southport conflict: Talks begin.', 'Northport-Southport conflict > Talks begin.'],
    ['[[River dispute]], [[Lake dispute]]: Talks begin.', 'River dispute > Lake dispute > Talks begin.'],
    ['The mayor says: "We will see."', 'The mayor says: "We will see."'],
    ['The mayor of the town said today: it is closed.', 'The mayor of the town said today: it is closed.'],
    ['The race ends 3:2 at 12:30.', 'The race ends 3:2 at 12:30.'],
  ])('%s', (row, expected) => {
    expect(told(`* ${row}`)).toEqual([expected]);
  });

  it('are topics for the rows below when they have no text', () => {
    expect(told('*[[River dispute]]:\n**Talks begin.')).toEqual(['River dispute > Talks begin.']);
  });
});

describe('what a page gets wrong', () => {
  it('hides one line, not the day, behind a comment that is never closed', () => {
    const reading = read('*One. <!-- not sure\n*Two.');
    expect(reading.items.map((item) => item.text)).toEqual(['One.', 'Two.']);
    expect(reading.notices).toHaveLength(1);
  });

  it('is kept and reported: a row broken over two lines, a sentence outside of any list', () => {
    const reading = read('*A bridge\nfalls. [http://a.example (A)]\n\nA road sinks. [http://b.example (B)]');
    expect(reading.items).toMatchObject([
      { text: 'A bridge falls.', citations: [{ name: 'A' }] },
      { text: 'A road sinks.', citations: [{ name: 'B' }] },
    ]);
    expect(reading.notices).toHaveLength(2);
  });

  it('is reported: a row that is only a picture, the cells of a table', () => {
    const reading = read('*[[File:Flag.svg]]\n{|\n|-\n| Northport || 3\n|}\n*One.');
    expect(reading.items.map((item) => item.text)).toEqual(['One.']);
    expect(reading.notices.map((notice) => notice.excerpt)).toEqual([
      '| Northport || 3',
      '[[File:Flag.svg]]',
    ]);
  });

  it('never loses an event whose only words are its source', () => {
    expect(read('*[http://a.example (Northport Post)]').items).toMatchObject([
      { text: 'Northport Post', citations: [{ url: 'http://a.example' }] },
    ]);
  });
});
