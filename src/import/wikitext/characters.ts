/** Characters that show nothing: controls but the line feed, zero-width characters, direction marks, soft hyphens. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}]/gu;
/** Private-use characters, which the reader keeps for its own marks. */
const PRIVATE = /[\ue000-\uf8ff]/g;
/** What `plainCharacters` looks at more closely: nearly all of a page is none of it. */
const NOT_PLAIN = /[^\n\x20-\x7e]+/g;
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g;

/** A page's text with line ends as `\n`, plain spaces and no unseen characters. */
export function plainCharacters(wikitext: string): string {
  const lines = wikitext.includes('\r') ? wikitext.replace(/\r\n?/g, '\n') : wikitext;
  return lines.replace(NOT_PLAIN, (run) =>
    run
      .replace(/[\u0085\u2028\u2029]/g, '\n')
      .replace(ODD_SPACES, ' ')
      .replace(UNSEEN, '')
      .replace(PRIVATE, ''),
  );
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  lrm: '',
  rlm: '',
  ndash: '–',
  mdash: '—',
  minus: '−',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  prime: '′',
  Prime: '″',
  deg: '°',
  plusmn: '±',
  times: '×',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup2: '²',
  sup3: '³',
  micro: 'µ',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  sect: '§',
  para: '¶',
  copy: '©',
  reg: '®',
  trade: '™',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
  eth: 'ð',
  thorn: 'þ',
  lang: '⟨',
  rang: '⟩',
  lbrace: '{',
  rbrace: '}',
  lbrack: '[',
  rbrack: ']',
  vert: '|',
  num: '#',
  ast: '*',
};
/** `&eacute;` and its kin: a letter and the name of its accent. */
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  caron: '\u030c',
};

/** Turns HTML entities into the characters they name. An unknown one stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));/g,
    (whole, dec, hex, name) => {
      if (name === undefined) {
        const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
        return code > 0 && code <= 0x10ffff
          ? plainCharacters(String.fromCodePoint(code)).replace('\n', ' ')
          : whole;
      }
      const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
      if (known !== undefined) return known;
      const accent = ACCENTS[name.slice(1)];
      return accent === undefined ? whole : (name[0] + accent).normalize('NFC');
    },
  );
}

const PROTECTED = 0xe200;
const PROTECTED_MARK = /[\ue200-\ue2ff]/g;

/** Takes `<nowiki>` off; what was in it is marked so that no other rule reads it as markup. */
export function protectNowiki(text: string): string {
  if (!/<nowiki/i.test(text)) return text;
  const [before = '', ...parts] = text.replace(/<nowiki ?\/>/gi, '').split(/<nowiki>/i);
  return before + parts.map(protectedPart).join('');
}

/** What follows a `<nowiki>`; one that is never closed is left as it is. */
function protectedPart(part: string): string {
  const end = /<\/nowiki>/i.exec(part);
  if (!end) return `<nowiki>${part}`;
  const inside = part
    .slice(0, end.index)
    .replace(/[!-/:-@[-`{-~]/g, (c) => String.fromCharCode(PROTECTED + c.charCodeAt(0)));
  return inside + part.slice(end.index + end[0].length);
}

/** Gives protected characters back. */
export function unprotect(text: string): string {
  return text.replace(PROTECTED_MARK, (c) => String.fromCharCode(c.charCodeAt(0) - PROTECTED));
}
