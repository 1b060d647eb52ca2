import { type APIEmbed, type APIMessageTopLevelComponent, MessageFlags } from 'discord-api-types/v10';
import { limits } from '../limits.js';
import { type AllowedMentions, readAllowedMentions } from './allowed-mentions.js';
import { readComponents } from './components.js';
import { readComponentsV2 } from './components-v2.js';
import { readEmbeds } from './embeds.js';
import { type Fields, Form, type Path } from './form.js';

/** The flags a bot may set on a message. */
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/** A file that a request uploads or names, by the body's `attachments`. */
export interface AttachmentMention {
  readonly id: string;
  readonly description: string | undefined;
}

/**
 * What a request says of a message. What it doesn't speak of is undefined; in an edit that part stays. What it sets to
 * null is empty.
 */
export interface MessageBody {
  readonly content: string | undefined;
  readonly embeds: APIEmbed[] | undefined;
  readonly components: APIMessageTopLevelComponent[] | undefined;
  readonly flags: number;
  readonly allowedMentions: AllowedMentions | undefined;
  readonly attachments: readonly AttachmentMention[] | undefined;
  readonly nonce: string | undefined;
  readonly enforceNonce: boolean;
  /** The message this one answers. */
  readonly replyTo: { readonly messageId: string; readonly failIfGone: boolean } | undefined;
}

/**
 * Reads a message's body as strictly as Discord does.
 *
 * @param path where in the request's body the message is: `['data']` in an interaction's callback.
 * @param flagsBefore the flags of the message that is edited: Components V2 are for ever.
 * @throws ApiError 50035
 */
export function readMessageBody(body: Fields, path: Path = [], flagsBefore = 0): MessageBody {
  const form = new Form();
  const at = (name: string) => [...path, name];
  const given = <T>(name: string, read: (value: unknown) => T, empty: T): T | undefined =>
    body[name] === undefined ? undefined : body[name] === null ? empty : read(body[name]);
  const flags = form.integer(body.flags, at('flags'), 0, 2 ** 31) ?? 0;
  const isV2 = ((flags | flagsBefore) & MessageFlags.IsComponentsV2) !== 0;
  if (isV2) refuseLegacyFields(form, body, at);
  const components = isV2 ? readComponentsV2 : readComponents;
  const message: MessageBody = {
    content: given('content', (v) => form.text(v, at('content'), { max: limits.message.content }) ?? '', ''),
    embeds: given('embeds', (v) => readEmbeds(form, v, at('embeds')), []),
    components: given('components', (v) => components(form, v, at('components')), []),
    flags: flags & SETTABLE,
    allowedMentions: readAllowedMentions(form, body.allowed_mentions, at('allowed_mentions')),
    attachments: given('attachments', (v) => readAttachments(form, v, at('attachments')), []),
    nonce: form.text(body.nonce, at('nonce'), { max: limits.message.nonce }),
    enforceNonce: form.flag(body.enforce_nonce, at('enforce_nonce')) ?? false,
    replyTo: readReference(form, body.message_reference, at('message_reference')),
  };
  form.done();
  return message;
}

/** A message with Components V2 has neither text nor embeds beside them. */
function refuseLegacyFields(form: Form, body: Fields, at: (name: string) => Path): void {
  for (const name of ['content', 'embeds', 'poll', 'sticker_ids']) {
    const value = body[name];
    const isEmpty =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isEmpty)
      form.problem(
        at(name),
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  }
}

function readAttachments(form: Form, value: unknown, path: Path): AttachmentMention[] {
  return form.objects(value, path, { max: limits.message.files }).map(({ item, at }) => ({
    id: form.requiredText(item.id, [...at, 'id'], { max: 20 }),
    description: form.text(item.description, [...at, 'description'], { max: 1024 }),
  }));
}

function readReference(form: Form, value: unknown, path: Path): MessageBody['replyTo'] {
  const reference = form.object(value, path);
  if (!reference) return undefined;
  const messageId = form.requiredText(reference.message_id, [...path, 'message_id'], { max: 20 });
  return { messageId, failIfGone: reference.fail_if_not_exists !== false };
}
