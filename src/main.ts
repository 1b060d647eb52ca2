import { stopAsked } from './stop-asked.js';

/** Whatever is going on, the process has ended so long after it was asked to, in milliseconds. */
const LONGEST_STOP_MS = 1_800;

// The signals are listened to before all else is loaded, which takes a while: a stop asked for then is one as well.
const asked = stopAsked(process);
let isOver = false;
void asked.then(() => {
  setTimeout(() => process.exit(process.exitCode ?? 0), LONGEST_STOP_MS).unref();
  isOver = true;
});
const { run } = await import('./run.js');
// Loading takes long enough for a signal to have come meanwhile.
await new Promise((resolve) => setImmediate(resolve));
if (!isOver) await run(asked);
// What was given up half-way, a login or a request, must not keep the process alive.
process.exit(process.exitCode ?? 0);
