import type { CalendarDate } from '../../src/events/calendar-date.js';
import type { NewsEvent } from '../../src/events/event.js';
import { eventId } from '../../src/events/event-id.js';

/** A made-up event of a made-up town. */
export function madeUp(
  date: CalendarDate,
  story: string | null,
  sentence: string,
  topics: string[] = [],
): NewsEvent {
  const [year, month, day] = date.split('-').map(Number);
  const slug = sentence.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    id: eventId(date, sentence),
    path: `/news/${year}/${String(month).padStart(2, '0')}/${day}/${slug}.md`,
    date,
    story,
    headline: story ? `${story}: ${sentence}` : sentence,
    sentence,
    summary: '',
    topics: story ? [story, ...topics] : topics,
    context: [],
    sources: [
      { name: 'River Post', url: `https://river.example/${slug}`, image: null },
      { name: 'Town Crier', url: `https://crier.example/${slug}`, image: null },
    ],
    related: [],
  };
}

/** The town of Quillmere and its bridge: enough for a story, several pages, and something apart. */
export const townEvents: readonly NewsEvent[] = [
  madeUp('2007-05-01', 'Quillmere Bridge', 'The stone bridge of Quillmere collapses in a flood.', [
    'Quillmere',
  ]),
  madeUp('2009-03-12', 'Quillmere Bridge', 'Quillmere votes to rebuild its bridge in oak.', ['Quillmere']),
  madeUp('2012-07-30', 'Quillmere Bridge', 'Builders of the Quillmere bridge go on strike over pay.', [
    'Quillmere',
  ]),
  madeUp('2014-02-02', 'Quillmere Bridge', 'The oak arch of the Quillmere bridge is raised.', ['Quillmere']),
  madeUp('2016-04-08', 'Quillmere Bridge', 'Mayor Ottoline Farrow opens the new bridge of Quillmere.', [
    'Quillmere',
  ]),
  madeUp('2016-04-09', 'Quillmere Bridge', 'Ten thousand people cross the Quillmere bridge in a day.', [
    'Quillmere',
  ]),
  madeUp('2016-04-10', null, 'A comet is seen over Quillmere with the naked eye.', [
    'Quillmere',
    'Astronomy',
  ]),
  madeUp('2016-05-17', 'Harbour strike', 'Dockers in Port Ansel walk out over night shifts.', ['Port Ansel']),
];
