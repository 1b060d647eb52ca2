import { expect, it } from 'vitest';
import { withoutDanglingCitations } from '../../src/events/dangling-citations.js';

it.each([
  ['The port of Aldmere closes for a week. (Post), (AP via Echo),', 'The port of Aldmere closes for a week.'],
  ['The port of Aldmere closes for a week. (Post) ,', 'The port of Aldmere closes for a week.'],
  ['The port closes at noon (local time).', 'The port closes at noon (local time).'],
  ['The port of Aldmere is run by the Dock Board (DB)', 'The port of Aldmere is run by the Dock Board (DB)'],
  ['(Post),', '(Post),'],
])('reads %j as %j', (written, sentence) => {
  expect(withoutDanglingCitations(written)).toBe(sentence);
});
