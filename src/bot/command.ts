import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Archive } from '../archive/archive.js';
import type { Story } from '../archive/story/story.js';
import type { CalendarDate } from '../events/calendar-date.js';
import type { Pictures } from '../pictures/pictures.js';
import type { Votes } from '../store/votes.js';
import type { ComponentId, ComponentIdOf, ComponentKind } from '../views/component-id.js';
import type { LongTexts } from '../views/long-texts.js';
import type { MessageView } from '../views/message.js';
import type { Sentences } from '../views/sentences/sentences.js';
import type { Rights } from './rights.js';
import type { AnswerWriter } from './written/answer-writer.js';

/**
 * A command of Dateline: what Discord registers, and what it answers. A command asks the archive and returns an
 * outcome; how and when that reaches Discord (reply, update, defer, edit, follow-up) is decided by the dispatcher, as are
 * logging and errors. A thrown error is a bug; what a person can cause is a view with a sentence that says what to do.
 */
export interface Command {
  /** As registered; made with `slashCommand` or `messageMenu` (command-json.ts), which add where it may be used. */
  readonly json: RESTPostAPIApplicationCommandsJSONBody;
  run(call: Call): Promise<Outcome>;
  /** Choices for the option being typed. Answers from memory: Discord waits 3 s and can't be put off. */
  autocomplete?(typing: Typing): Promise<readonly Choice[]>;
  /** The buttons and select menus this command answers for; each kind belongs to one command. */
  readonly presses?: Presses;
}

/** A choice offered while typing; the dispatcher clamps how many and how long. Values are ids where there are ids. */
export type Choice = APIApplicationCommandOptionChoice<string>;

/** Handlers of buttons and select menus, by the kind in their custom_id. */
export type Presses = { readonly [K in ComponentKind]?: (press: Press<K>) => Promise<Outcome> };

/** What everything that answers a person is handed. */
export interface Asked {
  readonly archive: Archive;
  /** Every sentence, in the person's language where Dateline speaks it. */
  readonly say: Sentences;
  /** The day it is for the person: Discord gives no time zone, so it is in UTC. */
  readonly today: CalendarDate;
  readonly longTexts: LongTexts;
  /** Turns what a view drew into a file to send. */
  readonly pictures: Pictures;
  /** Writes answers with the operator's own model, where there is one. */
  readonly writer?: Pick<AnswerWriter, 'write'>;
  /** Takes what people say about answers. */
  readonly votes?: Pick<Votes, 'cast'>;
  /** Ids of the registered commands by name, which make a mention of one clickable. */
  readonly commandIds?: ReadonlyMap<string, string>;
  /** True where only the events that come with the bot are served. */
  readonly onlyShipped?: boolean;
  readonly caller: Caller;
  readonly place: Place;
  /** What may be done in another channel of the server; null for a channel the bot doesn't know. */
  readonly rightsIn: (channelId: string) => Rights | null;
}

/** Who asks. */
export interface Caller {
  readonly id: string;
  /** As Discord writes it: "en-GB". */
  readonly locale: string;
}

/** Where something was asked. */
export interface Place {
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** Discord's ChannelType of the channel, null where unknown. */
  readonly channelType: number | null;
  /** The ChannelType of the channel a thread is in; null where the place is not a thread. */
  readonly parentType: number | null;
  /** True where the bot is a member of the server, not only available to a person who installed it. */
  readonly botIsMember: boolean;
  /** What the bot may do there, as the interaction reports it (bits of PermissionFlagsBits). */
  readonly permissions: bigint;
  /** What the person may do there; 0 in direct messages. */
  readonly callerPermissions: bigint;
}

/** A command as called. */
export interface Call extends Asked {
  readonly options: Options;
  /** The text of the message a message menu was opened on, else null. */
  readonly targetText: string | null;
}

/** The options of a call, as filled in. */
export interface Options {
  /** The subcommand, or null. */
  readonly subcommand: string | null;
  /** A text option, trimmed; null where it was left out or blank. */
  text(name: string): string | null;
  /** A yes-no option; false where it was left out. */
  flag(name: string): boolean;
  integer(name: string): number | null;
  /** The id given for a channel, user or role option. */
  snowflake(name: string): string | null;
}

/** A button pressed or a menu chosen from. */
export interface Press<K extends ComponentKind> extends Asked {
  readonly id: ComponentIdOf<K>;
  /** The message the button or menu is on. */
  readonly messageId: string;
  /** The chosen values of a select menu; empty for a button. */
  readonly values: readonly string[];
}

/** An option being typed. */
export interface Typing extends Asked {
  /** The option's name. */
  readonly option: string;
  /** What it contains so far. */
  readonly typed: string;
  /** The other options as filled in so far. */
  readonly options: Options;
}

/** What a command wants to happen. */
export type Outcome = Show | Tell | OpenThread | ContinuePosting;

/**
 * The answer. To a command: a reply, private where `private` says so. To a press: the message with the button changes for
 * the one who asked for it; anybody else gets a private copy.
 */
export interface Show {
  readonly kind: 'show';
  readonly view: MessageView;
  /** Private where true; where left out, as the option `private` says. */
  readonly private?: boolean;
  /** The custom_id that shows it again; where there is one, what follows has a button back to it. */
  readonly here?: ComponentId;
  /** The ids of the events it speaks of, the main one first: where everybody sees it, "it" means them from then on. */
  readonly about?: readonly string[];
}

/** Something only the person sees, beside the message with the button: a list of sources, a hint. */
export interface Tell {
  readonly kind: 'tell';
  readonly view: MessageView;
}

/** Opens a public thread for a story, or finds it; where that can't be, shows `instead` with the reason. */
export interface OpenThread {
  readonly kind: 'open-thread';
  readonly story: Story;
  /** The id of the event it was opened for. */
  readonly event: string;
  /** What the thread begins with. */
  readonly opening: MessageView;
  /** The same shown in place: in direct messages, or where a permission is missing; and which page of it that is. */
  readonly instead: MessageView;
  readonly page: number;
}

/** Continues to post the story of the thread that a button is in. */
export interface ContinuePosting {
  readonly kind: 'continue-posting';
}
