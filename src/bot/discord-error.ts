import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** Whether Discord refused with one of these codes. */
export function refusedWith(error: unknown, ...codes: RESTJSONErrorCodes[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

/** Whether an answer found its interaction expired, or its message or channel gone: nobody is there to be told. */
export function tooLate(error: unknown): boolean {
  return refusedWith(
    error,
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.InvalidWebhookToken,
    RESTJSONErrorCodes.UnknownWebhook,
    RESTJSONErrorCodes.UnknownMessage,
    RESTJSONErrorCodes.UnknownChannel,
  );
}

/** Whether Discord refused for want of a permission, of access, or because the server has its fill of threads. */
export function threadRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError && error.status === 403) return true;
  return refusedWith(
    error,
    RESTJSONErrorCodes.MaximumActiveThreads,
    RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  );
}

/** Whether an acknowledgement failed because the interaction has one: the attempt before it was carried out after all. */
export function acknowledgedAlready(error: unknown): boolean {
  return refusedWith(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
}

/** Whether Discord failed in a way that leaves open whether it did what was asked. */
export function mayHaveArrived(error: unknown): boolean {
  return error instanceof HTTPError || (error instanceof Error && error.name === 'AbortError');
}
