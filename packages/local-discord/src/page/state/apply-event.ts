import { type APIMessage, MessageType } from 'discord-api-types/v10';
import type { PageEvent } from '../../page-protocol.js';
import type { PageState } from './page-state.js';

const TYPING_MS = 10_000;

/** Picks up what happened. @param now in milliseconds */
export function applyEvent(state: PageState, event: PageEvent, now: number): void {
  switch (event.event) {
    case 'message-create':
    case 'message-update':
      takeMessage(state, event.message, event.event === 'message-create');
      return;
    case 'message-delete':
      state.messages.get(event.channel)?.delete(event.message);
      state.presses.delete(event.message);
      return;
    case 'channel-create':
    case 'channel-update':
      state.channels.set(event.channel.id, event.channel);
      return;
    case 'channel-delete':
      state.channels.delete(event.channel);
      state.messages.delete(event.channel);
      if (state.channel === event.channel) state.channel = null;
      if (state.thread === event.channel) state.thread = null;
      return;
    case 'commands':
      state.commands = event.commands;
      return;
    case 'bot':
      state.bot = event.connected ? ([...state.users.values()].find((user) => user.bot) ?? null) : null;
      return;
    case 'typing':
      typingIn(state, event.channel).set(event.user, now + TYPING_MS);
      return;
    case 'interaction-acknowledged':
      for (const [message, press] of state.presses)
        if (press.interaction === event.interaction) state.presses.delete(message);
      return;
    case 'interaction-failed':
      for (const press of state.presses.values())
        if (press.interaction === event.interaction) press.failure = event.text;
      for (const command of state.sent)
        if (command.interaction === event.interaction) command.failure = event.text;
  }
}

function takeMessage(state: PageState, message: APIMessage, isNew: boolean): void {
  const known = state.messages.get(message.channel_id);
  if (isNew || known?.has(message.id)) known?.set(message.id, message);
  const answers = message.interaction_metadata?.id;
  if (answers !== undefined) state.sent = state.sent.filter((command) => command.interaction !== answers);
  if (!isNew) return;
  countMessage(state, message);
  typingIn(state, message.channel_id).delete(message.author.id);
  const isShown = message.channel_id === state.channel || message.channel_id === state.thread;
  if (!isShown && message.author.id !== state.me?.id) state.unread.add(message.channel_id);
}

/** A thread counts its messages; the server reports its count only when something else changes. */
function countMessage(state: PageState, message: APIMessage): void {
  const thread = state.channels.get(message.channel_id);
  if (!thread || !('message_count' in thread) || message.type === MessageType.ThreadStarterMessage) return;
  state.channels.set(thread.id, { ...thread, message_count: (thread.message_count ?? 0) + 1 });
}

function typingIn(state: PageState, channel: string): Map<string, number> {
  const known = state.typing.get(channel) ?? new Map<string, number>();
  state.typing.set(channel, known);
  return known;
}
