import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/archive/answer.js';
import { AnswerWriter } from '../../../src/bot/written/answer-writer.js';
import { madeUp } from '../../commands/fixture-events.js';

const events = [
  madeUp('2012-07-30', null, 'Builders of the Quillmere bridge go on strike over pay of 1,200 crowns.'),
  madeUp('2012-08-04', null, 'Mayor Astrid Vellamo ends the strike in Quillmere.'),
];
const answer: Answer = {
  question: 'Why did the builders strike?',
  understood: { terms: [], span: null, mended: [] },
  answered: true,
  confidence: 0.9,
  because: '',
  direct: null,
  hits: events.map((event) => ({ event, score: 1, parts: {}, matched: [], folded: [] })),
  relaxed: false,
};

/** A stand-in for an operator's model: each test says how it behaves. */
let behave: (reply: ServerResponse, asked: string) => void;
let asked: { authorization: string | undefined; body: string }[];
let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer(async (request, reply) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ authorization: request.headers.authorization, body });
    behave(reply, body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const says = (content: string) => (reply: ServerResponse) => {
  reply.setHeader('content-type', 'application/json');
  reply.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
};
const writer = (limitMs?: number) => new AnswerWriter({ url, model: 'small', key: 'secret' }, limitMs);
const anna = { userId: '1', guildId: '9' };
const write = (limitMs?: number) => writer(limitMs).write(answer.question, answer, anna);

describe('what an operator’s model writes is shown where the events bear it out', () => {
  test('with the events that each sentence cites', async () => {
    behave = says(
      'The builders struck over 1,200 crowns [1]. Astrid Vellamo ended the strike on 4 August 2012. [2]',
    );
    const written = await write();
    expect(written?.sentences).toEqual([
      { text: 'The builders struck over 1,200 crowns.', cites: [0] },
      { text: 'Astrid Vellamo ended the strike on 4 August 2012.', cites: [1] },
    ]);
    expect(asked[0]?.authorization).toBe('Bearer secret');
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ model: 'small', stream: false });
  });
});

describe('the built-in answer stands where the model', () => {
  test.each([
    ['cites nothing', 'The builders struck over pay.'],
    ['cites an event it was not given', 'The builders struck over pay [7].'],
    ['makes up a number', 'The builders struck over 1,300 crowns [1].'],
    ['makes up a date', 'The builders struck on 31 July 2012 [1].'],
    ['makes up a name', 'The builders struck against Henrik Saltmarsh [1].'],
    ['takes a name from an event it does not cite', 'Astrid Vellamo struck over pay [1].'],
    ['lies in one of its sentences', 'The builders struck over pay [1]. It cost 5 million [1].'],
    ['writes more than three sentences', 'One strike [1]. One strike [1]. One strike [1]. One strike [1].'],
    ['slips in an address', 'The builders struck, see https://evil.example [1].'],
    ['slips in a mention', 'The builders struck <@123> [1].'],
    ['finds no answer', 'none'],
    ['says nothing', ''],
  ])('%s', async (_, content) => {
    behave = says(content);
    expect(await write()).toBeNull();
  });

  test('does not answer in time', async () => {
    behave = () => {};
    expect(await write(100)).toBeNull();
  });

  test('stalls in the middle of its reply', async () => {
    behave = (reply) => {
      reply.write('{"choices": [');
    };
    expect(await write(100)).toBeNull();
  });

  test('streams though it was not asked to', async () => {
    behave = (reply) => {
      reply.end('data: {"choices":[{"delta":{"content":"The"}}]}\n\ndata: [DONE]\n\n');
    };
    expect(await write()).toBeNull();
  });

  test('sends more than anybody would read', async () => {
    behave = says(`${'The builders struck [1]. '.repeat(10_000)}`);
    expect(await write()).toBeNull();
  });

  test('fails, or hangs up', async () => {
    behave = (reply) => {
      reply.statusCode = 500;
      reply.end('no');
    };
    expect(await write()).toBeNull();
    behave = (reply) => {
      reply.destroy();
    };
    expect(await write()).toBeNull();
  });
});

test('the hourly limit of written answers applies to each person separately', async () => {
  behave = says('The builders struck over pay [1].');
  const one = writer();
  for (let i = 0; i < 20; i++) expect(await one.write('?', answer, anna)).not.toBeNull();
  expect(await one.write('?', answer, anna)).toBeNull();
  expect(await one.write('?', answer, { userId: '2', guildId: '9' })).not.toBeNull();
});

test('nothing is sent where nothing was found', async () => {
  behave = says('The builders struck over pay [1].');
  expect(await writer().write('?', { ...answer, answered: false }, anna)).toBeNull();
  expect(asked).toEqual([]);
});
