/** What somebody says who asks nothing of the events. */
export type SmallTalk = 'greeting' | 'thanks' | 'help' | 'stop';

const whole = (...words: string[]) => new RegExp(`^(?:${words.join('|')})$`, 'u');

const SAID: Readonly<Record<SmallTalk, RegExp>> = {
  greeting: whole(
    '(?:hi|hello|hey|heya|hiya|yo|howdy|hola|hallo|bonjour|ciao|moin)(?: (?:there|bot|everybody|all))?',
    'good (?:morning|afternoon|evening|day)|how are you(?: doing)?|(?:what s up|whats up|sup)',
    '你好|您好|嗨|哈囉|哈啰|大家好',
  ),
  thanks: whole(
    '(?:ok |okay |great |cool |nice )?(?:thanks|thank you|thx|thnx|ty|tysm|cheers|danke|merci|gracias)(?: (?:a lot|so much|very much|bot|man|mate))?',
    'ok|okay|k|cool|great|nice|nice one|good bot|well done|lol|haha|wow|谢谢你?|謝謝你?|多谢|多謝',
  ),
  help: whole(
    '(?:please )?help(?: me)?(?: please)?|commands?|usage|info|about|帮助|幫助',
    'what (?:can|do) (?:you|u) (?:do|know)|what (?:can|could) i ask(?: you)?|how (?:do|does) (?:you|this|it|the bot) work',
    'who are (?:you|u)|what are you|what is this(?: bot)?|how do i (?:use (?:you|this)|ask)',
  ),
  stop: whole('stop(?: it)?|be quiet|shut up|go away|quit|exit|cancel|leave me alone'),
};

/** Reads a message that asks nothing of the events: a greeting, thanks, a call for help; null for any other. */
export function smallTalk(question: string): SmallTalk | null {
  const bare = question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return (Object.keys(SAID) as SmallTalk[]).find((kind) => SAID[kind].test(bare)) ?? null;
}

/** A question without the command somebody wrote before it as text: "/ask question: when?" is "when?". */
export function withoutTypedCommand(question: string): string {
  return question.replace(
    /^\s*\/(?:ask|search|date|onthisday|topic|thread|help)\b\s*(?:(?:question|query|when|day|name|event)\s*:\s*)?/i,
    (command) => (/help/i.test(command) ? 'help' : ''),
  );
}
