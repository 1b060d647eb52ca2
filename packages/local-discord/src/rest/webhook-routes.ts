import { MessageFlags } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { refuse } from '../api-error.js';
import type { Interaction } from '../interactions/interaction.js';
import { answer } from '../interactions/respond.js';
import { limits } from '../limits.js';
import type { LocalState } from '../local-state.js';
import { readMessageBody } from '../validation/message-body.js';
import { deleteMessage, editMessage } from '../world/post-message.js';
import type { StoredMessage } from '../world/stored-message.js';
import { fieldsOf, readBody } from './request-body.js';

/** What an interaction's token allows after its acknowledgement: its original response, and follow-ups. */
export function webhookRoutes(state: LocalState): Hono {
  const { world, interactions } = state;
  const one = '/webhooks/:app/:token/messages/:message';
  const interactionOf = (c: Context): Interaction => {
    if (c.req.param('app') !== world.applicationId) throw refuse.unknownWebhook();
    return interactions.ofToken(c.req.param('token') ?? '');
  };
  return new Hono()
    .post('/webhooks/:app/:token', async (c) => {
      const interaction = interactionOf(c);
      const body = await readBody(c);
      if (isThinking(interaction)) {
        const message = messageOf(state, interaction, '@original');
        editMessage(
          world,
          state.files,
          message,
          readMessageBody(fieldsOf(body), [], message.data.flags),
          body.uploads,
        );
        interactions.shown(interaction);
        return c.json(message.data);
      }
      if (
        interaction.userInstalledOnly &&
        interaction.followUps.length >= limits.interaction.userInstalledFollowUps
      )
        throw refuse.tooManyFollowUps();
      const message = answer(state, interaction, fieldsOf(body), body.uploads);
      interaction.followUps.push(message);
      interactions.shown(interaction);
      return c.json(message.data);
    })
    .get(one, (c) => c.json(messageOf(state, interactionOf(c), c.req.param('message')).data))
    .patch(one, async (c) => {
      const interaction = interactionOf(c);
      const body = await readBody(c);
      const message = messageOf(state, interaction, c.req.param('message'));
      editMessage(
        world,
        state.files,
        message,
        readMessageBody(fieldsOf(body), [], message.data.flags),
        body.uploads,
      );
      interactions.shown(interaction);
      return c.json(message.data);
    })
    .delete(one, (c) => {
      const interaction = interactionOf(c);
      const message = messageOf(state, interaction, c.req.param('message'));
      deleteMessage(world, message);
      if (interaction.original === message) interaction.original = null;
      interactions.shown(interaction);
      return c.body(null, 204);
    });
}

/** Whether the first follow-up still stands in for a deferred response, as Discord has kept it from early days. */
function isThinking({ acknowledgement, original }: Interaction): boolean {
  return acknowledgement === 'deferred message' && ((original?.data.flags ?? 0) & MessageFlags.Loading) !== 0;
}

/** A message the token may touch: its own, while it exists. @throws ApiError 10008 */
function messageOf({ world }: LocalState, interaction: Interaction, id: string | undefined): StoredMessage {
  const { original, followUps } = interaction;
  const own = id === '@original' ? original : [original, ...followUps].find((m) => m?.data.id === id);
  if (!own || !world.messagesOf(own.data.channel_id).has(own.data.id)) throw refuse.unknownMessage();
  return own;
}
