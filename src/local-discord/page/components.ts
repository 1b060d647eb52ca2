import {
  DiscordButton,
  DiscordEmbed,
  DiscordFileAttachment,
  DiscordMention,
  DiscordMessage,
  DiscordSystemMessage,
  DiscordThread,
} from '@skyra/discord-components-core';
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-attachments.js';
import '@skyra/discord-components-core/discord-command.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import '@skyra/discord-components-core/discord-messages.js';
import '@skyra/discord-components-core/discord-quote.js';
import '@skyra/discord-components-core/discord-reply.js';
import { css } from 'lit';

// The components wear Discord's colours of 2021, inside shadow roots where the page's style does not reach.
DiscordMessage.elementStyles.push(css`
  :host { color: #dbdee1; padding-right: 48px; }
  :host(:hover) { background-color: #2e3035; }
  .discord-message-timestamp { color: #949ba4; margin-left: 4px; }
  .discord-message-edited { color: #949ba4; }
  .discord-message-content { min-width: 0; }
  .discord-message-timestamp.discord-message-body-only-indent { flex: none; margin-left: 0; }
  @media (max-width: 767px) {
    :host { padding-left: 12px; padding-right: 12px; }
    .discord-author-avatar { margin-right: 12px; }
    .discord-message-timestamp.discord-message-body-only-indent { width: 52px; }
  }
`);
DiscordMention.elementStyles.push(css`
  svg { width: 1rem; height: 1rem; margin-right: 2px; vertical-align: -2px; }
`);
DiscordButton.elementStyles.push(css`
  :host > *:first-child { border-radius: 4px; margin: 4px 8px 4px 0; padding: 0 16px; height: 34px; min-height: 34px; min-width: 32px; }
  .secondary { background-color: #4e5058; }
  .secondary.hoverable:hover, a.secondary:hover { background-color: #6d6f78; }
  :focus-visible { outline: 2px solid #00a8fc; outline-offset: 2px; }
`);
DiscordEmbed.elementStyles.push(css`
  :host { color: #dbdee1; }
  .discord-embed-root { min-width: 0; }
  :host .discord-embed-wrapper { background-color: #2b2d31; border-color: #2b2d31; max-width: 520px; }
  :host .discord-embed-wrapper .discord-embed-grid { grid-template-columns: minmax(0, 1fr) min-content; }
  :host .discord-embed-thumbnail { grid-column: 2; }
`);
DiscordThread.elementStyles.push(css`
  :host { background-color: #2b2d31; box-sizing: border-box; max-width: min(480px, 100%); }
  :host .discord-thread-top { min-width: 0; }
  :host .discord-thread-bottom { color: #b5bac1; }
  :host .discord-thread-cta { color: #00a8fc; }
`);
DiscordSystemMessage.elementStyles.push(css`
  :host { color: #949ba4; }
  .discord-message-timestamp { color: #949ba4; }
`);
DiscordFileAttachment.elementStyles.push(css`
  .discord-file-attachment-mosaic-style { background-color: #2b2d31; }
`);
