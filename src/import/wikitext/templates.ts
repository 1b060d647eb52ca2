import { splitAtPipes } from './brackets.js';

/** A template as written: its name in lower case, its numbered parameters and its named ones. Markup inside stays. */
export interface Template {
  readonly name: string;
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** Reads the inside of `{{…}}`. */
export function readTemplate(inside: string): Template {
  const [head = '', ...rest] = splitAtPipes(inside);
  const positional: string[] = [];
  const named = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    const key = part.slice(0, Math.max(0, equals)).trim();
    const value = part.slice(equals + 1).trim();
    if (!/^[\w -]+$/.test(key)) positional.push(part.trim());
    // A number that no template has: an array of that length would fill the memory.
    else if (/^\d{1,3}$/.test(key) && Number(key) > 0) positional[Number(key) - 1] = value;
    else named.set(key.toLowerCase(), value);
  }
  const name = head
    .replace(/^\s*(?:template|subst|safesubst)\s*:/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();
  return { name, positional: Array.from(positional, (p) => p ?? ''), named };
}

type Wording = (t: Template) => string;
const nothing: Wording = () => '';
const first: Wording = (t) => t.positional[0] ?? '';
const second: Wording = (t) => t.positional[1] ?? t.positional[0] ?? '';
const last: Wording = (t) => t.positional.at(-1) ?? '';
const money =
  (sign: string): Wording =>
  (t) =>
    sign + first(t) + (t.positional[1] && /^[a-z]/i.test(t.positional[1]) ? ` ${t.positional[1]}` : '');
const ship =
  (prefix: string): Wording =>
  (t) =>
    `${prefix} ${first(t)}`;

/** Words that may part the numbers of `{{convert|7|to|10|km}}`. */
const BETWEEN = /^(?:-|–|to|and|or|by|x|×|\+|±|\+\/-|\(-\))$/;

const convert: Wording = ({ positional }) => {
  const words: string[] = [];
  let at = 0;
  while (at < positional.length) {
    const value = positional[at] ?? '';
    const next = positional[at + 1] ?? '';
    if (BETWEEN.test(next)) words.push(value, next === '-' ? '–' : next);
    else words.push(value, next);
    at += 2;
    // `|5|ft|8|in|cm` names a second number; `|5|km|mi|1` only the unit to turn it into and the rounding.
    if (
      !BETWEEN.test(next) &&
      !(/^\d/.test(positional[at] ?? '') && /^[a-z]/i.test(positional[at + 1] ?? ''))
    )
      break;
  }
  return words
    .join(' ')
    .replace(/ – /g, '–')
    .replace(/ (sq) ?/g, ' $1 ')
    .replace(/(km|mi|m|ft)2\b/g, '$1²')
    .trim();
};

const fraction: Wording = ({ positional: [a = '', b, c] }) =>
  c !== undefined ? `${a} ${b}/${c}` : b !== undefined ? `${a}/${b}` : `1/${a}`;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const day: Wording = ({ positional: [y = '', m = '', d = ''] }) =>
  [d.replace(/^0/, ''), MONTHS[Number(m) - 1] ?? m, y].filter(Boolean).join(' ');

const WORDINGS = new Map<string, Wording>();
const say = (wording: Wording, names: string) => {
  for (const name of names.split(', ')) WORDINGS.set(name, wording);
};

say(
  first,
  'nowrap, nobr, small, smaller, big, larger, large, abbr, abbrlink, tooltip, hover, sic, not a typo, typo',
);
say(
  first,
  'proper name, as written, chem name, em, strong, italic, italics, italic title, bold, bolditalic, underline',
);
say(
  first,
  'sup, sub, su, smallsup, smallcaps, sc, mono, code, kbd, samp, var, mvar, math, nihongo, nihongo2, zh, noitalic',
);
say(
  first,
  'flag, flagcountry, flagu, flaglink, flagdeco, country, formatnum, nts, number, num, val, no break, nobold',
);
say(
  first,
  'quote, tq, q, "\', "\'-, disputed title, plain text, plainlist, flatlist, unbulleted list, ubl, color, font color',
);
say(
  first,
  'interlanguage link, ill, illm, link-interwiki, interlanguage link multi, red link, redlink, noredlink, no redlink',
);
say(
  (t) => t.named.get('lt') || t.named.get('display') || first(t),
  'ill, illm, interlanguage link, interlanguage link multi',
);
say((t) => t.named.get('lt') || t.named.get('en') || first(t), 'link-interwiki');
say(
  second,
  'lang, color, font color, fontcolor, background color, colored link, visible anchor, pxlink, section link',
);
say(last, 'transl, transliteration, langx, lang-x, wikt-lang, wiktlang, hidden, sortname2, hs');
say((t) => t.positional.slice(0, 2).join(' '), 'sortname, sclass, sclass2, ship, ship2, warship');
say((t) => `"${first(t)}"`, '", "", quote inline, qi');
say(convert, 'convert, cvt, convert-km, convinfobox');
say(fraction, 'frac, fraction, sfrac, 1/2');
say(
  day,
  'start date, end date, date, dts, start date and age, birth date, death date, birth date and age, film date',
);
say((t) => `As of ${day(t)}`, 'as of');
say((t) => `c. ${first(t)}`, 'circa, c., ca');
say(
  nothing,
  'webarchive, wayback, dead link, deadlink, dl, broken link, cn, fact, citation needed, clarify, when, where',
);
say(
  nothing,
  'who, which, whom, by whom, whose, why, how, what, update, update after, update inline, better source',
);
say(
  nothing,
  'better source needed, failed verification, dubious, discuss, disputed inline, vague, specify, nonspecific',
);
say(
  nothing,
  'according to whom, attribution needed, pov statement, pov-statement, unreliable source?, verify source',
);
say(
  nothing,
  'flagicon, flag icon, flagicon image, flag athlete, anchor, anchors, clear, clr, -, efn, sfn, sfnp, refn, rp',
);
say(
  nothing,
  'notetag, r, reflist, portal, main, see also, further, full, full citation needed, page needed, inline',
);
say(
  nothing,
  'subscription required, subscription, registration required, paywall, subscription or membership required',
);
say(
  nothing,
  'in lang, language icon, link language, pdf, pdf link, pdflink, sfn whitelist, self-published source',
);
say(
  nothing,
  'primary source inline, third-party inline, original research inline, or, synthesis inline, bare url inline',
);
say(
  nothing,
  'zwj, zwnj, zwsp, shy, wbr, thin space0, current, ongoing, breaking, ping, cbignore, archive link, archived link',
);
say(() => '–', 'ndash, en dash, endash, dash, –');
say(() => ' – ', 'spaced ndash, spaced en dash, snd, spnd, sndash, spaced endash');
say(() => '—', 'mdash, em dash, emdash, spaced em dash');
say(() => ' ', 'nbsp, space, spaces, sp, thinsp, thin space, hair space, hsp, br, break, crlf, pad');
say(() => "'", "', apostrophe, apos, 's0");
say(() => "'s", "'s");
say(() => '|', '!, pipe');
say(() => '=', '=');
say(() => '·', '·, middot, dot');
say(() => '•', '•, bullet');
say(() => '−', 'minus');
say(() => '±', '±');
say(() => '×', 'times');
say(money('US$'), 'us$, usd, us dollar');
say(money('$'), '$');
say(money('A$'), 'a$, aud, au$');
say(money('C$'), 'c$, ca$, cad, can$');
say(money('NZ$'), 'nz$, nzd');
say(money('HK$'), 'hk$, hkd');
say(money('£'), '£, gbp, pound sterling, pounds');
say(money('€'), '€, euro, eur');
say(money('₹'), 'inr, indian rupee, indian rupees, rs');
say(money('¥'), 'jpy, ¥, yen, cny, rmb');
say(money('₩'), 'krw, won');
say(money('₱'), 'php, philippine peso');
say(money('₽'), 'rub, ruble');
say(money('₺'), 'try, turkish lira');
say(money('₪'), 'ils, nis');
say(money('₦'), 'ngn, naira');
say(money('R$'), 'brl, r$');
for (const prefix of 'USS USNS USCGC HMS HMAS HMCS HMNZS INS RMS RV MV MS MT MY SS FV ROKS JS JDS BRP KRI RFS'.split(
  ' ',
))
  say(ship(prefix), prefix.toLowerCase());

/** The wiki names the language in a separate template: `{{lang-es|hola}}` shows "hola", `{{es icon}}` nothing. */
function wordingOf(name: string): Wording | undefined {
  const known = WORDINGS.get(name);
  if (known) return known;
  if (/^lang-[a-z-]+$/.test(name)) return first;
  if (/^[a-z]{2,3} icon$/.test(name)) return nothing;
  if (/^formatnum:/.test(name)) return () => name.slice('formatnum:'.length);
  return undefined;
}

/** The words of a template (markup may occur in them), or null for one that isn't known. */
export function templateWords(template: Template): string | null {
  const wording = wordingOf(template.name);
  return wording ? wording(template) : null;
}

/** A template that cites a source: its address and the publisher it names; null for any other template. */
export function templateCitation(template: Template): { url: string; name: string } | null {
  if (!/^(?:cite|citation|cit|vcite|cite\s.*)\b/.test(template.name) || template.name === 'citation needed')
    return null;
  const value = (...keys: string[]) => keys.map((key) => template.named.get(key)).find((text) => text);
  const publisher = value('work', 'newspaper', 'website', 'magazine', 'journal', 'publisher') ?? '';
  const agency = value('agency');
  const name =
    agency && publisher && agency !== publisher ? `${agency} via ${publisher}` : publisher || agency || '';
  return {
    url: value('url', 'archive-url', 'archiveurl', 'chapter-url') ?? '',
    name: name || (value('title') ?? ''),
  };
}
