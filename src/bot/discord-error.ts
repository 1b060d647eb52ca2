import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** Whether Discord refused with one of these codes. */
export function refusedWith(error: unknown, ...codes: RESTJSONErrorCodes[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

/** Whether an answer found its interaction expired, or its message or channel gone: there is nobody to answer. */
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
  return error instanceof HTTPError || (error instanceof Error && isNetworkError(error));
}

const networkCodes =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EPIPE|UND_ERR_\w+|ERR_TLS_\w+|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/;

/** Whether a request failed on its way: no connection, one that broke, or no answer in time. */
export function isNetworkError(error: Error): boolean {
  const { code, cause } = error as Error & { code?: unknown };
  if (error.name === 'AbortError' || (typeof code === 'string' && networkCodes.test(code))) return true;
  return cause instanceof Error && isNetworkError(cause);
}
