import { html, nothing, type TemplateResult } from 'lit';
import type { Composer } from './composer.js';
import { suggestions } from './suggestions.js';

/** The list above the message box; the box keeps the focus. */
export function suggestionList(composer: Composer): TemplateResult | typeof nothing {
  const { title, items, empty } = suggestions(composer);
  if (items.length === 0 && empty === null && title === '') return nothing;
  const shown = items.length > 0 || empty !== null;
  return html`<div class="suggestions ${shown ? '' : 'only-title'}">
    <div class="suggestions-title">${title}</div>
    <div role="listbox" id=${listId(composer)} aria-label=${title}>
      ${items.map(
        (
          item,
          index,
        ) => html`<div role="option" id="${listId(composer)}-${index}" class="suggestion ${index === composer.at ? 'marked' : ''}"
          aria-selected=${index === composer.at}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => item.pick()}
        ><strong>${item.label}</strong><span>${item.detail}</span></div>`,
      )}
    </div>
    ${items.length === 0 && empty ? html`<div class="no-suggestion" role="status">${empty}</div>` : nothing}
  </div>`;
}

/** The list's id, by which the field being typed in names it. */
export const listId = (composer: Composer) => `suggestions-${composer.channel}`;

/** Brings the marked suggestion into sight. */
export function showMarked(): void {
  for (const marked of document.querySelectorAll('.suggestion.marked'))
    marked.scrollIntoView({ block: 'nearest' });
}
