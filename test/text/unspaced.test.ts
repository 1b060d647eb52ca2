import { beforeAll, describe, expect, it } from 'vitest';
import { EventArchive } from '../../src/archive/event-archive.js';
import type { CalendarDate } from '../../src/events/calendar-date.js';
import type { NewsEvent } from '../../src/events/event.js';
import { EventLibrary } from '../../src/events/event-library.js';
import { tokens } from '../../src/text/tokens.js';
import { reported } from '../search/event-fixtures.js';

const TODAY: CalendarDate = '2031-12-31';

/** Sentences without spaces, with the words that occur in them as their readers would separate them. */
const SENTENCES: Readonly<Record<string, string>> = {
  'Thai, 1': 'ตลาด|ปลา|ริม|แม่น้ำ|ปิด|ซ่อม|สอง|ปี',
  'Thai, 2': 'นายกเทศมนตรี|คน|ใหม่|เข้า|รับ|ตำแหน่ง|วันจันทร์',
  'Lao, 1': 'ຕະຫຼາດ|ປາ|ແຄມ|ແມ່ນ້ຳ|ປິດ|ສອງ|ປີ',
  'Lao, 2': 'ໂຮງຮຽນ|ໃໝ່|ເປີດ|ຮັບ|ນັກຮຽນ|ມື້|ນີ້',
  'Khmer, 1': 'ផ្សារ|ត្រី|តាម|មាត់|ទន្លេ|បិទ|ពីរ|ឆ្នាំ',
  'Khmer, 2': 'សាលា|ថ្មី|បើក|ទទួល|សិស្ស|ថ្ងៃ|នេះ',
  'Burmese, 1': 'မြစ်|ကမ်း|ငါး|ဈေး|နှစ်|နှစ်|ပိတ်|သည်',
  'Burmese, 2': 'ကျောင်း|သစ်|ယနေ့|ဖွင့်|လှစ်|သည်|ရေ|လူ',
  'Japanese, 1': '新しい|市長|が|月曜日|に|就任|しました',
  'Japanese, 2': '川沿い|の|魚市場|が|二年間|閉鎖',
  'Chinese, 1': '河边|的|鱼|市场|关闭|两年|整修',
};

const written = (sentence: string) => sentence.replaceAll('|', '');

describe('a text in a script without spaces', () => {
  let archive: EventArchive;
  beforeAll(async () => {
    archive = await EventArchive.over(
      Object.values(SENTENCES).map((sentence, i) =>
        reported(`2031-05-${10 + i}` as CalendarDate, written(sentence)),
      ),
    );
  });
  const found = async (query: string) =>
    (await archive.search({ query, today: TODAY, limit: 50 })).hits.map(({ event }) => event.sentence);

  it.each(Object.entries(SENTENCES))('is found by every word of it: %s', async (_name, sentence) => {
    const missed: string[] = [];
    for (const word of sentence.split('|').filter((word) => !'的がにの'.includes(word)))
      if (!(await found(word)).includes(written(sentence))) missed.push(word);
    expect(missed).toEqual([]);
  });

  it('comes first for a few of its words', async () => {
    expect((await found('ตลาดปลา'))[0]).toBe(written(SENTENCES['Thai, 1'] ?? ''));
    expect((await found('សាលាថ្មី'))[0]).toBe(written(SENTENCES['Khmer, 2'] ?? ''));
  });

  it('keeps its vowels, which are no accents', async () => {
    expect(tokens('ปีปู').map(({ word }) => word)).toEqual(['ปีปู', 'ปี', 'ปู']);
  });

  it('gives the place of each word', () => {
    const text = 'Aldmere: 天文学家和ตลาดปลา (2031)';
    for (const { word, start, end } of tokens(text)) expect(text.slice(start, end).toLowerCase()).toBe(word);
  });

  it('may be long without taking longer than it is', () => {
    const timeOf = (times: number) => {
      const begun = process.cpuUsage();
      tokens('天文学家'.repeat(times) + 'ตลาดปลา'.repeat(times) + 'မြစ်'.repeat(times));
      return process.cpuUsage(begun).user;
    };
    timeOf(2000);
    expect(timeOf(20_000) / timeOf(2000)).toBeLessThan(40);
  });
});

describe('one Chinese character', () => {
  const within = ['城里的疫情加重。', '港口开始检疫。', '市长王明远辞职。', '河边的鱼市场关闭。'];
  let archive: EventArchive;
  const found = async (query: string) => {
    const { hits, related } = await archive.search({ query, today: TODAY, limit: 50 });
    return { sentences: hits.map(({ event }) => event.sentence), related };
  };
  beforeAll(async () => {
    archive = await EventArchive.over(
      [...within, '疫 在 城里。'].map((sentence, i) =>
        reported(`2031-05-${10 + i}` as CalendarDate, sentence),
      ),
    );
  });

  it('finds the events with words that contain it, words that begin with it first', async () => {
    const { sentences, related } = await found('疫');
    expect(sentences.slice(0, 2).sort()).toEqual(['城里的疫情加重。', '疫 在 城里。']);
    expect(sentences.slice(2)).toEqual(['港口开始检疫。']);
    expect(related).toBe(false);
    expect((await found('王')).sentences).toEqual(['市长王明远辞职。']);
    expect((await found('魚')).sentences).toEqual(['河边的鱼市场关闭。']);
  });

  it('is matched inside words only when it is the whole query', async () => {
    expect((await found('疫苗')).sentences).not.toContain('港口开始检疫。');
  });

  it('is followed inside of words, too', async () => {
    const [event] = (await archive.search({ query: '检疫', today: TODAY })).hits;
    const events = event ? [event.event] : [];
    expect(await archive.meeting({ kind: 'words', words: '疫' }, events)).toEqual(events);
  });
});

describe('one word in two spellings', () => {
  const pairs = [
    ['traditional and simplified Chinese', '台灣總統選舉結果公布', '台湾总统选举'],
    ['simplified and traditional Chinese', '卫生部门检查鱼市场', '衞生部門'],
    ['a word with the Arabic article', 'افتتاح الجسر الجديد في المدينة', 'جسر'],
    ['a word without the Arabic article', 'افتتاح جسر جديد في مدينة', 'الجسر والمدينة'],
    ['Arabic letters with and without their marks', 'إعادة بناء المكتبة', 'اعاده مكتبه'],
    ['đ and d', 'Đorđe Brennt opens a bridge in Đà Nẵng.', 'dorde da nang'],
    [
      'ð and d',
      'Ferries run again from Ísafjörður to Borgarfjörður eystri past Seyðisfjörður.',
      'seydisfjordur',
    ],
    ['ø and o', 'Ørsted builds turbines off Tromsø.', 'orsted tromso'],
    ['ł and l', 'A tram line opens in Łódź.', 'lodz'],
    ['letters without and with their accents', 'Voters in Orebro choose a mayor.', 'Örebro'],
  ] as const;

  it.each(pairs)('meet: %s', async (_name, text, query) => {
    const archive = await EventArchive.over([
      reported('2031-05-07', text),
      reported('2031-05-08', 'Rain falls.'),
    ]);
    const { hits } = await archive.search({ query, today: TODAY });
    expect(hits.map(({ event }) => event.sentence)).toEqual([text]);
  });

  it('meet in the name of a topic', async () => {
    const archive = await EventArchive.over([
      reported('2031-05-07', '结果公布', '台灣選舉'),
      reported('2031-05-08', 'Rain falls.'),
    ]);
    const { hits, relaxed } = await archive.search({ query: '', topic: '台湾选举', today: TODAY });
    expect([relaxed, hits.map(({ event }) => event.date)]).toEqual([false, ['2031-05-07']]);
  });
});

describe('the shipped Chinese events', () => {
  it('are found by 99 of a hundred words of two characters in them', async () => {
    const { events } = await EventLibrary.open('content');
    const archive = await EventArchive.over(events);
    const chinese = events.filter(({ path }) => path.startsWith('/zh/'));
    const asked = chinese.flatMap((event) => wordsOfTwo(event).map((word) => ({ word, event })));
    const missed: string[] = [];
    for (const { word, event } of asked) {
      const { hits } = await archive.search({ query: word, today: TODAY, limit: events.length });
      if (!hits.some((hit) => hit.event.path === event.path)) missed.push(word);
    }
    expect(asked.length).toBeGreaterThan(150);
    expect(missed.length / asked.length, missed.join(' ')).toBeLessThanOrEqual(0.01);
  });
});

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What of a headline is a word of two characters, wherever it begins: in a longer word, too. */
function wordsOfTwo({ headline }: NewsEvent): string[] {
  const twos = Array.from({ length: headline.length }, (_, at) => headline.slice(at, at + 2));
  return [...new Set(twos)].filter(
    (two) => /^\p{sc=Han}{2}$/u.test(two) && [...segmenter.segment(two)].length === 1,
  );
}
