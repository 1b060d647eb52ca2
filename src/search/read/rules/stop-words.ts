const STOP_WORDS = new Set(
  `a an the this that these those of in on at by for from to with into onto out off up down over under about after
  before during between against through and or but nor so as than if then while because since until is are was were be
  been being am do does did done have has had having will would shall should can could may might must i you he she it we
  they me him her us them my your his its our their who whom whose which what when where why how there here not no yes
  also just even only own same such too very s t 's n't ’s re ve ll d m get got gets getting make made`.split(
    /\s+/,
  ),
);

/** Whether a lower-case English word carries no meaning of its own. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || !/[\p{L}\p{N}]/u.test(word);
}
