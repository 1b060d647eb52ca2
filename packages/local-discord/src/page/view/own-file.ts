/** Whether a file is on the local Discord: pictures of other hosts are not loaded, so that nothing leaves the machine. */
export function isOwnFile(url: string): boolean {
  const address = URL.parse(url);
  return address !== null && address.port === location.port && address.pathname.startsWith('/attachments/');
}

/** The file's address at this page's own origin, which may be "localhost" where the server says 127.0.0.1. */
export function atOwnOrigin(url: string): string {
  const address = URL.parse(url);
  return address === null ? '' : `${location.origin}${address.pathname}`;
}
