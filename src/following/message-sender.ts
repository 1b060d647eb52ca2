/** How an attempt to send a message ended. */
export type Sent =
  | { readonly kind: 'sent'; readonly messageId: string }
  /** It can never be sent: the channel is deleted, direct messages are closed, the bot may no longer write there. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** It may go later: after so many milliseconds where the other side said so. */
  | { readonly kind: 'later'; readonly afterMs: number | null; readonly reason: string };

/** Puts messages where people read them. */
export interface MessageSender<View> {
  /**
   * Sends a message. The mark (at most 25 characters) makes a second sending within some minutes give back the first
   * message, and stands in the message, so that `find` knows it later.
   *
   * @param signal breaks the sending off; whether it arrived is then not known.
   */
  send(channelId: string, view: View, mark: string, signal?: AbortSignal): Promise<Sent>;
  /**
   * Looks for a marked message in a channel; null where it isn't there or can't be looked for.
   *
   * @param since the earliest it can have been sent, in milliseconds since 1970; where left out, it is among the last.
   */
  find(channelId: string, mark: string, since?: number, signal?: AbortSignal): Promise<string | null>;
}
