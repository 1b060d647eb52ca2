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
const KNOWN = new Map(NAMES.flatMap((names, month) => names.map((name) => [name, ENGLISH[month] ?? ''])));

/** Languages whose names are read beside a figure only: a name of theirs alone may be something else. */
const LANGUAGES = ['fr', 'es', 'de', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'pl', 'cs', 'ru', 'uk'];
/** Small words around a date in these languages: "le 8 avril", "en abril de 2016", "am 8. Mai". */
const SMALL = new Set('le la el il am im in en au de del di du dem den der nel nell dal'.split(' '));

interface Names {
  readonly months: ReadonlyMap<string, string>;
  readonly weekdays: ReadonlySet<string>;
}
let names: Names | null = null;

/** The names of months, in the form they have beside a day, and of weekdays, from the Unicode CLDR. */
function namesOfLanguages(): Names {
  if (names) return names;
  const months = new Map<string, string>();
  const weekdays = new Set<string>();
  const unsure = new Set<string>();
  for (const language of LANGUAGES) {
    const format = new Intl.DateTimeFormat(language, {
      calendar: 'gregory',
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    for (const [month, english] of ENGLISH.entries()) {
      const parts = format.formatToParts(Date.UTC(2001, month, 1 + (month % 7)));
      const word = (type: string) => bareWord(parts.find((part) => part.type === type)?.value ?? '');
      weekdays.add(word('weekday'));
      const name = word('month');
      // The same word is another month in another language.
      if ((months.get(name) ?? english) !== english) unsure.add(name);
      months.set(name, english);
    }
  }
  for (const name of unsure) months.delete(name);
  names = { months, weekdays };
  return names;
}

const bareWord = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}.’']/gu, '')
    .toLowerCase();

/**
 * A date with its month named in French, Spanish, German, Italian or another language of Europe as English writes it: "8 avril
 * 2016" is "8 April 2016". Null where there is no such month in it.
 */
export function inEnglish(text: string): string | null {
  const words = text.trim().split(/[\s,]+/);
  const hasFigure = /\d/.test(text);
  const { months, weekdays } = hasFigure ? namesOfLanguages() : { months: KNOWN, weekdays: new Set() };
  let found = false;
  const english = words.flatMap((word, at): string[] => {
    const bare = bareWord(word);
    const month = KNOWN.get(bare) ?? months.get(bare);
    if (month !== undefined) {
      found = true;
      return [month];
    }
    if (SMALL.has(bare) || (at === 0 && weekdays.has(bare))) return [];
    const day = /^(\d{1,2})(?:er|[ºª°.])$/u.exec(word)?.[1];
    return [day ?? word];
  });
  // A month's name alone may mean something else ("Mars"): a date has a number as well.
  return found && (hasFigure || words.length === 1) && !/^mars$/i.test(text.trim())
    ? english.join(' ')
    : null;
}
