/** Whether another connection has the database locked. */
export function isBusy(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /BUSY|LOCKED/.test(`${code}`) || /database (?:table )?is locked/.test(message);
}
