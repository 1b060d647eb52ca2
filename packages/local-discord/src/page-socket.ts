import type { WebSocket } from 'ws';
import { ApiError } from './api-error.js';
import type { Interaction } from './interactions/interaction.js';
import type { LocalState } from './local-state.js';
import { pageEventOf } from './page-events.js';
import type { PageEvent, PageReply, PageRequest, Started } from './page-protocol.js';
import { snapshotFor } from './page-snapshot.js';
import { PersonError } from './people/person-error.js';
import { Seen } from './people/seen.js';
import { callCommand, callOnMessage, press, typeOption } from './people/start-interaction.js';
import { visibleMessage, visibleMessages } from './people/visible.js';
import { writeMessage } from './people/write-message.js';
import type { Happening } from './world/happening.js';
import { deleteMessage } from './world/post-message.js';

const AUTOCOMPLETE_MS = 5000;
/** How many messages a page is given of a channel. */
const LAST_MESSAGES = 200;

/** The browser pages looking on, each as one person. */
export class PageSockets {
  readonly #state: LocalState;
  readonly #botIsConnected: () => boolean;
  readonly #acting = new Map<WebSocket, string | null>();
  readonly #stopListening: () => void;

  constructor(state: LocalState, botIsConnected: () => boolean) {
    this.#state = state;
    this.#botIsConnected = botIsConnected;
    this.#stopListening = state.world.listen((happening) => this.#pass(happening));
  }

  accept(socket: WebSocket): void {
    this.#acting.set(socket, null);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#acting.delete(socket));
    socket.on('message', (raw) => void this.#receive(socket, raw.toString()));
  }

  close(): void {
    this.#stopListening();
    for (const socket of this.#acting.keys()) socket.terminate();
  }

  #pass(happening: Happening): void {
    for (const [socket, person] of this.#acting) {
      const event = person === null ? null : pageEventOf(this.#state, person, happening);
      if (event) this.#send(socket, event);
    }
  }

  #send(socket: WebSocket, message: PageEvent | PageReply): void {
    socket.send(JSON.stringify(message));
  }

  async #receive(socket: WebSocket, text: string): Promise<void> {
    let re = 0;
    try {
      const request = JSON.parse(text) as PageRequest;
      re = request.id;
      const result = await this.#do(socket, request);
      this.#send(socket, { re, ok: true, result: result ?? null });
    } catch (error) {
      const known = error instanceof PersonError || error instanceof ApiError || error instanceof SyntaxError;
      if (!known) console.error(error);
      this.#send(socket, { re, ok: false, error: known ? error.message : 'Something went wrong' });
    }
  }

  async #do(socket: WebSocket, request: PageRequest): Promise<unknown> {
    const { world } = this.#state;
    if (request.do === 'act-as') {
      const account = [...world.accounts.values()].find(
        (a) => a !== world.bot && [a.user.id, a.handle].includes(request.user),
      );
      if (!account) throw new PersonError(`there is nobody called "${request.user}"`);
      this.#acting.set(socket, account.user.id);
      return snapshotFor(this.#state, account.user.id, this.#botIsConnected());
    }
    const person = this.#acting.get(socket) ?? null;
    if (person === null) throw new PersonError('choose a person first');
    if (request.do === 'dismiss') return this.#dismiss(person, request.message);
    const channel = world.channel(request.channel);
    switch (request.do) {
      case 'send-message':
        return writeMessage(this.#state, person, channel, request.content).data;
      case 'messages':
        return visibleMessages(world, person, channel)
          .slice(-LAST_MESSAGES)
          .map((m) => m.data);
      case 'autocomplete': {
        const typing = typeOption(this.#state, person, channel, request.command, request.options);
        await new Seen(world, typing, AUTOCOMPLETE_MS).settled();
        if (typing.choices === null) throw new PersonError('Loading options failed');
        return typing.choices;
      }
      case 'command':
        return started(callCommand(this.#state, person, channel, request.command, request.options));
      case 'message-command':
        return started(callOnMessage(this.#state, person, channel, request.command, request.message));
      case 'component':
        return started(
          press(this.#state, person, channel, request.message, request.customId, request.values),
        );
    }
  }

  #dismiss(person: string, id: string): null {
    for (const channel of this.#state.world.channels.values())
      if (this.#state.world.messagesOf(channel.id).get(id)?.onlyFor === person)
        deleteMessage(this.#state.world, visibleMessage(this.#state.world, person, channel, id));
    return null;
  }
}

const started = ({ id }: Interaction): Started => ({ interaction: id });
