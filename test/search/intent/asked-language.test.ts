import { describe, expect, it } from 'vitest';
import { otherLanguage } from '../../../src/search/intent/asked-language.js';

const unknown = () => false;
const known = () => true;

describe('the language of a question', () => {
  it.each([
    ['de', 'Wie viele Menschen starben bei dem Erdbeben?'],
    ['fr', 'Qui a remporté la course cycliste de Lorient ?'],
    ['es', '¿Cuándo se hundió el barco de pesca?'],
    ['it', 'quando è crollato il ponte vecchio'],
    ['pl', 'Kiedy otwarto nowy most na rzece?'],
    ['ru', 'Сколько человек погибло при пожаре?'],
    ['ko', '언제 새로운 다리가 열렸습니까?'],
    ['ja', '新しい橋はいつ開通しましたか'],
    ['tr', 'Yeni köprü ne zaman açıldı?'],
  ])('is reported: %s', (language, text) => {
    expect(otherLanguage(text, unknown)).toBe(language);
  });

  it('is not reported for English and Chinese, which are answered', () => {
    expect(otherLanguage('How many people died in the fire at the harbour?', known)).toBeNull();
    expect(otherLanguage('港口的火灾死了多少人？', unknown)).toBeNull();
  });

  it('is never reported for bare names', () => {
    for (const name of ['Médecins Sans', 'Владимир Петров', 'El Heraldo', 'Zürich', '東京'])
      expect(otherLanguage(name, unknown), name).toBeNull();
  });

  it('is not reported for foreign names among known words', () => {
    expect(otherLanguage('puerto nuevo raid', known)).toBeNull();
  });
});
