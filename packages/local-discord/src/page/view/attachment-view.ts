import type { APIAttachment } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { atOwnOrigin, isOwnFile } from './own-file.js';

const WIDEST = 550;
const TALLEST = 350;

/** A file of a message: a picture as such, anything else to be downloaded. */
export function attachmentView(file: APIAttachment): TemplateResult {
  const url = isOwnFile(file.url) ? atOwnOrigin(file.url) : '';
  if (file.content_type?.startsWith('image/')) {
    const size = fitted(file);
    return html`<a slot="attachments" class="picture" href=${url} target="_blank" rel="noopener noreferrer">
      <img src=${url} alt=${file.description ?? file.filename} width=${size?.width ?? nothing} height=${size?.height ?? nothing} />
    </a>`;
  }
  return html`<discord-attachments slot="attachments">
    <discord-file-attachment name=${file.filename} bytes=${Math.ceil(file.size / 1024)} bytes-unit="KB" href=${url}></discord-file-attachment>
  </discord-attachments>`;
}

/** Width and height at which a picture fits, shrunk but never grown. */
function fitted({ width, height }: APIAttachment): { width: number; height: number } | null {
  if (!width || !height) return null;
  const scale = Math.min(1, WIDEST / width, TALLEST / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
