import { createHash } from 'node:crypto';

const HASH_LINE = /^(---\n[\s\S]*?\n)hash: "([\w-]{22})"\n/;

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/** A file as the import writes it: front matter that ends with the hash of everything else in the file. */
export function seal(frontMatter: readonly string[], body: string): { text: string; hash: string } {
  const front = `---\n${frontMatter.join('\n')}\n`;
  const hash = hashOf(`${front}---\n${body}`);
  return { text: `${front}hash: "${hash}"\n---\n${body}`, hash };
}

/**
 * The recorded hash of a file that stands as the import wrote it; null for one that a person wrote or changed, be it
 * by one letter. Line ends don't count: tools change them.
 */
export function unbrokenSeal(text: string): string | null {
  const plain = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  const line = HASH_LINE.exec(plain);
  if (!line) return null;
  const [whole, front = '', hash = ''] = line;
  return hashOf(front + plain.slice(whole.length)) === hash ? hash : null;
}
