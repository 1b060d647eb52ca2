import { html, nothing, type TemplateResult } from 'lit';
import { longTime, timeText } from '../view/time-text.js';
import { parseMarkdown } from './blocks.js';
import { parseInline } from './inline.js';
import type { Block, Inline } from './nodes.js';

/** What names in a text lead to. */
export interface Names {
  user(id: string): string;
  /** Null where the person sees no such channel. */
  channel(
    id: string,
  ): { readonly name: string; readonly type: 'channel' | 'thread' | 'forum' | 'voice' } | null;
  openChannel(id: string): void;
}

/** A text with Discord's markdown. Every piece of it is inserted as text; links lead only to http(s). */
export function markdownView(text: string, names: Names): TemplateResult[] {
  return parseMarkdown(text).map((block) => blockView(block, names));
}

/** A single line: a title or a field's name. */
export function inlineView(text: string, names: Names): (TemplateResult | string)[] {
  return parseInline(text).map((node) => nodeView(node, names));
}

function blockView(block: Block, names: Names): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<div class="paragraph">${inlines(block.children, names)}</div>`;
    case 'heading': {
      const text = inlines(block.children, names);
      if (block.level === 1) return html`<h3 class="heading-1">${text}</h3>`;
      return block.level === 2
        ? html`<h4 class="heading-2">${text}</h4>`
        : html`<h5 class="heading-3">${text}</h5>`;
    }
    case 'small':
      return html`<small class="small-print">${inlines(block.children, names)}</small>`;
    case 'quote':
      return html`<discord-quote>${block.blocks.map((inner) => blockView(inner, names))}</discord-quote>`;
    case 'code-block':
      return html`<pre class="code-block"><code>${block.text}</code></pre>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${item.map((inner) => blockView(inner, names))}</li>`);
      return block.start === null
        ? html`<ul class="bullets">${items}</ul>`
        : html`<ol class="bullets" start=${block.start}>${items}</ol>`;
    }
  }
}

const inlines = (nodes: readonly Inline[], names: Names) => nodes.map((node) => nodeView(node, names));

function nodeView(node: Inline, names: Names): TemplateResult | string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return html`<br />`;
    case 'bold':
      return html`<strong>${inlines(node.children, names)}</strong>`;
    case 'italic':
      return html`<em>${inlines(node.children, names)}</em>`;
    case 'underline':
      return html`<u>${inlines(node.children, names)}</u>`;
    case 'strike':
      return html`<s>${inlines(node.children, names)}</s>`;
    case 'spoiler':
      return html`<button class="spoiler" type="button" aria-label="Show the spoiler" @click=${reveal}>${inlines(node.children, names)}</button>`;
    case 'code':
      return html`<code class="code">${node.text}</code>`;
    case 'link':
      return html`<a class="link" href=${node.href} title=${node.href} target="_blank" rel="noopener noreferrer">${inlines(node.children, names)}</a>`;
    case 'user':
      return html`<discord-mention type="user">${names.user(node.id)}</discord-mention>`;
    case 'channel': {
      const channel = names.channel(node.id);
      if (!channel) return html`<discord-mention type="locked">No Access</discord-mention>`;
      return html`<discord-mention type=${channel.type} role="link" tabindex="0"
        @click=${() => names.openChannel(node.id)}
        @keydown=${(e: KeyboardEvent) => (e.key === 'Enter' ? names.openChannel(node.id) : nothing)}
        >${channel.name}</discord-mention>`;
    }
    case 'role':
      return html`<discord-mention type="role">role</discord-mention>`;
    case 'everyone':
      return html`<discord-mention type="user">${node.text.slice(1)}</discord-mention>`;
    case 'command':
      return html`<discord-mention type="slash">${node.name}</discord-mention>`;
    case 'timestamp': {
      const date = new Date(node.seconds * 1000);
      return html`<time class="timestamp" datetime=${Number.isNaN(date.getTime()) ? '' : date.toISOString()} title=${longTime(date)}>${timeText(date, node.style)}</time>`;
    }
  }
}

function reveal(event: Event): void {
  (event.currentTarget as HTMLElement).classList.add('revealed');
}
