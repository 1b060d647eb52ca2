import type { Digest } from '../store/digests.js';
import { menuRow } from './buttons.js';
import { clip } from './clip.js';
import { limits } from './limits.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** The digests of a server, with a menu that stops one. */
export function digestsView(digests: readonly Digest[], before: string, say: Sentences): MessageView {
  if (digests.length === 0)
    return message({ content: [before, say.following.digest.none].filter(Boolean).join(' ') });
  const lines = digests.map((digest) => `• ${digestLine(digest, say)}`);
  return message({
    content: [before, ...lines].filter(Boolean).join('\n'),
    rows: [
      menuRow(
        say.digests.offMenu,
        { kind: 'digest-off' },
        digests.map((digest) => ({ label: digestLabel(digest, say), value: String(digest.id) })),
      ),
    ],
  });
}

/** A digest in a line: where, what, when, how. */
export function digestLine(digest: Digest, say: Sentences): string {
  const { channelId, kind, minute, weekday, timeZone, silent, publish, pingRole } = digest;
  const line = say.digests.line(channelId, say.digests.kinds[kind], minute, weekday, timeZone);
  return line + say.digests.options(silent, publish, pingRole);
}

/** A digest as an option of a menu, where channels can't be named. */
export function digestLabel({ kind, minute, weekday, timeZone }: Digest, say: Sentences): string {
  return clip(
    `${say.digests.kinds[kind]}, ${say.digests.rhythm(minute, weekday)} (${timeZone})`,
    limits.selectLabel,
  );
}
