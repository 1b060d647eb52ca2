import { html, type TemplateResult } from 'lit';
import type { PageChannel } from '../../page-protocol.js';
import type { Page } from '../page.js';
import { channelName, isArchived, messageCount, threadsOf } from '../state/channels.js';
import { nameOf } from './avatar.js';

/** A forum: its posts, newest first. */
export function forumView(forum: PageChannel, page: Page): TemplateResult {
  const posts = threadsOf(page.state, forum.id);
  if (posts.length === 0)
    return html`<div class="forum empty"><h2>There are no posts yet</h2><p>Posts that the bot makes in this forum stand here.</p></div>`;
  return html`<div class="forum"><ul>
    ${posts.map(
      (post) => html`<li><button type="button" class="post" @click=${() => page.open(post.id)}>
      <strong>${channelName(post)}</strong>
      <small>${author(post, page)}${messageCount(post)}${isArchived(post) ? ' · archived' : ''}</small>
    </button></li>`,
    )}
  </ul></div>`;
}

function author(post: PageChannel, page: Page): string {
  const owner = 'owner_id' in post && post.owner_id ? page.state.users.get(post.owner_id) : undefined;
  return owner ? `${nameOf(owner)} · ` : '';
}
