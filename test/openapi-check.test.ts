import { expect, test } from 'vitest';
import { OpenApiCheck } from './openapi-check.js';

const schema = { type: 'object', properties: { content: { type: 'string', maxLength: 5 } } };
const body = { content: { 'application/json': { schema } } };
const check = new OpenApiCheck({
  paths: {
    '/webhooks/{token}/messages/{id}': { patch: { requestBody: body } },
    '/webhooks/{token}/messages/@original': { patch: {} },
  },
});
const request = (path: string, content: string) => ({
  method: 'PATCH',
  path,
  body: { content },
  files: [],
  status: 200,
});

test('a body is checked against the schema of its route', () => {
  expect(check.problems([request('/webhooks/t/messages/1', 'short')])).toEqual([]);
  expect(check.problems([request('/webhooks/t/messages/1', 'too long')])[0]).toContain('content');
});

test('the route spelled out is taken before the one with a parameter', () => {
  expect(check.problems([request('/webhooks/t/messages/@original', 'x')])[0]).toContain('takes no body');
});
