const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
};

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;
/** Characters that no text needs: controls, soft hyphens, zero-width marks, direction overrides, byte order marks, halves of a character. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}]/gu;
/**
 * Characters that need no cleaning: printable ASCII without markup, precomposed Latin, dashes and quotes, kana and Han.
 * A space, an apostrophe and an underscore need some only where two stand together.
 */
const UNTOUCHED =
  /[!-%(-);+-;>-Z\]a-z|}~\u00a1-\u00ac\u00ae-\u02ff\u2013\u2014\u2018-\u201d\u2026\u3001-\u301f\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff07\uff09-\uff5e]/;
const [OTHER, PLAIN, PLAIN_ALONE] = [0, 1, 2];
const CLASSES = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const char = String.fromCharCode(code);
  return UNTOUCHED.test(char) ? PLAIN : " '_".includes(char) ? PLAIN_ALONE : OTHER;
});

/** Whether a text is clean already, in one pass: most are, and a start-up reads hundreds of thousands. */
function isPlain(text: string): boolean {
  let before = 0x20;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = CLASSES[code];
    if (kind === OTHER || (kind === PLAIN_ALONE && code === before)) return false;
    before = code;
  }
  return before !== 0x20;
}

/** A citation that the news archive's generator left in the sentence: `[http:--host-path (Label)]`. */
const FOLDED_LINK = /\s?\[https?:(?:--|\/\/)[^\]]{0,300}(?:\]|$)/g;
/** Chinese conversion markup: `-{zh-tw:甲; zh-cn:乙;}-` and `-{甲}-`. */
const CONVERSION = /-\{((?:[^{}]|\{[^{}]*\})*)\}-/g;
const TEMPLATE = /\{\{[^{}]*(?:\}\}|$)/g;
/** The foreign name in a template that lost its other half: `（en World War II）`. */
const FOREIGN_NAME = /（en(?:\s[^（）]{0,200})?(?:）|$)/g;
/** A note or a picture that Obsidian shows in the place of its link. */
const EMBED = /!\[\[[^[\]]*\]\]/g;
/** The place in a note that a wikilink leads to. */
const PLACE_IN_NOTE = /(?<=[^#^])[#^].*$/s;
/** The name of a paragraph, for links to it: `… ^a1b2c3`. */
const BLOCK_NAME = /[ \t]\^[A-Za-z\d-]{1,40}$/gm;
const MARKED = /==(?=\S)([^=\n]{1,400}?)(?<=\S)==/g;
/** A tag of Jekyll's templates, `{% include … %}`. */
const TEMPLATE_TAG = /\{%[^{}%]{0,400}%\}/g;
const FOOTNOTE_MARK = /\[\^[^[\]\s]{1,40}\](?!:)/g;
const WIKI_LINK = /\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]|\[\[|\]\]/g;
/** The argument of a maintenance template whose braces were lost: `date=2018年5月`, `date=May 2018`. */
const LOST_TEMPLATE = /date=(?:\p{L}+\s+\d{4}|\d{4}年\d{1,2}月|\d{4}-\d\d(?:-\d\d)?)\s*/gu;
const MARKDOWN_LINK = /!?\[([^[\]]*)\]\([^()\s]*\)/g;
// The bounds keep a hostile line from costing more than its length.
const EMPHASIS = /(\*{1,3}|__)(?=\S)([^*\n]{1,400}?)(?<=\S)\1/g;

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : ' ';
}

/** The first wording that a conversion offers. */
function firstVariant(_whole: string, body: string): string {
  const variant = body.split(/[;；]/, 1)[0] ?? '';
  return variant.replace(/^\s*(?:zh(?:-\w+)?\s*[:：]\s*)+/, '').trim();
}

/** HTML entities as the characters they mean; what isn't an entity stays. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, decodeEntity) : text;
}

/** Links as the words they show. */
function withoutLinks(markup: string): string {
  let text = markup.replace(FOLDED_LINK, '').replace(EMBED, '').replace(MARKDOWN_LINK, '$1');
  if (text.includes('[^')) text = text.replace(FOOTNOTE_MARK, '');
  if (!/\[\[|\]\]/.test(text)) return text;
  return text.replace(
    WIKI_LINK,
    (_all, name?: string) => name?.replace(PLACE_IN_NOTE, '').replace(/^#/, '') ?? '',
  );
}

/**
 * One line of text as a person should read it: entities decoded, markdown and wiki markup taken off, the leftovers of
 * the news archive's generator removed, white space single, Unicode composed (NFC).
 */
export function plainText(markup: string): string {
  if (isPlain(markup)) return markup;
  let text = decodeEntities(markup).replace(INVISIBLE, '');
  // Templates first: a link may lead to where one says.
  if (text.includes('{')) text = text.replace(CONVERSION, firstVariant).replace(TEMPLATE, '');
  if (text.includes('{%')) text = text.replace(TEMPLATE_TAG, '');
  if (text.includes('[')) text = withoutLinks(text);
  if (text.includes('（en')) text = text.replace(FOREIGN_NAME, '');
  if (text.includes('date=')) text = text.replace(LOST_TEMPLATE, '');
  if (text.includes("''")) text = text.replace(/'{2,5}/g, '');
  if (/\*|__/.test(text)) text = text.replace(EMPHASIS, '$2');
  if (text.includes('==')) text = text.replace(MARKED, '$1');
  if (text.includes('^')) text = text.replace(BLOCK_NAME, '');
  if (text.includes('<')) text = text.replace(/<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/gi, '');
  if (text.includes('\\')) text = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
