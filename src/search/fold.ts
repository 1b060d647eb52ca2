/** Letters that stand for themselves under NFKD and that people type plainly. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ʻ: '',
  ʼ: '',
};
const ASCII = /^[ -~\n]*$/;

/** A text as it is compared: lower case, accents off, ligatures and full-width letters opened, "Đ" as "d". */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøðđþłħıʻʼ]/g, (letter) => PLAIN[letter] ?? letter);
}
