import { describe, expect, it } from 'vitest';
import { eventId } from '../../src/events/event-id.js';

describe('the id of an event', () => {
  it('is eleven characters that fit any address or component id', () => {
    expect(eventId('2012-07-04', 'Physicists announce a new particle.')).toMatch(/^[\w-]{11}$/);
  });

  it('holds when case, accents, punctuation or spacing are mended', () => {
    const id = eventId('2013-04-14', 'Nicolás Maduro wins the election.');
    expect(eventId('2013-04-14', '  nicolas maduro wins the election ')).toBe(id);
  });

  it('differs between days and between sentences', () => {
    const id = eventId('2012-07-04', 'A particle is found.');
    expect(eventId('2012-07-05', 'A particle is found.')).not.toBe(id);
    expect(eventId('2012-07-04', 'A planet is found.')).not.toBe(id);
  });

  it('tells Chinese sentences apart', () => {
    expect(eventId('2016-04-08', '北约宣布会议')).not.toBe(eventId('2016-04-08', '俄罗斯宣布会议'));
  });
});
