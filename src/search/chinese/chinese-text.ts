/** A word of a Chinese text. */
export interface ChineseWord {
  readonly text: string;
  readonly lower: string;
  /** String indices, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Number of the sentence it is in. */
  readonly sentence: number;
  /** Whether it is a punctuation mark. */
  readonly mark: boolean;
}

const HAN = /\p{sc=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether a text is written in Chinese. */
export function isChinese(text: string): boolean {
  return HAN.test(text);
}

/** The words of a Chinese text in order. */
export function segmentText(text: string): ChineseWord[] {
  let sentence = 0;
  const words: ChineseWord[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (segment.trim() === '') continue;
    const end = index + segment.length;
    words.push({
      text: segment,
      lower: segment.toLowerCase(),
      start: index,
      end,
      sentence,
      mark: !isWordLike,
    });
    if (/^[。！？!?；]$/.test(segment)) sentence++;
  }
  return words;
}
