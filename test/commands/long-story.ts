import { addDays } from '../../src/events/calendar-date.js';
import { madeUp } from './fixture-events.js';

const deeds = [
  'Surveyors measure the channel below Brackwater for piers.',
  'Engineers present drawings of an iron causeway to the harbour council.',
  'Fishing families petition against pylons in their oyster beds.',
  'A financier from Osterholm pledges half the money.',
  'Judges throw out the complaint of the oyster growers.',
  'Divers discover a sunken galleon where the third pylon should stand.',
  'Archaeologists lift cannon and bells out of the mud.',
  'The financier goes bankrupt and his pledge with him.',
  'Citizens subscribe for shares in taverns and schoolrooms.',
  'Foundries in Lindmark cast the first girders.',
  'A gale sinks two barges loaded with girders.',
  'Insurers refuse to pay for the lost barges.',
  'Workers walk off over unpaid wages.',
  'Parliament grants a loan at four percent.',
  'Masons finish the last granite footing.',
  'The northern half is joined to the southern.',
  'An inspector finds cracks in eleven rivets.',
  'All rivets of that casting are replaced by hand.',
  'Goats are driven across to test the deck.',
  'The queen cuts a ribbon before forty thousand guests.',
  'A toll of two pennies causes riots at the gate.',
  'The toll is abolished after one summer.',
  'Lightning splits the signal tower.',
  'A museum of the galleon opens under the southern arch.',
];

/** A story of 24 events, nine days apart. */
export const longStory = deeds.map((deed, at) =>
  madeUp(addDays('2011-01-03', at * 9), 'Brackwater causeway', deed),
);

/** Three events without a story of their own, tied by the names in them, and a fourth that has nothing to do with them. */
export const untitledStory = [
  madeUp('2013-05-01', null, 'Pastor Ingmar Vestergaard unveils the Halvorsen organ in Tisbury Abbey.'),
  madeUp(
    '2013-05-09',
    null,
    'Pastor Ingmar Vestergaard plays the Halvorsen organ in Tisbury Abbey all night.',
  ),
  madeUp(
    '2013-05-20',
    null,
    'Thieves take pipes of the Halvorsen organ from Tisbury Abbey, says Pastor Ingmar Vestergaard.',
  ),
  madeUp('2013-06-02', null, 'Rowers of the Quorn Lake club win the sculls.'),
];
