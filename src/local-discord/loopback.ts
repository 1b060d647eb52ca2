const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Whether a Host header names this machine. A page of somewhere else that had its own name resolve to 127.0.0.1 (DNS
 * rebinding) sends its own name here.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && loopbackName.test(host.replace(/:\d+$/, ''));
}

/** Whether an Origin header is this machine's, or absent, as it is from anything but a browser. */
export function isLoopbackOrigin(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  const host = URL.canParse(origin) ? new URL(origin).hostname : '';
  return loopbackName.test(host);
}
