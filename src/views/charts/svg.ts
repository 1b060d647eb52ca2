/** The few shapes that charts are made of, as SVG text. Measures are in pixels of a picture 900 wide. */

export const WIDTH = 900;
export const MARGIN = 36;

/**
 * The colours of pictures. Discord doesn't say which theme a person uses, so the ground is a mid slate that is at home on
 * light and dark; faint text has a contrast of 6:1 on it.
 */
export const ink = {
  card: '#39424e',
  edge: '#566170',
  text: '#ffffff',
  faint: '#c6cdd6',
  /** Text on the lighter steps. */
  dark: '#151a20',
  empty: '#465160',
  mark: '#ffb454',
  /** From few to many, lighter each time, so that they differ without colour as well. */
  steps: ['#2f6f9f', '#3f8fc8', '#66b1e3', '#9dd3f5', '#dff2ff'],
} as const;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/**
 * A text as far as the pictures' font can show it: Latin, Greek, Cyrillic. A text in another script gives an empty one:
 * better no label than a row of boxes. (A font with Chinese signs would take 10 MB.)
 */
export function drawable(text: string): string {
  const letters = text.match(/\p{L}/gu) ?? [];
  const shown = letters.every((letter) =>
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(letter),
  );
  return shown ? text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{Zs}+<>=|~$€£]/gu, '') : '';
}

/** A text at a point; `y` is its base line. */
export function label(
  x: number,
  y: number,
  text: string,
  options: { size?: number; fill?: string; anchor?: 'start' | 'middle' | 'end'; bold?: boolean } = {},
): string {
  const { size = 26, fill = ink.text, anchor = 'start', bold = false } = options;
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${weight}>${escapeXml(drawable(text))}</text>`;
}

/** A box with rounded corners. */
export function box(x: number, y: number, width: number, height: number, fill: string, radius = 4): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}"/>`;
}

/** A level line across. */
export function rule(x: number, y: number, width: number, stroke: string = ink.edge): string {
  return `<path d="M${round(x)} ${round(y)}h${round(width)}" stroke="${stroke}" stroke-width="2"/>`;
}

/** Shapes on a card. */
export function card(height: number, shapes: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="PT Sans">`,
    `<rect x="1" y="1" width="${WIDTH - 2}" height="${height - 2}" rx="18" fill="${ink.card}" stroke="${ink.edge}" stroke-width="2"/>`,
    ...shapes,
    '</svg>',
  ].join('');
}

const round = (value: number) => Math.round(value * 10) / 10;
