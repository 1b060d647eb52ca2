import { html, svg, type TemplateResult } from 'lit';

/** Small pictures of the page, drawn in the text's colour. */
const icon = (path: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${path}</svg>`;

const drawn = (d: string) => icon(svg`<path d=${d} />` as unknown as TemplateResult);

export const icons = {
  text: drawn('M9 4 7 20M17 4l-2 16M4 9h17M3 15h17'),
  voice: drawn('M5 10v4h3l4 4V6L8 10zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11'),
  forum: drawn('M4 5h12v9H9l-4 4v-4H4zM19 9h1v9h-1v3l-3-3h-5'),
  thread: drawn('M6 4 5 11M12 4l-1 7M3 6.5h11M3 9.5h7M13 13h8v6h-4l-3 2.500v-2.500h-1z'),
  menu: drawn('M4 7h16M4 12h16M4 17h16'),
  close: drawn('M6 6l12 12M18 6 6 18'),
  more: drawn('M5 12h.01M12 12h.01M19 12h.01'),
  down: drawn('M6 9l6 6 6-6'),
  open: drawn('M14 5h5v5M19 5l-8 8M18 14v5H5V6h5'),
  eye: drawn(
    'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  ),
  warning: drawn('M12 8v5M12 16.500h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z'),
  lock: drawn('M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z'),
  apps: drawn('M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM16.500 13v7M13 16.500h7'),
  send: drawn('M4 12 20 4l-6 16-3-7zM11 13l4-4'),
};
