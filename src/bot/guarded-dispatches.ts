import { SimpleShardingStrategy } from 'discord.js';
import { z } from 'zod';

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

const withId = z.looseObject({ id: z.string() });
/** What must be in a dispatch for anything to be made of it, by name. */
const shapes: Readonly<Record<string, z.ZodType>> = {
  INTERACTION_CREATE: z
    .looseObject({
      id: z.string(),
      token: z.string(),
      type: z.number(),
      data: z.looseObject({}),
      user: withId.optional(),
      member: z.looseObject({ user: withId }).optional(),
    })
    .refine(({ user, member }) => user !== undefined || member !== undefined),
  MESSAGE_CREATE: z.looseObject({ id: z.string(), channel_id: z.string(), author: withId }),
};
const anything = z.looseObject({});

/** Whether a dispatch can be made something of. */
export function isWhole(packet: unknown): boolean {
  const read = z.looseObject({ t: z.string(), d: z.unknown() }).safeParse(packet);
  return read.success && (shapes[read.data.t] ?? anything).safeParse(read.data.d).success;
}

/**
 * Connects the shards as discord.js does, but for one thing: a dispatch that is malformed, or that discord.js trips over,
 * is reported and dropped. It would end the process otherwise.
 *
 * @param dropped called for each dispatch that was dropped, with its name.
 */
export function guardedDispatches(dropped: (name: string, error: unknown) => void) {
  return (manager: Manager): SimpleShardingStrategy => {
    const emit = manager.emit.bind(manager) as (event: string, payload: unknown) => boolean;
    const guarded = (event: string, payload: unknown): boolean => {
      if (event !== 'dispatch') return emit(event, payload);
      const { data } = payload as { data: { t?: unknown } | null };
      const name = String(data?.t ?? 'a dispatch without a name');
      if (!isWhole(data)) {
        dropped(name, null);
        return false;
      }
      try {
        return emit(event, payload);
      } catch (error) {
        dropped(name, error);
        return false;
      }
    };
    // The shards emit on the manager they are given: on this one, then.
    return new SimpleShardingStrategy(
      new Proxy(manager, {
        get(target, property) {
          if (property === 'emit') return guarded;
          const value = Reflect.get(target, property, target) as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        },
      }),
    );
  };
}
