import { hash } from 'node:crypto';

const HASH_LINE = /^(---\n[\s\S]*?\n)hash: "([\w-]{22})"\n/;

function hashOf(content: string): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}

/** A file as the import writes it: front matter that ends with the hash of everything else in the file. */
export function seal(frontMatter: readonly string[], body: string): { text: string; hash: string } {
  const front = `---\n${frontMatter.join('\n')}\n`;
  const sealed = hashOf(`${front}---\n${body}`);
  return { text: `${front}hash: "${sealed}"\n---\n${body}`, hash: sealed };
}

/**
 * The recorded hash of a file that stands as the import wrote it; null for one that a person wrote or changed, be it
 * by one letter. Line ends don't count: tools change them.
 */
export function unbrokenSeal(text: string): string | null {
  const plain = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  const line = HASH_LINE.exec(plain);
  if (!line) return null;
  const [whole, front = '', recorded = ''] = line;
  return hashOf(front + plain.slice(whole.length)) === recorded ? recorded : null;
}
