let known: Set<string> | null = null;

/** Whether a lower-case text is the English name of a country or territory, as the Unicode tables have it. */
export function isLand(name: string): boolean {
  known ??= landNames();
  return known.has(name.replace(/^the /, ''));
}

function landNames(): Set<string> {
  const names = new Set([
    'uk',
    'us',
    'u.s.',
    'usa',
    'uae',
    'burma',
    'great britain',
    'england',
    'scotland',
    'wales',
    'holland',
  ]);
  for (const style of ['long', 'short'] as const) {
    const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none', style });
    for (let code = 0; code < 26 * 26; code++) {
      const letters = String.fromCharCode(65 + Math.floor(code / 26), 65 + (code % 26));
      const name = display.of(letters)?.toLowerCase();
      if (name)
        names
          .add(name)
          .add(name.replace(/ \([^()]*\)$/, ''))
          .add(name.replaceAll(' & ', ' and '));
    }
  }
  return names;
}
