/** One page of a list: which it is after clamping, which is the last (both from 0), and what is on it. */
export function pageOf<T>(all: readonly T[], page: number, size: number) {
  const last = Math.max(0, Math.ceil(all.length / size) - 1);
  const at = Math.min(Math.max(0, page), last);
  return { at, last, items: all.slice(at * size, (at + 1) * size) };
}
