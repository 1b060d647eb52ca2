import { initialAvatar } from './view/avatar.js';

// Imported before the components, which read it as they load: their own avatars would come from Discord's servers.
const own = initialAvatar('0', '?');
Object.assign(globalThis, {
  $discordMessage: {
    avatars: { default: own, blue: own, gray: own, green: own, orange: own, red: own, pink: own },
  },
});
