import type { Row } from '@libsql/client';

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

/** Reads the columns `silent`, `publish` and `ping_role`. */
export function deliveryOf(row: Row): Delivery {
  return {
    silent: Number(row.silent) === 1,
    publish: Number(row.publish) === 1,
    pingRole: row.ping_role === null ? null : String(row.ping_role),
  };
}
