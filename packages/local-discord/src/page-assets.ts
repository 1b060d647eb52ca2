import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

/** Where the build puts the page: beside this file. */
const builtPage = fileURLToPath(new URL('./page/', import.meta.url));

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
};

/** The page may load only from this server, whatever a message contains. Lit and the components set inline styles. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page and what it loads, from memory. @param folder the built page; the one beside this file where left out */
export function pageAssets(folder = builtPage): Hono {
  const files = new Map<string, Buffer>();
  if (existsSync(join(folder, 'index.html')))
    for (const name of readdirSync(folder)) {
      if (contentTypes[extname(name)]) files.set(name, readFileSync(join(folder, name)));
    }
  const file = (name: string) => {
    const bytes = files.get(name);
    if (!bytes) return null;
    const headers = {
      'Content-Type': contentTypes[extname(name)] ?? '',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    };
    return new Response(new Uint8Array(bytes), { headers });
  };
  return new Hono()
    .get(
      '/',
      (c) => file('index.html') ?? c.text('The local Discord is running; its page has not been built.'),
    )
    .get('/assets/:name', (c) => file(c.req.param('name')) ?? c.notFound());
}
