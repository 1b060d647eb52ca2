/** "My order", "are you", "how do I": small letters, as a title is written with capitals ("My Way"). */
const OF_THEIRS =
  /\bmy\b|^(?:what|who|how|where)?(?:['’]?s|re| is| are| was)? ?your\b|\b(?:are|will|would|were) you\b|\b(?:am|do|can|could|should|did) [iI]\b(?! (?:miss|hear|read)\b)/;

/** Whether a question is about whoever asks or is asked, of whom no news tell: "is my ferry late", "do you like trams". */
export function asksAboutAsker(question: string): boolean {
  return OF_THEIRS.test(question.charAt(0).toLowerCase() + question.slice(1));
}
