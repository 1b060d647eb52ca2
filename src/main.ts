import { stopAsked } from './stop-asked.js';

// The signals are listened to before all else is loaded, which takes a while: a stop asked for then is one as well.
const asked = stopAsked(process);
const { run } = await import('./run.js');
await run(asked);
