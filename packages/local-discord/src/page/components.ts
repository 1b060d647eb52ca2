import {
  DiscordButton,
  DiscordCommand,
  DiscordEmbed,
  DiscordFileAttachment,
  DiscordMention,
  DiscordMessage,
  DiscordReply,
  DiscordSystemMessage,
  DiscordThread,
} from '@skyra/discord-components-core';
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-attachments.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import '@skyra/discord-components-core/discord-messages.js';
import '@skyra/discord-components-core/discord-quote.js';
import { css } from 'lit';

// The components wear Discord's colours of 2021, inside shadow roots where the page's style does not reach.
DiscordMessage.elementStyles.push(css`
  :host { color: var(--text); padding-right: 48px; }
  :host(:hover) { background-color: var(--over); }
  .discord-message-timestamp { color: var(--muted); margin-left: 4px; }
  :host([light-theme]) .discord-message-timestamp { color: var(--muted); }
  .discord-message-edited { color: var(--muted); }
  .discord-message-content { min-width: 0; }
  .discord-message-timestamp.discord-message-body-only-indent { flex: none; margin-left: 0; }
  @media (max-width: 767px) {
    :host { padding-left: 12px; padding-right: 12px; }
    .discord-author-avatar { margin-right: 12px; }
    .discord-message-timestamp.discord-message-body-only-indent { width: 52px; }
  }
`);
const replier = css`
  :host .discord-replied-message-username { color: var(--quiet); opacity: 1; }
  :host .discord-replied-message-content, :host .discord-replied-message-content-icon { opacity: 0.85; }
`;
DiscordReply.elementStyles.push(replier);
DiscordCommand.elementStyles.push(
  replier,
  css`
  :host .discord-context-command-name { color: var(--link) !important; opacity: 1; }
  :host .discord-slash-command-name { background-color: var(--tint); color: var(--on-tint) !important; }
`,
);
DiscordMention.elementStyles.push(css`
  svg { width: 1rem; height: 1rem; margin-right: 2px; vertical-align: -2px; }
  :host([light-theme]) { color: var(--on-tint); }
`);
DiscordButton.elementStyles.push(css`
  :host > *:first-child { border-radius: 4px; margin: 4px 8px 4px 0; padding: 0 16px; height: 34px; min-height: 34px; min-width: 32px; }
  .secondary { background-color: #4e5058; }
  .secondary.hoverable:hover, a.secondary:hover { background-color: #6d6f78; }
  :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
`);
DiscordEmbed.elementStyles.push(css`
  :host { color: var(--text); }
  .discord-embed-root { min-width: 0; }
  :host .discord-embed-wrapper { background-color: var(--side); border-color: var(--side); max-width: 520px; }
  :host .discord-embed-wrapper .discord-embed-grid { grid-template-columns: minmax(0, 1fr) min-content; }
  :host .discord-embed-thumbnail { grid-column: 2; }
`);
DiscordThread.elementStyles.push(css`
  :host { background-color: var(--side); box-sizing: border-box; max-width: min(480px, 100%); }
  :host .discord-thread-top { min-width: 0; }
  :host .discord-thread-bottom { color: var(--quiet); }
  :host .discord-thread-cta { color: var(--link); }
`);
DiscordSystemMessage.elementStyles.push(css`
  :host { color: var(--muted); }
  .discord-message-timestamp { color: var(--muted); }
`);
DiscordFileAttachment.elementStyles.push(css`
  .discord-file-attachment-mosaic-style { background-color: var(--side); }
`);
