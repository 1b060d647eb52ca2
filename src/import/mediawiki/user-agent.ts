/**
 * How the import introduces itself to Wikipedia: its name and how to reach whoever runs it, as the Wikimedia Foundation's
 * User-Agent policy asks.
 */
export function userAgent(contact: string): string {
  const reachable = contact.replace(/[^\x20-\x7e]/g, '').trim();
  return `Dateline/0.1 (${reachable}) node.js/${process.versions.node}`;
}

/** Why an import without a contact is refused; null where the contact can be used. */
export function contactProblem(contact: string | undefined): string | null {
  const reachable = (contact ?? '').replace(/[^\x20-\x7e]/g, '').trim();
  if (/@|https?:\/\/|\.[a-z]{2,}/i.test(reachable)) return null;
  return (
    'The import needs DATELINE_CONTACT: a mailbox or web address where Wikipedia can reach you. Its rules for programs ' +
    'ask for one in every request, and block those who give none. Set it in .env, as in DATELINE_CONTACT=you@example.org.'
  );
}
