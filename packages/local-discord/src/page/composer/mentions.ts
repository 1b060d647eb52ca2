import type { APIUser } from 'discord-api-types/v10';
import { nameOf } from '../view/avatar.js';

/** The name being typed after an "@" at the end of a text, or null. */
export function mentionTyped(text: string): string | null {
  return /(?:^|\s)@([\p{L}\p{N}]*)$/u.exec(text)?.[1] ?? null;
}

/** Puts a chosen name in place of what was typed of it. */
export function withMention(text: string, user: APIUser): string {
  return text.replace(/@[\p{L}\p{N}]*$/u, `@${nameOf(user)} `);
}

/** A text as it is sent: "@Ada" as the mention of her. */
export function withMentionIds(text: string, users: Iterable<APIUser>): string {
  const longestFirst = [...users].sort((a, b) => nameOf(b).length - nameOf(a).length);
  return longestFirst.reduce((so, user) => {
    const name = nameOf(user).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return so.replace(new RegExp(`@${name}(?![\\p{L}\\p{N}])`, 'giu'), `<@${user.id}>`);
  }, text);
}
