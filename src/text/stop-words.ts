import { editDistance } from './edit-distance.js';

/** Words that carry no meaning in an event or in a question. Folded. */
const FUNCTION_WORDS = `
a an the and or but nor if then than so as of at by for from in into on onto off out over up down to toward towards with
within without about above across after against along amid among around before behind below beneath beside between
beyond during except inside near since through throughout under until upon via per is are was were be been being am do
does did doing done has have had having will would shall should can could may might must ought i me my mine we us our ours
you your yours he him his she her hers it its itself they them their theirs himself herself themselves this that these
those there here who whom whose which what when where why how not no yes any some all both each every either neither
other another such own same too very also just only even still again ever never once more most much many few less least
several while because though although however whether let s t re ve ll d m don didnt doesnt isnt wasnt arent werent
cant couldnt wont wouldnt hasnt havent hadnt else rather quite
`;

/** Verbs and nouns so wide that they say little: found, they count little, and their many related words not at all. */
const LIGHT_WORDS = `
get gets got getting gotten go goes going gone went take takes took taken taking come comes came coming make makes made
making give gives gave given giving put puts putting let lets keep keeps kept turn turns turned turning bring brings
brought set use used uses using become becomes became look looks looked looking want wants wanted way ways try tried
tries one ones old new big top part bit lot lots kind piece place people person man men woman women guy guys country
state city town year years day days week weeks month months first last next back away ever famous
`;

/** Words of asking, that say what kind of answer is asked for, not what about. */
const ASKING_WORDS = `
happen happened happens happening date day time tell know please name named names called give list show find came come
result outcome kind sort type exactly really actually many much number amount thing things stuff someone somebody anyone
something anything y wen wat hw n u r ppl
`;

const split = (text: string) => text.trim().split(/\s+/);
const functionWords: ReadonlySet<string> = new Set(split(FUNCTION_WORDS));
const lightWords: ReadonlySet<string> = new Set(split(LIGHT_WORDS));
const askingWords: ReadonlySet<string> = new Set(split(ASKING_WORDS));

/** Chinese words without meaning of their own in an event. */
const CHINESE: ReadonlySet<string> = new Set([
  ...'的了在是和与及或而也都就将被把对从向于以为有个这那其之所等中上下后前内外间一'.split(''),
  ...[
    '以及',
    '并且',
    '由于',
    '因为',
    '但是',
    '其中',
    '至少',
    '什么',
    '哪个',
    '哪些',
    '哪里',
    '哪儿',
    '何时',
    '多少',
    '怎么',
    '为什么',
    '谁',
    '吗',
    '呢',
  ],
  ...['什麼', '哪裡', '怎麼', '誰', '嗎', '時候', '时候'],
]);

/** Whether a folded word says nothing about an event. */
export function isStopWord(word: string): boolean {
  return functionWords.has(word) || CHINESE.has(word);
}

/** Whether a folded word belongs to the asking ("date", "happened") and carries little of what is asked. */
export function isAskingWord(word: string): boolean {
  return askingWords.has(word);
}

/** Letters from which a word may be treated as misspelt. */
const MISSPELT_FROM = 5;

/** The word of asking that a folded word misspells by one edit ("hapened"); undefined where it misspells none. */
export function misspeltAskingWord(word: string): string | undefined {
  if (word.length < MISSPELT_FROM) return undefined;
  return [...askingWords].find(
    (asking) => asking.length >= MISSPELT_FROM && editDistance(word, asking, 1) === 1,
  );
}

/** Whether a folded word is so wide that what is related to it says nothing. */
export function isLightWord(word: string): boolean {
  return lightWords.has(word);
}
