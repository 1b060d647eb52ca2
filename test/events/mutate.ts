/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Files of each kind that the folder may hold, to be mutated. */
export const SEEDS: readonly string[] = [
  '---\ndate: 2031-05-07\nheadline: "Aldmere harbour strike: Dockers stop work."\ntopics: [Labour, "Ports, docks", 3.10]\nsources:\n  - Aldmere Post: https://post.example.org/a\n  - name: Echo\n    url: https://echo.example.org/b\nrelated:\n  - /news/2031/05/8/ships.md\n  - "[[ships]]"\n---\nThe port stands still.\n\n## Background\n\n- Night shifts grew longer.\n',
  '---\ndefaults: &d\n  date: 2031-05-07T23:00:00-05:00\n  tags: &t [rail, "#night"]\n<<: *d\ntitle: Trams run at night in Aldmere\nkeywords: *t\ndraft: false\n...\n> [!note] A callout\n> with ==marked== words and %%a comment%%.\n\n![[map.png]] and [[ships|the ships]]. ^b1\n',
  '+++\ntitle = "The Aldmere fair opens"\ndate = 2031-05-09T10:00:00Z\ntags = ["fair", "market"]\nid = 175928847299117063\n+++\nIt {{< figure src="a.png" >}} lasts *three* days.\n\n```toml\n# not a heading\nkey = 1\n```\n\nAll of it.\n',
  '{\n  "title": "The Aldmere mill burns",\n  "date": "2031/05/10",\n  "tags": ["fire"]\n}\nNobody is hurt. <!-- ask again -->\n\nA setext title\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  'Title: The Aldmere inn opens\nDate: 8 April 2031\nTags: inns, food\n\nA fire burns in every room.\n',
  '### [2031-05-7](/news/2031/05/7/index.md)\n\n##### Harbour of Aldmere\n#  Aldmere harbour strike: Dockers in Aldmere stop work over night shifts. \n\nThe port says no ship has been unloaded.\n\n### Sources:\n\n1. [The](https://www.theguardian.com/a) [IMG](https://img.example.org/a.jpg)\n2. [Aldmere Post](https://post.example.org/b_(c))\n\n### Related:\n\n1. [Ships wait [http:--post.example.org-x (Post)] off Aldmere ](/news/2031/05/8/ships.md) _Context: Aldmere, Dock Act, 2029_\n',
  '## [2031-05-7](/news/2031/05/7/index.md)\n\n### [Rain falls on the plains. ](/news/2031/05/7/rain.md)\n_Context: Aldmere, Weather_\n\n##### Weather\n### [Snow falls on the hills. ](/news/2031/05/7/snow.md)\n* The first since March * Roads close\n\n## [Previous Day...](/news/2031/05/6/index.md)\n',
];

/** What upsets a reader of YAML, TOML, markdown, HTML, Obsidian's and the wiki's markup, or of text. */
const NASTY: readonly string[] = [
  '---',
  '\n---\n',
  '...',
  '+++',
  '\n+++\n',
  '{{',
  '}}',
  '[[',
  ']]',
  '![[',
  '<!--',
  '-->',
  '%%',
  '==',
  '```',
  '~~~',
  '> ',
  '# ',
  '\n# ',
  '\n===\n',
  '&a ',
  '*a ',
  '<<: *a',
  '!!binary ',
  '!!js/function ',
  '!!timestamp ',
  '? ',
  '- ',
  ': ',
  '|\n',
  '>-\n',
  '\t',
  '\r',
  '\r\n',
  '\0',
  '\ufeff',
  '\u2028',
  '\ud800',
  '\u202e',
  '"',
  "'",
  '\\',
  '[',
  ']',
  '(',
  ')',
  '](',
  '<',
  '>',
  '{%',
  '%}',
  '{% comment %}',
  '$1',
  '$&',
  '__proto__: 1\n',
  'constructor: 1\n',
  'date: 2031-02-30\n',
  'date: [1, 2]\n',
  'draft: true\n',
  'published: false\n',
  'title: {{title}}\n',
  'gone: 1\n',
  '9'.repeat(400),
  '0x1F',
  '.inf',
  '~',
  'null',
  '1e999',
];

const RUNS = [
  '[',
  '(',
  '{',
  '*',
  '_',
  '`',
  '~',
  '#',
  '>',
  '-',
  ' ',
  '\n',
  '\t',
  '&',
  '!',
  '=',
  '%',
  '<',
  '"',
  ': ',
  '- ',
  ', ',
  '[[',
  '{{',
  '&a [*a,',
  'a:\n ',
  '字',
  'é',
];

/** A file made of one or two of the seeds by a few changes: bytes lost, doubled, swapped in or run on for long. */
export function mutated(random: () => number): Buffer {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  let text = pick(SEEDS);
  const at = () => Math.floor(random() * (text.length + 1));
  for (let changes = 1 + Math.floor(random() * 6); changes > 0; changes--) {
    const start = at();
    const end = Math.min(text.length, start + Math.floor(random() ** 3 * text.length));
    const change = random();
    if (change < 0.3) text = text.slice(0, start) + pick(NASTY) + text.slice(start);
    else if (change < 0.5) text = text.slice(0, start) + text.slice(end);
    else if (change < 0.65) text = text.slice(0, end) + text.slice(start);
    else if (change < 0.8) text = text.slice(0, start) + pick(SEEDS).slice(at()) + text.slice(end);
    else if (change < 0.9)
      text =
        text.slice(0, start) + pick(RUNS).repeat(Math.floor(10 ** (1 + 3.5 * random()))) + text.slice(end);
    else
      text =
        text.slice(0, start) + String.fromCharCode(Math.floor(random() * 0x10000)) + text.slice(start + 1);
  }
  const bytes = Buffer.from(text);
  if (random() < 0.05) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes;
}
