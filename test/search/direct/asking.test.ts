import { describe, expect, it } from 'vitest';
import { understandAsking } from '../../../src/search/direct/asking.js';

const asked = (question: string) => {
  const { wanted, head, measure, gap } = understandAsking(question);
  return { wanted, head, measure, gap };
};

describe('what a question asks for', () => {
  it.each([
    ['When did the bridge open?', 'date'],
    ['on what date was the bridge opened', 'date'],
    ['mayor of Ellery resigns, when', 'date'],
    ['what did the harbour club do in June', 'what-happened'],
    ['price of eggs in Ellery', 'number'],
    ['How many people crossed it?', 'number'],
    ['Where was the mayor born?', 'place'],
    ['In which city was the mayor born?', 'place'],
    ['Who opened the bridge?', 'name'],
    ['Why was the bridge closed?', 'reason'],
    ['Did the bridge ever open?', 'yes-no'],
    ['What happened after the bridge opened?', 'what-next'],
    ['How did the bridge trial end?', 'what-next'],
    ['bridge opening in Ellery', 'anything'],
    ['day Maren Holt opened the bridge', 'date'],
    ['Since when has the bridge been open?', 'date'],
    ['What was the date of the first crossing?', 'date'],
    ['harbour club breaking up when did they say so', 'date'],
    ['When Oskar Lind left the harbour board, who took his place?', 'name'],
    ['What was the harbour master locked up for?', 'reason'],
    ['On what charge was the ferryman held?', 'reason'],
    ['What did the lighthouse sell for?', 'number'],
    ['How fast were the gusts?', 'number'],
    ['How strong were the winds of the storm?', 'number'],
    ['What was the fee of the speaker?', 'number'],
    ['Which Fine Line singer opened the fair?', 'name'],
    ['Who owns the pier now where boats moor?', 'name'],
    ['Name the old ferryman charged with theft.', 'name'],
    ['new harbour master after Lind quit name', 'name'],
    ['harbour worm attacked which pier', 'name'],
    ['Winner of the Ellery regatta', 'name'],
    ['Sailors in which land sing at dawn?', 'place'],
    ['town in which Maren Holt was born', 'place'],
    ['rowers cross the harbour who do they hope to beat', 'name'],
    ['ferryman fined in Ellery was he at the helm', 'yes-no'],
  ])('%s -> %s', (question, wanted) => {
    expect(asked(question).wanted).toBe(wanted);
  });

  it.each([
    ['wen did the bridge open', 'date'],
    ['wat yr did the bridge open', 'date'],
    ['bridge opening date pls', 'date'],
    ['y was the ferryman arested', 'reason'],
    ['hw mny yrs did the ferryman get', 'number'],
    ['ferryman beaten up outside pub, were', 'place'],
    ['wich boat won', 'name'],
    ['Wen did the bridge open', 'date'],
    ['who did Wen Lin meet', 'name'],
  ])('%s, as it is typed in a chat -> %s', (question, wanted) => {
    expect(asked(question).wanted).toBe(wanted);
  });

  it('names the kind of thing asked for', () => {
    expect(asked('Which Liberal MP opened the bridge?').head).toBe('mp');
    expect(asked('how many protesters were held').head).toBe('protester');
    expect(asked('team that won the regatta').head).toBe('team');
    expect(asked('name of the club Oskar Lind set up').head).toBe('club');
    expect(asked('What is the title of the book about Ellery?').head).toBe('book');
    expect(asked('how many deaths did the storm cause').head).toBe('people');
    expect(asked('What make of boat was it?').head).toBe('boat');
    expect(asked('how many months jail did he get').head).toBe('month');
    expect(asked('What post did Maren Holt hold?')).toMatchObject({ wanted: 'name', head: 'post' });
    expect(asked('whos record did Lind break').head).toBe('person');
  });

  it('tells who did it from whom it was done to', () => {
    expect(asked('Who picked the mayor?').gap).toBe('subject');
    expect(asked('Who did the mayor pick?').gap).toBe('object');
  });

  it('keeps the asking words apart from the words that carry the question', () => {
    const { content, askingWords, question } = understandAsking('How many people crossed the bridge?');
    expect(content.map((t) => t.lower)).toEqual(['people', 'crossed', 'bridge']);
    expect(askingWords.map(([from, to]) => question.slice(from, to))).toEqual(['How', 'many']);
  });

  it('finds the asking words where they were typed, however they were spelt', () => {
    const { askingWords, question } = understandAsking(
      'bridge shut pls, hw mny ppl n wen, y did it shut plz',
    );
    const words = askingWords.map(([from, to]) => question.slice(from, to));
    expect(words).toEqual(['hw', 'mny']);
  });

  it('counts those a description narrows', () => {
    expect(asked('How many of the rowers fell in?').head).toBe('rower');
    expect(asked('Which Norwegian premier did they meet?').head).toBe('premier');
    expect(asked('How many suspected thieves were caught?').head).toBe('thief');
  });
});
