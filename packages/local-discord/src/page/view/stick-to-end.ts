/** How near the end (px) still counts as reading the newest. */
const NEAR = 60;

/**
 * A scrolled box that stays at its end while its content grows, unless the reader scrolled up; `away` is set on it as an
 * attribute then.
 */
export class StickToEnd extends HTMLElement {
  #sticks = true;
  #lastTop = 0;
  #answer: string | null = null;
  #observer: ResizeObserver | null = null;

  connectedCallback(): void {
    this.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#observer = new ResizeObserver(() => this.#follow());
    this.#observer.observe(this);
    for (const child of this.children) this.#observer.observe(child);
  }

  disconnectedCallback(): void {
    this.removeEventListener('scroll', this.#scrolled);
    this.#observer?.disconnect();
  }

  /** The newest answer that only the reader sees: they asked for it just now, so a new one is gone to. */
  set answer(message: string | null) {
    if (message !== null && message !== this.#answer) this.#sticks = true;
    this.#answer = message;
  }

  /** Goes to the newest and stays there. */
  toEnd(): void {
    this.#sticks = true;
    this.#follow();
  }

  #follow(): void {
    if (this.#sticks) this.scrollTop = this.scrollHeight;
    else this.#scrolled();
  }

  readonly #scrolled = (): void => {
    // Content that grows between two frames moves the end away too; only going up means leaving it.
    const isNear = this.scrollHeight - this.scrollTop - this.clientHeight < NEAR;
    if (isNear) this.#sticks = true;
    else if (this.scrollTop < this.#lastTop) this.#sticks = false;
    this.#lastTop = this.scrollTop;
    this.toggleAttribute('away', !this.#sticks);
  };
}

customElements.define('stick-to-end', StickToEnd);
