import { describe, expect, it } from 'vitest';
import { findNames } from '../../../src/search/direct/names.js';
import { findPhrases } from '../../../src/search/direct/phrases.js';
import { tagText } from '../../../src/search/direct/tagged-text.js';

const namesIn = (text: string) => {
  const tokens = tagText(text);
  return findNames(tokens).map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
};

const describersIn = (text: string, name: string) => {
  const tokens = tagText(text);
  const phrase = findPhrases(tokens).find(
    ({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end) === name,
  );
  return phrase?.described.map((t) => t.lemma) ?? [];
};

describe('the names of a sentence', () => {
  it.each([
    ['The mayor meets Ana de la Vega in Halden.', ['Ana de la Vega', 'Halden']],
    ['Rebels of the Justice and Equality Movement sign.', ['Justice and Equality Movement']],
    ['Norway and Sweden sign a treaty.', ['Norway', 'Sweden']],
    ['The University of Halden opens a library.', ['University of Halden']],
    ['Farmers block a road near Halden on Monday.', ['Halden']],
    ['A Spanish court clears the banker.', []],
    ['A vote for Oskar Lind of the Harbour Party of Norland.', ['Oskar Lind', 'Harbour Party of Norland']],
    ['Critics praise his novel The Long Road to Halden.', ['The Long Road to Halden']],
    ['They sing "Rowing in the Rain" in Halden.', ['Rowing in the Rain', 'Halden']],
    ['He plays with Rage Against the Tide.', ['Rage Against the Tide']],
    ["The Women's Cup begins.", ["Women's Cup"]],
    ["Norland's President resigns.", ['Norland', 'President']],
    ['Fog hides Vukić and Bareš.', ['Vukić', 'Bareš']],
    ['A Norland-born diver, Harbour Prize-winning Ada Holm, sails.', ['Ada Holm']],
    ['Oskar "Tiny" Lind rows home.', ['Oskar "Tiny" Lind']],
    ['A moon designated 2031 QX7 is seen.', ['2031 QX7']],
    ['The Norwegian-Swedish brewer Tide buys a pier for US$9 million.', ['Tide']],
    ['The envoy to Norway Maren Holt rows home.', ['Norway', 'Maren Holt']],
    ['Rebels take the base Brigade 14 and leave.', ['Brigade 14']],
    ['Amidst pressure, Oskar Lind resigns.', ['Oskar Lind']],
    ['Norland pays the Committee to Protect Herrings.', ['Norland', 'Committee to Protect Herrings']],
    ['The treaty on Monday goes to Halden.', ['Halden']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('knows a name by the words beside it', () => {
    expect(describersIn('The fisheries minister Oskar Lind retires.', 'Oskar Lind')).toContain('minister');
    expect(describersIn('Oskar Lind, a retired diver from Halden, finds a wreck.', 'Oskar Lind')).toContain(
      'diver',
    );
    expect(describersIn('Ferries return to the island of Morra.', 'Morra')).toContain('island');
    expect(describersIn('Oskar Lind resigns as treasurer after a quarrel.', 'Oskar Lind')).toContain(
      'treasurer',
    );
    expect(describersIn('The moon (designated 2031 QX7) is seen.', '2031 QX7')).toContain('moon');
    expect(
      describersIn('President Oskar Lind nominates Maren Holt as the next treasurer.', 'Maren Holt'),
    ).toContain('treasurer');
    expect(describersIn('The envoy to Norway Maren Holt rows home.', 'Maren Holt')).toContain('envoy');
    expect(describersIn("The party's only MP, Maren Holt, quits.", 'Maren Holt')).toContain('mp');
    expect(describersIn('Divers find his flagship, the Maren Rose, off Halden.', 'Maren Rose')).toContain(
      'flagship',
    );
    expect(describersIn('Nilo the walrus swims to Halden.', 'Nilo')).toContain('walrus');
    expect(
      describersIn("Norland's Maren Holt wins the cup, the first diver to do so.", 'Maren Holt'),
    ).toContain('diver');
    expect(describersIn('Floods reach the Morra valley.', 'Morra')).toContain('valley');
  });

  it('does not take what is said of another for what a name is', () => {
    expect(describersIn('In Halden, fisheries minister Maren Holt is arrested.', 'Halden')).toEqual([]);
    expect(describersIn('A plane lands at Morra, 90 kilometres from Halden.', 'Morra')).toEqual([]);
    expect(describersIn("The diver, now of Morra, breaks Oskar Lind's record.", 'Oskar Lind')).toEqual([]);
    expect(describersIn("It is Oskar Lind's fifth straight Silver Oar title.", 'Silver Oar')).toEqual([
      'title',
    ]);
    expect(
      describersIn('The Tide Club meets Maren Holt, known as Ana bin Vega.', 'The Tide Club'),
    ).not.toContain('bin');
    expect(
      describersIn('The first diver found in Norland, Maren Holt, a Halden woman, surfaces.', 'Norland'),
    ).not.toContain('woman');
  });
});
