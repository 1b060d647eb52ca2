/** What kind of answer a question asks for. */
export type Wanted =
  | 'date'
  | 'number'
  | 'place'
  | 'name'
  | 'yes-no'
  | 'what-happened'
  | 'what-next'
  | 'reason'
  | 'anything';
