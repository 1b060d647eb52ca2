/** A picture as a view draws it; the bot turns it into a PNG. */
export interface Picture {
  /** Its file name, ending in .png. */
  readonly name: string;
  readonly svg: string;
  /** Alt text: what a person who doesn't see it misses. */
  readonly description: string;
}
