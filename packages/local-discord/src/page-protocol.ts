/**
 * What the page and the local Discord say to each other: JSON over one WebSocket at `/page/socket`.
 *
 * The page sends a `PageRequest`, each with a different `id`, and gets one `PageReply` with that id. Everything else
 * that happens comes as a `PageEvent`, filtered to what the acting person may see. Objects named `API…` have the shapes
 * of Discord's REST API v10 (discord-api-types/v10).
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIChannel,
  APIGuild,
  APIMessage,
  APIUser,
} from 'discord-api-types/v10';

/** A slash command's option as filled in: subcommands hold options of their own. */
export interface FilledOption {
  readonly name: string;
  /** ApplicationCommandOptionType. */
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly options?: readonly FilledOption[];
  /** Set on the option being typed, in an autocomplete request. */
  readonly focused?: boolean;
}

export type PageRequest = { readonly id: number } & (
  | /** Acts as this person from then on; answered with a `Snapshot`. */ {
      readonly do: 'act-as';
      readonly user: string;
    }
  | { readonly do: 'send-message'; readonly channel: string; readonly content: string }
  | /** The last messages of a channel or thread, oldest first: `APIMessage[]`. */ {
      readonly do: 'messages';
      readonly channel: string;
    }
  | /** Answered with `APIApplicationCommandOptionChoice[]`, or an error. */ {
      readonly do: 'autocomplete';
      readonly channel: string;
      readonly command: string;
      readonly options: readonly FilledOption[];
    }
  | /** Answered as soon as it is on its way, with a `Started`; so are the next two. */ {
      readonly do: 'command';
      readonly channel: string;
      readonly command: string;
      readonly options: readonly FilledOption[];
    }
  | {
      readonly do: 'message-command';
      readonly channel: string;
      readonly command: string;
      readonly message: string;
    }
  | {
      readonly do: 'component';
      readonly channel: string;
      readonly message: string;
      readonly customId: string;
      /** Chosen values of a select menu. */
      readonly values?: readonly string[];
    }
  | /** Removes an ephemeral message from sight. */ { readonly do: 'dismiss'; readonly message: string }
);

export type PageReply =
  | { readonly re: number; readonly ok: true; readonly result: unknown }
  | { readonly re: number; readonly ok: false; readonly error: string };

/** An interaction on its way; its message carries the id in `interaction_metadata`. */
export interface Started {
  readonly interaction: string;
}

/** A channel as a person sees it. */
export type PageChannel = APIChannel & {
  /** What the acting person may do there, as bits of PermissionFlagsBits. */
  readonly permissions: string;
};

/** All the acting person can see. */
export interface Snapshot {
  readonly guild: APIGuild;
  /** Servers without the bot, where the acting person can bring the app along. */
  readonly otherGuilds: readonly { readonly id: string; readonly name: string }[];
  readonly me: APIUser;
  readonly bot: APIUser | null;
  readonly users: readonly APIUser[];
  /** A word on what each person may do or sees otherwise, by user id; none for people like any other. */
  readonly words: Readonly<Record<string, string>>;
  /** Text channels, forums and the person's DM with the bot; threads stand among them with their `parent_id`. */
  readonly channels: readonly PageChannel[];
  readonly commands: readonly APIApplicationCommand[];
}

export type PageEvent =
  | { readonly event: 'message-create' | 'message-update'; readonly message: APIMessage }
  | { readonly event: 'message-delete'; readonly channel: string; readonly message: string }
  | { readonly event: 'channel-create' | 'channel-update'; readonly channel: PageChannel }
  | { readonly event: 'channel-delete'; readonly channel: string }
  | { readonly event: 'commands'; readonly commands: readonly APIApplicationCommand[] }
  | { readonly event: 'bot'; readonly connected: boolean }
  | { readonly event: 'typing'; readonly channel: string; readonly user: string }
  | /** The bot acknowledged an interaction of the acting person. */ {
      readonly event: 'interaction-acknowledged';
      readonly interaction: string;
    }
  | /** The bot did not answer in time, or answered wrongly: what Discord shows the person who asked. */ {
      readonly event: 'interaction-failed';
      readonly interaction: string;
      readonly channel: string;
      readonly message: string | null;
      readonly text: string;
    };

export type AutocompleteChoices = readonly APIApplicationCommandOptionChoice[];
