import { Buffer } from 'node:buffer';
import { type APIEmbed, type APIMessageTopLevelComponent, type Message, MessageFlags } from 'discord.js';
import { componentsOf } from '../views/components-layout.js';
import type { MessageView, Row } from '../views/message.js';

/** How messages are laid out: embeds, or Components V2, which people see who switched link previews off. */
export type Layout = 'embeds' | 'components';

/** A view as discord.js sends it in answer to an interaction. Mentions in it ping nobody. @param isPrivate whether one person only sees it */
export function payload(view: MessageView, layout: Layout, isPrivate = false) {
  const flags = [
    ...(isPrivate ? [MessageFlags.Ephemeral as const] : []),
    ...(layout === 'components' ? [MessageFlags.IsComponentsV2 as const] : []),
  ];
  return { ...bodyOf(view, layout), ...(flags.length > 0 && { flags }) };
}

/** A view as a message of its own, beside no interaction. */
export function posted(view: MessageView, layout: Layout) {
  const flags = [MessageFlags.IsComponentsV2 as const];
  return { ...bodyOf(view, layout), ...(layout === 'components' && { flags }) };
}

function bodyOf(view: MessageView, layout: Layout) {
  return {
    ...(layout === 'embeds' && { content: view.content, embeds: view.embeds as APIEmbed[] }),
    components: partsOf(view, layout),
    files: view.files.map(({ name, data, description }) => ({
      name,
      description,
      attachment: Buffer.from(data),
    })),
    allowedMentions: { parse: [] },
  };
}

/** A view's buttons and menus; with Components V2 everything it shows. */
export function partsOf(view: MessageView, layout: Layout): APIMessageTopLevelComponent[] {
  return layout === 'components' ? componentsOf(view) : (view.components as Row[]);
}

/**
 * A view that takes the place of an earlier one, whose text and files go.
 *
 * @param before the message that is edited, where it is known: one that has Components V2 keeps them for ever.
 */
export function replacement(view: MessageView, layout: Layout, before?: Pick<Message, 'flags'>) {
  if (layout === 'embeds' && !before?.flags.has(MessageFlags.IsComponentsV2))
    return { ...bodyOf(view, 'embeds'), attachments: [] };
  return {
    ...bodyOf(view, 'components'),
    flags: [MessageFlags.IsComponentsV2 as const],
    content: null,
    embeds: [],
    attachments: [],
  };
}
