import { describe, expect, it } from 'vitest';
import { readZone, suggestZones } from '../../src/following/time-zones.js';

const winter = new Date('2026-01-15T12:00:00Z');
const summer = new Date('2026-07-15T12:00:00Z');
const zoneOf = (text: string) => {
  const read = readZone(text, winter);
  return read.kind === 'zone' ? read.zone : read.kind;
};
const offered = (text: string, now = winter) => {
  const read = readZone(text, now);
  return 'offered' in read ? read.offered : [];
};

describe('a time zone as people write it', () => {
  it('is an IANA name, whatever its case and separators', () => {
    expect(zoneOf('Europe/Oslo')).toBe('Europe/Oslo');
    expect(zoneOf('europe/oslo')).toBe('Europe/Oslo');
    expect(zoneOf('America New York')).toBe('America/New_York');
    expect(zoneOf('UTC')).toBe('UTC');
  });

  it('is a city, with or without its accents', () => {
    expect(zoneOf('Munich')).toBe('Europe/Berlin');
    expect(zoneOf('Köln')).toBe('Europe/Berlin');
    expect(zoneOf('koln')).toBe('Europe/Berlin');
    expect(zoneOf('Kathmandu')).toBe('Asia/Kathmandu');
  });

  it('is a country that has one zone', () => {
    expect(zoneOf('Nepal')).toBe('Asia/Kathmandu');
    expect(zoneOf('India')).toBe('Asia/Kolkata');
    expect(zoneOf('Germany')).toBe('Europe/Berlin');
  });

  it('is offered where a country has several', () => {
    expect(zoneOf('United States')).toBe('several');
    expect(offered('United States')).toContain('America/New_York');
    expect(offered('Ukraine')[0]).toBe('Europe/Kyiv');
  });

  it('goes by its name of today and by its old one', () => {
    expect(['Europe/Kiev', 'Europe/Kyiv', 'Kyiv', 'Kiev'].map(zoneOf)).toEqual(Array(4).fill('Europe/Kyiv'));
    expect(['Asia/Calcutta', 'Kolkata', 'Calcutta'].map(zoneOf)).toEqual(Array(3).fill('Asia/Kolkata'));
    expect(['Asia/Katmandu', 'Katmandu'].map(zoneOf)).toEqual(Array(2).fill('Asia/Kathmandu'));
  });

  it('is not an abbreviation that would be an hour wrong in summer: the zone that is meant is offered', () => {
    expect(readZone('EST', winter)).toMatchObject({ kind: 'drifts' });
    expect(offered('EST')[0]).toBe('America/New_York');
    expect(offered('pst')[0]).toBe('America/Los_Angeles');
    expect(offered('CEST')[0]).toBe('Europe/Berlin');
    expect(offered('GMT')[0]).toBe('Europe/London');
  });

  it('is not an offset that would be an hour wrong in summer', () => {
    expect(readZone('UTC+2', winter)).toMatchObject({ kind: 'drifts' });
    expect(offered('UTC+2')).toContain('Europe/Kyiv');
    expect(offered('UTC+2', summer)).toContain('Europe/Berlin');
    expect(offered('-05:00')).toContain('America/New_York');
  });

  it('is an abbreviation or an offset where nobody changes the clocks', () => {
    expect(zoneOf('JST')).toBe('Asia/Tokyo');
    expect(zoneOf('UTC+05:45')).toBe('Asia/Kathmandu');
  });

  it('is nothing that nobody has heard of', () => {
    expect(zoneOf('Middle/Earth')).toBe('unknown');
    expect(zoneOf('')).toBe('unknown');
  });

  it('is found while it is being typed, by its place, its country and its names', () => {
    for (const [typed, zone] of [
      ['osl', 'Europe/Oslo'],
      ['kathm', 'Asia/Kathmandu'],
      ['kyi', 'Europe/Kyiv'],
      ['kolk', 'Asia/Kolkata'],
      ['nepal', 'Asia/Kathmandu'],
      ['EST', 'America/New_York'],
      ['UTC+2', 'Europe/Kyiv'],
      ['san fran', 'America/Los_Angeles'],
    ] as const)
      expect(
        suggestZones(typed, winter).map((choice) => choice.zone),
        typed,
      ).toContain(zone);
    expect(suggestZones('', winter)).toHaveLength(25);
    for (const { name } of suggestZones('america', winter)) expect(name.length).toBeLessThanOrEqual(100);
  });
});
