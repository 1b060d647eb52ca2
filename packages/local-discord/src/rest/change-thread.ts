import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { ApiError, refuse } from '../api-error.js';
import { limits } from '../limits.js';
import { type Fields, Form } from '../validation/form.js';
import type { Channel, ThreadState } from '../world/channel.js';
import { demand, may } from '../world/permissions.js';
import type { World } from '../world/world.js';

const RENAMES = { limit: 2, perMs: 10 * 60_000 };

/**
 * Changes a thread. Anyone who may write in it may unarchive it, unless it is locked; its owner may rename and archive
 * it; the rest takes MANAGE_THREADS.
 *
 * @throws ApiError 50013, 50035, 50083 where it stays archived, 429 on the third new name in ten minutes
 */
export function changeThread(world: World, channel: Channel, thread: ThreadState, body: Fields): void {
  const bot = world.bot.user.id;
  const form = new Form();
  const name = form.text(body.name, ['name'], { min: 1, max: limits.thread.name });
  const archived = form.flag(body.archived, ['archived']);
  const locked = form.flag(body.locked, ['locked']);
  const minutes = readArchiveMinutes(form, body.auto_archive_duration);
  const tags = form.list(body.applied_tags, ['applied_tags'], { max: 5 });
  form.done();

  const manages = may(world, bot, channel, Bits.ManageThreads);
  const onlyUnarchives = archived === false && Object.keys(body).every((key) => key === 'archived');
  if (onlyUnarchives) demand(world, bot, channel, Bits.SendMessagesInThreads);
  if (!manages && (thread.locked || locked !== undefined)) throw refuse.missingPermissions();
  if (!manages && !onlyUnarchives && thread.ownerId !== bot) throw refuse.missingPermissions();
  if (thread.archived && archived !== false && locked === undefined) throw refuse.archivedThread();

  if (name !== undefined && name !== channel.name) rename(channel, thread, name);
  if (minutes !== undefined) thread.autoArchiveMinutes = minutes;
  if (locked !== undefined) thread.locked = locked;
  if (tags) channel.appliedTags = tags.map(String);
  if (archived !== undefined && archived !== thread.archived) {
    thread.archived = archived;
    thread.archiveTimestamp = new Date().toISOString();
  }
  world.tell({ kind: 'channel-update', channel });
}

/** The minutes after which a thread is archived, one of Discord's four; undefined where not given. */
export function readArchiveMinutes(form: Form, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const known: readonly unknown[] = limits.thread.archiveMinutes;
  if (!known.includes(value)) form.choice(['auto_archive_duration'], known);
  return value as number;
}

function rename(channel: Channel, thread: ThreadState, name: string): void {
  const now = Date.now();
  const recent = thread.renames.filter((at) => now - at < RENAMES.perMs);
  const first = recent[0];
  if (recent.length >= RENAMES.limit && first !== undefined)
    throw new RenamedTooOften((first + RENAMES.perMs - now) / 1000);
  thread.renames.splice(0, thread.renames.length, ...recent, now);
  channel.name = name;
}

/** The third new name of a thread within ten minutes: a separate 429. */
export class RenamedTooOften extends ApiError {
  readonly retryAfter: number;

  /** @param retryAfter in seconds */
  constructor(retryAfter: number) {
    super(429, 0, 'You are being rate limited.');
    this.retryAfter = retryAfter;
  }
}
