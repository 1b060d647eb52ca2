import { existsSync } from 'node:fs';

/** Debian's Chromium, or what CHROMIUM names; null where there is none, and the browser tests are left out. */
export function chromiumPath(): string | null {
  const path = process.env.CHROMIUM || '/usr/bin/chromium';
  if (existsSync(path)) return path;
  console.warn(
    `The browser tests are left out: there is no Chromium at ${path}. CHROMIUM names another place.`,
  );
  return null;
}

/** Headless, in a container too, and silent: a browser that asks nobody for updates. */
export const launchFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
