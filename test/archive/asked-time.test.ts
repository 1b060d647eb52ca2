import { expect, test } from 'vitest';
import { askedTime } from '../../src/archive/asked-time.js';

const today = '2016-06-08';

test.each([
  ['What happened in April 2016?', '2016-04-01', '2016-04-30'],
  ['what else happened on 8 april 2016', '2016-04-08', '2016-04-08'],
  ['so what happened yesterday?', '2016-06-07', '2016-06-07'],
  ['news from last week', '2016-05-30', '2016-06-05'],
  ['events of 2015', '2015-01-01', '2015-12-31'],
  ["what's new today", '2016-06-08', '2016-06-08'],
  ['23 June 2016', '2016-06-23', '2016-06-23'],
  ['2016-04', '2016-04-01', '2016-04-30'],
  ['yesterday?', '2016-06-07', '2016-06-07'],
  ['2016年4月发生了什么？', '2016-04-01', '2016-04-30'],
  ['what happened on my birthday, 3 May 2006?', '2006-05-03', '2006-05-03'],
  ['what happened in the world on the day I was born (12 June 2010)', '2010-06-12', '2010-06-12'],
  ['what happened on 14/02/2016', '2016-02-14', '2016-02-14'],
  ['what happened at Christmas 2015?', '2015-12-25', '2015-12-25'],
])('“%s” asks for all of a time', (question, from, to) => {
  expect(askedTime(question, today)?.span).toMatchObject({ from, to });
});

test.each([
  'What happened in April 2016 with NATO?',
  'what happened on the day of the flood?',
  'what happened next?',
  'what happened to May?',
  'May',
  'Christmas',
  'latest news',
  'news right now',
  'when is my birthday?',
  'who won in 2016?',
  'what happened on 4/8/2016?',
  '42',
  '',
])('“%s” asks for more, or for no time', (question) => {
  expect(askedTime(question, today)).toBeNull();
});
