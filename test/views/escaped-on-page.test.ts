import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../packages/local-discord/src/page/markdown/blocks.js';
import type { Block, Inline } from '../../packages/local-discord/src/page/markdown/nodes.js';
import { escapeMarkdown } from '../../src/views/markdown.js';

test('the page shows what the bot escapes as it was', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w *_~`|[\]()<>@#:.-]{1,40}$/), (written) => {
      expect(shown(parseMarkdown(escapeMarkdown(written)))).toBe(written);
    }),
  );
});

/** A text's letters as a person reads them. */
function shown(blocks: readonly Block[]): string {
  return blocks.map((block) => ('children' in block ? plain(block.children) : `(${block.kind})`)).join('\n');
}

function plain(nodes: readonly Inline[]): string {
  return nodes.map((node) => (node.kind === 'text' ? node.text : `(${node.kind})`)).join('');
}
