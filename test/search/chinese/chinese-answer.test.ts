import { describe, expect, it } from 'vitest';
import { chineseAnswer } from '../../../src/search/chinese/chinese-answer.js';
import { readChineseQuestion } from '../../../src/search/chinese/chinese-question.js';
import { reported } from '../event-fixtures.js';

const ferry = reported('2031-05-04', '一艘载有二百一十二名乘客的渡轮在松海市附近搁浅，至少14人受伤。');
const vote = reported('2031-06-11', '北原国总统安娜·霍尔特因身体原因宣布辞职，由副总统接任。');

const said = (question: string, event = ferry) => chineseAnswer(question, event)?.text ?? null;

describe('Chinese questions over Chinese events', () => {
  it.each([
    ['渡轮什么时候搁浅？', 'date'],
    ['渡轮搁浅多少人受伤？', 'number'],
    ['渡轮在哪里搁浅', 'place'],
    ['谁宣布辞职', 'name'],
    ['總統為什麼辭職', 'reason'],
    ['总统是否辞职', 'yes-no'],
    ['总统辞职后来怎么样', 'what-next'],
    ['渡轮搁浅', 'anything'],
  ])('%s asks for %s', (question, wanted) => {
    expect(readChineseQuestion(question).wanted).toBe(wanted);
  });

  it('gives the day as Chinese writes it', () => {
    const answer = chineseAnswer('渡轮什么时候搁浅？', ferry);
    expect(answer).toMatchObject({ text: '2031年5月4日', value: '2031-05-04' });
  });

  it('picks the number that counts what is asked for', () => {
    expect(said('渡轮搁浅多少人受伤？')).toBe('至少14人');
    expect(said('渡轮上有多少名乘客')).toBe('二百一十二名');
  });

  it('finds places, names and reasons', () => {
    expect(said('渡轮在哪里搁浅')).toBe('松海市');
    expect(said('谁宣布辞职', vote)).toBe('安娜·霍尔特');
    expect(said('总统为什么宣布辞职', vote)).toBe('身体原因');
  });

  it('says nothing where the event holds no answer', () => {
    expect(said('渡轮价值多少美元')).toBeNull();
  });
});
