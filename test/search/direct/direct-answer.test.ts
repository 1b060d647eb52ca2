import { describe, expect, it } from 'vitest';
import { align } from '../../../src/search/direct/aligned.js';
import { understandAsking } from '../../../src/search/direct/asking.js';
import { candidatesOf, directAnswer } from '../../../src/search/direct/direct-answer.js';
import { holding } from '../../../src/search/direct/verify.js';
import { eventOf } from './event-of.js';

const ferry = eventOf(
  '2031-05-04',
  'A ferry with 212 passengers runs aground near Port Ellery, injuring 14 people.',
);
const vote = eventOf(
  '2031-06-11',
  'Former fisheries minister Maren Holt defeats shipping magnate Oskar Lind to become president of Norland.',
);
const strike = eventOf(
  '2031-07-02',
  'Tram drivers in Halden, Norland, stop work for three days in protest at longer shifts.',
);
const find = eventOf(
  '2031-08-20',
  'Divers recover a bronze cannon and 40 silver coins from a wreck off the island of Morra.',
);

const said = (question: string, event = ferry) =>
  directAnswer(understandAsking(question), event)?.text ?? null;

const candidatesIn = (question: string, event = ferry) => {
  const aligned = align(understandAsking(question), event.sentence);
  return candidatesOf(aligned, event).map(({ from, to }) =>
    event.sentence.slice(aligned.tokens[from]?.start, aligned.tokens[to - 1]?.end),
  );
};

describe('the answer in one line', () => {
  it('gives the day of the event to a question for a date', () => {
    const answer = directAnswer(understandAsking('When did the ferry run aground near Port Ellery?'), ferry);
    expect(answer).toMatchObject({ text: '4 May 2031', value: '2031-05-04', rests: [] });
  });

  it('picks the number that counts what is asked for', () => {
    expect(said('How many people were injured when the ferry ran aground?')).toBe('14 people');
    expect(said('How many passengers were on the ferry?')).toBe('212 passengers');
    expect(said('how many coins did the divers recover', find)).toBe('40 silver coins');
    expect(said('For how long did tram drivers in Halden stop work?', strike)).toBe('three days');
  });

  it('names nobody where the event tells only the title of the one the question names', () => {
    const death = eventOf('2031-09-01', 'Ada Holm, the CEO of Norland Rail, dies of a stroke.');
    expect(said('Who took over at Norland Rail after Ada Holm died?', death)).toBeNull();
    expect(
      holding(understandAsking('Who took over at Norland Rail after Ada Holm died?'), death),
    ).toBeLessThan(holding(understandAsking('Who died of a stroke at Norland Rail?'), death));
  });

  it('tells which of its kind a name is that begins as the question does', () => {
    const exit = eventOf('2031-09-02', 'Norland signs the United League Protocol on Nets.');
    expect(candidatesIn('Which United League protocol does Norland sign?', exit)).toEqual([
      'United League Protocol on Nets',
    ]);
  });

  it('takes a surname alone for the whole name told before', () => {
    const match = eventOf(
      '2031-09-02',
      'The rower Maren Holt of the Halden Otters takes the cup. Holt leads Ada Vind of the Morra Eels by a length.',
    );
    const rowers = candidatesIn('who took the cup', match);
    expect(rowers.filter((text) => text.includes('Holt'))).toEqual(['Maren Holt']);
  });

  it('does not name the loser as the winner', () => {
    const match = eventOf('2031-09-02', 'Hosts Norland lose their semi-final seven to one in Ellery.');
    expect(said('who won the semi-final in Ellery', match)).toBeNull();
  });

  it('tells where it was, not where someone came from, and the whole of the word', () => {
    const sailor = eventOf('2031-09-01', 'A sailor from Norland lies ill with fever in a hospital in Bareš.');
    expect(said('where does the sailor lie ill with fever', sailor)).toBe('Bareš');
  });

  it('tells who did it from whom it was done to', () => {
    expect(said('Who defeated Oskar Lind to become president of Norland?', vote)).toBe('Maren Holt');
    expect(said('Who did Maren Holt defeat to become president of Norland?', vote)).toBe('Oskar Lind');
  });

  it('knows a person by what describes him', () => {
    expect(said('Which shipping magnate lost the election in Norland?', vote)).toBe('Oskar Lind');
    expect(said('Which former minister won the election in Norland?', vote)).toBe('Maren Holt');
  });

  it('tells a place with the wider place', () => {
    expect(said('In which city did tram drivers stop work?', strike)).toBe('Halden, Norland');
    expect(said('Off which island was the bronze cannon found?', find)).toBe('Morra');
  });

  it('finds a thing by its kind', () => {
    expect(said('What weapon did divers bring up from a wreck?', find)).toContain('cannon');
  });

  it('gives the reason an event states', () => {
    expect(said('Why did the tram drivers stop work?', strike)).toBe('in protest at longer shifts');
  });

  it('tells numbers apart by what was done to what they count', () => {
    const riot = eventOf('2031-09-03', 'A riot at the Halden fair leaves 83 people hurt and 61 arrested.');
    expect(said('How many were arrested in the riot at the fair?', riot)).toMatch(/^61/);
    expect(said('How many did the police arrest in the riot at the fair?', riot)).toMatch(/^61/);
    expect(said('How many people were hurt in the riot at the fair?', riot)).toMatch(/^83/);
  });

  it('tells the length of a sentence in months or years, however it is put', () => {
    const court = eventOf(
      '2031-09-04',
      'Shipping magnate Oskar Lind receives a 78-month jail sentence for fraud.',
    );
    expect(said('oskar lind hw many mths jail did he get', court)).toContain('78');
    expect(said('How long did Oskar Lind get?', court)).toContain('78');
  });

  it('counts the dead in whatever words they are told of', () => {
    const fire = eventOf('2031-09-04', 'A fire in Halden brings 26 deaths and 58 injuries.');
    expect(said('How many people were killed in the Halden fire?', fire)).toMatch(/^26/);
    expect(said('How many people were hurt in the Halden fire?', fire)).toMatch(/^58/);
    const toll = eventOf(
      '2031-09-04',
      'The death toll of the ferry climbs to 38, while 190 passengers are missing.',
    );
    expect(said('How many people died on the ferry?', toll)).toBe('38');
    const raid = eventOf('2031-09-04', 'Police kill one suspected thief and capture another six in Halden.');
    expect(said('How many suspected thieves were captured in Halden?', raid)).toMatch(/^six/);
  });

  it('tells the part asked for and not the whole, and a sum before what it is worth elsewhere', () => {
    const talks = eventOf(
      '2031-09-04',
      '37 of the 39 envoys meet in Halden, at a cost of $5 million (£3.9 million).',
    );
    expect(said('How many envoys came to Halden to meet?', talks)).toMatch(/^37/);
    expect(said('How much did the envoys in Halden cost?', talks)).toBe('$5 million');
    const catches = eventOf('2031-09-04', 'Herring prices fall 18 cents to $23.10 in Halden.');
    expect(said('To what price did herring fall in Halden?', catches)).toBe('$23.10');
  });

  it('tells a length in the unit asked for, and a time in all its parts', () => {
    const silt = eventOf('2031-09-04', 'Silt lies 40 centimetres deep in Halden for 2 weeks.');
    expect(said('How many centimetres of silt lie in Halden?', silt)).toBe('40 centimetres');
    expect(said('How deep does the silt lie in Halden?', silt)).toBe('40 centimetres');
    const term = eventOf('2031-09-04', 'Oskar Lind is sentenced to 3 years and 8 months for fraud.');
    expect(said('How long is Oskar Lind sentenced to for fraud?', term)).toBe('3 years and 8 months');
  });

  it('takes a party for nobody, whoever is in it', () => {
    const win = eventOf('2031-09-04', 'Maren Holt of the Farmers Party wins in Halden.');
    expect(said('Who wins in Halden?', win)).toBe('Maren Holt');
  });

  it('finds a name by the preposition that the question leaves hanging', () => {
    const fair = eventOf(
      '2031-09-04',
      'Police stop Ada Vind, who was mistaken for Maren Holt, at a meeting with Oskar Lind.',
    );
    expect(said('Who was Ada Vind mistaken for in the harbour?', fair)).toBe('Maren Holt');
  });

  it('tells where by the direction from a place, but no land within a person', () => {
    const crash = eventOf('2031-09-04', 'A small plane crashes north of Halden, Norway.');
    expect(said('Near which Norwegian town did the plane crash?', crash)).toBe('Halden, Norway');
    const award = eventOf('2031-09-04', 'The first diver to surface in Norway, Oskar Lind, rests.');
    expect(said('Where did the first diver surface?', award)).toBe('Norway');
  });

  it('tells whose it is by another word for what is owned', () => {
    const jewels = eventOf('2031-09-04', 'Norland wins the jewelry of Maren Holt in the Tidecourt.');
    expect(said('Whose jewels go to Norland?', jewels)).toBe('Maren Holt');
  });

  it('tells a treaty by its last word, whatever else its words may be', () => {
    const pact = eventOf(
      '2031-09-04',
      'Leaders of Norland agree on the Halden Treaty after concessions to Morra.',
    );
    expect(said('On which treaty did the leaders of Norland agree?', pact)).toBe('Halden Treaty');
  });

  it('does not tell a firm named by a common word where the question names it', () => {
    const suit = eventOf('2031-09-04', 'Herring Inc. loses its pier to the harbour firm QXV Electric.');
    expect(candidatesIn('Which company took the pier of Herring?', suit)).not.toContain('Herring Inc.');
  });

  it('tells the office somebody holds or gets', () => {
    const choice = eventOf('2031-09-05', 'The harbour board appoints Maren Holt as its new treasurer.');
    expect(said('What post did the harbour board give Maren Holt?', choice)).toContain('treasurer');
    const envoy = eventOf('2031-09-12', 'The League appoints Dr Maren Holt as its new Norland chief.');
    expect(said('What job did the League hand to Maren Holt?', envoy)).toContain('Norland chief');
    const crash = eventOf(
      '2031-09-06',
      'A ferry sinks off Halden with ten aboard, including fisheries minister Oskar Lind.',
    );
    const bench = eventOf(
      '2031-09-12',
      'The League names Keeper Oskar Lind as managing keeper of the Tide Court.',
    );
    expect(said('What office did the League give Oskar Lind?', bench)).toBe(
      'managing keeper of the Tide Court',
    );
    expect(said('What job did Oskar Lind, lost with the ferry, hold?', crash)).toBe('fisheries minister');
  });

  it('takes a side for a side and not for a person', () => {
    const sacking = eventOf(
      '2031-09-11',
      'Coach Oskar Lind is sacked by the Halden Otters after a poor start.',
    );
    expect(said('Which team sacked Oskar Lind?', sacking)).toBe('Halden Otters');
  });

  it('tells a person with the office before the name', () => {
    const change = eventOf(
      '2031-09-10',
      'Minister of Works Oskar Lind quits the harbour board, the CEO says.',
    );
    expect(said('Who quit the harbour board?', change)).toBe('Minister of Works Oskar Lind');
  });

  it('tells whose it was', () => {
    const race = eventOf(
      '2031-09-07',
      "Maren Holt breaks Oskar Lind's 20-year-old record at the Ellery regatta.",
    );
    expect(said('Whose record did Maren Holt break at the regatta?', race)).toBe('Oskar Lind');
  });

  it('names nobody the question names already, were it by the surname alone', () => {
    expect(said('Whom did Holt defeat to become president?', vote)).toBe('Oskar Lind');
  });

  it('tells who bought a thing from whom it was sold to', () => {
    const sale = eventOf(
      '2031-09-08',
      'Pier owner Lindwell is sold to investment firm Holtmark for $800 million.',
    );
    expect(said('Which firm bought Lindwell?', sale)).toBe('Holtmark');
  });

  it('tells the year since which something had not been', () => {
    const first = eventOf('2031-09-09', 'Oskar Lind becomes the first diver to win the cup since 1987.');
    expect(said('first diver to win the cup since wat yr', first)).toBe('1987');
  });

  it('points at the words it rests on', () => {
    const answer = directAnswer(understandAsking('how many passengers were on the ferry'), ferry);
    expect(answer?.rests.map(([from, to]) => ferry.sentence.slice(from, to))).toEqual(['212 passengers']);
  });

  it('takes a side that looks like a person for a side', () => {
    const cup = eventOf('2031-09-04', 'Real Halden defeats Morra to win the Harbour Cup.');
    expect(said('Which team won the Harbour Cup?', cup)).toBe('Real Halden');
  });

  it('takes "directed by" for passive, and a film for no answer to which film, wherever it is from', () => {
    const prize = eventOf(
      '2031-09-04',
      'A Norwegian film directed by Maren Holt wins the Silver Oar, says Oskar Lind.',
    );
    expect(said('Who directed the film that won the Silver Oar?', prize)).toBe('Maren Holt');
    expect(candidatesIn('Which film won the Silver Oar?', prize)).not.toContain('Norwegian film');
  });

  it('counts the rescued as those before them', () => {
    const boat = eventOf('2031-09-04', 'At least 40 rowers drown off Morra with 19 rescued.');
    expect(said('How many rowers were rescued off Morra?', boat)).toMatch(/^19/);
  });

  it('denies what the event denies', () => {
    const helm = eventOf(
      '2031-09-04',
      'During an inquiry in Halden, a witness says Oskar Lind was not steering the ferry.',
    );
    expect(said('Was Oskar Lind steering the ferry?', helm)).toBe(
      'No: a witness says Oskar Lind was not steering the ferry',
    );
    expect(said('Was the lighthouse keeper of Morra paid for his time off?', helm)).toBeNull();
  });

  it('tells the gist, in the words of the event, where nothing in particular is asked', () => {
    const gist = said('ferry aground port ellery');
    expect(gist).toMatch(/^A ferry with 212 passengers runs aground/);
    expect(ferry.sentence).toContain(gist ?? '-');
  });

  it('says nothing where the event holds no such number or reason', () => {
    expect(said('How much did the ferry cost?')).toBeNull();
    expect(said('What percentage of voters backed Maren Holt?', vote)).toBeNull();
    expect(said('Why did the ferry run aground?')).toBeNull();
  });

  it('never says more than a line, and only words of the event', () => {
    for (const question of [
      'Who did it?',
      'What was found?',
      'Where was it?',
      'Which one?',
      'Why?',
      'ferry',
      '',
    ])
      for (const event of [ferry, vote, strike, find]) {
        const answer = directAnswer(understandAsking(question), event);
        if (!answer) continue;
        expect(answer.text.length).toBeLessThanOrEqual(120);
        for (const [from, to] of answer.rests) expect(event.sentence.slice(from, to)).toBe(answer.text);
      }
  });
});
