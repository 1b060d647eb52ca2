import type { TemplateResult } from 'lit';
import type { PageChannel } from '../../page-protocol.js';
import { isForum, isThread, isVoice } from '../state/channels.js';
import { icons } from './icons.js';

/** The sign before a channel's name. */
export function channelIcon(channel: PageChannel): TemplateResult {
  if (isThread(channel)) return icons.thread;
  if (isForum(channel)) return icons.forum;
  return isVoice(channel) ? icons.voice : icons.text;
}
