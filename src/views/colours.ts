/** The bar at an embed's side, by what the embed is about. Chosen to be easy to distinguish on Discord's dark and light themes. */
export const colours = {
  /** An answer based on an event. */
  answer: 0x2e9e6b,
  /** A single event. */
  event: 0x3b82c4,
  /** Events found by words. */
  search: 0x7c6bd6,
  /** A day or a span of time. */
  date: 0xc98a1b,
  /** A story through its events. */
  story: 0xc2557a,
  /** A topic. */
  topic: 0x2a9d9d,
  /** Nothing found, or something the person can put right. */
  nothing: 0x8a8f98,
  help: 0x5b6472,
} as const;
