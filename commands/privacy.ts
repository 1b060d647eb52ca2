import type { Command } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { managesServer } from '../src/bot/manages-server.js';
import type { Store } from '../src/store/store.js';
import { hint } from '../src/views/hint.js';
import { type PolicyLinks, privacyView, sureView } from '../src/views/privacy-view.js';
import { en } from '../src/views/sentences/en.js';

/** What the command works with. */
type PrivacyNeeds = Pick<Store, 'keptAbout' | 'keptFor' | 'forgetPerson' | 'forgetGuild'>;

/** `/privacy`: what is kept about the person and their server, and how to have it deleted. */
export function privacyCommand(store: PrivacyNeeds, links: PolicyLinks): Command {
  return {
    json: slashCommand({ name: 'privacy', description: en.privacy.command }),

    async run(call) {
      const { caller, place, say } = call;
      const aboutPerson = await store.keptAbout(caller.id);
      const forServer =
        place.guildId !== null && place.botIsMember ? await store.keptFor(place.guildId) : null;
      const view = privacyView(aboutPerson, forServer, forServer !== null && managesServer(call), links, say);
      return { kind: 'show', view, private: true };
    },

    presses: {
      async forget(press) {
        const { id, caller, place, say } = press;
        if (id.whose === 'person') {
          if (id.sure === 'no') return { kind: 'show', view: sureView('person', say), private: true };
          await store.forgetPerson(caller.id);
          return { kind: 'show', view: hint(say.privacy.deletedMine), private: true };
        }
        if (place.guildId === null || !managesServer(press))
          return { kind: 'tell', view: hint(say.privacy.callerMayNot) };
        if (id.sure === 'no') return { kind: 'show', view: sureView('server', say), private: true };
        await store.forgetGuild(place.guildId);
        return { kind: 'show', view: hint(say.privacy.deletedServer), private: true };
      },
    },
  };
}
