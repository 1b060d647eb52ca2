/** How many requests are allowed in how many milliseconds. */
interface Rule {
  readonly limit: number;
  readonly perMs: number;
}

/** What a request got of its bucket. */
export interface Allowance {
  /** How long to wait, in seconds, where there was nothing left; else null. */
  readonly retryAfter: number | null;
  readonly scope: 'user' | 'global' | null;
  readonly headers: Readonly<Record<string, string>>;
}

const GLOBAL: Rule = { limit: 50, perMs: 1000 };

/** Buckets as seen on Discord, which publishes none of them; everything else falls to the last two. */
const rules: readonly (readonly [route: RegExp, rule: Rule])[] = [
  [/^POST \/channels\/\d+\/messages$/, { limit: 5, perMs: 5000 }],
  [/^PATCH \/channels\/\d+\/messages\/:id$/, { limit: 5, perMs: 5000 }],
  [/^DELETE \/channels\/\d+\/messages\/:id$/, { limit: 5, perMs: 1000 }],
  [/^POST \/webhooks\//, { limit: 5, perMs: 2000 }],
  [/^PATCH \/webhooks\//, { limit: 5, perMs: 2000 }],
  [/^GET /, { limit: 50, perMs: 1000 }],
  [/^/, { limit: 10, perMs: 5000 }],
];

interface Window {
  left: number;
  endsAt: number;
}

/**
 * Discord's two rate limits: 50 requests a second over everything, and a bucket per route and major parameter (channel,
 * guild or webhook). Callbacks of interactions count for neither; webhooks of interactions not for the global one.
 */
export class RateLimits {
  readonly #buckets = new Map<string, Window>();
  #global: Window = { left: GLOBAL.limit, endsAt: 0 };

  /** Takes one request from its buckets. @param path without the version: "/channels/1/messages" */
  take(method: string, path: string, now = performance.now()): Allowance {
    if (path.startsWith('/interactions/')) return { retryAfter: null, scope: null, headers: {} };
    if (!path.startsWith('/webhooks/')) {
      this.#global = this.#fresh(this.#global, GLOBAL, now);
      if (this.#global.left === 0) {
        const wait = (this.#global.endsAt - now) / 1000;
        return { retryAfter: wait, scope: 'global', headers: { 'X-RateLimit-Global': 'true' } };
      }
      this.#global.left--;
    }
    const route = `${method} ${bucketPath(path)}`;
    const rule = rules.find(([pattern]) => pattern.test(route))?.[1] ?? GLOBAL;
    const bucket = this.#fresh(this.#buckets.get(route), rule, now);
    this.#forget(now);
    this.#buckets.set(route, bucket);
    const allowed = bucket.left > 0;
    if (allowed) bucket.left--;
    const seconds = (bucket.endsAt - now) / 1000;
    const headers = {
      'X-RateLimit-Limit': String(rule.limit),
      'X-RateLimit-Remaining': String(bucket.left),
      'X-RateLimit-Reset': (Date.now() / 1000 + seconds).toFixed(3),
      'X-RateLimit-Reset-After': seconds.toFixed(3),
      'X-RateLimit-Bucket': Buffer.from(route).toString('hex').slice(0, 64),
    };
    return { retryAfter: allowed ? null : seconds, scope: allowed ? null : 'user', headers };
  }

  #fresh(window: Window | undefined, rule: Rule, now: number): Window {
    return window && window.endsAt > now ? window : { left: rule.limit, endsAt: now + rule.perMs };
  }

  /** Drops what has run out, so that webhooks of old interactions don't pile up. */
  #forget(now: number): void {
    if (this.#buckets.size < 10_000) return;
    for (const [route, window] of this.#buckets) if (window.endsAt <= now) this.#buckets.delete(route);
  }
}

/** A path with every id but the major parameter replaced, so that one bucket holds one kind of request. */
function bucketPath(path: string): string {
  const webhook = /^\/webhooks\/\d+\/[^/]+/.exec(path)?.[0];
  const major = webhook ?? /^\/(channels|guilds)\/\d+/.exec(path)?.[0] ?? '';
  return major + path.slice(major.length).replace(/\/\d{15,}/g, '/:id');
}
