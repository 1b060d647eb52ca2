import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageChannel } from '../../page-protocol.js';
import type { Page } from '../page.js';
import { channelName, isArchived, isDirect, isThread, mayWrite } from '../state/channels.js';
import { icons } from '../view/icons.js';
import type { Composer } from './composer.js';
import { composerKey } from './composer-keys.js';
import { optionChips } from './option-chips.js';
import { listId, suggestionList } from './suggestion-list.js';
import { suggestions } from './suggestions.js';

/** The box to write in. */
export function composerView(composer: Composer, channel: PageChannel, page: Page): TemplateResult {
  if (!mayWrite(channel))
    return html`<div class="composer locked">${icons.lock} You do not have permission to send messages in this channel.</div>`;
  const { problem } = composer;
  return html`<form class="composer" data-composer=${channel.id} @submit=${(e: Event) => submit(e, composer)} @keydown=${(e: KeyboardEvent) => composerKey(e, composer)}>
    ${suggestionList(composer)}
    ${problem ? html`<div class="problem" role="alert">${icons.warning} ${problem.option ? html`<strong>${problem.option}</strong> ` : nothing}${problem.sentence}</div>` : nothing}
    <div class="box">
      ${composer.entry ? optionChips(composer) : textField(composer, channel)}
      <button type="submit" class="send" aria-label="Send" ?disabled=${page.state.connection !== 'open'}>${icons.send}</button>
    </div>
  </form>`;
}

function textField(composer: Composer, channel: PageChannel): TemplateResult {
  const offered = suggestions(composer).items.length > 0;
  const sign = isDirect(channel) ? '@' : isThread(channel) ? '' : '#';
  const more = isArchived(channel) ? ' (archived: a message opens it again)' : '';
  return html`<textarea rows="1" data-field="text" placeholder="Message ${sign}${channelName(channel)}${more}" aria-label="Message ${channelName(channel)}"
    role="combobox" aria-autocomplete="list" aria-expanded=${offered} aria-controls=${listId(composer)}
    aria-activedescendant=${offered ? `${listId(composer)}-${composer.at}` : nothing}
    .value=${live(composer.text)}
    @input=${(event: Event) => composer.typeText((event.target as HTMLTextAreaElement).value)}
  ></textarea>`;
}

function submit(event: Event, composer: Composer): void {
  event.preventDefault();
  const marked = composer.entry ? undefined : suggestions(composer).items[composer.at];
  if (marked) marked.pick();
  else void composer.submit();
}

/** Moves the focus to where the message box wants it. Call it after drawing. */
export function focusWanted(composer: Composer): void {
  const { wantsFocus, channel } = composer;
  if (wantsFocus === null) return;
  composer.wantsFocus = null;
  const field = document.querySelector<HTMLInputElement>(
    `[data-composer="${channel}"] [data-field="${wantsFocus}"]`,
  );
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
