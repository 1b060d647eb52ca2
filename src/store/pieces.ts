/** Rows or keys in one statement: both databases take more, and neither is kept busy for long. */
const AT_ONCE = 400;

/** A list in pieces that fit into a statement each. */
export function pieces<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / AT_ONCE);
  return Array.from({ length: count }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
}
