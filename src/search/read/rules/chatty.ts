/** Short and misspelt forms of words that tell what is asked, as people type them in a chat. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  `wat:what wot:what wht:what waht:what wats:what's wots:what's wich:which whitch:which wen:when whn:when wehn:when
  wher:where whr:where mny:many mch:much ppl:people yrs:years yr:year mths:months mnths:months mth:month mnth:month
  hrs:hours mins:minutes wuz:was woz:was govt:government`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Forms that mean another word only where certain words come before and after them. */
const IN_PLACE: readonly {
  readonly word: string;
  readonly before?: RegExp;
  readonly after: RegExp;
  readonly meant: string;
}[] = [
  {
    word: 'y',
    before: /(^|[,;?] ?)$/,
    after: /^ (did|do|does|was|were|is|are|has|have|had)\b/i,
    meant: 'why',
  },
  { word: 'were', before: /(^|[,;?] ?)$/, after: /^\s*[?!]*$|^ (did|do|does|is|was|are)\b/i, meant: 'where' },
  { word: 'hw', after: /^ (many|mny|much|mch|long|old|far|big|tall|deep|often|did|was)\b/i, meant: 'how' },
  { word: 'whos', after: /^ \w+ (did|do|does|was|were|is|has|had)\b/i, meant: 'whose' },
  { word: 'n', before: /\w $/, after: /^ \w/, meant: 'and' },
  { word: '%', before: /(many|mny|much|what|wat|which) ?$/i, after: /^/, meant: 'percent' },
  { word: 'pls', after: /^[\s?!.]*$/, meant: '' },
  { word: 'plz', after: /^[\s?!.]*$/, meant: '' },
  { word: 'please', after: /^[\s?!.]*$/, meant: '' },
];

/** A question with its asking words written out. */
export interface WrittenOut {
  readonly text: string;
  /** Where in the question as it was typed a place in `text` lies. */
  readonly typedAt: (at: number) => number;
}

/** Writes out the asking words of a question that are short or misspelt: "hw mny yrs" -> "how many years". */
export function writeOut(question: string): WrittenOut {
  const changes: { readonly begin: number; readonly end: number; readonly typedEnd: number }[] = [];
  let longer = 0;
  const text = question.replace(/[\p{L}\p{N}'’]+|%/gu, (word, typed: number) => {
    const [before, after] = [question.slice(0, typed), question.slice(typed + word.length)];
    const meant = isNameLike(word, before, after) ? null : meantBy(word.toLowerCase(), before, after);
    if (meant === null) return word;
    const begin = typed + longer;
    longer += meant.length - word.length;
    changes.push({ begin, end: begin + meant.length, typedEnd: typed + word.length });
    return meant;
  });
  const typedAt = (at: number) => {
    const last = changes.findLast(({ begin }) => begin < at);
    if (!last) return at;
    return at <= last.end ? last.typedEnd : last.typedEnd + at - last.end;
  };
  return { text, typedAt };
}

/** "Wen Lin", "N Norland": a capital within the question, or before another one, begins a name. */
function isNameLike(word: string, before: string, after: string): boolean {
  return /^\p{Lu}/u.test(word) && (before.trim() !== '' || /^ \p{Lu}/u.test(after));
}

function meantBy(word: string, before: string, after: string): string | null {
  const found = IN_PLACE.find(
    (form) => form.word === word && form.after.test(after) && (form.before?.test(before) ?? true),
  );
  return found?.meant ?? SPELLINGS.get(word) ?? null;
}
