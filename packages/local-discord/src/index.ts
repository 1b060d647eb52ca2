export {
  type LocalDiscord,
  type LocalDiscordOptions,
  PortTaken,
  startLocalDiscord,
} from './local-discord.js';
export type { Person } from './people/person.js';
export { componentsOf } from './people/pressable-component.js';
export { type Seen, textOf } from './people/seen.js';
export type { RecordedRequest } from './recorder.js';
export { blankChannel } from './world/channel.js';
export { addServers } from './world/many-servers.js';
