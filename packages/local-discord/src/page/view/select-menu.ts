import type { APISelectMenuOption } from 'discord-api-types/v10';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { icons } from './icons.js';

let made = 0;
/** The room (px) a list wants below its menu, the message box included; else it opens upwards. */
const LIST_HEIGHT = 390;

/**
 * A string select menu that works by mouse, touch and keyboard, as Discord's does; the components' own opens by mouse
 * alone. Tells `choose` with the values.
 */
export class SelectMenu extends LitElement {
  static override properties = {
    options: { attribute: false },
    placeholder: {},
    least: { type: Number },
    most: { type: Number },
    disabled: { type: Boolean },
    busy: { type: Boolean },
    opened: { state: true },
    at: { state: true },
    picked: { state: true },
  };

  declare options: readonly APISelectMenuOption[];
  declare placeholder: string;
  declare least: number;
  declare most: number;
  declare disabled: boolean;
  declare busy: boolean;
  declare opened: boolean;
  declare at: number;
  declare picked: readonly string[] | null;
  readonly #id = `menu-${++made}`;

  constructor() {
    super();
    this.options = [];
    this.placeholder = '';
    this.least = 1;
    this.most = 1;
    this.disabled = false;
    this.busy = false;
    this.opened = false;
    this.at = 0;
    this.picked = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#outside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#outside);
  }

  override render(): TemplateResult {
    const chosen = this.options.filter((option) => this.#isPicked(option));
    const label = chosen.map((option) => option.label).join(', ') || this.placeholder;
    return html`<button type="button" class=${chosen.length > 0 ? 'head chosen' : 'head'} ?disabled=${this.disabled}
        role="combobox" aria-haspopup="listbox" aria-expanded=${this.opened} aria-controls=${this.#id}
        aria-label=${label} aria-activedescendant=${this.opened ? `${this.#id}-${this.at}` : nothing}
        @click=${this.#toggle} @keydown=${this.#key}>
        <span>${label}</span>
        ${this.busy ? html`<span class="busy" aria-label="Waiting for an answer"></span>` : icons.down}
      </button>
      <div class="list" id=${this.#id} role="listbox" aria-multiselectable=${this.most > 1} ?hidden=${!this.opened}>
        ${this.opened ? this.options.map((option, index) => this.#optionView(option, index)) : nothing}
      </div>`;
  }

  override updated(): void {
    this.renderRoot.querySelector('.at')?.scrollIntoView({ block: 'nearest' });
  }

  #optionView(option: APISelectMenuOption, index: number): TemplateResult {
    const emoji = option.emoji?.id ? '' : (option.emoji?.name ?? '');
    return html`<div class=${index === this.at ? 'option at' : 'option'} id="${this.#id}-${index}" role="option"
      aria-selected=${this.#isPicked(option)} @click=${() => this.#choose(index)} @pointermove=${() => (this.at = index)}>
      ${emoji ? html`<span class="emoji">${emoji}</span>` : nothing}
      <span class="words"><strong>${option.label}</strong>${option.description ? html`<small>${option.description}</small>` : nothing}</span>
      ${this.#isPicked(option) ? html`<span class="tick">✓</span>` : nothing}
    </div>`;
  }

  #isPicked(option: APISelectMenuOption): boolean {
    return this.picked?.includes(option.value) ?? option.default ?? false;
  }

  readonly #outside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.#close();
  };

  readonly #toggle = (): void => {
    if (this.disabled || this.busy) return;
    if (this.opened) this.#close();
    else {
      this.opened = true;
      this.toggleAttribute('up', innerHeight - this.getBoundingClientRect().bottom < LIST_HEIGHT);
      this.at = Math.max(
        0,
        this.options.findIndex((option) => this.#isPicked(option)),
      );
    }
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (!this.opened) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      this.#toggle();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      this.#close();
      if (event.key === 'Tab') return;
    } else if (event.key === 'Enter' || event.key === ' ') this.#choose(this.at);
    else if (event.key === 'ArrowDown') this.at = (this.at + 1) % this.options.length;
    else if (event.key === 'ArrowUp') this.at = (this.at - 1 + this.options.length) % this.options.length;
    else if (event.key === 'Home') this.at = 0;
    else if (event.key === 'End') this.at = this.options.length - 1;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #choose(index: number): void {
    const option = this.options[index];
    if (!option) return;
    if (this.most === 1) {
      this.picked = [option.value];
      this.#tell();
      return;
    }
    const before = this.options.filter((o) => this.#isPicked(o)).map((o) => o.value);
    const without = before.filter((value) => value !== option.value);
    if (without.length === before.length && before.length >= this.most) return;
    this.picked = without.length === before.length ? [...before, option.value] : without;
  }

  /** A menu for several things reports them when it closes. */
  #close(): void {
    if (this.opened && this.most > 1 && this.picked && this.picked.length >= this.least) this.#tell();
    this.opened = false;
  }

  #tell(): void {
    const values = [...(this.picked ?? [])];
    this.opened = false;
    this.picked = null;
    this.dispatchEvent(new CustomEvent('choose', { detail: values }));
  }

  static override styles = css`
    :host { display: block; position: relative; width: min(400px, 100%); margin: 4px 0; font-size: 14px; }
    .head { display: flex; justify-content: space-between; align-items: center; gap: 8px; width: 100%; min-height: 40px;
      padding: 8px 8px 8px 12px; border: 1px solid var(--deep); border-radius: 4px; background: var(--deep); color: var(--muted);
      font: inherit; text-align: left; cursor: pointer; }
    .head.chosen { color: var(--text); }
    .head span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .head[disabled] { opacity: 0.5; cursor: not-allowed; }
    .head:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    .icon { width: 20px; height: 20px; flex: none; }
    .list { position: absolute; z-index: 20; left: 0; right: 0; top: 100%; max-height: 300px; overflow-y: auto;
      border: 1px solid var(--deep); border-radius: 0 0 4px 4px; background: var(--side); box-shadow: 0 8px 16px #0007; }
    :host([up]) .list { top: auto; bottom: 100%; border-radius: 4px 4px 0 0; }
    .list[hidden] { display: none; }
    .option { display: flex; align-items: center; gap: 8px; padding: 8px 12px; color: var(--text); cursor: pointer; line-height: 18px; }
    .option.at { background: var(--hover); }
    .option[aria-selected='true'] { background: var(--active); }
    .words { flex: 1; min-width: 0; display: flex; flex-direction: column; }
    .words strong { font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .words small { color: var(--muted); font-size: 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .tick { color: #5865f2; font-weight: 700; }
    .busy { width: 16px; height: 16px; flex: none; border: 2px solid var(--muted); border-top-color: transparent; border-radius: 50%;
      animation: turn 0.8s linear infinite; }
    @keyframes turn { to { transform: rotate(1turn); } }
  `;
}

customElements.define('select-menu', SelectMenu);
