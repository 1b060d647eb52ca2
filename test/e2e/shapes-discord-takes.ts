import type { RecordedRequest } from '@dateline/local-discord';
import { expect } from 'vitest';
import { OpenApiCheck } from '../openapi-check.js';

const openApi = OpenApiCheck.fromEnvironment();
if (!openApi) console.info('DISCORD_OPENAPI is not set: requests are not checked against it');

/** Fails where the bot sent what Discord would refuse, by Discord's own description of its API. */
export function expectShapesDiscordTakes(requests: readonly RecordedRequest[]): void {
  if (openApi) expect(openApi.problems(requests)).toEqual([]);
}
