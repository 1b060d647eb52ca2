/** What a message is that asks nothing of the events, in the order of the classifier's file. */
export const ASIDES = ['opinion', 'chat', 'thanks', 'task', 'override', 'asker', 'elsewhere'] as const;

/**
 * Why a message is no question to the events: it wants an opinion, chats, thanks, sets a task (sums, code, poems), gives
 * orders to the program, asks about the person who writes it or for what other services know; or it is in another language.
 */
export type OutOfScope =
  | { readonly kind: (typeof ASIDES)[number] }
  | {
      readonly kind: 'language';
      /** ISO 639-1: "de". */
      readonly language: string;
      /** Whether some events are in Chinese, so that it can be asked in Chinese, too. */
      readonly chinese: boolean;
    };
