import { describe, expect, it } from 'vitest';
import { heatMap } from '../../../src/views/charts/heat-map.js';
import { drawable } from '../../../src/views/charts/svg.js';
import { timeline } from '../../../src/views/charts/timeline.js';
import { en } from '../../../src/views/sentences/en.js';

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);

describe('a calendar heat map', () => {
  it('of a month names its days and their counts, not what the message says anyway', () => {
    const days = [
      { date: '2016-02-03', events: 7 },
      { date: '2016-02-29', events: 12 },
    ] as const;
    const shown = texts(heatMap('2016-02-01', '2016-02-29', days, en));
    expect(shown).toEqual(expect.arrayContaining(['29', '7', '12']));
    expect(shown).not.toContain('30');
    expect(shown.join(' ')).not.toMatch(/February|19 events/);
  });

  it('of a year names its months', () => {
    const shown = texts(heatMap('2016-01-01', '2016-12-31', [{ date: '2016-05-01', events: 1 }], en));
    expect(shown).toEqual(expect.arrayContaining(['Jan', 'Dec']));
  });

  it('has letters over the weekdays only where there is room for legible ones', () => {
    const of = (to: `${number}-${number}-${number}`) => {
      return texts(heatMap('2016-01-01', to, [{ date: '2016-01-01', events: 1 }], en));
    };
    expect(of('2016-03-31')).toEqual(expect.arrayContaining([...en.chart.weekdays]));
    for (const letter of en.chart.weekdays) expect(of('2016-12-31')).not.toContain(letter);
  });

  it('gives few and fewer events a day shades of their own', () => {
    const april = (events: number) =>
      heatMap(
        '2016-04-01',
        '2016-04-30',
        [
          { date: '2016-04-08', events },
          { date: '2016-04-15', events: 1 },
          { date: '2016-04-16', events: 1 },
        ],
        en,
      );
    expect(texts(april(2))).toContain('2 a day');
    const squares = (svg: string) => svg.match(/<rect[^>]*>/g) ?? [];
    const changed = squares(april(2)).filter((square, i) => square !== squares(april(1))[i]);
    expect(changed).toHaveLength(2);
  });

  it('leaves out the days outside the span', () => {
    const week = heatMap('2016-04-04', '2016-04-10', [{ date: '2016-04-08', events: 3 }], en);
    expect(texts(week).filter((text) => /^\d+$/.test(text ?? ''))).toEqual(
      expect.arrayContaining(['4', '5', '6', '7', '8', '9', '10']),
    );
    expect(texts(week)).not.toContain('11');
  });
});

describe('a timeline', () => {
  it('counts by day, week, month or year, by how long it is', () => {
    const between = (last: `${number}-${number}-${number}`) =>
      texts(
        timeline(
          [
            { date: '2000-01-15', events: 2 },
            { date: last, events: 5 },
          ],
          en,
        ),
      ).join(' ');
    expect(between('2000-02-01')).toContain('up to 5 events a day');
    expect(between('2000-11-01')).toContain('up to 5 events a week');
    expect(between('2009-11-01')).toContain('up to 5 events a month');
    expect(between('2039-11-01')).toContain('up to 5 events a year');
  });

  it('makes the chosen day stand out', () => {
    const days = [{ date: '2016-04-08', events: 1 }] as const;
    const [plain, marked] = [timeline(days, en), timeline(days, en, { mark: '2016-04-08' })];
    expect(marked).not.toBe(plain);
  });
});

describe('labels', () => {
  it('are left out where the font has no signs for them', () => {
    expect(drawable('İğdır, Łódź, Київ, Αθήνα – 2016')).toBe('İğdır, Łódź, Київ, Αθήνα – 2016');
    expect(drawable('北约与俄罗斯关系')).toBe('');
    expect(drawable('NATO 北约')).toBe('');
  });
});
