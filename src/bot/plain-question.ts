/** Mentions, emoji and time stamps as Discord writes them in a message. */
const MARKS = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:<>]*:)[^<>\s]*>|@(?:everyone|here)\b/g;

/** A question without Discord's own marks: they name nothing that an event could be about. */
export function plainQuestion(text: string): string {
  return text.replace(MARKS, ' ');
}
