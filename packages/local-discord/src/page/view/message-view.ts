import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { markdownView, type Names } from '../markdown/markdown-view.js';
import type { Page } from '../page.js';
import type { Press } from '../state/page-state.js';
import { attachmentView } from './attachment-view.js';
import { avatarOf, nameOf } from './avatar.js';
import { componentRows } from './component-rows.js';
import { componentViews } from './component-views.js';
import { embedView } from './embed-view.js';
import { icons } from './icons.js';
import { openMenuAt, openMenuOnPress } from './message-menu.js';
import { replyHeader } from './reply-header.js';
import { systemMessage } from './system-message.js';
import { threadBox } from './thread-box.js';
import { messageTime } from './time-text.js';

/** What a message is drawn with. */
export interface MessageContext {
  readonly page: Page;
  readonly names: Names;
  /** The message before it is by the same author, shortly before: no avatar and name again. */
  readonly continues: boolean;
  readonly press: Press | undefined;
}

/** A message with everything on it. */
export function messageView(message: APIMessage, context: MessageContext): TemplateResult {
  if (message.type === MessageType.ThreadCreated) return systemMessage(message, context.page);
  const { page, names, continues, press } = context;
  const flags = message.flags ?? 0;
  const isPrivate = (flags & MessageFlags.Ephemeral) !== 0;
  const isThinking = (flags & MessageFlags.Loading) !== 0;
  const me = page.state.me?.id;
  const pinged = message.mention_everyone || message.mentions.some((user) => user.id === me);
  return html`<discord-message
    class=${isPrivate ? 'private' : ''}
    data-message=${message.id}
    role="article"
    aria-label="Message by ${nameOf(message.author)}"
    author=${nameOf(message.author)}
    avatar=${avatarOf(message.author)}
    ?bot=${message.author.bot ?? false}
    timestamp=${messageTime(message.timestamp)}
    ?message-body-only=${continues}
    ?edited=${message.edited_timestamp !== null && !message.interaction_metadata}
    .highlight=${pinged && !isPrivate}
    @contextmenu=${(event: MouseEvent) => openMenuAt(event, message, page)}
    @pointerdown=${(event: PointerEvent) => openMenuOnPress(event, message, page)}
  >
    ${replyHeader(message, page)}
    ${isThinking ? html`<span class="thinking"><span class="dots"><i></i><i></i><i></i></span> ${nameOf(message.author)} is thinking…</span>` : markdownView(message.content, names)}
    ${message.attachments.map(attachmentView)}
    ${message.embeds.map((embed) => embedView(embed, names))}
    ${(flags & MessageFlags.IsComponentsV2) === 0 ? componentRows(message, press, page) : componentViews({ message, names, press, page })}
    ${press?.failure ? html`<div slot="thread" class="failure" role="alert">${icons.warning} ${press.failure}</div>` : nothing}
    ${threadBox(message, page)}
    ${isPrivate ? html`<div slot="thread" class="private-note">${icons.eye} Only you can see this · <button type="button" class="link" @click=${() => void page.dismiss(message)}>Dismiss message</button></div>` : nothing}
    <div slot="thread" class="message-tools">
      <button type="button" aria-label="Apps and more" title="Apps and more" aria-haspopup="menu" @click=${(event: MouseEvent) => openMenuAt(event, message, page)}>${icons.more}</button>
    </div>
  </discord-message>`;
}
