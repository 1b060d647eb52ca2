import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { clip } from './clip.js';
import { limits } from './limits.js';

/**
 * Makes embeds fit Discord's limits, each part's own and the 6,000 characters over all embeds of a message. Titles and
 * footers are served first, then descriptions, then fields, in the order of the embeds; what has no room is left out.
 */
export function fitEmbeds(embeds: readonly APIEmbed[]): APIEmbed[] {
  let room: number = limits.allEmbeds;
  const take = (text: string | undefined, limit: number) => {
    const fitting = text === undefined ? '' : clip(text.trim(), Math.min(limit, room));
    room -= fitting.length;
    return fitting;
  };
  const heads = embeds.slice(0, limits.embeds).map((embed) => ({
    embed,
    title: take(embed.title, limits.title),
    author: take(embed.author?.name, limits.author),
    footer: take(embed.footer?.text, limits.footer),
  }));
  const bodies = heads.map((head) => ({
    ...head,
    description: take(head.embed.description, limits.description),
  }));
  return withOwnUrls(
    bodies.flatMap(({ embed, title, author, footer, description }) => {
      const fields: APIEmbedField[] = [];
      for (const field of (embed.fields ?? []).slice(0, limits.fields)) {
        // A name without its value says nothing, so a field goes in only where some of both fits.
        if (field.name.trim() === '' || field.value.trim() === '' || room < field.name.length + 40) continue;
        fields.push({
          ...field,
          name: take(field.name, limits.fieldName),
          value: take(field.value, limits.fieldValue),
        });
      }
      const { title: _t, description: _d, fields: _f, footer: _fo, author: _a, ...rest } = embed;
      const fitted: APIEmbed = {
        ...rest,
        ...(title && { title }),
        ...(description && { description }),
        ...(fields.length > 0 && { fields }),
        ...(embed.footer && footer && { footer: { ...embed.footer, text: footer } }),
        ...(embed.author && author && { author: { ...embed.author, name: author } }),
      };
      const seen =
        title || description || fields.length > 0 || footer || author || embed.image || embed.thumbnail;
      return seen ? [fitted] : [];
    }),
  );
}

/** Discord folds embeds that share a url into the first; only the first keeps it. */
function withOwnUrls(embeds: readonly APIEmbed[]): APIEmbed[] {
  const urls = new Set<string>();
  return embeds.map((embed) => {
    if (embed.url === undefined || !urls.has(embed.url)) {
      if (embed.url !== undefined) urls.add(embed.url);
      return embed;
    }
    const { url: _url, ...rest } = embed;
    return rest;
  });
}
