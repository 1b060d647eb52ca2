import { stopAsked } from './stop-asked.js';

/** Whatever is going on, the process has ended so long after it was asked to, in milliseconds. */
const LONGEST_STOP_MS = 1_500;

// While the program is loaded nothing runs that could hear a signal, for a second or more. Nothing is open yet either, so
// a signal may end the process as it would without us; only the first process of a container ignores signals that nobody
// listens to.
const early = process.pid === 1 ? stopAsked(process) : null;
const { run } = await import('./run.js');
const asked = early ?? stopAsked(process);
let isOver = false;
void asked.then(() => {
  isOver = true;
  setTimeout(() => process.exit(process.exitCode ?? 0), LONGEST_STOP_MS);
});
// A signal that came while it was loaded is heard now.
await new Promise((resolve) => setImmediate(resolve));
if (!isOver) await run(asked);
// What was given up half-way, a login or a request, must not keep the process alive.
process.exit(process.exitCode ?? 0);
