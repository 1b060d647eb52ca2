import { Hono } from 'hono';
import { respond } from '../interactions/respond.js';
import type { LocalState } from '../local-state.js';
import { fieldsOf, readBody } from './request-body.js';

/** Callbacks: the one acknowledgement of an interaction. */
export function interactionRoutes(state: LocalState): Hono {
  return new Hono().post('/interactions/:id/:token/callback', async (c) => {
    const { id, token } = c.req.param();
    // Before its body is read: anybody may send one here.
    state.interactions.waiting(id, token);
    const body = await readBody(c);
    const interaction = state.interactions.waiting(id, token);
    respond(state, interaction, fieldsOf(body), body.uploads);
    if (c.req.query('with_response') !== 'true') return c.body(null, 204);
    const message = interaction.choices ? null : interaction.original;
    const type = fieldsOf(body).type;
    return c.json({
      interaction: {
        id,
        type: interaction.type,
        ...(message && {
          response_message_id: message.data.id,
          response_message_loading: interaction.acknowledgement === 'deferred message',
          response_message_ephemeral: message.onlyFor !== null,
        }),
      },
      resource: { type, ...(message && { message: message.data }) },
    });
  });
}
