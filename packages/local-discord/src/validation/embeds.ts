import type { APIEmbed } from 'discord-api-types/v10';
import { limits } from '../limits.js';
import type { Fields, Form, Path } from './form.js';

const withAttachments = ['http', 'https', 'attachment'];

/** Reads a message's embeds as Discord stores them; what is wrong with them goes into the form. */
export function readEmbeds(form: Form, value: unknown, path: Path): APIEmbed[] {
  const embeds = form
    .objects(value, path, { max: limits.message.embeds })
    .map(({ item, at }) => readEmbed(form, item, at));
  if (embeds.reduce((sum, embed) => sum + lengthOf(embed), 0) > limits.embed.total)
    form.problem(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${limits.embed.total}`);
  return embeds;
}

/** How many characters of an embed count towards the total of a message. */
function lengthOf(embed: APIEmbed): number {
  const fields = embed.fields ?? [];
  return (
    (embed.title?.length ?? 0) +
    (embed.description?.length ?? 0) +
    (embed.footer?.text.length ?? 0) +
    (embed.author?.name.length ?? 0) +
    fields.reduce((sum, field) => sum + field.name.length + field.value.length, 0)
  );
}

function readEmbed(form: Form, item: Fields, at: Path): APIEmbed {
  const limit = limits.embed;
  const embed: Record<string, unknown> = { type: 'rich' };
  const put = (name: string, value: unknown) => {
    if (value !== undefined && value !== '') embed[name] = value;
  };
  put('title', form.text(item.title, [...at, 'title'], { max: limit.title }));
  put('description', form.text(item.description, [...at, 'description'], { max: limit.description }));
  put('url', form.url(item.url, [...at, 'url'], limit.url));
  put('color', form.integer(item.color, [...at, 'color'], 0, 0xffffff));
  put('timestamp', readTimestamp(form, item.timestamp, [...at, 'timestamp']));
  put('image', readMedia(form, item.image, [...at, 'image']));
  put('thumbnail', readMedia(form, item.thumbnail, [...at, 'thumbnail']));
  put('footer', readCredit(form, item.footer, [...at, 'footer'], 'text', limit.footer));
  put('author', readCredit(form, item.author, [...at, 'author'], 'name', limit.author));
  const fields = form
    .objects(item.fields, [...at, 'fields'], { max: limit.fields })
    .map(({ item: field, at: here }) => ({
      name: form.requiredText(field.name, [...here, 'name'], { max: limit.fieldName }),
      value: form.requiredText(field.value, [...here, 'value'], { max: limit.fieldValue }),
      inline: form.flag(field.inline, [...here, 'inline']) ?? false,
    }));
  if (fields.length > 0) embed.fields = fields;
  const shown = ['title', 'description', 'image', 'thumbnail', 'footer', 'author', 'fields'];
  if (!shown.some((name) => name in embed)) form.required([...at, 'description']);
  return embed as APIEmbed;
}

function readTimestamp(form: Form, value: unknown, at: Path): string | undefined {
  const text = form.text(value, at, { max: 100 });
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time))
    form.problem(at, 'DATE_TIME_TYPE_PARSE', `Could not parse ${text}. Should be ISO8601.`);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

function readMedia(form: Form, value: unknown, at: Path): { url: string } | undefined {
  const media = form.object(value, at);
  if (!media) return undefined;
  const url = form.url(media.url, [...at, 'url'], limits.embed.url, withAttachments);
  if (url === undefined) form.required([...at, 'url']);
  return url === undefined ? undefined : { url };
}

function readCredit(form: Form, value: unknown, at: Path, name: string, max: number): object | undefined {
  const credit = form.object(value, at);
  if (!credit) return undefined;
  const text = form.requiredText(credit[name], [...at, name], { max });
  const url = form.url(credit.url, [...at, 'url'], limits.embed.url);
  const icon = form.url(credit.icon_url, [...at, 'icon_url'], limits.embed.url, withAttachments);
  return {
    [name]: text,
    ...(url !== undefined && name === 'name' && { url }),
    ...(icon !== undefined && { icon_url: icon }),
  };
}
