import { describe, expect, it } from 'vitest';
import { Pictures } from '../../src/pictures/pictures.js';
import { timeline } from '../../src/views/charts/timeline.js';
import { en } from '../../src/views/sentences/en.js';

const svg = timeline([{ date: '2016-04-08', events: 3 }], en);

describe('pictures', () => {
  it('come as PNG files with their alt text', async () => {
    const file = await new Pictures().png({ name: 'a.png', svg, description: 'Three events.' });
    expect(file).toMatchObject({ name: 'a.png', description: 'Three events.' });
    expect([...(file?.data.slice(1, 4) ?? [])]).toEqual([...'PNG'].map((char) => char.charCodeAt(0)));
  });

  it('show their words with the font that comes with them', async () => {
    const pictures = new Pictures();
    const without = svg.replace(/<text.*?<\/text>/g, '');
    const [words, none] = await Promise.all(
      [svg, without].map((text) => pictures.png({ name: 'a.png', svg: text, description: '' })),
    );
    expect(words?.data.length).toBeGreaterThan((none?.data.length ?? 0) + 2000);
  });

  it('that are shown again are not drawn again', async () => {
    const pictures = new Pictures();
    const picture = { name: 'a.png', svg, description: '' };
    expect((await pictures.png(picture))?.data).toBe((await pictures.png(picture))?.data);
  });

  it('that cannot be drawn are left out, and reported', async () => {
    const errors: unknown[] = [];
    const pictures = new Pictures((error) => errors.push(error));
    expect(await pictures.png({ name: 'a.png', svg: 'no picture', description: '' })).toBeNull();
    expect(errors).toHaveLength(1);
  });
});
