import type { APIApplicationCommand, APIGuild, APIMessage, APIUser } from 'discord-api-types/v10';
import type { PageChannel, Snapshot } from '../../page-protocol.js';

/** A command on its way, or one that failed; it is among the messages until its answer is. */
export interface SentCommand {
  readonly interaction: string;
  readonly channel: string;
  readonly name: string;
  failure: string | null;
}

/** A press on a message's button or menu, until it is acknowledged; then only its failure stays. */
export interface Press {
  readonly interaction: string;
  readonly customId: string;
  failure: string | null;
}

/** A message's menu, open at a place in the window. */
export interface OpenMenu {
  readonly message: APIMessage;
  readonly x: number;
  readonly y: number;
}

/** Everything the page shows. */
export interface PageState {
  connection: 'connecting' | 'open' | 'lost';
  guild: APIGuild | null;
  /** Servers without the bot, where the acting person can bring the app along. */
  otherGuilds: readonly { readonly id: string; readonly name: string }[];
  me: APIUser | null;
  /** Null while no bot is connected. */
  bot: APIUser | null;
  users: Map<string, APIUser>;
  words: Readonly<Record<string, string>>;
  channels: Map<string, PageChannel>;
  commands: readonly APIApplicationCommand[];
  /** By channel, then by id; a channel is there once its messages were read. */
  messages: Map<string, Map<string, APIMessage>>;
  /** The channel shown, and the thread beside it. */
  channel: string | null;
  thread: string | null;
  unread: Set<string>;
  /** By channel: who is typing, and until when that is believed (ms). */
  typing: Map<string, Map<string, number>>;
  sent: SentCommand[];
  /** By message. */
  presses: Map<string, Press>;
  menu: OpenMenu | null;
  /** On a phone: whether the list of channels covers the messages. */
  listOpen: boolean;
  /** A sentence about something that went wrong outside the message box. */
  notice: string | null;
}

export function emptyState(): PageState {
  return {
    connection: 'connecting',
    guild: null,
    otherGuilds: [],
    me: null,
    bot: null,
    users: new Map(),
    words: {},
    channels: new Map(),
    commands: [],
    messages: new Map(),
    channel: null,
    thread: null,
    unread: new Set(),
    typing: new Map(),
    sent: [],
    presses: new Map(),
    menu: null,
    listOpen: false,
    notice: null,
  };
}

/** Starts over with what a person sees, as after a change of person or a server that was restarted. */
export function applySnapshot(state: PageState, snapshot: Snapshot): void {
  const isSamePerson = state.me?.id === snapshot.me.id;
  state.guild = snapshot.guild;
  state.otherGuilds = snapshot.otherGuilds;
  state.me = snapshot.me;
  state.bot = snapshot.bot;
  state.users = new Map(snapshot.users.map((user) => [user.id, user]));
  state.words = snapshot.words;
  state.channels = new Map(snapshot.channels.map((channel) => [channel.id, channel]));
  state.commands = snapshot.commands;
  state.messages = new Map();
  state.typing = new Map();
  state.presses = new Map();
  state.sent = isSamePerson ? state.sent.filter((command) => command.failure !== null) : [];
  state.menu = null;
  if (!isSamePerson) state.unread = new Set();
  if (state.channel !== null && !state.channels.has(state.channel)) state.channel = null;
  if (state.thread !== null && !state.channels.has(state.thread)) state.thread = null;
}
