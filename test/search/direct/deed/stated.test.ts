import { describe, expect, it } from 'vitest';
import { align } from '../../../../src/search/direct/aligned.js';
import { understandAsking } from '../../../../src/search/direct/asking.js';
import { askedDeed, onlyDeed } from '../../../../src/search/direct/deed/asked-deed.js';
import { stated } from '../../../../src/search/direct/deed/stated.js';

function deedOf(question: string) {
  const deed = askedDeed(understandAsking(question));
  return (
    deed &&
    [deed.agent, deed.patient]
      .map((words) => words.map(({ lower }) => lower).join(' '))
      .join(` ${deed.verb} `)
  );
}

function how(question: string, sentence: string): number {
  const asking = understandAsking(question);
  const deed = askedDeed(asking);
  if (!deed) throw new Error(`“${question}” asks of no deed`);
  return stated(deed, align(asking, sentence));
}

describe('the deed a question asks of', () => {
  it.each([
    ['when did jonas virtala resign', 'jonas virtala resign '],
    ['did norland annex quillota', 'norland annex quillota'],
    ['when was ada brennt arrested', ' arrest ada brennt'],
    ['when did the mayor get sacked', ' sack mayor'],
    ['who shot ada brennt', ' shoot ada brennt'],
    ['When did Aldmere Steel take over Lind Motors?', null],
    ['when did virtala step down', 'virtala step down '],
    ['where did the ferry sink', null],
    ['when was the aldmere regatta', null],
  ])('in “%s” is “%s”', (question, deed) => {
    expect(deedOf(question)).toBe(deed);
  });

  it('is all that a short question says, and little of what a long one says', () => {
    expect(onlyDeed(understandAsking('when did virtala resign'))).toBe(1);
    const long = 'When did Virtala resign from the harbour board over the missing crane money in Quillota?';
    expect(onlyDeed(understandAsking(long))).toBe(0);
  });
});

describe('a deed is stated as done', () => {
  it.each([
    ['when did jonas virtala resign', 'Jonas Virtala resigns as mayor of Aldmere.'],
    ['when did jonas virtala resign', 'Jonas Virtala, the mayor of Aldmere, stepped down on Monday.'],
    ['when did jonas virtala die', 'Jonas Virtala is killed by an avalanche above Aldmere.'],
    ['when did jonas virtala die', 'The writer Jonas Virtala is found dead in his boat.'],
    ['when did norland leave the aldmere league', 'Norland leaves the Aldmere League at midnight.'],
    ['when was ada brennt arrested', 'Police in Quillota arrest the jeweller Ada Brennt.'],
    ['did lind motors buy halvorsen ferries', 'Halvorsen Ferries is bought by Lind Motors.'],
    ['when did the weavers of quillota strike', 'Weavers of Quillota go on strike over pay.'],
    ['when did virtala meet brennt', 'Virtala goes on to meet Brennt in Quillota.'],
  ])('“%s”: %s', (question, sentence) => {
    expect(how(question, sentence)).toBeGreaterThanOrEqual(0.5);
  });
});

describe('a deed is not stated as done', () => {
  it.each([
    [
      'that is voted on',
      'when did norland leave the aldmere league',
      'Norland votes to leave the Aldmere League.',
    ],
    [
      'that is planned',
      'did lind motors buy halvorsen ferries',
      'Lind Motors plans to buy Halvorsen Ferries.',
    ],
    ['that is refused', 'when did jonas virtala resign', 'Jonas Virtala refuses to resign.'],
    ['that others want', 'when did jonas virtala resign', 'Councillors call on Jonas Virtala to resign.'],
    [
      'that may be chosen',
      'when did norland leave the aldmere league',
      'Ada Brennt promises Norland a choice between staying in the Aldmere League and leaving it.',
    ],
    ['that may come', 'did norland leave the aldmere league', 'Norland might leave the Aldmere League.'],
    [
      'of long ago',
      'when did jonas virtala die',
      'A statue marks ten years since the death of Jonas Virtala.',
    ],
    ['of another', 'when did jonas virtala resign', 'Ada Brennt submits her resignation to Jonas Virtala.'],
    ['to another', 'did lind motors buy halvorsen ferries', 'Lind Motors buys the tram works of Quillota.'],
    [
      'to something else of the same kind',
      'who won the norland election',
      'Norland election: Ada Brennt wins the Quillota vote.',
    ],
    ['it does not tell', 'when did jonas virtala die', 'Jonas Virtala opens a bridge over the Lind.'],
  ])('%s', (_, question, sentence) => {
    expect(how(question, sentence)).toBeLessThan(0.3);
  });

  it.each([
    ['when did jonas virtala die', 'Doctors say that Jonas Virtala died of a fall and not of a blow.'],
    [
      'when was ada brennt murdered',
      'Quillota sends a wreath to the son of the murdered jeweller Ada Brennt.',
    ],
    ['when was ada brennt murdered', 'Prosecutors accuse two men of murdering Ada Brennt.'],
  ])('as done today where it is only recalled: %s', (question, sentence) => {
    expect(how(question, sentence)).toBeLessThan(0.5);
  });

  it('but all but done where those asked about announce it themselves', () => {
    const itself = how(
      'did lind motors buy halvorsen ferries',
      'Lind Motors says it will buy Halvorsen Ferries.',
    );
    const others = how(
      'did lind motors buy halvorsen ferries',
      'Lind Motors will buy Halvorsen Ferries, a paper claims.',
    );
    expect(itself).toBeGreaterThan(0.3);
    expect(others).toBeLessThan(0.3);
  });
});
