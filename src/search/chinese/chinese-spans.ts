import type { ChineseWord } from './chinese-text.js';

/** Characters `[start, end)` that may answer, with how sure their form makes them (log-odds). */
export interface ChineseSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sure: number;
}

const PLACE_END =
  '市|省|州|县|縣|区|區|镇|鎮|村|岛|島|国|國|机场|機場|广场|廣場|大学|大學|车站|車站|湖|河|山|海|港|平原|博物馆|博物館|体育场|體育場|营|營';
/** What ends a place behind 在: the verb of the clause, or a mark. */
const STOPS =
  '发生|發生|举行|舉行|坠毁|墜毀|会面|會面|见面|見面|会晤|會晤|开幕|開幕|签署|簽署|遭|被|爆炸|宣布|宣佈|找到|发现|發現|逝世|去世|出生|上空|附近|三战|握手|进行|進行|着陆|降落|通过|通過|召开|召開|与|與|和|把|向|的|，|。|、|；|（';

/** The places of a Chinese text: behind 在 and 于, and names that end like places. */
export function findChinesePlaces(text: string, head: string | null): ChineseSpan[] {
  const found: ChineseSpan[] = [];
  const add = (start: number, place: string, sure: number) => {
    if (place.length < 2 || found.some((f) => f.start <= start && f.end >= start + place.length)) return;
    found.push({ start, end: start + place.length, text: place, sure });
  };
  const kind = head && /^(国|國|国家|國家)$/.test(head) ? null : head;
  for (const match of text.matchAll(
    new RegExp(`(?:在|于|於)(\\p{sc=Han}[\\p{sc=Han}·]{1,14}?)(?=${STOPS})`, 'gu'),
  )) {
    const place = match[1] ?? '';
    if (/[年月日时時后後前中]$|期间|期間|其|任|内|之/.test(place)) continue;
    add(match.index + 1, place, kind && place.endsWith(kind) ? 2.5 : 1.6);
  }
  for (const match of text.matchAll(new RegExp(`[\\p{sc=Han}·]{2,8}?(?:${PLACE_END})`, 'gu'))) {
    add(match.index, match[0], kind && match[0].endsWith(kind) ? 1.5 : 0);
  }
  return found;
}

const TITLE =
  '总统|總統|总理|總理|首相|主席|国王|國王|女王|部长|部長|秘书长|秘書長|大臣|教皇|教宗|法官|将军|將軍|市长|市長|州长|州長|议员|議員|棋手|演员|演員|歌手|导演|導演|作家|科学家|科學家|选手|選手|宇航员|教练|教練|球员|球員|领导人|領導人|发言人|發言人|人';

/** A transliterated name, "安娜·霍尔特", up to a word that continues the sentence. */
const DOTTED =
  /\p{sc=Han}{1,10}(?:[·・‧]\p{sc=Han}{1,6}?){1,6}(?=[因在将將于於与與和的是说說宣赴赴访訪当當获獲被向对對就表出及等获击擊当遭逝去死辞辭，。、；：」』”）]|$)/gu;

/** The names of a Chinese text: transliterated ones with their dot, those behind a title, those between quotation marks. */
export function findChineseNames(
  text: string,
  tokens: readonly ChineseWord[],
  head: string | null,
): ChineseSpan[] {
  const found: ChineseSpan[] = [];
  const add = (start: number, name: string, sure: number) => {
    if (name.length < 2 || found.some((f) => f.start <= start && f.end >= start + name.length)) return;
    found.push({ start, end: start + name.length, text: name, sure });
  };
  if (head === '人') {
    for (const match of text.matchAll(DOTTED)) {
      const name = match[0].replace(new RegExp(`^.*(?:${TITLE})`, 'u'), '');
      add(match.index + match[0].length - name.length, name, 1.8);
    }
    for (const match of text.matchAll(new RegExp(`(?:${TITLE})`, 'gu'))) {
      const at = match.index + match[0].length;
      const name = nameFrom(text, tokens, at);
      if (name) add(at, name, 1.8);
    }
    return found;
  }
  for (const match of text.matchAll(/[《「『“]([^》」』”]{2,20})[》」』”]/gu))
    add(match.index + 1, match[1] ?? '', 1.2);
  if (head) {
    for (const match of text.matchAll(new RegExp(`[\\p{sc=Han}·]{1,8}${head}`, 'gu')))
      add(match.index, match[0], 1);
  }
  return found;
}

/** The name that begins at a character: words the segmenter does not know come as single characters, four at most. */
function nameFrom(text: string, tokens: readonly ChineseWord[], start: number): string | null {
  let end = start;
  for (const token of tokens) {
    if (token.end <= start) continue;
    if (token.start > end || token.start < start) break;
    const length = token.end - token.start;
    const single =
      length === 1 && !/[的了在是和与與被将將向对對于於说說称稱就为為则則及等也]/.test(token.text);
    const known = end === start && length >= 2 && length <= 4;
    if (token.mark || !(single || known) || token.end - start > 4) break;
    end = token.end;
    if (known) break;
  }
  return end - start >= 2 ? text.slice(start, end) : null;
}

const REASON = /因为|因為|由于|由於|因|为了|為了|以抗议|以抗議/gu;
/** What a clause of a reason goes over into. */
const REASON_END = /而|宣布|宣佈|被|遭|获|獲|逝世|去世/u;
const SHORTEST_REASON = 2;
const LONGEST_REASON = 30;

/** The clauses of a Chinese text that tell a reason: 因…, 由于…, 为了…. */
export function findChineseReasons(text: string): ChineseSpan[] {
  const found: ChineseSpan[] = [];
  for (const { 0: word, index } of text.matchAll(REASON)) {
    const start = index + word.length;
    if (start <= (found.at(-1)?.end ?? -1)) continue;
    const told = /^[^，。；]*/u.exec(text.slice(start, start + LONGEST_REASON + 3))?.[0] ?? '';
    const goesOn = told.slice(SHORTEST_REASON).search(REASON_END);
    const length = goesOn < 0 ? told.length : SHORTEST_REASON + goesOn;
    if (length < SHORTEST_REASON || length > LONGEST_REASON) continue;
    found.push({ start, end: start + length, text: told.slice(0, length), sure: 1.5 });
  }
  return found;
}
