const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Whether a Host header names this machine. A page of somewhere else that had its own name resolve to 127.0.0.1 (DNS
 * rebinding) sends its own name here.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && loopbackName.test(host.replace(/:\d+$/, ''));
}

/**
 * Whether an Origin header is that of the page this server serves, or absent, as it is from anything but a browser. A page
 * of another program on this machine, on another port, is a stranger too.
 *
 * @param host the Host header, which names this server as the browser does.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  const from = URL.canParse(origin) ? new URL(origin) : null;
  const port = /:(\d+)$/.exec(host ?? '')?.[1] ?? '80';
  return from?.protocol === 'http:' && loopbackName.test(from.hostname) && (from.port || '80') === port;
}
