/** Discord's nested description of what is wrong with a request's body. */
export interface FormProblems {
  [field: string]: FormProblems | { code: string; message: string }[];
}

/** A refusal, as Discord words it: an HTTP status and a body of `{code, message, errors}`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  /** Discord's own error code (RESTJSONErrorCodes), 0 where it has none. */
  readonly code: number;
  readonly errors: FormProblems | undefined;

  constructor(status: number, code: number, message: string, errors?: FormProblems) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  body(): Record<string, unknown> {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

/** The refusals that need no detail, named for what Discord calls them. */
export const refuse = {
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  unknownChannel: () => new ApiError(404, 10_003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10_004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10_007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10_008, 'Unknown Message'),
  unknownUser: () => new ApiError(404, 10_013, 'Unknown User'),
  unknownWebhook: () => new ApiError(404, 10_015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10_062, 'Unknown interaction'),
  unknownCommand: () => new ApiError(404, 10_063, 'Unknown application command'),
  tooManyFollowUps: () =>
    new ApiError(400, 40_094, 'This interaction has reached the maximum number of follow-up messages'),
  tooLarge: () => new ApiError(413, 40_005, 'Request entity too large'),
  acknowledgedAlready: () => new ApiError(400, 40_060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new ApiError(403, 50_001, 'Missing Access'),
  notYourMessage: () => new ApiError(403, 50_005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiError(400, 50_006, 'Cannot send an empty message'),
  directMessagesTooFast: () => new ApiError(429, 40_003, 'You are opening direct messages too fast.'),
  legacyFieldsBesideComponentsV2: () =>
    new ApiError(400, 50_035, 'Invalid Form Body', {
      flags: {
        _errors: [
          {
            code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
            message: "'content' and 'embeds' must be null when using MessageFlags.IS_COMPONENTS_V2",
          },
        ],
      },
    }),
  attachmentNotFound: (name: string) =>
    new ApiError(400, 50_035, 'Invalid Form Body', {
      components: {
        _errors: [
          {
            code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
            message: `The referenced attachment ${name} was not found`,
          },
        ],
      },
    }),
  closedDirectMessages: () => new ApiError(403, 50_007, 'Cannot send messages to this user'),
  notATextChannel: () => new ApiError(400, 50_008, 'Cannot send messages in a non-text channel'),
  missingPermissions: () => new ApiError(403, 50_013, 'Missing Permissions'),
  wrongChannelType: () => new ApiError(400, 50_024, 'Cannot execute action on this channel type'),
  expiredToken: () => new ApiError(401, 50_027, 'Invalid Webhook Token'),
  /** Since March 2026 where the bot and the person share no server. */
  noMutualGuilds: () =>
    new ApiError(403, 50_278, 'Cannot send messages to this user due to having no mutual guilds'),
  archivedThread: () => new ApiError(400, 50_083, 'Thread is archived'),
  badJson: () => new ApiError(400, 50_109, 'The request body contains invalid JSON.'),
  replyWithoutHistory: () =>
    new ApiError(403, 160_002, 'Cannot reply without permission to read message history'),
  threadPresent: () => new ApiError(400, 160_004, 'A thread has already been created for this message'),
  tooManyThreads: () => new ApiError(400, 160_006, 'Maximum number of active threads reached'),
};
