import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Composer } from './composer.js';
import { listId } from './suggestion-list.js';
import { suggestions } from './suggestions.js';
import type { TypedOption } from './typed-option.js';

/** A command with its options, each a separate field. */
export function optionChips(composer: Composer): TemplateResult {
  const { entry, options, addable } = composer;
  const more = addable.length;
  return html`<div class="command" role="group" aria-label="Command /${entry?.name}">
    <span class="command-name">/${entry?.name}</span>
    ${repeat(
      options,
      ({ option }) => option.name,
      (typed, index) => chip(composer, typed, index),
    )}
    <input class="extra" data-field=${options.length} aria-label=${more > 0 ? 'Further options' : 'End of the command'}
      role="combobox" aria-expanded=${suggestions(composer).items.length > 0} aria-controls=${listId(composer)}
      autocomplete="off" spellcheck="false" placeholder=${more > 0 ? `+${more} optional` : ''}
      .value=${live(composer.extra)}
      @focus=${() => composer.focus !== options.length && composer.focused(options.length)}
      @input=${(event: Event) => composer.typeExtra((event.target as HTMLInputElement).value)} />
  </div>`;
}

function chip(composer: Composer, { option, text }: TypedOption, index: number): TemplateResult {
  const wrong = composer.problem?.option === option.name;
  const isTyped = composer.focus === index;
  const offered = isTyped && suggestions(composer).items.length > 0;
  return html`<label class="chip ${wrong ? 'wrong' : ''} ${isTyped ? 'typed' : ''}">
    <span>${option.name}</span>
    <input data-field=${index} aria-label=${option.name} aria-required=${option.required ?? false} aria-invalid=${wrong}
      role="combobox" aria-autocomplete="list" aria-expanded=${offered} aria-controls=${listId(composer)}
      aria-activedescendant=${offered ? `${listId(composer)}-${composer.at}` : nothing}
      autocomplete="off" size=${Math.min(60, Math.max(4, text.length + 1))}
      .value=${live(text)}
      @focus=${() => composer.focus !== index && composer.focused(index)}
      @input=${(event: Event) => composer.typeOption(index, (event.target as HTMLInputElement).value)} />
  </label>`;
}
