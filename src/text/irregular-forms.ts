/**
 * English forms that no stemmer brings to their base: `base form form …`. Forms that are also common words of their own
 * ("left", "saw", "felt", "rose") stay out.
 */
const TABLE = `
become became|begin began begun|bite bit bitten|blow blew blown|break broke broken|bring brought|build built
burn burnt|buy bought|catch caught|choose chose chosen|come came|deal dealt|dig dug|draw drew drawn|drink drank drunk
drive drove driven|eat ate eaten|fall fell fallen|feed fed|fight fought|find found|flee fled|fly flew flown
forbid forbade forbidden|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone
grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|know knew known|lead led|lend lent|lose lost
make made|mean meant|meet met|overthrow overthrew overthrown|oversee oversaw overseen|overtake overtook overtaken
pay paid|ride rode ridden|ring rang rung|run ran|say said|seek sought|sell sold|send sent|shake shook shaken
shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sleep slept|speak spoke spoken|spend spent
stand stood|steal stole stolen|stick stuck|strike struck stricken|swear swore sworn|sweep swept|swim swam swum
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone
understand understood|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn|write wrote written
man men|woman women|child children|foot feet|tooth teeth|mouse mice|wife wives|life lives|knife knives|thief thieves
wolf wolves|half halves|shelf shelves|leaf leaves|crisis crises|coup coups|dead died dies die death deaths
`;

const BASE = new Map<string, string>();
for (const row of TABLE.trim().split(/[|\n]/)) {
  const [base, ...forms] = row.trim().split(' ');
  if (base) for (const form of forms) BASE.set(form, base);
}

/** The base of an irregular English form ("won" -> "win"); the word itself where it has none. */
export function baseForm(word: string): string {
  return BASE.get(word) ?? word;
}
