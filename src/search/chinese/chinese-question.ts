import type { Wanted } from '../read/rules/wanted.js';
import { type ChineseWord, segmentText } from './chinese-text.js';

/** What a number counts or measures. */
export type Measure = 'count' | 'money' | 'percent' | 'age' | 'duration' | 'distance' | 'strength' | 'any';

/** A Chinese question, read by its form. */
export interface ChineseQuestion {
  readonly text: string;
  readonly wanted: Wanted;
  /** The noun asked for, or null. */
  readonly head: string | null;
  readonly measure: Measure | null;
  /** Its words without those that only ask. */
  readonly content: readonly ChineseWord[];
}

interface Form {
  readonly pattern: RegExp;
  readonly wanted: Wanted;
  readonly measure?: Measure;
}

/** The asking words in the order they are looked for; the first group, where there is one, is the noun asked for. */
const FORMS: readonly Form[] = [
  {
    pattern:
      /(?:之后|之後|后来|後來|接下来|接下來|随后|隨後)(?:又)?(?:发生了什么|發生了什麼|怎么样|怎麼樣|如何|怎样|怎樣)|结局如何|結局如何/,
    wanted: 'what-next',
  },
  {
    pattern: /什么时候|什麼時候|何时|何時|哪一?天|哪一?年|几月几[日号]|幾月幾[日號]|几号|幾號|什么日期|日期/,
    wanted: 'date',
  },
  { pattern: /为什么|為什麼|为何|為何|因何|为啥|什么原因|什麼原因|何故/, wanted: 'reason' },
  {
    pattern: /多少钱|多少錢|多少((?:万|萬|亿|億)?(?:美|欧|歐|日|人民)?(?:元|币|幣))/,
    wanted: 'number',
    measure: 'money',
  },
  { pattern: /百分之(?:几|幾|多少)|多大比例|多少百分比/, wanted: 'number', measure: 'percent' },
  { pattern: /多大年[纪紀龄齡]|多少岁|多少歲|几岁|幾歲|享年/, wanted: 'number', measure: 'age' },
  {
    pattern: /多久|多长时间|多長時間|(?:几|幾|多少)(?:年|个月|個月|天|小时|小時)/,
    wanted: 'number',
    measure: 'duration',
  },
  {
    pattern: /(?:几|幾|多少)(?:[名个個位位所座架艘条條次种種国國])?(\p{sc=Han}{1,3})?/u,
    wanted: 'number',
    measure: 'count',
  },
  { pattern: /哪里|哪裡|哪儿|哪兒|何地|何处|何處|什么地方|什麼地方|在哪(?!个|個|一)/, wanted: 'place' },
  {
    pattern: /哪(?:一)?(?:个|個|座)?(国家|國家|国|國|城市|市|省|州|地区|地區|岛|島|机场|機場|县|縣|镇|鎮)/,
    wanted: 'place',
  },
  { pattern: /谁|誰|何人|哪一?位|什么人|什麼人/, wanted: 'name' },
  { pattern: /发生了什么|發生了什麼|什么事|什麼事/, wanted: 'what-happened' },
  {
    pattern: /(?:哪|什么|什麼)(?:一)?(?:个|個|家|支|艘|架|部|种|種|款|颗|顆)?(\p{sc=Han}{1,4})?/u,
    wanted: 'name',
  },
  { pattern: /吗[？?]?$|嗎[？?]?$|是否|有没有|有沒有/, wanted: 'yes-no' },
];

/** Reads a Chinese question. Never fails: one without a form it knows wants `anything`. */
export function readChineseQuestion(text: string): ChineseQuestion {
  const words = segmentText(text);
  for (const { pattern, wanted, measure = null } of FORMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const end = match.index + match[0].length - (match[1]?.length ?? 0);
    const head =
      wanted === 'name' && match[1] === undefined && /[谁誰人位]/.test(match[0]) ? '人' : (match[1] ?? null);
    return { text, wanted, head, measure, content: contentOf(words, match.index, end) };
  }
  return { text, wanted: 'anything', head: null, measure: null, content: contentOf(words, 0, 0) };
}

/** The words that carry a question: without marks, stop words and the words of asking in `[from, to)`. */
function contentOf(words: readonly ChineseWord[], from: number, to: number): ChineseWord[] {
  return words.filter(
    (word) => !word.mark && !isChineseStopWord(word.lower) && (word.start >= to || word.end <= from),
  );
}

const STOP = new Set(
  '的 了 在 是 和 与 與 及 或 也 都 就 将 將 被 把 对 對 从 從 向 于 於 以 为 為 有 个 個 这 這 那 其 之 所 等 中 上 下 到 由 让 讓 给 給 并 並 后 後 前 时 時 曾 已 会 會 请 請 问 問 呢 吧 啊'.split(
    ' ',
  ),
);

/** Whether a Chinese word carries no meaning of its own. */
export function isChineseStopWord(word: string): boolean {
  return STOP.has(word);
}
