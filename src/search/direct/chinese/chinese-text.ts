import type { Token } from '../tagged-text.js';

const HAN = /\p{sc=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether a text is written in Chinese. */
export function isChinese(text: string): boolean {
  return HAN.test(text);
}

/** The words of a Chinese text. No part of speech is told: what a word does shows from the words around it. */
export function segmentText(text: string): Token[] {
  let sentence = 0;
  const tokens: Token[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (segment.trim() === '') continue;
    const lower = segment.toLowerCase();
    tokens.push({
      text: segment,
      lower,
      plain: lower,
      stem: lower,
      lemma: lower,
      pos: isWordLike ? 'X' : 'PUNCT',
      start: index,
      end: index + segment.length,
      sentence,
      capital: false,
    });
    if (/^[。！？!?；]$/.test(segment)) sentence++;
  }
  return tokens;
}
