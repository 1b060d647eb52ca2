import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { EventLibrary } from '../../src/events/event-library.js';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
const QUESTIONS = fileURLToPath(new URL('../quality/questions.jsonl', import.meta.url));

describe('the events Dateline ships', () => {
  let library: EventLibrary;
  beforeAll(async () => {
    library = await EventLibrary.open(CONTENT);
  });

  test('are read whole, with nothing skipped, merged or left out', () => {
    expect(library.problems).toEqual([]);
  });

  test('are enough to try everything on', () => {
    const stories = new Set(library.events.map((event) => event.story));
    expect(library.events.length).toBeGreaterThanOrEqual(200);
    expect(library.days).toBeGreaterThanOrEqual(60);
    expect(stories.size).toBeGreaterThanOrEqual(12);
  });

  test('each belong to a story and name a source', () => {
    const lacking = library.events.filter((event) => event.story === null || event.sources.length === 0);
    expect(lacking.map((event) => event.path)).toEqual([]);
  });

  test('are in the folder of their date', () => {
    const astray = library.events.filter((event) => {
      const [year, month, day] = event.date.split('-');
      return !event.path.includes(`/news/${year}/${month}/${Number(day)}/`);
    });
    expect(astray.map((event) => event.path)).toEqual([]);
  });

  test('are related only to events that are there, and never to themselves', () => {
    const broken = library.events.flatMap((event) =>
      event.related
        .filter((link) => library.event(link.path) === null || link.path === event.path)
        .map((link) => `${event.path} -> ${link.path}`),
    );
    expect(broken).toEqual([]);
  });

  test('answer the quality questions: every gold path is one of them', () => {
    const missing = readFileSync(QUESTIONS, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => (JSON.parse(line) as { gold: string[] }).gold)
      .filter((path) => library.event(path) === null);
    expect(missing).toEqual([]);
  });
});
