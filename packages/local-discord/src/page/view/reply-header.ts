import { type APIMessage, MessageType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Names } from '../markdown/markdown-view.js';
import type { Page } from '../page.js';
import { avatarOf, nameOf } from './avatar.js';
import { namesFor } from './names.js';

/** The line above a message: "Ada used /ask", or the message it replies to. */
export function replyHeader(message: APIMessage, page: Page): TemplateResult | typeof nothing {
  const by = message.interaction_metadata?.user;
  const name = message.interaction?.name;
  if (by && name) {
    const isMenu = message.type === MessageType.ContextMenuCommand;
    const about = isMenu ? targetOf(message, page) : null;
    if (about)
      return html`<discord-reply slot="reply" author=${nameOf(by)} avatar=${avatarOf(by)}>${name}: “${about}”</discord-reply>`;
    return html`<discord-command slot="reply" author=${nameOf(by)} avatar=${avatarOf(by)} command=${name} type=${isMenu ? 'message_command' : 'slash_command'}></discord-command>`;
  }
  if (message.type !== MessageType.Reply) return nothing;
  const id = message.message_reference?.message_id;
  const known = id === undefined ? undefined : page.state.messages.get(message.channel_id)?.get(id);
  const target = known ?? message.referenced_message;
  if (!target) return html`<discord-reply slot="reply" deleted></discord-reply>`;
  return html`<discord-reply slot="reply" author=${nameOf(target.author)} avatar=${avatarOf(target.author)} ?bot=${target.author.bot ?? false}>${excerpt(target, namesFor(page))}</discord-reply>`;
}

/** The text of the message that a message's menu was opened on, where it is still there. */
function targetOf(message: APIMessage, page: Page): string | null {
  const metadata = message.interaction_metadata;
  const id = metadata && 'target_message_id' in metadata ? metadata.target_message_id : undefined;
  const target = id === undefined ? undefined : page.state.messages.get(message.channel_id)?.get(id);
  return target ? excerpt(target, namesFor(page)) : null;
}

function excerpt(message: APIMessage, names: Names): string {
  const text = message.content
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${names.user(id)}`)
    .replace(/<#(\d+)>/g, (_, id: string) => `#${names.channel(id)?.name ?? 'unknown'}`)
    .replace(/^(#{1,3}|-#|>{1,3}|[-*])\s+/gm, '')
    .replace(/(\*\*|__|~~|\|\|)/g, '')
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\s+/g, ' ');
  if (text === '') return 'Click to see attachment';
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}
