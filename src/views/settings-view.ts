import type { Digest } from '../store/digests.js';
import type { Follow } from '../store/follows.js';
import { button, buttonRow, menuRow, roleRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { digestLabel, digestLine } from './digests-view.js';
import { followLine } from './following-view.js';
import { limits } from './limits.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** All that is set up in a server. */
export interface ServerSettings {
  readonly digests: readonly Digest[];
  readonly follows: readonly Follow[];
  /** The ids of the channels where mentions are not answered. */
  readonly quiet: readonly string[];
  /** The channel it is looked at from. */
  readonly here: string | null;
  /** The ids of the channels where a permission is missing. */
  readonly refused: ReadonlySet<string>;
}

/** Lines shown of one kind. */
const MOST_LINES = 12;

/** All that is set up in a server, with a menu that opens one thing and a button for mentions. */
export function settingsView(settings: ServerSettings, say: Sentences): MessageView {
  const words = say.digests.settings;
  const { digests, follows, quiet, here, refused } = settings;
  const isQuiet = here !== null && quiet.includes(here);
  const options = [
    ...digests.map((digest) => ({ label: digestLabel(digest, say), value: `d${digest.id}` })),
    ...follows.map((follow) => ({
      label: clip(say.following.subject[follow.kind](follow.label), limits.selectLabel),
      value: `f${follow.id}`,
    })),
  ].slice(0, limits.selectOptions);
  const waits = (channelId: string) => (refused.has(channelId) ? ` · ${say.delivery.waiting}` : '');
  const fields = [
    {
      name: words.digests,
      value: listed(
        digests.map((digest) => digestLine(digest, say) + waits(digest.channelId)),
        words.noDigests,
      ),
    },
    {
      name: words.follows,
      value: listed(
        follows.map((follow) => followLine(follow, true, refused.has(follow.channelId), say)),
        words.noFollows,
      ),
    },
    {
      name: words.mentions,
      value: [
        isQuiet ? words.mentionsOff : words.mentionsOn,
        ...(quiet.length > 0 ? [words.mentionsOffIn(quiet.slice(0, MOST_LINES))] : []),
      ].join(' '),
    },
  ];
  return message({
    content: `**${words.title}**`,
    embeds: [{ color: colours.story, fields }],
    rows: [
      ...(options.length > 0 ? [menuRow(words.choose, { kind: 'setting' }, options)] : []),
      ...(here === null
        ? []
        : [
            buttonRow(
              button(isQuiet ? words.switchOn : words.switchOff, {
                kind: 'mentions',
                to: isQuiet ? 'on' : 'off',
              }),
            ),
          ]),
    ],
  });
}

/** One follow or digest, with what can be changed about it. */
export function settingView(
  item:
    | { readonly what: 'follow'; readonly follow: Follow | null }
    | { readonly what: 'digest'; readonly digest: Digest | null },
  say: Sentences,
): MessageView {
  const words = say.digests.settings;
  const found = item.what === 'follow' ? item.follow : item.digest;
  const back = button(words.back, { kind: 'settings' });
  if (!found) return message({ content: words.gone, rows: [buttonRow(back)] });
  const line =
    item.what === 'follow'
      ? item.follow && followLine(item.follow, true, false, say)
      : item.digest && digestLine(item.digest, say);
  const { what } = item;
  const change = (label: string, of: 'silent' | 'publish' | 'stop') =>
    button(label, { kind: 'deliver', what, id: found.id, change: of });
  const state = (name: string, isOn: boolean) => `${name}: ${isOn ? words.on : words.off}`;
  return message({
    content: line ?? words.gone,
    rows: [
      buttonRow(
        change(state(words.silent, found.silent), 'silent'),
        change(state(words.publish, found.publish), 'publish'),
        change(words.stop, 'stop'),
        back,
      ),
      roleRow(words.ping, { kind: 'ping-role', what, id: found.id }, found.pingRole),
    ],
  });
}

function listed(lines: readonly string[], none: string): string {
  if (lines.length === 0) return none;
  const shown = lines.slice(0, MOST_LINES).map((line) => `• ${line}`);
  return [...shown, ...(lines.length > MOST_LINES ? ['…'] : [])].join('\n');
}
