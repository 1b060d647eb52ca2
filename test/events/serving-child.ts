// A process that serves a folder as the bot does, with a sweep each fifth of a second, and writes a line whenever what it serves or says
// changes: serving-child DIR
import { ContentWatcher } from '../../src/events/content-watcher.js';
import { EventLibrary } from '../../src/events/event-library.js';

const [, , dir = ''] = process.argv;
const library = await EventLibrary.open(dir);
const notices: string[] = [];
const errors: string[] = [];
await ContentWatcher.start(
  dir,
  async (files) => void (await library.refresh(files)),
  (error) => errors.push(String(error)),
  { folder: library, sweepMs: 200, pulseMs: 50, onNotice: (notice) => notices.push(notice) },
);
let last = '';
setInterval(() => {
  const served = library.events.map(({ sentence }) => sentence).sort();
  const state = JSON.stringify({ served, notices, errors });
  if (state === last) return;
  last = state;
  console.log(state);
}, 20);
