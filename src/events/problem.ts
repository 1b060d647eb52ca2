/** Something in the folder of events that could not be used as it is. */
export interface ContentProblem {
  /** The file, as a path in the tree: "/news/2016/04/8/slug.md". */
  readonly path: string;
  /** Line it was found at, from 1; 1 where it concerns the whole file. */
  readonly line: number;
  /** A plain sentence for the person who wrote the file. */
  readonly problem: string;
  /** `skipped`: the file gives no event. `noticed`: the event is served, something in it was left out or merged. */
  readonly severity: 'skipped' | 'noticed';
}
