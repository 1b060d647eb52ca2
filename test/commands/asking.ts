import type { Asked, Call, Choice, Command, Options, Outcome, Press } from '../../src/bot/command.js';
import { noOptions } from '../../src/bot/options.js';
import type { CalendarDate } from '../../src/events/calendar-date.js';
import { Pictures } from '../../src/pictures/pictures.js';
import { unpackComponentId } from '../../src/views/component-id.js';
import { LongTextsInMemory } from '../../src/views/long-texts.js';
import type { MessageView } from '../../src/views/message.js';
import { en } from '../../src/views/sentences/en.js';
import { archiveOver } from '../archive/archive-over.js';
import { townEvents } from './fixture-events.js';

/** A person who uses a command over the town's events, without Discord between. */
export class Asking {
  readonly #asked: Asked;

  private constructor(asked: Asked) {
    this.#asked = asked;
  }

  static async over(events = townEvents, today: CalendarDate = '2016-06-01'): Promise<Asking> {
    return new Asking({
      archive: await archiveOver(events),
      say: en,
      today,
      longTexts: new LongTextsInMemory(),
      pictures: new Pictures(),
      caller: { id: '100000000000000001', locale: 'en-GB' },
      place: {
        guildId: null,
        channelId: null,
        channelType: null,
        parentType: null,
        botIsMember: false,
        permissions: 0n,
        callerPermissions: 0n,
      },
      rightsIn: () => null,
    });
  }

  run(
    command: Command,
    filled: Readonly<Record<string, string | boolean>> = {},
    targetText: string | null = null,
  ) {
    const call: Call = { ...this.#asked, options: optionsWith(filled), targetText };
    return command.run(call);
  }

  async type(command: Command, option: string, typed: string): Promise<readonly Choice[]> {
    return (await command.autocomplete?.({ ...this.#asked, option, typed, options: noOptions })) ?? [];
  }

  /** Presses the button or menu with this custom_id, as a restarted bot would take it. */
  press(command: Command, customId: string, ...values: string[]): Promise<Outcome> {
    const id = unpackComponentId(customId);
    const answer = id && (command.presses?.[id.kind] as ((press: unknown) => Promise<Outcome>) | undefined);
    if (!answer) throw new Error(`${command.json.name} takes no ${customId}`);
    return answer({
      ...this.#asked,
      id,
      values,
      messageId: '300000000000000001',
    } as unknown as Press<'event'>);
  }
}

function optionsWith(filled: Readonly<Record<string, string | boolean>>): Options {
  return {
    ...noOptions,
    text: (name) => (typeof filled[name] === 'string' ? filled[name] : null),
    flag: (name) => filled[name] === true,
  };
}

/** The message of an outcome that shows one. */
export function shown(outcome: Outcome): MessageView {
  if (outcome.kind !== 'show' && outcome.kind !== 'tell') throw new Error('a thread, not a message');
  return outcome.view;
}

/** The custom_id of a message's button, by its label; of its menu, by the placeholder. */
export function customId(view: MessageView, label: string | RegExp): string {
  for (const component of view.components.flatMap((row) => row.components)) {
    const text =
      'label' in component ? component.label : 'placeholder' in component ? component.placeholder : '';
    if (!('custom_id' in component) || text === undefined) continue;
    if (typeof label === 'string' ? text === label : label.test(text)) return component.custom_id;
  }
  throw new Error(`no button ${label}`);
}
