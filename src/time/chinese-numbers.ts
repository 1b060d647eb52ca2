const digits = new Map([...'〇一二三四五六七八九'].map((sign, value) => [sign, value]));
digits.set('零', 0).set('○', 0).set('两', 2).set('兩', 2);

/** The number of a Chinese or Arabic writing up to 99 ("二十一", "十", "21"), or of a year digit by digit ("二〇一六"). */
export function chineseNumber(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const at = written.indexOf('十');
  const value = (sign: string) => digits.get(sign) ?? 0;
  if (at < 0) return [...written].reduce((sum, sign) => sum * 10 + value(sign), 0);
  const tens = at === 0 ? 1 : value(written.slice(0, at));
  const ones = at === written.length - 1 ? 0 : value(written.slice(at + 1));
  return tens * 10 + ones;
}
