/** The numbers Discord sets, in the units Discord counts in (characters are UTF-16 code units, as its own client counts). */
export const limits = {
  message: { content: 2000, embeds: 10, files: 10, fileBytes: 10 * 1024 * 1024, nonce: 25 },
  embed: {
    title: 256,
    description: 4096,
    fields: 25,
    fieldName: 256,
    fieldValue: 1024,
    footer: 2048,
    author: 256,
    /** Over all embeds of a message. */
    total: 6000,
    url: 2048,
  },
  components: {
    rows: 5,
    buttons: 5,
    customId: 100,
    label: 80,
    url: 512,
    placeholder: 150,
    options: 25,
    option: 100,
    /** Of a message with Components V2, nested ones counted… */
    total: 40,
    /** …and characters over all its text displays. */
    text: 4000,
    sectionTexts: 3,
    galleryItems: 10,
  },
  command: {
    chatInput: 100,
    menu: 15,
    name: 32,
    description: 100,
    options: 25,
    choices: 25,
    choice: 100,
    /** Names, descriptions and values of one command together. */
    total: 8000,
    createdADay: 200,
  },
  thread: { name: 100, active: 1000, archiveMinutes: [60, 1440, 4320, 10_080] },
  interaction: { acknowledgeMs: 3000, tokenMs: 15 * 60_000, userInstalledFollowUps: 5 },
  /** How long a message's nonce is remembered: Discord says "the past few minutes". */
  nonceMs: 5 * 60_000,
  gateway: {
    /** Servers of one shard; a bot with more needs more shards. */
    guildsAShard: 2500,
    /** The recommended number of servers for each shard. */
    recommendedAShard: 1000,
    /** How often the shards that share a place in `max_concurrency` may identify. */
    identifyMs: 5_000,
  },
  page: { messages: 100, threads: 100 },
} as const;
