import { Hono } from 'hono';
import type { LocalState } from './local-state.js';
import { pageAssets } from './page-assets.js';

/** What a browser asks for: the files of messages, and the page with its assets. */
export function pageRoutes({ files }: LocalState, pageFolder?: string): Hono {
  return new Hono()
    .get('/attachments/*', (c) => {
      const path = decoded(c.req.path);
      const file = path === null ? undefined : files.at(path);
      if (!file) return c.notFound();
      return c.body(new Uint8Array(file.bytes), 200, {
        'Content-Type': file.contentType,
        'Content-Disposition': file.contentType.startsWith('image/') ? 'inline' : 'attachment',
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; sandbox",
      });
    })
    .route('/', pageAssets(pageFolder));
}

/** A path without its escapes; null where they are broken. */
function decoded(path: string): string | null {
  try {
    return decodeURI(path);
  } catch {
    return null;
  }
}
