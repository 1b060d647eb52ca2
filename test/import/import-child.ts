// A process that imports, to be killed: import-child CONTENT_DIR API_URL DATES. It waits a thousandth of what it should.
import { setTimeout } from 'node:timers/promises';
import { parseCalendarDate } from '../../src/events/calendar-date.js';
import { importDays } from '../../src/import/import-days.js';
import { MediaWikiClient } from '../../src/import/mediawiki/client.js';

const [, , contentDir = '', apiUrl = '', list = ''] = process.argv;
const dates = list.split(',').flatMap((text) => parseCalendarDate(text) ?? []);
const client = new MediaWikiClient({
  apiUrl,
  userAgent: 'test',
  sleep: async (ms) => void (await setTimeout(ms / 1000)),
});
const summary = await importDays({ contentDir, dates, client, dayPages: true });
if (summary.stopped !== null || summary.unread.length > 0) process.exitCode = 1;
