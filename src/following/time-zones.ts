import { rawTimeZones } from '@vvo/tzdb';

/** What a person wrote for a time zone comes to. */
export type ZoneReading =
  | { readonly kind: 'zone'; readonly zone: string }
  /** An abbreviation or an offset that stays the same all year, where people put their clocks forward. */
  | { readonly kind: 'drifts'; readonly offered: readonly string[] }
  /** A country with several zones, or a name that several places have. */
  | { readonly kind: 'several'; readonly offered: readonly string[] }
  | { readonly kind: 'unknown' };

/** A zone that people choose from, with what they may call it. */
interface Place {
  readonly zone: string;
  readonly country: string;
  readonly countryCode: string;
  readonly cities: readonly string[];
  /** Every IANA name of it, old ones among them. */
  readonly names: readonly string[];
  readonly alternativeName: string;
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_/,.-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether the machine knows a zone of this name. */
function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The zones that matter most first: those that took in the most others. */
const places: readonly Place[] = rawTimeZones
  .map((raw) => ({
    // An older machine knows Kyiv by its older name only.
    zone: isKnown(raw.name) ? raw.name : (raw.group.find(isKnown) ?? 'UTC'),
    country: raw.countryName,
    countryCode: raw.countryCode,
    cities: raw.mainCities,
    names: [raw.name, ...raw.group],
    alternativeName: raw.alternativeName,
  }))
  .sort((a, b) => b.names.length - a.names.length);

/** Zones by every name they have, folded: "asia calcutta" and "asia kolkata". */
const byName = new Map<string, string>([
  ['utc', 'UTC'],
  ['etc utc', 'UTC'],
]);
// A name such as "Europe/Oslo" stays itself, though its clock is Berlin's today.
for (const { zone, names } of places)
  for (const name of names)
    if (name.includes('/') && !name.startsWith('Etc/') && isKnown(name))
      byName.set(fold(name), name === names[0] ? zone : name);
for (const name of Intl.supportedValuesOf('timeZone')) {
  const key = fold(name);
  if (!byName.has(key) && name.includes('/')) byName.set(key, name);
}

/** Names that have been replaced since, by those that people look for. */
const RENAMED: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Dacca': 'Asia/Dhaka',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Thimbu': 'Asia/Thimphu',
  'Asia/Ulan_Bator': 'Asia/Ulaanbaatar',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** The zone's name of today, where the machine knows it. */
function current(zone: string): string {
  const renamed = RENAMED[zone];
  return renamed !== undefined && isKnown(renamed) ? renamed : zone;
}

/** What people abbreviate, winter and summer: the zones that are meant, the likeliest first. */
const ABBREVIATED: readonly (readonly [names: string, zones: readonly string[]])[] = [
  ['EST EDT ET', ['America/New_York', 'America/Toronto']],
  ['CST CDT CT', ['America/Chicago', 'America/Winnipeg', 'Asia/Shanghai']],
  ['MST MDT MT', ['America/Denver', 'America/Phoenix']],
  ['PST PDT PT', ['America/Los_Angeles', 'America/Vancouver']],
  ['AKST AKDT', ['America/Anchorage']],
  ['HST', ['Pacific/Honolulu']],
  ['AST ADT', ['America/Halifax', 'America/Puerto_Rico']],
  ['NST NDT', ['America/St_Johns']],
  ['BRT', ['America/Sao_Paulo']],
  ['ART', ['America/Argentina/Buenos_Aires']],
  ['GMT BST', ['Europe/London', 'Europe/Dublin']],
  ['WET WEST', ['Europe/Lisbon']],
  ['CET CEST MEZ MESZ MET', ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid']],
  ['EET EEST', ['Europe/Athens', 'Europe/Kyiv', 'Europe/Helsinki']],
  ['TRT', ['Europe/Istanbul']],
  ['MSK', ['Europe/Moscow']],
  ['WAT', ['Africa/Lagos']],
  ['CAT', ['Africa/Maputo']],
  ['EAT', ['Africa/Nairobi']],
  ['SAST', ['Africa/Johannesburg']],
  ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
  ['PKT', ['Asia/Karachi']],
  ['NPT', ['Asia/Kathmandu']],
  ['ICT', ['Asia/Bangkok']],
  ['WIB', ['Asia/Jakarta']],
  ['SGT', ['Asia/Singapore']],
  ['HKT', ['Asia/Hong_Kong']],
  ['PHT', ['Asia/Manila']],
  ['JST', ['Asia/Tokyo']],
  ['KST', ['Asia/Seoul']],
  ['AWST', ['Australia/Perth']],
  ['ACST ACDT', ['Australia/Adelaide', 'Australia/Darwin']],
  ['AEST AEDT AET', ['Australia/Sydney', 'Australia/Brisbane']],
  ['NZST NZDT', ['Pacific/Auckland']],
];
const byAbbreviation = new Map(
  ABBREVIATED.flatMap(([names, zones]) => names.split(' ').map((name) => [name, zones] as const)),
);

/** The place in a name: "Oslo" of "Europe/Oslo". */
function lastPart(name: string): string {
  return name.split('/').at(-1) ?? name;
}

/** Whether people in a zone put their clocks forward in a year. */
function changesClocks(zone: string, now: Date): boolean {
  const year = now.getUTCFullYear();
  return offsetOf(zone, new Date(Date.UTC(year, 0, 1))) !== offsetOf(zone, new Date(Date.UTC(year, 6, 1)));
}

/** By zone. Making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes a zone is ahead of UTC. */
function offsetOf(zone: string, at: Date): number {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const parts = format.formatToParts(at);
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** Minutes ahead of UTC that a text such as "UTC+2", "GMT-5", "+05:30" or "Etc/GMT-2" says; null for any other. */
function fixedOffset(text: string): number | null {
  const etc = /^etc\/gmt([+-])(\d{1,2})$/i.exec(text);
  // The signs of these names are the other way round.
  if (etc) return (etc[1] === '-' ? 1 : -1) * Number(etc[2]) * 60;
  const read = /^(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (!read) return null;
  const minutes = Number(read[2]) * 60 + Number(read[3] ?? 0);
  return (read[1] === '+' ? 1 : -1) * minutes;
}

/**
 * Reads a time zone as people write it: an IANA name, old or new, a city, a country, an abbreviation or an offset.
 *
 * @param now the offsets of this year count.
 */
export function readZone(text: string, now: Date): ZoneReading {
  const typed = text.trim();
  const named = byName.get(fold(typed));
  if (named) return { kind: 'zone', zone: current(named) };
  const abbreviated = typed.toUpperCase();
  const meant = byAbbreviation.get(abbreviated);
  if (meant) return fixed(meant, now);
  const offset = fixedOffset(typed);
  if (offset !== null) return fixed(zonesAhead(offset, now), now);
  const key = fold(typed);
  const city = places.filter(({ cities, names }) =>
    [...cities, ...names.map(lastPart)].some((name) => fold(name) === key),
  );
  if (city.length > 0) return chosen(city);
  const country = places.filter((place) => fold(place.country) === key || place.countryCode === abbreviated);
  return country.length > 0 ? chosen(country) : { kind: 'unknown' };
}

/** The zones whose clocks are this many minutes ahead now. */
function zonesAhead(minutes: number, now: Date): string[] {
  return places.map(({ zone }) => zone).filter((zone) => offsetOf(zone, now) === minutes);
}

/** What an abbreviation or offset comes to: where people change their clocks, the zone that is meant is offered. */
function fixed(zones: readonly string[], now: Date): ZoneReading {
  const changing = zones.filter((zone) => changesClocks(zone, now));
  if (changing.length > 0) return { kind: 'drifts', offered: changing.slice(0, 3) };
  const [only, ...more] = zones;
  if (only === undefined) return { kind: 'unknown' };
  return more.length === 0 ? { kind: 'zone', zone: only } : { kind: 'several', offered: zones.slice(0, 3) };
}

function chosen(found: readonly Place[]): ZoneReading {
  const zones = [...new Set(found.map(({ zone }) => zone))];
  const [only = 'UTC', ...more] = zones;
  return more.length === 0 ? { kind: 'zone', zone: only } : { kind: 'several', offered: zones.slice(0, 5) };
}

/** A choice while a zone is being typed. */
export interface ZoneChoice {
  /** What a person reads: "Nepal: Kathmandu (Asia/Kathmandu, UTC+05:45)". */
  readonly name: string;
  readonly zone: string;
}

/** The zones that what is typed so far may mean, best first. */
export function suggestZones(typed: string, now: Date, most = 25): ZoneChoice[] {
  const key = fold(typed);
  const reading = key === '' ? null : readZone(typed, now);
  const read =
    reading?.kind === 'zone' ? [reading.zone] : reading && reading.kind !== 'unknown' ? reading.offered : [];
  const scored = places
    .map((place) => ({ place, score: key === '' ? 1 : scoreOf(place, key) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const named = [...byName.values()].filter((name) => key !== '' && fold(name).includes(key));
  const zones = [
    ...(key === '' ? ['UTC'] : []),
    ...read,
    ...scored.map(({ place }) => place.zone),
    ...named.map((name) => current(name)),
  ];
  return [...new Set(zones)].slice(0, most).map((zone) => ({ name: nameOf(zone, now), zone }));
}

function scoreOf({ zone, country, cities, names, alternativeName }: Place, key: string): number {
  const own = [...cities, ...names.map(lastPart), country].map(fold);
  if (own.includes(key)) return 4;
  if (own.some((name) => name.startsWith(key))) return 3;
  if (own.some((name) => name.includes(` ${key}`))) return 2;
  return [fold(zone), fold(alternativeName)].some((name) => name.includes(key)) ? 1 : 0;
}

function nameOf(zone: string, now: Date): string {
  const place = places.find((p) => p.zone === zone);
  const minutes = offsetOf(zone, now);
  const at = `${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
  const offset = minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '−' : '+'}${at}`;
  if (!place || zone === 'UTC') return zone === 'UTC' ? 'UTC' : `${zone} (${offset})`;
  return `${place.country}: ${place.cities.slice(0, 3).join(', ')} (${zone}, ${offset})`;
}
