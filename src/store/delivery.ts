import type { Selectable } from 'kysely';
import type { Tables } from './tables.js';

/** How the messages of a follow or a digest are delivered. */
export interface Delivery {
  /** Without a notification sound. */
  readonly silent: boolean;
  /** Published to the servers that follow the channel, where it is an announcement channel. */
  readonly publish: boolean;
  /** The id of a role to mention, or null. */
  readonly pingRole: string | null;
}

/** How messages are delivered where nothing is set. */
export const plainDelivery: Delivery = { silent: false, publish: false, pingRole: null };

type Columns = Pick<Selectable<Tables['follows']>, 'silent' | 'publish' | 'ping_role'>;

/** Reads the columns of a delivery. */
export function deliveryOf({ silent, publish, ping_role }: Columns): Delivery {
  return { silent: silent === 1, publish: publish === 1, pingRole: ping_role };
}

/** A delivery as its columns; plain where nothing is set. */
export function deliveryColumns({
  silent = false,
  publish = false,
  pingRole = null,
}: Partial<Delivery>): Columns {
  return { silent: silent ? 1 : 0, publish: publish ? 1 : 0, ping_role: pingRole };
}
