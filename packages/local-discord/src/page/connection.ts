import type { PageEvent, PageReply, PageRequest } from '../page-protocol.js';

/** A request without its number, whichever kind it is. */
export type Ask = PageRequest extends infer R ? (R extends PageRequest ? Omit<R, 'id'> : never) : never;

/** What the local Discord would not do, in its words. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

interface Listener {
  opened(): void;
  lost(): void;
  happened(event: PageEvent): void;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4000;

/** The socket to the local Discord; opened again, for as long as it takes, where it is lost. */
export class Connection {
  readonly #listener: Listener;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #socket: WebSocket | null = null;
  #last = 0;
  #waitMs = FIRST_WAIT_MS;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  open(): void {
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/page/socket`);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#waitMs = FIRST_WAIT_MS;
      this.#listener.opened();
    });
    socket.addEventListener('message', (message) => this.#receive(String(message.data)));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Refused('The connection was lost.'));
      this.#waiting.clear();
      this.#listener.lost();
      setTimeout(() => this.open(), this.#waitMs);
      this.#waitMs = Math.min(2 * this.#waitMs, LONGEST_WAIT_MS);
    });
  }

  /** Asks and waits. The caller names the result's type, as the protocol gives it. @throws Refused */
  ask<T = null>(request: Ask): Promise<T> {
    const id = ++this.#last;
    return new Promise<T>((resolve, reject) => {
      if (this.#socket?.readyState !== WebSocket.OPEN) {
        reject(new Refused('There is no connection.'));
        return;
      }
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
      this.#socket.send(JSON.stringify({ id, ...request }));
    });
  }

  #receive(text: string): void {
    const said = JSON.parse(text) as PageEvent | PageReply;
    if (!('re' in said)) {
      this.#listener.happened(said);
      return;
    }
    const waiting = this.#waiting.get(said.re);
    this.#waiting.delete(said.re);
    if (said.ok) waiting?.resolve(said.result);
    else waiting?.reject(new Refused(said.error));
  }
}
