import type { Measure } from './chinese-question.js';

/** A number of a Chinese text, characters `[start, end)` with its measure word. */
export interface ChineseNumber {
  readonly start: number;
  readonly end: number;
  readonly measure: Measure | 'date';
  /** The measure word and what follows it: "名男孩". */
  readonly unit: string;
}

const NUMBER =
  /(?:至少|大约|大約|约|約|近|超过|超過|逾)?(?:百分之[零一二三四五六七八九十百点點]+|(?:\d[\d,.]*|[零一二三四五六七八九十百千两兩]+)(?:多|余|餘)?(?:万|萬|亿|億|千|百)*(?:多|余|餘)?\s?%?)/gu;
const AFTER =
  /^(美元|欧元|歐元|英镑|英鎊|日元|日圓|人民币|元|卢布|盧布|岁|歲|%|公里|千米|米|英里|小时|小時|分钟|分鐘|个月|個月|年|天|周|週|月|日|号|號|级|級|度|名|人|位|个|個|所|座|架|艘|条|條|次|票|国|國|枚|辆|輛|家|支|种|種|只|隻|间|間|吨|噸)?(\p{sc=Han}{0,4})/u;

/** The numbers of a Chinese text, in figures and in characters, in order. */
export function findChineseNumbers(text: string): ChineseNumber[] {
  const found: ChineseNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const end = match.index + match[0].length;
    const after = AFTER.exec(text.slice(end));
    const counter = after?.[1] ?? '';
    // A character numeral without a measure word is most often part of a word ("一些", "三军").
    if (!/\d|百分之/.test(match[0]) && counter === '') continue;
    if (text[match.index - 1] === '第') continue;
    found.push({
      start: match.index,
      end: end + counter.length,
      measure: measureOf(match[0], counter),
      unit: counter + (after?.[2] ?? ''),
    });
  }
  return found;
}

function measureOf(number: string, counter: string): ChineseNumber['measure'] {
  if (/百分之|%/.test(number) || counter === '%') return 'percent';
  if (/元|[镑鎊布币圓]$/.test(counter)) return 'money';
  if (/^[岁歲]$/.test(counter)) return 'age';
  if (/^[月日号號]$/.test(counter) || (counter === '年' && /^\d{4}$/.test(number))) return 'date';
  if (/^(年|个月|個月|天|周|週|小时|小時|分钟|分鐘)$/.test(counter)) return 'duration';
  if (/^(公里|千米|米|英里)$/.test(counter)) return 'distance';
  if (/^[级級度]$/.test(counter)) return 'strength';
  return 'count';
}
