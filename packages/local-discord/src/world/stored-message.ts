import type { APIMessage } from 'discord-api-types/v10';

/** A message, and who may see it. */
export interface StoredMessage {
  data: APIMessage;
  /** The one person who sees it, for an ephemeral message; else null. */
  readonly onlyFor: string | null;
}
