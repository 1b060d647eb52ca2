import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { inlineView, markdownView, type Names } from '../markdown/markdown-view.js';
import { atOwnOrigin, isOwnFile } from './own-file.js';
import { messageTime } from './time-text.js';

/** An embed. Titles, fields and descriptions are put in as elements of ours, since Discord reads markdown in them. */
export function embedView(embed: APIEmbed, names: Names): TemplateResult {
  const { author, title, description, fields = [], footer, image, thumbnail } = embed;
  const text = title && inlineView(title, names);
  return html`<discord-embed slot="embeds"
    color=${colourText(embed.color)}
    author-name=${author?.name ?? nothing}
    author-url=${webAddress(author?.url) ?? nothing}
    author-image=${ownAddress(author?.icon_url) ?? nothing}
    thumbnail=${ownAddress(thumbnail?.url) ?? nothing}
  >
    ${text ? html`<div slot="description" class="embed-title">${titleLink(embed.url, text)}</div>` : nothing}
    ${description ? html`<discord-embed-description slot="description">${markdownView(description, names)}</discord-embed-description>` : nothing}
    ${fields.length > 0 ? html`<discord-embed-fields slot="fields">${fieldViews(fields, names)}</discord-embed-fields>` : nothing}
    ${image && isOwnFile(image.url) ? html`<a slot="fields" class="embed-image" href=${atOwnOrigin(image.url)} target="_blank" rel="noopener noreferrer"><img src=${atOwnOrigin(image.url)} alt=${image.description || title || 'Picture'} width=${image.width ?? nothing} height=${image.height ?? nothing} /></a>` : nothing}
    ${footer || embed.timestamp ? html`<discord-embed-footer slot="footer" footer-image=${ownAddress(footer?.icon_url) ?? nothing}>${[footer?.text, embed.timestamp && messageTime(embed.timestamp)].filter(Boolean).join(' • ')}</discord-embed-footer>` : nothing}
  </discord-embed>`;
}

function titleLink(url: string | undefined, text: unknown): unknown {
  const address = webAddress(url);
  return address
    ? html`<a class="link" href=${address} target="_blank" rel="noopener noreferrer">${text}</a>`
    : text;
}

function fieldViews(fields: readonly APIEmbedField[], names: Names): TemplateResult[] {
  return fieldRows(fields).flatMap((row) => {
    const width = 12 / row.length;
    return row.map((field, index) => {
      const from = 1 + index * width;
      return html`<discord-embed-field style="grid-column:${from}/${from + width}">
        <div class="field-name">${inlineView(field.name, names)}</div>
        ${markdownView(field.value, names)}
      </discord-embed-field>`;
    });
  });
}

/** Inline fields that follow each other share a row, up to three. */
function fieldRows(fields: readonly APIEmbedField[]): APIEmbedField[][] {
  const rows: APIEmbedField[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    if (field.inline && row?.[0]?.inline && row.length < 3) row.push(field);
    else rows.push([field]);
  }
  return rows;
}

function colourText(colour: number | undefined): string | typeof nothing {
  return colour === undefined ? nothing : `#${colour.toString(16).padStart(6, '0')}`;
}

/** An address a click may open, or undefined. */
export function webAddress(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

const ownAddress = (url: string | undefined) => (url && isOwnFile(url) ? atOwnOrigin(url) : undefined);
