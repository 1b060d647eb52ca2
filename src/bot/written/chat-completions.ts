import { trimEnd } from '../../events/trim-end.js';

/** A model of the operator's own behind an OpenAI-compatible address. */
export interface ChatModel {
  /** Such as http://127.0.0.1:11434/v1; `/chat/completions` is added. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

/** What a chat is made of. */
export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** Bytes of a reply that are read: an answer of three sentences has a few hundred. */
const MOST_BYTES = 64 * 1024;

/**
 * Asks a model once. Null where it doesn't answer in time, answers with an error, with too much, or with something that is no
 * completion: whatever goes wrong there, the built-in answer stands.
 *
 * @param limitMs for everything: connecting, thinking and sending.
 */
export async function complete(
  { url, model, key }: ChatModel,
  messages: readonly ChatMessage[],
  limitMs: number,
): Promise<string | null> {
  try {
    const response = await fetch(`${trimEnd(url, /\//)}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, messages, temperature: 0, max_tokens: 200, stream: false }),
      redirect: 'error',
      signal: AbortSignal.timeout(limitMs),
    });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return null;
    }
    return contentOf(await readAll(response.body));
  } catch {
    return null;
  }
}

async function readAll(body: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RangeError('the reply is too long');
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

function contentOf(reply: string): string | null {
  const read: { choices?: { message?: { content?: unknown } }[] } | null = JSON.parse(reply);
  const content = read?.choices?.[0]?.message?.content;
  return typeof content === 'string' ? content : null;
}
