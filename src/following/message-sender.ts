/** How an attempt to send a message ended. */
export type Sent =
  | { readonly kind: 'sent'; readonly messageId: string }
  /** It can never be sent: the channel is deleted, or direct messages are closed. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** A permission is missing: it may be given back. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may be sent later: after this many milliseconds where the other side said so. */
  | {
      readonly kind: 'later';
      readonly afterMs: number | null;
      readonly reason: string;
      /** True where the other side said that it did not take the message. */
      readonly notTaken?: boolean;
    };

/** How a message is sent, beside what it says. */
export interface Sending {
  /** Without a notification. */
  readonly silent?: boolean;
  /** Publishes it, where the channel is an announcement channel. */
  readonly publish?: boolean;
  /** The id of a role to mention. */
  readonly pingRole?: string | null;
  /** Breaks the sending off; whether it arrived is then not known. */
  readonly signal?: AbortSignal;
}

/** Puts messages where people read them. */
export interface MessageSender<View> {
  /**
   * Sends a message. The mark (at most 25 characters) makes a second sending within some minutes give back the first
   * message, and is in the message, so that `find` knows it later.
   */
  send(channelId: string, view: View, mark: string, how?: Sending): Promise<Sent>;
  /**
   * Looks for a marked message in a channel; null where it isn't there or can't be looked for.
   *
   * @param since the earliest it can have been sent, in milliseconds since 1970; where left out, it is among the last.
   */
  find(channelId: string, mark: string, since?: number, signal?: AbortSignal): Promise<string | null>;
}
