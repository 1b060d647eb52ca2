import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** The reading of times must not depend on where the process runs; these are UTC-11, UTC and UTC+13 or +14. */
const zones = ['Pacific/Midway', 'UTC', 'Pacific/Kiritimati'];
const suites = ['test/time/read-time.test.ts', 'test/time/time-laws.test.ts', 'test/clock.test.ts'];

describe.skipIf(process.env.DATELINE_ZONE)('the same days in every time zone', () => {
  it.each(zones)(
    '%s',
    (zone) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...suites],
        { env: { ...process.env, TZ: zone, DATELINE_ZONE: zone, NO_COLOR: '1' }, encoding: 'utf8' },
      );
      expect(status, stdout + stderr).toBe(0);
      expect(stdout).toMatch(/Tests +\d{3,} passed/);
    },
    60_000,
  );
});
