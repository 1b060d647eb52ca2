import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EventLibrary } from '../../src/events/event-library.js';

// Genuine files of the news archive's generator, where somebody has them beside the project; see CONTRIBUTING.
const samples = join(process.env.DATELINE_SHARED ?? '../shared', 'samples');

describe.skipIf(!existsSync(join(samples, 'en')))('genuine files of the news archive’s generator', () => {
  it('are read whole, day pages included, with nothing to report', async () => {
    const library = await EventLibrary.open(join(samples, 'en'));
    expect(library.problems).toEqual([]);
    expect(library.days).toBe(6);
    expect(library.events.length).toBeGreaterThan(30);
    for (const event of library.events) {
      expect(event.headline).toMatch(/\p{L}{3}/u);
      expect(event.headline).not.toMatch(/\[http|''|&#|\{\{|\s\s/);
    }
  });
});
