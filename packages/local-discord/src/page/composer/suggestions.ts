import type { Page } from '../page.js';
import { nameOf } from '../view/avatar.js';
import type { AnyOption, Choice } from './any-option.js';
import { type CommandEntry, matchingEntries } from './command-entry.js';
import { knownChoices, matchingChoices } from './known-choices.js';
import type { LiveChoices } from './live-choices.js';
import { mentionTyped, withMention } from './mentions.js';
import type { TypedOption } from './typed-option.js';

/** One line of the list above the message box. */
export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  pick(): void;
}

export interface Suggestions {
  readonly title: string;
  readonly items: readonly Suggestion[];
  /** Said where there are no items. */
  readonly empty: string | null;
}

/** What of a message box its suggestions are made from, and what picking one does to it. */
export interface Composing {
  readonly page: Page;
  readonly text: string;
  readonly extra: string;
  readonly closed: boolean;
  readonly entry: CommandEntry | null;
  readonly entries: readonly CommandEntry[];
  readonly typing: TypedOption | null;
  readonly addable: readonly AnyOption[];
  readonly live: LiveChoices;
  wantsFocus: string | null;
  start(entry: CommandEntry): void;
  typeText(text: string): void;
  add(option: AnyOption): void;
  choose(choice: Choice): void;
}

const none: Suggestions = { title: '', items: [], empty: null };

/** What the message box offers at this moment: commands, options, choices or people. */
export function suggestions(composer: Composing): Suggestions {
  if (composer.closed) return none;
  if (!composer.entry) return composer.text.startsWith('/') ? commands(composer) : people(composer);
  return composer.typing ? choices(composer) : furtherOptions(composer);
}

function commands(composer: Composing): Suggestions {
  const typed = composer.text.slice(1);
  const items = matchingEntries(composer.entries, typed).map((entry) => ({
    label: `/${entry.name}`,
    detail: entry.description,
    pick: () => composer.start(entry),
  }));
  if (items.length === 0 && /\s/.test(typed)) return none;
  const empty =
    composer.entries.length === 0 ? 'There are no commands here.' : `No command matches /${typed}.`;
  return { title: 'Commands', items, empty };
}

function people(composer: Composing): Suggestions {
  const typed = mentionTyped(composer.text)?.toLowerCase();
  if (typed === undefined) return none;
  const items = [...composer.page.state.users.values()]
    .filter((user) => nameOf(user).toLowerCase().startsWith(typed))
    .map((user) => ({
      label: nameOf(user),
      detail: user.bot ? 'App' : user.username,
      pick: () => {
        composer.typeText(withMention(composer.text, user));
        composer.wantsFocus = 'text';
      },
    }));
  return { title: 'Members', items, empty: null };
}

function furtherOptions(composer: Composing): Suggestions {
  const typed = composer.extra.trim().toLowerCase();
  const items = composer.addable
    .filter((option) => option.name.includes(typed))
    .map((option) => ({ label: option.name, detail: option.description, pick: () => composer.add(option) }));
  return { title: 'Options', items, empty: typed === '' ? null : 'There is no such option.' };
}

function choices(composer: Composing): Suggestions {
  const { typing, live, page } = composer;
  if (!typing) return none;
  const { option } = typing;
  const title = `${option.name}: ${option.description}`;
  const known = knownChoices(option, page.state);
  if (!known && !option.autocomplete) return { title, items: [], empty: null };
  const offered = known ? matchingChoices(known, typing.chosen ? '' : typing.text) : live.choices;
  const items = offered.map((choice) => ({
    label: choice.name,
    detail: '',
    pick: () => composer.choose(choice),
  }));
  if (known) return { title, items, empty: 'No choice matches.' };
  if (live.state === 'failed') return { title, items: [], empty: 'Loading options failed' };
  return { title, items, empty: live.state === 'ready' ? 'No options match your search.' : 'Loading…' };
}
