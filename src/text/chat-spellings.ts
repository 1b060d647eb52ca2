/** Words as they are typed in a hurry, with what they mean. Only where no other word is spelled so. */
const SPELLINGS = `
wat what  wut what  wot what  whats what  hows how  whens when  whys why  thats that  theres there  wich which  wen when  y why  wuz was  whos whose  wheres where  teh the  n and  r are  u you
ur your  pls please  plz please  cuz because  coz because  thru through  tho though  gonna going  wanna want
ppl people  yr year  yrs years  mth month  mths months  hr hour  hrs hours  mins minutes  secs seconds
vid video  vids videos  pic picture  pics pictures  ded dead  govt government  fb facebook  insta instagram
`;

const spellings: ReadonlyMap<string, string> = new Map(
  SPELLINGS.trim()
    .split(/\s{2,}|\n/)
    .map((pair): [string, string] => {
      const [typed = '', meant = ''] = pair.trim().split(' ');
      return [typed, meant];
    }),
);

/** What a folded word means in a chat; undefined where it is no such word. */
export function chatSpelling(word: string): string | undefined {
  return spellings.get(word);
}
