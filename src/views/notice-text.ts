import type { DigestKind } from '../store/digests.js';
import type { Notice } from '../store/notices.js';
import { clip } from './clip.js';
import { escapeMarkdown } from './markdown.js';
import type { Sentences } from './sentences/sentences.js';

/**
 * The notice to a person about messages that could not be delivered.
 *
 * @param guild the name of the server, where it is known.
 * @param missing the names of the permissions that are missing, as far as they are known.
 */
export function noticeText(
  { kind, channelId, label }: Notice,
  guild: string | null,
  missing: readonly string[],
  { delivery }: Sentences,
): string {
  const server = guild === null ? null : escapeMarkdown(guild);
  const subject = escapeMarkdown(clip(label, 120));
  const digest = delivery.digest[label as DigestKind] ?? subject;
  switch (kind) {
    case 'follow-refused':
      return delivery.followRefused(subject, channelId, server, missing);
    case 'follow-ended':
      return delivery.followEnded(subject, channelId, server);
    case 'digest-refused':
      return delivery.digestRefused(digest, channelId, server, missing);
    case 'digest-ended':
      return delivery.digestEnded(digest, channelId, server);
  }
}
