import type { Composer } from './composer.js';
import { suggestions } from './suggestions.js';

/** Keys in the message box, as Discord takes them. */
export function composerKey(event: KeyboardEvent, composer: Composer): void {
  if (event.isComposing) return;
  if (take(event, composer)) event.preventDefault();
}

/** Whether the key was taken. */
function take(event: KeyboardEvent, composer: Composer): boolean {
  const { items, empty } = suggestions(composer);
  const marked = items[composer.at];
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (items.length === 0) return false;
      composer.mark(event.key === 'ArrowDown' ? 1 : -1);
      return true;
    case 'Escape':
      if (items.length > 0 || empty !== null) composer.close();
      else if (composer.entry && composer.options.every(({ text }) => text === '')) composer.leave();
      return true;
    case 'Enter':
      if (event.shiftKey && !composer.entry) return false;
      if (marked) marked.pick();
      else void composer.submit();
      return true;
    case 'Tab':
      return tab(event, composer, marked?.pick ?? null);
    case 'Backspace':
      if (!composer.entry || !isEmptyField(event)) return false;
      composer.remove(composer.focus);
      return true;
    case 'ArrowLeft':
      if (!composer.entry || composer.focus === 0 || !cursorAt(event, 'start')) return false;
      composer.moveTo(composer.focus - 1);
      return true;
    case 'ArrowRight':
      if (!composer.typing || !cursorAt(event, 'end')) return false;
      composer.moveTo(composer.focus + 1);
      return true;
    default:
      return false;
  }
}

/** Tab takes the marked suggestion, or goes to the next option; at the ends it leaves the box as elsewhere. */
function tab(event: KeyboardEvent, composer: Composer, pick: (() => void) | null): boolean {
  if (event.shiftKey) {
    if (!composer.entry || composer.focus === 0) return false;
    composer.moveTo(composer.focus - 1);
    return true;
  }
  if (pick) pick();
  else if (composer.typing) composer.moveTo(composer.focus + 1);
  else return false;
  return true;
}

const field = (event: Event) => event.target as HTMLInputElement | HTMLTextAreaElement;
const isEmptyField = (event: Event) => field(event).value === '';

function cursorAt(event: Event, end: 'start' | 'end'): boolean {
  const { selectionStart, selectionEnd, value } = field(event);
  return selectionStart === selectionEnd && selectionStart === (end === 'start' ? 0 : value.length);
}
