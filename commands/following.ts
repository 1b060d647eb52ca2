import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Asked, Command } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import type { Follow, Follows } from '../src/store/follows.js';
import type { Outbox } from '../src/store/outbox.js';
import { eventView } from '../src/views/event-view.js';
import { type Followed, followingView } from '../src/views/following-view.js';
import { hint } from '../src/views/hint.js';
import { newsView } from '../src/views/news-view.js';
import { en } from '../src/views/sentences/en.js';

/** `/following`: what is followed here and by the person, and the menus and buttons of what is told of it. */
export function followingCommand({ follows, outbox }: { follows: Follows; outbox: Outbox }): Command {
  return {
    json: slashCommand({ name: 'following', description: en.following.commands.following.description }),

    async run(call) {
      return { kind: 'show', view: followingView(await followedBy(follows, call), call.say), private: true };
    },

    presses: {
      async unfollow(press) {
        const follow = await follows.get(Number(press.values[0]));
        const { list } = press.say.following;
        if (follow && !mayStop(press, follow)) return { kind: 'tell', view: hint(list.mayNotStop) };
        if (follow) await follows.remove(follow.id);
        const before = follow ? list.stopped : list.gone;
        return { kind: 'show', view: followingView(await followedBy(follows, press), press.say, before) };
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

async function followedBy(follows: Follows, { caller, place }: Asked): Promise<Followed> {
  const here = place.channelId && place.guildId ? await follows.inChannel(place.channelId) : [];
  const own = await follows.of(caller.id, place.guildId);
  return {
    here,
    direct: own.filter((follow) => follow.direct),
    elsewhere: own.filter((follow) => !follow.direct && follow.channelId !== place.channelId),
  };
}

function mayStop({ caller, place }: Asked, follow: Follow): boolean {
  if (follow.userId === caller.id) return true;
  const manages = PermissionFlagsBits.ManageChannels | PermissionFlagsBits.Administrator;
  return (
    follow.guildId !== null && follow.guildId === place.guildId && (place.callerPermissions & manages) !== 0n
  );
}
