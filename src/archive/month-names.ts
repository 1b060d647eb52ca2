import { trimEnd } from '../events/trim-end.js';

/** Month names of French, Spanish, German and Italian, January at 0, without accents. English ones are read anyway. */
const NAMES: readonly (readonly string[])[] = [
  ['janvier', 'enero', 'januar', 'janner', 'gennaio'],
  ['fevrier', 'febrero', 'februar', 'febbraio'],
  ['mars', 'marzo', 'marz', 'maerz'],
  ['avril', 'abril', 'aprile', 'april'],
  ['mai', 'mayo', 'maggio'],
  ['juin', 'junio', 'juni', 'giugno'],
  ['juillet', 'julio', 'juli', 'luglio'],
  ['aout', 'agosto', 'august'],
  ['septembre', 'septiembre', 'setiembre', 'settembre', 'september'],
  ['octobre', 'octubre', 'oktober', 'ottobre'],
  ['novembre', 'noviembre', 'november'],
  ['decembre', 'diciembre', 'dezember', 'dicembre'],
];
// biome-ignore format: a calendar reads best in rows
const ENGLISH = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];
const MONTHS = new Map(NAMES.flatMap((names, month) => names.map((name) => [name, ENGLISH[month] ?? ''])));

/** Small words around a date in these languages: "le 8 avril", "en abril de 2016", "am 8. Mai". */
const SMALL = new Set('le la el il am im in en au de del di du dem den der nel nell dal'.split(' '));

/** Words for any time at all. */
const ANY_TIME = /^(?:any ?time|all|all time|all of it|ever|everything|always|whenever)$/i;

/** Whether words mean all times: "any time", "all". */
export const meansAnyTime = (text: string) => ANY_TIME.test(trimEnd(text.trim(), /[?.!]/));

/**
 * A date with its month named in French, Spanish, German or Italian as English writes it: "8 avril 2016" is "8 April
 * 2016". Null where there is no such month in it.
 */
export function inEnglish(text: string): string | null {
  const words = text.trim().split(/[\s,]+/);
  let found = false;
  const english = words.flatMap((word): string[] => {
    const bare = word
      .normalize('NFKD')
      .replace(/[\p{M}.’']/gu, '')
      .toLowerCase();
    const month = MONTHS.get(bare);
    if (month !== undefined) {
      found = true;
      return [month];
    }
    if (SMALL.has(bare)) return [];
    const day = /^(\d{1,2})(?:er|[ºª°.])$/u.exec(word)?.[1];
    return [day ?? word];
  });
  // The name of a month by itself may be something else ("Mars"): a date has a number as well.
  return found && (/\d/.test(text) || words.length === 1) && !/^mars$/i.test(text.trim())
    ? english.join(' ')
    : null;
}
