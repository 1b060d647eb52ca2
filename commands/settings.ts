import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Asked, Command, Outcome } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { managesServer } from '../src/bot/manages-server.js';
import type { Delivery } from '../src/store/delivery.js';
import type { Store } from '../src/store/store.js';
import { hint } from '../src/views/hint.js';
import { en } from '../src/views/sentences/en.js';
import { type ServerSettings, settingsView, settingView } from '../src/views/settings-view.js';

/** What the command works with. */
type SettingsNeeds = Pick<Store, 'follows' | 'digests' | 'quietChannels' | 'refusedChannels'>;

type What = 'follow' | 'digest';

/** `/settings`: all that is set up in a server, shown and changed in one message by those who manage it. */
export function settingsCommand(store: SettingsNeeds): Command {
  const { follows, digests, quietChannels } = store;

  async function all(asked: Asked, guildId: string): Promise<Outcome> {
    const settings = await settingsOf(store, asked, guildId);
    return { kind: 'show', view: settingsView(settings, asked.say), private: true };
  }

  async function one(asked: Asked, guildId: string, what: What, id: number): Promise<Outcome> {
    const found = what === 'follow' ? await follows.get(id) : await digests.get(id);
    if (!found || found.guildId !== guildId) return all(asked, guildId);
    const item =
      what === 'follow' ? { what, follow: await follows.get(id) } : { what, digest: await digests.get(id) };
    return { kind: 'show', view: settingView(item, asked.say), private: true };
  }

  async function stop(asked: Asked, guildId: string, what: What, id: number): Promise<Outcome> {
    const table = what === 'follow' ? follows : digests;
    if ((await table.get(id))?.guildId === guildId) await table.remove(id);
    return all(asked, guildId);
  }

  /** Changes how a follow or a digest of this server is delivered, and shows it. */
  async function change(
    asked: Asked,
    guildId: string,
    what: What,
    id: number,
    changed: (now: Delivery) => Partial<Delivery>,
  ): Promise<Outcome> {
    const table = what === 'follow' ? follows : digests;
    const found = await table.get(id);
    if (!found || found.guildId !== guildId) return all(asked, guildId);
    const { silent, publish, pingRole } = found;
    const now = { silent, publish, pingRole };
    await table.deliver(id, { ...now, ...changed(now) });
    return one(asked, guildId, what, id);
  }

  return {
    json: {
      ...slashCommand({
        name: 'settings',
        description: en.digests.commands.settings,
        default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
      }),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    },

    run: (call) => allowed(call, (guildId) => all(call, guildId)),

    presses: {
      settings: (press) => allowed(press, (guildId) => all(press, guildId)),

      setting: (press) =>
        allowed(press, (guildId) => {
          const [, kind, id] = /^([fd])(\d{1,15})$/.exec(press.values[0] ?? '') ?? [];
          return one(press, guildId, kind === 'd' ? 'digest' : 'follow', Number(id ?? 0));
        }),

      deliver: (press) =>
        allowed(press, (guildId) => {
          const { what, id, change: of } = press.id;
          if (of === 'stop') return stop(press, guildId, what, id);
          return change(press, guildId, what, id, (now) => ({ [of]: !now[of] }));
        }),

      'ping-role': (press) =>
        allowed(press, (guildId) => {
          const [pingRole = null] = press.values;
          return change(press, guildId, press.id.what, press.id.id, () => ({ pingRole }));
        }),

      mentions: (press) =>
        allowed(press, async (guildId) => {
          const { channelId } = press.place;
          if (channelId !== null) await quietChannels.set(channelId, guildId, press.id.to === 'off');
          return all(press, guildId);
        }),
    },
  };
}

/** Answers where the person manages the server; else says so. */
async function allowed(asked: Asked, work: (guildId: string) => Promise<Outcome>): Promise<Outcome> {
  const { say, place } = asked;
  const { settings } = say.digests;
  if (place.guildId === null || !place.botIsMember)
    return { kind: 'tell', view: hint(settings.onlyInServers) };
  if (!managesServer(asked)) return { kind: 'tell', view: hint(settings.callerMayNot) };
  return work(place.guildId);
}

async function settingsOf(
  { follows, digests, quietChannels, refusedChannels }: SettingsNeeds,
  { place }: Asked,
  guildId: string,
): Promise<ServerSettings> {
  const followed = await follows.inGuild(guildId);
  const posted = await digests.of(guildId);
  const quiet = await quietChannels.of(guildId);
  return {
    follows: followed,
    digests: posted,
    quiet,
    here: place.channelId,
    refused: await refusedChannels.among([...followed, ...posted].map(({ channelId }) => channelId)),
  };
}
