/** Asks the message box of a channel to begin a command. */
export function startCommand(channel: string, command: string): void {
  document.dispatchEvent(new CustomEvent('start-command', { detail: { channel, command } }));
}
