/** The longest question's words that are looked at: what is asked is said at the beginning or the end. */
const LOOKED_AT = 60;

/** Features of a whole question: runs of one to four words, with equal classes side by side as one. */
export function questionFeatures(keys: readonly string[]): string[] {
  const few =
    keys.length > LOOKED_AT ? [...keys.slice(0, LOOKED_AT / 2), ...keys.slice(-LOOKED_AT / 2)] : keys;
  const run = ['^', ...few.filter((key, i) => !key.startsWith('<') || key !== few[i - 1]), '$'];
  const features = new Set<string>(['*']);
  for (let length = 1; length <= 4; length++)
    for (let i = 0; i + length <= run.length; i++) features.add(run.slice(i, i + length).join(' '));
  const own = few.filter((key) => key === '<N>').length;
  const plain = few.filter((key) => key === '<x>' || key === '<xs>').length;
  features.add(`names:${Math.min(own, 2)}`);
  features.add(`own:${Math.min(own, 1)}:${Math.min(plain, 3)}`);
  features.add(`length:${Math.min(few.length, 8)}`);
  features.add(`numbers:${few.some((key) => key === '<n>' || key === '<ns>')}`);
  return [...features];
}

/** Features of one word for the slot it fills: itself, its neighbours, and what the question wants. */
export function slotFeatures(keys: readonly string[], at: number, intent: string): string[] {
  const key = (step: number) => keys[at + step] ?? (at + step < 0 ? '^' : '$');
  const [before2, before, self, next, next2] = [key(-2), key(-1), key(0), key(1), key(2)];
  const frameBefore = keys.slice(0, at).findLast((k) => !k.startsWith('<')) ?? '^';
  const frameNext = keys.slice(at + 1).find((k) => !k.startsWith('<')) ?? '$';
  const divided = DIVIDERS.some((word) => keys.slice(0, at).includes(word));
  const names = [
    '*',
    `0:${self}`,
    `-1:${before} ${self}`,
    `+1:${self} ${next}`,
    `-2:${before2} ${before} ${self}`,
    `+2:${self} ${next} ${next2}`,
    `b:${before}`,
    `n:${next}`,
    `fb:${frameBefore} ${self}`,
    `fn:${self} ${frameNext}`,
    `bn:${before} ${self} ${next}`,
    `p:${at === 0 ? 'first' : at === keys.length - 1 ? 'last' : 'inside'}:${self}`,
    `d:${divided}`,
    `d:${divided}:${self}`,
  ];
  return [...names, ...names.map((name) => `${intent}|${name}`)];
}

/** Words that stand between two things compared. */
const DIVIDERS = ['or', 'vs', 'versus', 'than', 'before', 'after', 'and'];
