import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../src/events/event-draft.js';
import { readEvent } from '../../src/events/read-event.js';

const PATH = '/news/2031/05/7/slug.md';

function draftOf(text: string): EventDraft {
  const reading = readEvent(PATH, text);
  if (reading.kind !== 'event') throw new Error(`expected an event, got ${JSON.stringify(reading)}`);
  return reading.draft;
}

function reasonOf(text: string): string {
  const reading = readEvent(PATH, text);
  return reading.kind === 'skipped'
    ? reading.problems.map((p) => `${p.line}: ${p.problem}`).join('\n')
    : reading.kind;
}

describe('an event file in the news archive’s format', () => {
  const file = `
Formats: [HTML](/news/2031/05/7/slug.html)  [JSON](/news/2031/05/7/slug.json)

### [2031-05-7](/news/2031/05/7/index.md)

##### Harbour of Aldmere
#  Aldmere harbour strike: Dockers in Aldmere stop work over night shifts.\u0020

The port says no ship has been unloaded since midnight.


### Sources:

1. [The](https://www.theguardian.com/a) [IMG](https://img.example.org/a.jpg)
2. [Aldmere Post](https://post.example.org/b_(c))
1. [Cover Image](https://img.example.org/cover.jpg)

### Changes:

1. [Dockers stop work.](/news/2031/05/7/old.md) _2031-05-08 10:00:00 (First version)_

### Related:

1. [Ships wait [http:--post.example.org-x (Post)] off Aldmere ](/news/2031/05/8/ships.md) _Context: Aldmere, Dock Act, 2029_
`;
  const draft = draftOf(file);

  it('gives its date, headline and topic line', () => {
    expect(draft.date).toBe('2031-05-07');
    expect(draft.headline).toBe('Aldmere harbour strike: Dockers in Aldmere stop work over night shifts.');
    expect(draft.topics).toEqual(['Harbour of Aldmere']);
  });

  it('gives the paragraph under the headline as its summary, and not the line of formats', () => {
    expect(draft.summary).toBe('The port says no ship has been unloaded since midnight.');
  });

  it('gives its sources with their pictures, and mends a name cut at its first space', () => {
    expect(draft.sources).toEqual([
      { name: 'The Guardian', url: 'https://www.theguardian.com/a', image: 'https://img.example.org/a.jpg' },
      {
        name: 'Aldmere Post',
        url: 'https://post.example.org/b_(c)',
        image: 'https://img.example.org/cover.jpg',
      },
    ]);
  });

  it('gives related events, brackets in their titles or not, and leaves older wordings out', () => {
    expect(draft.related).toEqual([
      {
        path: '/news/2031/05/8/ships.md',
        headline: 'Ships wait off Aldmere',
        context: 'Aldmere, Dock Act, 2029',
      },
    ]);
  });
});

it('tells lists apart by where their links point, whatever the headings say', () => {
  const draft = draftOf(`### [2031-05-7](/news/2031/05/7/index.md)

##### 港口
# 港口工人罢工：工人停止夜班工作。

### 信息来源:

1. [邮报](https://post.example.org/b)

### 有关:

1. [船只等待 ](/zh/news/2031/05/8/船只等待.md) _消息: 港口_
`);
  expect(draft.sources.map((s) => s.name)).toEqual(['邮报']);
  expect(draft.related).toEqual([
    { path: '/zh/news/2031/05/8/船只等待.md', headline: '船只等待', context: '港口' },
  ]);
});

describe('a file that gives no event says why, and where', () => {
  it.each([
    ['no date', '# Something happens.', /^1: It has no date/],
    ['a day that does not exist', '\n### [2031-02-30](/x/index.md)\n# A thing happens.', /^2: .*2031-02-30/],
    ['no headline', '### [2031-05-7](/x/index.md)\n\n#  \n', /no headline/],
    ['broken YAML', '---\ndate: 2031-05-07\nheadline: "open\n---\n', /^\d+: Its front matter/],
    ['front matter that runs code', '---js\n{ date: process.exit() }\n---\n', /runs code/],
  ])('%s', (_name, text, reason) => {
    expect(reasonOf(text)).toMatch(reason);
  });
});

describe('an event written by hand, in front matter', () => {
  const draft = draftOf(`---
date: 2031-05-07
headline: "Aldmere harbour strike: Dockers stop work."
topics: [Labour, "Ports, docks"]
sources:
  - https://www.post.example.org/a
  - Aldmere Post: https://post.example.org/b
related:
  - /news/2031/05/8/ships.md
---
The port stands still.
`);

  it('has the calendar date written, in any time zone', () => expect(draft.date).toBe('2031-05-07'));
  it('has its topics, sources, related events and summary', () => {
    expect(draft.topics).toEqual(['Labour', 'Ports, docks']);
    expect(draft.sources.map((s) => s.name)).toEqual(['post.example.org', 'Aldmere Post']);
    expect(draft.related.map((r) => r.path)).toEqual(['/news/2031/05/8/ships.md']);
    expect(draft.summary).toBe('The port stands still.');
  });

  it('is refused where YAML would roll an impossible date over', () => {
    expect(reasonOf('---\ndate: 2031-02-30\nheadline: A thing happens.\n---\n')).toMatch(/^2: .*2031-02-30/);
  });
});
