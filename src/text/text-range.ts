/** Characters `[start, end)` of a text, as string indices. */
export type TextRange = readonly [start: number, end: number];
