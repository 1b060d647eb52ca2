import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../src/events/event-draft.js';
import { readEvent } from '../../src/events/read-event.js';

const PATH = '/notes/slug.md';

function draftOf(text: string, path = PATH): EventDraft {
  const reading = readEvent(path, text);
  if (reading.kind !== 'event') throw new Error(`expected an event, got ${JSON.stringify(reading)}`);
  return reading.draft;
}

/** What is reported of a file, "3: sentence" each. */
function problemsOf(text: string, path = PATH): string[] {
  const reading = readEvent(path, text);
  return 'problems' in reading ? reading.problems.map((p) => `${p.line}: ${p.problem}`) : [];
}

const front = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n`;
const dated = (written: string) => draftOf(front('title: A fair opens', `date: ${written}`)).date;

describe('texts stand as they were written', () => {
  it.each(['3.10', '007', 'NO', '12:30', '12e4567', '0123456', '1_000', '0x1F', '.inf', 'off', '2031-05-07'])(
    'a topic %s',
    (topic) => {
      expect(
        draftOf(front('date: 2031-05-07', 'title: A fair opens', `topics: [${topic}, "x"]`)).topics,
      ).toEqual([topic, 'x']);
      expect(draftOf(front('date: 2031-05-07', 'title: A fair opens', `topics: ${topic}`)).topics).toEqual([
        topic,
      ]);
      expect(draftOf(front('date: 2031-05-07', `title: ${topic}`)).headline).toBe(topic);
    },
  );

  it.each(['175928847299117063', '0123456', '12e4567', '1759288472991170630'])('an id %s', (id) =>
    expect(draftOf(front('date: 2031-05-07', 'title: A fair opens', `id: ${id}`)).id).toBe(id),
  );

  it('figures of TOML, long ones too', () => {
    const draft = draftOf(
      '+++\ntitle = "A fair opens"\ndate = 2031-05-07\nid = 175928847299117063\nstory = 3.10\n+++\n',
    );
    expect([draft.id, draft.story]).toEqual(['175928847299117063', '3.10']);
  });

  it('figures in lists and tables of TOML, and what only looks like one', () => {
    const draft = draftOf(
      [
        '+++',
        'title = "Fair # 3 = [3.10]" # 4.10',
        'date = 2031-05-07 23:00:00',
        'topics = [ 3.10, # none, 5',
        '  007_1, 12:30:00, true, "x, 1" ]',
        'extra = {a = 1.0, 2031 = [1]}',
        "summary = '''",
        'It takes 1.50",',
        "x = 2'''",
        '[[more]]',
        'n = 1e5',
        '+++',
        '',
      ].join('\n'),
    );
    expect(draft).toMatchObject({
      headline: 'Fair # 3 = [3.10]',
      date: '2031-05-07',
      topics: ['3.10', '007_1', '12:30:00', 'true', 'x, 1'],
      summary: 'It takes 1.50", x = 2',
    });
    expect(problemsOf('+++\ntitle = "A fair"\ndate = 2031-02-30\n+++\n')).toEqual([
      expect.stringMatching(/^3: The calendar has no day/),
    ]);
  });
});

describe('a date stays the calendar date that stands there', () => {
  it.each([
    ['2031-05-07T23:00:00-05:00'],
    ['2031-05-07T00:30:00+14:00'],
    ['2031-05-07 23:59:59 +0000'],
    ['!!timestamp 2031-05-07T23:00:00Z'],
    ['"2031-05-07"'],
    ["'2031-5-7'"],
    ['2031/05/07'],
    ['20310507'],
    ['7.5.2031'],
    ['8 May 2031'.replace('8', '7')],
    ['May 7th, 2031'],
    ['Wed, 07 May 2031 10:00:00 GMT'],
    ['2031年5月7日'],
    ['7 mai 2031'],
    ['Mittwoch, 7. Mai 2031'],
    ['7 мая 2031 г.'],
    ['"[[2031-05-07]]"'],
    ['"[[daily/2031-05-07|yesterday]]"'],
  ])('%s', (written) => expect(dated(written)).toBe('2031-05-07'));

  it.each([
    ['indented', '  date: 2031-05-07T23:00:00-05:00\n  title: A fair opens'],
    ['in flow', '{ title: A fair opens, date: 2031-05-07T23:00:00-05:00 }'],
    ['through an alias', 'made: &day 2031-05-07T23:00:00-05:00\ntitle: A fair opens\ndate: *day'],
    ['under an anchor', 'title: A fair opens\ndate: &day 2031-05-07'],
    ['through a merge key', 'base: &base\n  date: 2031-05-07T23:00:00-05:00\n<<: *base\ntitle: A fair opens'],
    ['through a list of merges', 'a: &a\n  title: A fair opens\nb: &b\n  date: 2031-05-07\n<<: [*a, *b]'],
    ['folded', 'title: A fair opens\ndate: >-\n  2031-05-07'],
  ])('%s', (_name, yaml) => expect(draftOf(front(yaml)).date).toBe('2031-05-07'));

  it.each([
    '2031-02-30',
    '2031/13/01',
    '20310231',
    '31.4.2031',
    '31/04/2031',
    '30 February 2031',
    '31 avril 2031',
    '"[[2031-02-30]]"',
  ])('and %s is refused, for the calendar has no such day', (written) =>
    expect(problemsOf(front('title: A fair opens', `date: ${written}`))[0]).toMatch(
      /^3: The calendar has no day/,
    ),
  );

  it.each(['yesterday', 'last Friday', '2031', 'mai 2031', 'Easter 2031'])(
    'and %s is refused, for it is no day with its month and year',
    (written) =>
      expect(problemsOf(front('title: A fair opens', `date: ${written}`))).toEqual([
        `3: "${written}" is no date. Write it as 2016-04-08.`,
      ]),
  );

  it('and 08/04/2031 is refused, for it is two days', () =>
    expect(problemsOf(front('title: A fair opens', 'date: 08/04/2031'))).toEqual([
      '3: 08/04/2031 can be 2031-04-08 or 2031-08-04. Write the date as 2016-04-08.',
    ]));
});

describe('a list or a map where a text belongs', () => {
  const bomb = [
    'a0: &a0 ["lol","lol","lol","lol","lol","lol","lol","lol","lol","lol"]',
    ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`),
  ];

  it.each([
    ['date: *a9', /^14: The date is a list/],
    ['title: *a9', /^14: The headline was left out/],
    ['summary: *a9', /^14: The summary was left out/],
    ['id: *a9', /^14: The id was left out/],
    ['topics: *a9', /A topic was left out/],
    ['related: *a9', /A related event was left out/],
    ['sources: [{name: *a9, url: *a9}]', /^14: A source was left out/],
    ['sources: *a9', /A source was left out/],
    ['<<: *a9', /"<<" takes a map/],
    ['*a9 : x', /where a key belongs/],
  ])('%s is reported with its line, at once', (line, problem) => {
    const begun = process.cpuUsage();
    const said = problemsOf(
      front(
        'note: x',
        line.startsWith('title') ? 'note2: x' : 'headline: A fair opens',
        ...bomb,
        line,
        ...(line.startsWith('date') ? [] : ['date: 2031-05-07']),
      ),
    );
    const { user, system } = process.cpuUsage(begun);
    expect(said.join('\n')).toMatch(new RegExp(problem.source, 'm'));
    expect((user + system) / 1000).toBeLessThan(1000);
  });

  it.each([
    ['date: {year: 2031}', 'The date is a map'],
    ['date: [[2031-05-07]]', 'a link to a day in quotes, as in "[[2016-04-14]]"'],
    ['title: {a: b}', '"a: …" is a map, not a text'],
  ])('%s says what was found', (line, problem) =>
    expect(problemsOf(front('note: x', line)).join()).toContain(problem),
  );

  it('does not hide the other topics', () => {
    const text = front(
      'date: 2031-05-07',
      'title: A fair opens',
      'topics:',
      '  - 3.10',
      '  - Mars: landing',
      '  - true',
    );
    expect(draftOf(text).topics).toEqual(['3.10', 'true']);
    expect(problemsOf(text)).toEqual([
      '6: A topic was left out: "Mars: …" is a map, not a text. Put it in quotes, as in - "Mars: Landing".',
    ]);
  });

  it('that refers to itself, or to nothing, is reported', () => {
    expect(problemsOf(front('date: 2031-05-07', 'title: &a [*a]'))[0]).toMatch(/^3: .*refers to itself/);
    expect(problemsOf(front('date: *nothing'))[0]).toMatch(/^2: /);
  });
});

describe('the front matter of other tools', () => {
  it('is Jekyll’s: the day in the file’s name, categories in one line, tags and liquid', () => {
    const draft = draftOf(
      front('layout: post', 'title: The bridge opens', 'categories: transport harbour', 'tags: [a b]') +
        '{% include map.html %}\nBoats hoot.{% comment %}not sure{% endcomment %}\n',
      '/_posts/2016-04-08-bridge.md',
    );
    expect(draft).toMatchObject({
      date: '2016-04-08',
      topics: ['a b', 'transport', 'harbour'],
      summary: 'Boats hoot.',
    });
  });

  it('is Hugo’s, in TOML, YAML or JSON, with shortcodes', () => {
    const toml =
      '+++\ntitle = "The fair opens"\ndate = 2016-04-09T23:00:00-05:00\ntags = ["fair"]\n+++\n{{< figure src="a.png" >}}Music plays.\n';
    const json = '{\n"title": "The fair opens",\n"date": "2016-04-09",\n"tags": ["fair"]\n}\nMusic plays.\n';
    for (const text of [toml, json])
      expect(draftOf(text)).toMatchObject({
        date: '2016-04-09',
        headline: 'The fair opens',
        topics: ['fair'],
        summary: 'Music plays.',
      });
  });

  it('is Hugo’s, with links that say where they lead in a shortcode', () =>
    expect(
      draftOf(`${front('title: The fair opens', 'date: 2016-04-09')}See [the map]({{< ref "map.md" >}}).`)
        .summary,
    ).toBe('See the map.'));

  it('is pandoc’s title block', () =>
    expect(draftOf('% The canal opens\n% R. Weir\n% 15 April 2016\n\nText\n')).toMatchObject({
      headline: 'The canal opens',
      date: '2016-04-15',
      summary: 'Text',
    }));

  it('is Hexo’s, without a fence above', () =>
    expect(
      draftOf('title: The inn opens\ndate: 2016-04-11 10:20:00\ntags:\n- inns\n- beer\n---\nText\n'),
    ).toMatchObject({
      headline: 'The inn opens',
      date: '2016-04-11',
      topics: ['inns', 'beer'],
      summary: 'Text',
    }));

  it('is Notion’s: properties below the headline', () => {
    const page = '# The inn opens\n\nDate: April 11, 2016\nTags: inns, beer\n\nText\n\n## More\n';
    expect(draftOf(page)).toMatchObject({
      headline: 'The inn opens',
      date: '2016-04-11',
      topics: ['inns', 'beer'],
      summary: 'Text\n\nMore',
    });
    expect(problemsOf(page.replace('April 11', 'April 31'))).toEqual([expect.stringMatching(/^3: .*no day/)]);
    expect(readEvent(PATH, page.replace('Tags: inns', 'Status: Draft\nTags: inns')).kind).toBe('kept-back');
  });

  it('is Logseq’s: properties with two colons, journals named by their day', () => {
    const page = 'date:: [[Apr 11th, 2016]]\ntitle:: The inn opens\ntags:: inns, [[beer]]\n\n- Text\n';
    expect(draftOf(page)).toMatchObject({ date: '2016-04-11', topics: ['inns', 'beer'], summary: 'Text' });
    expect(draftOf('# The inn opens\n', '/journals/2016_04_11.md').date).toBe('2016-04-11');
  });

  it.each(['pubDate', 'publishDate'])('is Astro’s or Hugo’s, with a %s', (key) =>
    expect(draftOf(front('title: The inn opens', `${key}: 2016-04-11`)).date).toBe('2016-04-11'),
  );

  it('is pandoc’s, closed by three points', () =>
    expect(draftOf('---\ntitle: The canal opens\ndate: 15 April 2016\n...\nText\n')).toMatchObject({
      date: '2016-04-15',
      summary: 'Text',
    }));

  it('is Pelican’s: keys in any case, fences or none', () => {
    const lines = 'Title: The inn opens\nDate: 2016-04-11 10:20\nCategory: food\nTags: inns, beer\n';
    for (const text of [`---\n${lines}---\nText\n`, `${lines}\nText\n`])
      expect(draftOf(text)).toMatchObject({
        date: '2016-04-11',
        topics: ['inns', 'beer', 'food'],
        summary: 'Text',
      });
  });

  it('is Obsidian’s: tags with "#", aliases, links, embeds, marks, callouts and comments', () => {
    const draft = draftOf(
      front(
        'date: "[[2016-04-14]]"',
        'tags: ["#rail", rail/night]',
        'aliases: Tram day',
        'related: ["[[Mill|the mill]]", ../a/b.md, c]',
      ) +
        '# The tram opens\n\n![[map.png]]Crowds ==cheer== at [[Mill#gate|the gate]]. %%ask R.%% ^p1\n\n> [!note]- Fares\n> Two coins.\n\n- [x] paid\n',
    );
    expect(draft).toMatchObject({
      date: '2016-04-14',
      headline: 'The tram opens',
      topics: ['rail', 'rail/night'],
      aliases: ['Tram day'],
      summary: 'Crowds cheer at the gate.\n\nFares Two coins.\n\npaid',
    });
    expect(draft.related).toMatchObject([
      { path: '[[Mill]]', headline: 'the mill' },
      { path: '../a/b.md' },
      { path: '[[c]]' },
    ]);
  });

  it('may stand below a byte order mark’s place, blank lines and CRLF', () =>
    expect(draftOf('\n \n---\r\ntitle: The mill opens\r\ndate: 2016-04-10\r\n---\r\nText\r\n')).toMatchObject(
      {
        date: '2016-04-10',
        headline: 'The mill opens',
        summary: 'Text',
      },
    ));

  it('may leave out the quotes around a text with a colon, which is noticed', () => {
    const text = front('title: Harbour: the quay opens', 'date: 2016-04-13');
    expect(draftOf(text).headline).toBe('Harbour: the quay opens');
    expect(problemsOf(text)).toEqual(['2: The text of "title" has a colon in it: put it in quotes.']);
  });

  it('may name its sources on one line', () => {
    const sources = (line: string) =>
      draftOf(front('date: 2016-04-16', 'title: The zoo opens', line)).sources.map(
        (s) => `${s.name} ${s.url}`,
      );
    expect(sources('sources: https://a.example/x, https://b.example/y')).toEqual([
      'a.example https://a.example/x',
      'b.example https://b.example/y',
    ]);
    expect(
      sources('source: "Echo: https://a.example/x; [Post](https://b.example/y) <https://c.example>"'),
    ).toEqual(['Echo https://a.example/x', 'Post https://b.example/y', 'c.example https://c.example']);
  });
});

describe('the day in a file’s name', () => {
  it.each([
    ['/_posts/2031-05-07-fair.md'],
    ['/journals/2031_05_07.md'],
    ['/20310507 Fair.md'],
    ['/20310507.md'],
    ['/May 7, 2031.md'],
    ['/7 mai 2031.md'],
    ['/7.5.2031.md'],
  ])('%s', (path) =>
    expect(draftOf('# A fair opens\n', path)).toMatchObject({ date: '2031-05-07', headline: 'A fair opens' }),
  );

  it('is no headline', () =>
    expect(problemsOf('Music plays.\n', '/May 7, 2031.md')[0]).toMatch(/It has no headline/));

  it.each([
    ['/2031-02-30-fair.md', /The calendar has no day 2031-02-30\. Rename it to 2016-04-08/],
    ['/04-05-2031.md', /04-05-2031 can be 2031-05-04 or 2031-04-05\. Rename it to/],
    ['/yesterday 12345678.md', /It has no date/],
  ])('%s is said where it is none', (path, problem) =>
    expect(problemsOf('# A fair opens\n', path)[0]).toMatch(problem),
  );
});

describe('a file without a date or a headline', () => {
  const noDate = (...lines: string[]) => problemsOf(front('title: A fair opens', ...lines));

  it.each(['created', 'updated', 'modified', 'lastmod', 'last_modified_at', 'published', 'Created'])(
    'has a %s, which is said with its line and with what to write',
    (key) =>
      expect(noDate(`${key}: 2031-05-07T10:20:00`)).toEqual([
        `3: It has no date. "${key}: 2031-05-07T10:20:00" may be when its text was written: write "date: 2031-05-07" if it happened on that day.`,
      ]),
  );

  it.each([
    [
      '+++\ntitle = "A fair"\nlastmod = 2031-05-07\n+++\n',
      '"lastmod = 2031-05-07" may be when its text was written: write "date = 2031-05-07"',
    ],
    ['+++\ntitle = "A fair"\n+++\n', 'Write "date = 2016-04-08" in its front matter.'],
    ['{\n"title": "A fair"\n}\n', 'Write ""date": "2016-04-08"" in its front matter.'],
    ['---\ntitle: A fair\n---\n', 'Write "date: 2016-04-08" in its front matter.'],
    ['% A fair\n% R. Weir\n', 'The third line of its title block is for it, as in "% 2016-04-08".'],
  ])('%j is explained in the words of its own tool', (text, sentence) =>
    expect(problemsOf(text)).toEqual(
      [`1: It has no date. ${sentence}`].map((said) => expect.stringContaining(said.slice(3))),
    ),
  );

  it('is a post: its name has no date, or it has only its name', () => {
    expect(problemsOf(front('title: A fair opens'), '/_posts/fair.md')).toEqual([
      '1: It has no date. The name of a post begins with it, as in 2016-04-08-name.md; or write "date: 2016-04-08" in its front matter.',
    ]);
    expect(problemsOf(front('layout: post'), '/_posts/2031-05-07-the-fair-opens.md')).toEqual([
      '1: It has no headline, only its name, "The fair opens". Write what happened in its front matter, as in title: The fair opens, or in a line "# …".',
    ]);
    expect(problemsOf('+++\nlayout = "post"\n+++\n', '/posts/2031-05-07-the-fair-opens.md')[0]).toContain(
      'as in title = "The fair opens"',
    );
  });
});

describe('what can’t be read', () => {
  it('says so for each line of it, in words', () => {
    const said = problemsOf(
      front('date: 2016-02-31', 'title:\t[a, b]', 'id: "x y"', 'sources: [ftp://a.example, 12]'),
    );
    expect(said.map((problem) => problem.slice(0, 2)).sort()).toEqual(['2:', '3:', '4:', '5:', '5:']);
  });

  it.each([
    ['date: 2016-04-08\n\ttitle: x', /tab/],
    ['title: "A fair opens\ndate: 2016-04-08', /something is missing/],
    ['title: @home\ndate: 2016-04-08', /quotes/],
    ['title: A\ntitle: B', /"title" stands in it twice/],
    ['title: !!python/object:os.system x', /tag .* is not known/],
  ])('%j', (yaml, sentence) => expect(problemsOf(front(yaml)).join('\n')).toMatch(sentence));

  it('is TOML without quotes, in the words of TOML', () =>
    expect(problemsOf('+++\ntitle = A fair\n+++\n')[0]).toMatch(/^2: .*TOML.*title = "A bridge opens"/));

  it('is larger than any front matter', () =>
    expect(problemsOf(front(`note: '${'x'.repeat(20_000)}'`))[0]).toMatch(/16384 is the most/));
});
