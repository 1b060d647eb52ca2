import type { Follow } from '../store/follows.js';
import { menuRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { limits } from './limits.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import { followSubject } from './news-view.js';
import type { Sentences } from './sentences/sentences.js';

/** What is followed, as one person sees it from one channel. */
export interface Followed {
  readonly here: readonly Follow[];
  readonly elsewhere: readonly Follow[];
  readonly direct: readonly Follow[];
  /** The ids of the channels where a permission is missing. */
  readonly refused: ReadonlySet<string>;
}

/** What is followed here and by a person, with a menu that stops one. */
export function followingView(
  { here, elsewhere, direct, refused }: Followed,
  say: Sentences,
  before = '',
): MessageView {
  const words = say.following.list;
  const all = [...here, ...direct, ...elsewhere].slice(0, limits.selectOptions);
  const line = (text: string) => [before, text].filter(Boolean).join(before.includes('\n') ? '\n' : ' ');
  if (all.length === 0) return message({ content: line(words.nothing) });
  const section = (name: string, follows: readonly Follow[], withChannel: boolean) => ({
    name,
    value: follows
      .map((follow) => `• ${followLine(follow, withChannel, refused.has(follow.channelId), say)}`)
      .join('\n'),
  });
  const fields = [
    section(words.here, here, false),
    section(words.direct, direct, false),
    section(words.elsewhere, elsewhere, true),
  ].filter((field) => field.value !== '');
  return message({
    content: line(words.title),
    embeds: [{ color: colours.story, fields }],
    rows: [
      menuRow(
        words.stop,
        { kind: 'unfollow' },
        all.map((follow) => ({
          label: say.following.subject[follow.kind](follow.label),
          value: String(follow.id),
        })),
      ),
    ],
  });
}

/** A follow in a line: what it is about and leaves out, where, how, and whether it waits for a permission. */
export function followLine(follow: Follow, withChannel: boolean, isRefused: boolean, say: Sentences): string {
  const { silent, publish, pingRole, without, channelId } = follow;
  const subject = say.following.list.entry(followSubject(follow, say), withChannel ? channelId : null);
  const left = without === '' ? '' : ` · ${say.delivery.without(escapeMarkdown(clip(without, 100)))}`;
  const waits = isRefused ? ` · ${say.delivery.waiting}` : '';
  return subject + left + say.digests.options(silent, publish, pingRole) + waits;
}
