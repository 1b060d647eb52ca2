import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMediaGalleryItem,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { markdownView, type Names } from '../markdown/markdown-view.js';
import type { Page } from '../page.js';
import type { Press } from '../state/page-state.js';
import { buttonView, rowView } from './component-rows.js';
import { atOwnOrigin, isOwnFile } from './own-file.js';

/** What a message's components are drawn with. */
interface Drawing {
  readonly message: APIMessage;
  readonly names: Names;
  readonly press: Press | undefined;
  readonly page: Page;
}

/** The components of a message with Components V2, in their order. */
export function componentViews(drawing: Drawing): TemplateResult {
  return html`<div slot="embeds" class="components">
    ${(drawing.message.components ?? []).map((component) => componentView(component, drawing))}
  </div>`;
}

function componentView(
  component: APIMessageTopLevelComponent | APIComponentInContainer,
  drawing: Drawing,
): TemplateResult | typeof nothing {
  switch (component.type) {
    case ComponentType.ActionRow:
      return rowView(component, drawing.message, drawing.press, drawing.page);
    case ComponentType.Container:
      return containerView(component, drawing);
    case ComponentType.Section:
      return sectionView(component, drawing);
    case ComponentType.TextDisplay:
      return textView(component, drawing);
    case ComponentType.MediaGallery:
      return html`<div class="gallery">${component.items.map(pictureView)}</div>`;
    case ComponentType.File:
      return html`<a class="link" href=${isOwnFile(component.file.url) ? atOwnOrigin(component.file.url) : nothing}>${component.name ?? component.file.url.split('/').at(-1)}</a>`;
    case ComponentType.Separator:
      return html`<hr class=${component.divider === false ? 'gap' : 'line'} />`;
    default:
      return nothing;
  }
}

function containerView(container: APIContainerComponent, drawing: Drawing): TemplateResult {
  const { accent_color: colour } = container;
  const accent = typeof colour === 'number' ? `#${colour.toString(16).padStart(6, '0')}` : 'transparent';
  return html`<div class="container" style="border-left-color: ${accent}">
    ${container.components.map((component) => componentView(component, drawing))}
  </div>`;
}

function sectionView({ components, accessory }: APISectionComponent, drawing: Drawing): TemplateResult {
  return html`<div class="section">
    <div>${components.map((component) => textView(component, drawing))}</div>
    ${accessory.type === ComponentType.Button ? buttonView(accessory, drawing.message, drawing.press, drawing.page) : html`<div class="thumbnail">${pictureView(accessory)}</div>`}
  </div>`;
}

function textView({ content }: APITextDisplayComponent, { names }: Drawing): TemplateResult {
  return html`<div class="text-display">${markdownView(content, names)}</div>`;
}

/** A picture of this machine; those of other hosts are not loaded. */
function pictureView({ media, description }: APIMediaGalleryItem): TemplateResult | typeof nothing {
  if (!isOwnFile(media.url)) return nothing;
  const url = atOwnOrigin(media.url);
  return html`<a class="embed-image" href=${url} target="_blank" rel="noopener noreferrer"><img src=${url} alt=${description || 'Picture'} width=${media.width ?? nothing} height=${media.height ?? nothing} /></a>`;
}
