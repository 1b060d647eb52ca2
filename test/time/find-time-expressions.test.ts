import { describe, expect, it } from 'vitest';
import { findTimeExpressions } from '../../src/time/find-time-expressions.js';

/** What is found, written "words: from..to", with a question mark where it is no more than a hint. */
const found = (question: string) =>
  findTimeExpressions(question, '2017-06-14').map(
    ({ text, span, certain }) => `${text}: ${span.from ?? ''}..${span.to ?? ''}${certain ? '' : ' ?'}`,
  );

describe('times named inside a question', () => {
  it.each([
    ['Which bridge opened in March 2017?', 'March 2017: 2017-03-01..2017-03-31'],
    ['floods on the Danube in the second half of 2016', 'second half of 2016: 2016-07-01..2016-12-31'],
    ['What was signed between April and June 2016?', 'between April and June 2016: 2016-04-01..2016-06-30'],
    ['strikes in the week of 8 April 2016', 'week of 8 April 2016: 2016-04-04..2016-04-10'],
    ['who won yesterday', 'yesterday: 2017-06-13..2017-06-13'],
    ['Harbour news of 2016', '2016: 2016-01-01..2016-12-31'],
    ['the events of March 2015', 'March 2015: 2015-03-01..2015-03-31'],
    ['volcanoes, 2016', '2016: 2016-01-01..2016-12-31'],
    ['Who resigned in 2016?', '2016: 2016-01-01..2016-12-31'],
    ['What has happened since March 2017 in Norway?', 'since March 2017: 2017-03-01..2017-06-14'],
    ['every champion from 2010 on', 'from 2010 on: 2010-01-01..'],
    ['life from 2010 on land', '2010: 2010-01-01..2010-12-31'],
    ['ferries lost before 2003', 'before 2003: ..2002-12-31'],
    ['storms in July and August 2015', 'July and August 2015: 2015-07-01..2015-08-31'],
    ['what happened on 8 April 2016', '8 April 2016: 2016-04-08..2016-04-08'],
    ['What happened last week in Oslo?', 'last week: 2017-06-05..2017-06-11'],
    ['2016年4月加里宁格勒发生了什么？', '2016年4月: 2016-04-01..2016-04-30'],
    ['上周奥斯陆发生了什么', '上周: 2017-06-05..2017-06-11'],
    ['Early 2016 talks: who came? In early 2016', 'Early 2016: 2016-01-01..2016-04-30'],
  ])('%s', (question, expected) => {
    expect(found(question)[0]).toBe(expected);
  });

  it.each([
    ['Who hosts the 2032 Summer Games?', '2032: 2032-01-01..2032-12-31 ?'],
    ['Who hosts the 2018 World Cup?', '2018: 2018-01-01..2018-12-31 ?'],
    ['Which stadium was built for London 2012?', '2012: 2012-01-01..2012-12-31 ?'],
    ['Expo 2015 in Milan', '2015: 2015-01-01..2015-12-31 ?'],
    ['Who lost the 2016 election?', '2016: 2016-01-01..2016-12-31 ?'],
    ['Who fled after the coup of July 2016?', 'July 2016: 2016-07-01..2016-07-31 ?'],
    ['Which bridge opened in May?', 'May: 2017-05-01..2017-05-31 ?'],
  ])('takes for a hint only: %s', (question, expected) => {
    expect(found(question)).toEqual([expected]);
  });

  it.each([
    'What happened two days after Lena Berg became president?',
    'May the ship sail again?',
    'Who led the march on the capital?',
    'Which storm killed 2000 people?',
    'Did the mast fall?',
    'How many of the 300 sailors came home?',
    'Who came second?',
    'What did the Sun say?',
    'Which firm sold for $2016?',
    'How many sheep are there, according to Jan Hale?',
    'What was built by April Hale?',
  ])('finds none in: %s', (question) => {
    expect(found(question)).toEqual([]);
  });

  it('finds several, in the order of the words, with their place', () => {
    const question = 'Was the bridge begun in May 2012 or on 3 June 2013?';
    const times = findTimeExpressions(question, '2017-06-14');
    expect(times.map(({ text }) => text)).toEqual(['May 2012', '3 June 2013']);
    for (const { range, text } of times) expect(question.slice(...range)).toBe(text);
  });
});
