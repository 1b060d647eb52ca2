import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Asked, Command } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { has } from '../src/bot/permission-names.js';
import type { Follow } from '../src/store/follows.js';
import type { Store } from '../src/store/store.js';
import { eventView } from '../src/views/event-view.js';
import { type Followed, followingView } from '../src/views/following-view.js';
import { hint } from '../src/views/hint.js';
import { newsView } from '../src/views/news-view.js';
import { noticeText } from '../src/views/notice-text.js';
import { en } from '../src/views/sentences/en.js';

/** `/following`: what is followed here and by the person, and the menus and buttons of what is posted of it. */
export function followingCommand(store: FollowingNeeds): Command {
  const { follows, outbox } = store;
  return {
    json: slashCommand({ name: 'following', description: en.following.commands.following.description }),

    async run(call) {
      const notices = await store.notices.take(call.caller.id);
      const told = notices.map((notice) => noticeText(notice, null, [], call.say));
      const view = followingView(await followedBy(store, call), call.say, told.join('\n'));
      return { kind: 'show', view, private: true };
    },

    presses: {
      async unfollow(press) {
        const [chosen = ''] = press.values;
        const follow = /^\d{1,15}$/.test(chosen) ? await follows.get(Number(chosen)) : null;
        const { list } = press.say.following;
        if (follow && !mayStop(press, follow)) return { kind: 'tell', view: hint(list.mayNotStop) };
        if (follow) await follows.remove(follow.id);
        const before = follow ? list.stopped : list.gone;
        return { kind: 'show', view: followingView(await followedBy(store, press), press.say, before) };
      },

      async news({ archive, values, say }) {
        const event = await archive.event(values[0] ?? '');
        return { kind: 'tell', view: event ? eventView(event, say) : hint(say.event.gone) };
      },

      async 'news-page'({ archive, id, say }) {
        const parcel = await outbox.marked(id.mark);
        const follow = parcel && (await follows.get(parcel.followId));
        if (!parcel || !follow) return { kind: 'tell', view: hint(say.following.newsGone) };
        const found = parcel.events.map(async (e) => (await archive.event(e.id)) ?? archive.event(e.path));
        const events = (await Promise.all(found)).filter((event) => event !== null);
        return { kind: 'show', view: newsView(follow, events, id.mark, say, id.page) };
      },
    },
  };
}

/** What the command works with. */
type FollowingNeeds = Pick<Store, 'follows' | 'outbox' | 'notices' | 'refusedChannels'>;

async function followedBy(
  { follows, refusedChannels }: FollowingNeeds,
  { caller, place }: Asked,
): Promise<Followed> {
  const here = place.channelId && place.guildId ? await follows.inChannel(place.channelId) : [];
  const own = await follows.of(caller.id, place.guildId);
  return {
    here,
    direct: own.filter((follow) => follow.direct),
    elsewhere: own.filter((follow) => !follow.direct && follow.channelId !== place.channelId),
    refused: await refusedChannels.among([...here, ...own].map(({ channelId }) => channelId)),
  };
}

/** Whether a person may stop a follow: their own, or one of a channel that they manage. */
export function mayStop({ caller, place, rightsIn }: Asked, follow: Follow): boolean {
  if (follow.userId === caller.id) return true;
  if (follow.guildId === null || follow.guildId !== place.guildId) return false;
  if (has(place.callerPermissions, PermissionFlagsBits.ManageGuild)) return true;
  const there =
    follow.channelId === place.channelId ? place.callerPermissions : rightsIn(follow.channelId)?.caller;
  return has(there ?? 0n, PermissionFlagsBits.ManageChannels);
}
