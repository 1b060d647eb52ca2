import { expect, it } from 'vitest';
import { plainQuestion } from '../../src/bot/plain-question.js';

it.each([
  ['@everyone who won <@12345>?', 'who won ?'],
  ['<@&7> <#8> <:wave:9> <a:wave:10> <t:1700000000:R> and then', 'and then'],
  ['was 3 < 5 said on @Aldmere?', 'was 3 < 5 said on @Aldmere?'],
])('“%s” is asked as “%s”', (typed, asked) => {
  expect(plainQuestion(typed).replace(/\s+/g, ' ').trim()).toBe(asked);
});
